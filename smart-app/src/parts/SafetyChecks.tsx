import { IconAlertTriangle, IconCheck, IconHandStop } from '@tabler/icons-react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { en, type WordKey } from '../words/en.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './SafetyChecks.module.css';

type Verdict = Assessment['gates']['verdicts'][number];

const ICONS = { pass: IconCheck, abstain: IconHandStop, escalate: IconAlertTriangle } as const;
const ORDER = { abstain: 0, escalate: 1, pass: 2 } as const;

/** Every check that ran on this proposal, with its verdict in words; those that object stand first. */
export function SafetyChecks({ gates }: Pick<Assessment, 'gates'>) {
  const verdicts = gates.verdicts.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  return (
    <ul className={classes.list}>
      {verdicts.map((verdict) => (
        <Check key={verdict.gate} verdict={verdict} />
      ))}
    </ul>
  );
}

function Check({ verdict: { gate, kind, reasons } }: { verdict: Verdict }) {
  const { say } = useWords();
  const Icon = ICONS[kind];
  const key = `gate.${gate}`;
  return (
    <li className={classes.row} data-kind={kind}>
      <Icon size={20} aria-hidden />
      <span className={classes.what}>
        {key in en ? say(key as WordKey) : gate}
        {reasons.length > 0 && <span className={classes.reasons}>{reasons.join(' ')}</span>}
      </span>
      <strong>{say(`checks.${kind}`)}</strong>
    </li>
  );
}
