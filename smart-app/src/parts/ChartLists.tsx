import { IconChevronRight } from '@tabler/icons-react';
import { allergyView } from '../chart/allergies.ts';
import { type Listing, medicineList, problemList, visitList } from '../chart/listings.ts';
import type { Chart } from '../chart/load-chart.ts';
import { day } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { AllergyLine } from './AllergyLine.tsx';
import classes from './ChartLists.module.css';
import { useOpenRecord } from './RecordContext.tsx';

/** Allergies, problems, medicines and visits as the chart has them; each list in one of its states in words. */
export function ChartLists({ chart }: { chart: Chart }) {
  const { say } = useWords();
  const open = useOpenRecord();
  const lists = [
    ['chart.problems', problemList(chart.conditions)],
    ['chart.medicines', medicineList(chart.medicationStatements, chart.medicationRequests)],
    ['chart.visits', visitList(chart.encounters)],
  ] as const;
  return (
    <>
      <h4 className={classes.title}>{say('allergies.title')}</h4>
      <AllergyLine view={allergyView(chart.allergies)} />
      {lists.map(([title, listing]) => (
        <div key={title}>
          <h4 className={classes.title}>{say(title)}</h4>
          <List listing={listing} onOpen={open} />
        </div>
      ))}
    </>
  );
}

function List({ listing, onOpen }: { listing: Listing; onOpen: (reference: string) => void }) {
  const { say, language } = useWords();
  return (
    <>
      {listing.state !== 'complete' && (
        <em>{say(listing.state === 'partly' ? 'chart.partly' : 'chart.unreadable')}</em>
      )}
      {listing.state === 'complete' && listing.rows.length === 0 && <em>{say('chart.nothing')}</em>}
      <ul className={classes.list}>
        {listing.rows.map(({ reference, name, detail, when }) => (
          <li key={reference}>
            <button type="button" className={classes.row} onClick={() => onOpen(reference)}>
              <span className={classes.name}>{name}</span>
              <span className={classes.detail}>
                {[detail, when && day(when, language)].filter(Boolean).join(' · ')}
              </span>
              <IconChevronRight size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
