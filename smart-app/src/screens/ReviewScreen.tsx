import { useEffect, useState } from 'react';
import { ageAt, inYears } from '../chart/age.ts';
import { vitalsView } from '../chart/vitals.ts';
import { DraftPanel } from '../features/draft/DraftPanel.tsx';
import { Announcer } from '../parts/Announcer.tsx';
import { Cautions } from '../parts/Cautions.tsx';
import { ChartLists } from '../parts/ChartLists.tsx';
import { Complaint } from '../parts/Complaint.tsx';
import { Decision } from '../parts/Decision.tsx';
import { Findings } from '../parts/Findings.tsx';
import { FirstImpression } from '../parts/FirstImpression.tsx';
import { HowMade } from '../parts/HowMade.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Proposal } from '../parts/Proposal.tsx';
import { Questions } from '../parts/Questions.tsx';
import { Reasons } from '../parts/Reasons.tsx';
import { SafetyChecks } from '../parts/SafetyChecks.tsx';
import { Section } from '../parts/Section.tsx';
import { SignBar } from '../parts/SignBar.tsx';
import { Sources } from '../parts/Sources.tsx';
import { Vitals } from '../parts/Vitals.tsx';
import { checkReview } from '../review/check-review.ts';
import type { Workplace } from '../session/open-workplace.ts';
import { useOnline } from '../session/use-online.ts';
import type { ReviewInHand } from '../session/use-review.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './ReviewScreen.module.css';

interface Props {
  readonly workplace: Workplace;
  readonly review: ReviewInHand;
  readonly onPreview: () => void;
}

/** The one screen of the review: the proposal with its reasons, and the nurse's decision beside it. */
export function ReviewScreen({ workplace, review, onPreview }: Props) {
  const { say } = useWords();
  const [asked, setAsked] = useState(0);
  const [skipped, setSkipped] = useState(false);
  const online = useOnline();
  const { assessment, draft, dispatch } = review;
  const obstacles = checkReview(draft, assessment);
  const readOnly = workplace.ability.mode === 'read-only';
  const toPreview = () => {
    if (readOnly || !review.settled) return;
    if (obstacles.length === 0 && online) onPreview();
    else setAsked((n) => n + 1);
  };
  useCtrlEnter(toPreview);
  useEffect(() => {
    document.title = asked > 0 && obstacles.length > 0 ? `Error: ${say('app.name')}` : say('app.name');
  }, [asked, obstacles.length, say]);
  const vitals = vitalsView(workplace.chart.vitals, {
    now: new Date(),
    years: yearsOf(workplace),
    measured: draft.measurements,
  });
  if (workplace.config.firstImpression && !skipped && !draft.firstImpression) {
    return (
      <FirstImpression
        assessment={assessment}
        vitals={vitals}
        dispatch={dispatch}
        onSkip={() => setSkipped(true)}
      />
    );
  }
  const attention = assessment.gates.verdicts.filter(({ kind }) => kind !== 'pass').length;
  const ran = assessment.gates.verdicts.length;
  return (
    <main className={classes.main}>
      <Notices workplace={workplace} restored={review.restored} />
      <Announcer recompute={review.recompute} assessment={assessment} draft={draft} onAgain={review.again} />
      <Proposal assessment={assessment} />
      <div className={classes.columns}>
        <div className={classes.top}>
          <Reasons assessment={assessment} />
          <Cautions cautions={assessment.cautions} />
          <Missing assessment={assessment} draft={draft} dispatch={dispatch} />
          <Questions assessment={assessment} draft={draft} dispatch={dispatch} />
          <Complaint assessment={assessment} draft={draft} dispatch={dispatch} />
        </div>
        <div className={classes.decide}>
          <Decision
            assessment={assessment}
            draft={draft}
            dispatch={dispatch}
            obstacles={asked > 0 ? obstacles : []}
            asked={asked}
            aid={
              <DraftPanel
                service={workplace.service}
                assessment={assessment}
                draft={draft}
                dispatch={dispatch}
                untouched={review.untouched}
              />
            }
          />
        </div>
        <div className={classes.more}>
          <Section title={say('vitals.title')}>
            <Vitals view={vitals} news2={assessment.news2} />
          </Section>
          <Section title={say('chart.title')}>
            <ChartLists chart={workplace.chart} />
          </Section>
          <Section title={say('findings.title')} summary={String(assessment.findings.length)}>
            <Findings assessment={assessment} draft={draft} dispatch={dispatch} />
          </Section>
          <Section title={say('sources.title')} summary={String(assessment.passages.length)}>
            <Sources assessment={assessment} />
          </Section>
          <Section
            title={say('checks.title')}
            summary={
              attention === 0 ? say('checks.all', { n: ran }) : say('checks.some', { n: ran, m: attention })
            }
          >
            <SafetyChecks gates={assessment.gates} />
          </Section>
          <Section title={say('how.title')}>
            <HowMade assessment={assessment} />
          </Section>
        </div>
      </div>
      <SignBar
        keeping={review.keeping}
        canUndo={review.canUndo}
        onUndo={() => dispatch({ type: 'undo' })}
        disabled={readOnly || !online || !review.settled}
        onReview={toPreview}
      />
    </main>
  );
}

function yearsOf({ chart }: Workplace): number | undefined {
  return chart.patient.state === 'present'
    ? inYears(ageAt(chart.patient.value.birthDate, new Date()))
    : undefined;
}

function useCtrlEnter(act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
