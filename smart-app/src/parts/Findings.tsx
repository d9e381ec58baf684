import { Button, Group } from '@mantine/core';
import type { Dispatch } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Draft } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import { AddFinding } from './AddFinding.tsx';
import classes from './Findings.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
}

/** What was read, each finding to be confirmed or rejected; what the nurse adds stands apart. */
export function Findings({ assessment, draft, dispatch }: Props) {
  const { say } = useWords();
  const verdictOn = (code: string) => draft.findings.find((finding) => finding.code === code)?.verdict;
  const added = draft.findings.filter(({ verdict }) => verdict === 'added');
  const unique = assessment.findings.filter(
    ({ code }, index, all) => all.findIndex((other) => other.code === code) === index,
  );
  return (
    <>
      <p className={classes.hint}>{unique.length > 0 ? say('findings.hint') : say('findings.none')}</p>
      <ul className={classes.list}>
        {unique.map(({ code, display, text, state }) => (
          <li key={code} className={classes.row}>
            <span className={classes.what}>
              <strong>{display}</strong>{' '}
              <span className={classes.how}>
                {say(`state.${state}`)}: “{text}”
              </span>
              {verdictOn(code) && (
                <span className={classes.verdict}>{say(`verdict.${verdictOn(code)!}`)}</span>
              )}
            </span>
            <Group gap="xs" wrap="nowrap">
              {(['confirmed', 'rejected'] as const).map((verdict) => (
                <Button
                  key={verdict}
                  px="sm"
                  variant={verdictOn(code) === verdict ? 'light' : 'default'}
                  aria-pressed={verdictOn(code) === verdict}
                  aria-label={say(
                    verdict === 'confirmed' ? 'findings.confirmNamed' : 'findings.rejectNamed',
                    {
                      name: display,
                    },
                  )}
                  onClick={() =>
                    dispatch(
                      verdictOn(code) === verdict
                        ? { type: 'forget-finding', code }
                        : { type: 'finding', finding: { code, display, text, verdict } },
                    )
                  }
                >
                  {say(verdict === 'confirmed' ? 'findings.confirm' : 'findings.reject')}
                </Button>
              ))}
            </Group>
          </li>
        ))}
        {added.map(({ code, display }) => (
          <li key={code} className={classes.row}>
            <span className={classes.what}>
              <strong>{display}</strong> <span className={classes.verdict}>{say('verdict.added')}</span>
            </span>
            <Button
              px="sm"
              variant="default"
              aria-label={say('findings.removeNamed', { name: display })}
              onClick={() => dispatch({ type: 'forget-finding', code })}
            >
              {say('draft.undo')}
            </Button>
          </li>
        ))}
      </ul>
      <AddFinding
        onAdd={(choice) => dispatch({ type: 'finding', finding: { ...choice, verdict: 'added' } })}
      />
    </>
  );
}
