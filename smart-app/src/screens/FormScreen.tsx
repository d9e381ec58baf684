import { Button, Group } from '@mantine/core';
import type { QuestionnaireItem } from 'fhir/r4';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fhirServer } from '../api/fhir.ts';
import { FormPage } from '../parts/FormPage.tsx';
import { FormReview } from '../parts/FormReview.tsx';
import { type Answers, asResponse, emergencies, type Given, pages } from '../prescreening/answers.ts';
import { PRESCREENING, YES } from '../prescreening/questionnaire.ts';
import { sendForm } from '../prescreening/send-form.ts';
import { useIdle } from '../prescreening/use-idle.ts';
import type { Chosen, Entry } from '../session/open-workplace.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './FormScreen.module.css';

interface Props {
  readonly entry: Entry;
  readonly chosen: Chosen;
  /** Asked about pregnancy only where it may be. */
  readonly mayBePregnant: boolean;
  readonly onDone: () => void;
}

type Step = number | 'review' | 'sending' | 'sent' | 'failed';

/** Nobody reads over a shoulder: after this time the answers are covered, milliseconds. */
const COVER_AFTER = 120_000;

/** The form for the waiting patient on the clinic's tablet: one question a page, red flags first. */
export function FormScreen({ entry, chosen, mayBePregnant, onDone }: Props) {
  const { say, language, setLanguage } = useWords();
  const server = useMemo(() => fhirServer(entry.connection), [entry]);
  const [answers, setAnswers] = useState<Answers>(
    mayBePregnant ? { 'may-be-pregnant': { coding: YES } } : {},
  );
  const [step, setStep] = useState<Step>(0);
  const [alarm, setAlarm] = useState<'calling' | 'told' | 'failed'>();
  // Several answers may come in one tap, before the page is drawn again.
  const latest = useRef(answers);
  const id = useRef(crypto.randomUUID());
  const heading = useRef<HTMLHeadingElement>(null);
  const { isIdle, wake } = useIdle(COVER_AFTER);
  const shown = pages(PRESCREENING, answers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new page is announced by its heading
  useEffect(() => heading.current?.focus(), [step, alarm === undefined]);

  const send = async (given: Answers, status: 'completed' | 'in-progress') => {
    const about = { id: id.current, ...chosen, language, authored: new Date().toISOString(), status };
    const urgent = emergencies(PRESCREENING, given).map(({ text }) => text ?? '');
    await sendForm(server, asResponse(PRESCREENING, given, about), urgent);
  };
  // A yes to a danger sign stops at once: a tap by mistake costs a look, a missed one a life.
  const answer = (link: string, given: Given | undefined) => {
    const { [link]: _old, ...others } = latest.current;
    latest.current = given ? { ...others, [link]: given } : others;
    setAnswers(latest.current);
    if (emergencies(PRESCREENING, latest.current).length === 0) return;
    setAlarm('calling');
    send(latest.current, 'in-progress').then(
      () => setAlarm('told'),
      () => setAlarm('failed'),
    );
  };
  const next = () => {
    if (typeof step === 'number') setStep(step + 1 < shown.length ? step + 1 : 'review');
  };
  const finish = () => {
    setStep('sending');
    send(answers, 'completed').then(
      () => {
        latest.current = {};
        setAnswers({});
        setStep('sent');
      },
      () => setStep('failed'),
    );
  };
  const back = () => setStep(step === 'review' ? shown.length - 1 : Math.max(0, Number(step) - 1));

  return (
    <main className={classes.page}>
      <Group justify="space-between">
        <span>
          {typeof step === 'number' && !alarm && say('form.progress', { n: step + 1, of: shown.length })}
        </span>
        <Button
          variant="default"
          lang={language === 'en' ? 'es' : 'en'}
          onClick={() => setLanguage(language === 'en' ? 'es' : 'en')}
        >
          {say('menu.language')}
        </Button>
      </Group>
      {isIdle ? (
        <Message title={say('form.idle')} heading={heading}>
          <Button size="lg" onClick={wake}>
            {say('form.continue')}
          </Button>
        </Message>
      ) : alarm ? (
        <Message title={say('form.stop')} heading={heading} urgent>
          <p className={classes.text}>{say(`form.stop.${alarm}`)}</p>
          <Button size="lg" variant="default" onClick={onDone}>
            {say('form.staff')}
          </Button>
        </Message>
      ) : step === 'sent' ? (
        <Message title={say('form.thanks')} heading={heading}>
          <p className={classes.text}>{say('form.giveBack')}</p>
          <Button size="lg" variant="default" onClick={onDone}>
            {say('form.staff')}
          </Button>
        </Message>
      ) : typeof step === 'number' ? (
        <>
          <FormPage
            key={step}
            item={shown[Math.min(step, shown.length - 1)]!}
            answers={answers}
            heading={heading}
            onAnswer={answer}
          />
          <Group justify="space-between">
            <Button size="lg" variant="default" disabled={step === 0} onClick={back}>
              {say('form.back')}
            </Button>
            <Button size="lg" disabled={isOwed(shown[step], answers)} onClick={next}>
              {say('form.next')}
            </Button>
          </Group>
        </>
      ) : (
        <FormReview
          items={shown}
          answers={answers}
          heading={heading}
          state={step}
          onChange={(index) => setStep(index)}
          onSend={finish}
        />
      )}
    </main>
  );
}

// The danger signs may not be skipped: each wants an answer, "not sure" included.
function isOwed(page: QuestionnaireItem | undefined, answers: Answers): boolean {
  return (page?.item ?? []).some(({ linkId }) => answers[linkId] === undefined);
}

interface MessageProps {
  readonly title: string;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  readonly urgent?: boolean;
  readonly children: React.ReactNode;
}

function Message({ title, heading, urgent = false, children }: MessageProps) {
  return (
    <section
      className={classes.message}
      data-urgent={urgent || undefined}
      role={urgent ? 'alert' : undefined}
    >
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}
