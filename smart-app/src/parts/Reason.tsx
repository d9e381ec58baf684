import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { glanceFacts } from '../review/glance-facts.ts';
import { ago, minutesSince } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Facts } from './Facts.tsx';
import classes from './Reason.module.css';

interface Props {
  readonly number: number;
  readonly reason: Assessment['reasons'][number];
  readonly assessment: Assessment;
}

/** One reason: a sentence and its kind; one tap shows the facts, the rule's source and the passages. */
export function Reason({ number, reason, assessment }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const glance = useGlance(reason);
  // Two rules of one guideline name it once.
  const sources = new Set(
    rulesBehind(reason, assessment).map(({ source }) =>
      [say('source.rule', source), !source.verified && say('source.unverified')].filter(Boolean).join(' · '),
    ),
  );
  return (
    <li className={classes.reason}>
      <button
        type="button"
        className={classes.row}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.number} aria-hidden>
          {number}
        </span>
        <span className={classes.what}>
          <span className={classes.text}>
            <span className={classes.first} lang="en">
              {reason.text}
            </span>
            {glance && <span className={classes.glance}>{glance}</span>}
          </span>
          <span className={classes.kind}>{say(`kind.${reason.kind}`)}</span>
        </span>
        <IconChevronDown size={20} className={classes.chevron} data-open={open || undefined} aria-hidden />
      </button>
      <div id={id} hidden={!open} className={classes.more}>
        <p className={classes.source}>{say(`kind.${reason.kind}`)}</p>
        <Facts facts={reason.facts} />
        {[...sources].map((source) => (
          <p key={source} className={classes.source}>
            {source}
          </p>
        ))}
        {passagesBehind(reason, assessment).map((passage) => (
          <p key={passage.id} className={classes.source}>
            {passage.title} · {passage.organisation}, {passage.year}
            {passage.page !== undefined && `, ${say('sources.page', { n: passage.page })}`}
          </p>
        ))}
      </div>
    </li>
  );
}

// The decisive values at a glance, where the sentence does not say them itself.
function useGlance({ text, facts }: Props['reason']): string {
  const { say } = useWords();
  const shown = glanceFacts(text, facts);
  const newest = shown
    .flatMap(({ source }) => source?.at ?? [])
    .toSorted()
    .at(-1);
  const age = newest && ago(minutesSince(newest, new Date()), say);
  return [shown.map((fact) => fact.text).join(', '), age].filter(Boolean).join(' · ');
}

// A reason does not name its rule; it shares the rule's title or its first fact.
function rulesBehind({ text, facts }: Props['reason'], { rules }: Assessment): Assessment['rules'] {
  return rules.filter(
    (rule) =>
      text.includes(rule.title) || rule.facts.some((fact) => facts.some((own) => own.text === fact.text)),
  );
}

function passagesBehind({ passages = [] }: Props['reason'], assessment: Assessment): Assessment['passages'] {
  return assessment.passages.filter(({ id }) => passages.includes(id));
}
