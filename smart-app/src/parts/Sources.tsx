import { IconExternalLink } from '@tabler/icons-react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { citePassage } from '../review/cite-passage.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Section } from './Section.tsx';
import classes from './Sources.module.css';

/** The passages that support the proposal, readable in full here, each with publisher and year. */
export function Sources({ assessment: { passages, evidence } }: { assessment: Assessment }) {
  const { say } = useWords();
  if (evidence.state === 'unavailable') return <em>{say('sources.unavailable')}</em>;
  if (passages.length === 0) return <em>{say('sources.none')}</em>;
  return passages.map((passage) => {
    const { id, title, organisation, year, text, link } = passage;
    return (
      <Section key={id} title={title} summary={`${organisation}, ${year}`}>
        <p className={classes.text}>{text}</p>
        <p className={classes.from}>
          {citePassage(passage, say)}
          {link && isWeb(link) && (
            <>
              {' · '}
              <a href={link} target="_blank" rel="noreferrer noopener">
                {say('sources.link')} <IconExternalLink size={14} aria-hidden />
              </a>
            </>
          )}
        </p>
      </Section>
    );
  });
}

function isWeb(link: string): boolean {
  return /^https?:\/\//.test(link);
}
