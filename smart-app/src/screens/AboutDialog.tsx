import type { Assessment } from '#fhir-mappers/assessment.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { HowMade } from '../parts/HowMade.tsx';
import { aboutWords } from '../words/about.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './AboutDialog.module.css';

/** How this works and when not to trust it: the transparency items, in plain words. */
export function AboutDialog({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const { say, language } = useWords();
  return (
    <Dialog title={say('menu.about')} onClose={onClose} size="xl">
      <div className={classes.text}>
        {aboutWords(language).map(({ title, text }) => (
          <section key={title}>
            <h3>{title}</h3>
            {text.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        ))}
        <h3>{say('how.title')}</h3>
        <HowMade assessment={assessment} />
      </div>
    </Dialog>
  );
}
