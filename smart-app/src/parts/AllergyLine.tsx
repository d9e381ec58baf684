import { IconAlertTriangle } from '@tabler/icons-react';
import type { AllergyView } from '../chart/allergies.ts';
import { day } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './AllergyLine.module.css';

const NAMED = 4;

/** Allergies in one line, in four wordings: what is stated is bold, what is not known is italic. */
export function AllergyLine({ view }: { view: AllergyView }) {
  const { say, language } = useWords();
  switch (view.state) {
    case 'listed': {
      const names = view.rows.map(({ name, severe }) =>
        severe ? `${name} (${say('allergies.severe')})` : name,
      );
      const list = names.slice(0, NAMED).join(', ');
      return (
        <span className={classes.listed}>
          <IconAlertTriangle size={18} aria-hidden />
          <strong>
            {say('allergies.listed', {
              list: names.length > NAMED ? say('allergies.more', { list, n: names.length - NAMED }) : list,
            })}
          </strong>
        </span>
      );
    }
    case 'none-known':
      return (
        <strong className={classes.quiet}>
          {view.recorded
            ? say('allergies.none', { date: day(view.recorded, language) })
            : say('allergies.noneUndated')}
        </strong>
      );
    case 'not-recorded':
      return <em>{say('allergies.notRecorded')}</em>;
    case 'unreadable':
      return (
        <em className={classes.listed}>
          <IconAlertTriangle size={18} aria-hidden />
          {say('allergies.unreadable')}
        </em>
      );
  }
}
