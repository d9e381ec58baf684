import { Modal } from '@mantine/core';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { HowMade } from '../parts/HowMade.tsx';
import { aboutWords } from '../words/about.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './AboutDialog.module.css';

/** How this works and when not to trust it: the transparency items, in plain words. */
export function AboutDialog({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const { say, language } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<strong>{say('menu.about')}</strong>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes.text}>
        {aboutWords(language).map(({ title, text }) => (
          <section key={title}>
            <h2>{title}</h2>
            {text.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        ))}
        <h2>{say('how.title')}</h2>
        <HowMade assessment={assessment} />
      </div>
    </Modal>
  );
}
