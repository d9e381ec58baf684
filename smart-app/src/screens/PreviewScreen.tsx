import { Button, Container, Group, Loader, Text } from '@mantine/core';
import { IconArrowLeft, IconSignature } from '@tabler/icons-react';
import type { Bundle } from 'fhir/r4';
import { useEffect, useRef, useState } from 'react';
import { Changes } from '../parts/Changes.tsx';
import { Conflict } from '../parts/Conflict.tsx';
import { Failure } from '../parts/Failure.tsx';
import { ResourceCard } from '../parts/ResourceCard.tsx';
import { ResourceView } from '../parts/ResourceView.tsx';
import { Section } from '../parts/Section.tsx';
import { composeReview } from '../review/compose-review.ts';
import type { Workplace } from '../session/open-workplace.ts';
import { useOnline } from '../session/use-online.ts';
import type { ReviewInHand } from '../session/use-review.ts';
import { asProblem, type Problem, type ProblemCode } from '../smart/problem.ts';
import { useWords } from '../words/WordsContext.tsx';
import { bundleInWords } from '../write/in-words.ts';
import type { ReadBack } from '../write/read-back.ts';
import { signAndSave } from '../write/sign-and-save.ts';
import classes from './PreviewScreen.module.css';

interface Props {
  readonly workplace: Workplace;
  readonly review: ReviewInHand;
  readonly onBack: () => void;
  readonly onAmend: (signed: string) => Promise<void>;
  readonly onDiscard: () => void;
  readonly onSigned: (found: readonly ReadBack[]) => void;
}

/** Refusals behind which another signed conclusion may stand. */
const SIGNED_BY_OTHERS: ReadonlySet<ProblemCode> = new Set([
  'already-written',
  'conflict',
  'changed-meanwhile',
]);

/** Exactly what will be written, in words and as FHIR; one action signs it. */
export function PreviewScreen({ workplace, review, onBack, onAmend, onDiscard, onSigned }: Props) {
  const { say } = useWords();
  const { service, server, ability, practitioner } = workplace;
  const { draft, assessment } = review;
  const [bundle, setBundle] = useState<Bundle>();
  const [problem, setProblem] = useState<Problem>();
  const [signing, setSigning] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const online = useOnline();
  const mode = ability.mode === 'read-only' ? 'transaction' : ability.mode;

  useEffect(() => {
    heading.current?.focus();
    service
      .preview(composeReview(draft, assessment), mode)
      .then(setBundle, (error) => setProblem(asProblem(error)));
  }, [service, draft, assessment, mode]);

  const sign = async () => {
    // A second click comes before React has disabled the button.
    if (busy.current) return;
    busy.current = true;
    setSigning(true);
    setProblem(undefined);
    try {
      onSigned(await signAndSave(composeReview(draft, assessment), { service, server, mode }));
    } catch (error) {
      setProblem(asProblem(error));
      setSigning(false);
    } finally {
      busy.current = false;
    }
  };

  return (
    <Container component="main" size="md" className={classes.page}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {say('preview.title')}
      </h1>
      {problem && SIGNED_BY_OTHERS.has(problem.code) && (
        <Conflict server={server} assessmentId={assessment.id} onAmend={onAmend} onDiscard={onDiscard} />
      )}
      <Changes draft={draft} assessment={assessment} />
      <h2 className={classes.subtitle}>{say('preview.written')}</h2>
      {!bundle && !problem && (
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>{say('preview.load')}</Text>
        </Group>
      )}
      {bundle && (
        <>
          {bundleInWords(bundle).map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries keep their order
            <ResourceCard key={index} words={words} />
          ))}
          <Section title={say('preview.fhir')}>
            <ResourceView resource={bundle} />
          </Section>
        </>
      )}
      <div className={classes.bar}>
        {problem && <Failure problem={problem} />}
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            disabled={signing}
            onClick={onBack}
          >
            {say('preview.back')}
          </Button>
          <Button
            size="lg"
            className={classes.sign}
            leftSection={<IconSignature size={20} aria-hidden />}
            disabled={!bundle || !online || signing}
            onClick={sign}
          >
            {signing
              ? say('preview.signing')
              : problem && bundle
                ? say('sign.retry')
                : say('preview.sign', { name: practitioner.display })}
          </Button>
        </Group>
      </div>
    </Container>
  );
}
