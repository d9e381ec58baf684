import { Table } from '@mantine/core';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { VITAL_KINDS, VITAL_SIGNS } from '#terminology/vital-signs.ts';
import type { VitalRow, VitalsView } from '../chart/vitals.ts';
import { readableUnit } from '../review/handover-lines.ts';
import { ago, number } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Say } from '../words/words.ts';
import { Sparkline } from './Sparkline.tsx';
import classes from './Vitals.module.css';

const ARROWS = { up: '↑', down: '↓', level: '→', single: '' } as const;

/** Vital signs with trend, what is usual at this age, and how old each is. */
export function Vitals({ view, news2 }: { view: VitalsView; news2: Assessment['news2'] }) {
  const { say } = useWords();
  if (view.state === 'unreadable') return <em>{say('vitals.unreadable')}</em>;
  return (
    <>
      {view.rows.length === 0 ? (
        <em>{say('vitals.none')}</em>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label={say('vitals.title')}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {(['what', 'value', 'trend', 'usual', 'age'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {say(`vitals.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.rows.map((row) => (
                <Row key={row.kind} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {view.unread > 0 && <p className={classes.note}>{say('vitals.unread', { n: view.unread })}</p>}
      {news2 && (
        <p className={classes.note}>
          <strong>{say('news2.title', { n: news2.atLeast })}</strong>
          {news2.missing.length > 0 &&
            `, ${say('news2.missing', { list: news2.missing.map((name) => vitalName(name, say)).join(', ') })}`}
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: VitalRow }) {
  const { say, language } = useWords();
  const name = say(`vital.${row.kind}`);
  const unit = readableUnit(row.unit);
  const outside = row.outside === 'low' || row.outside === 'high';
  const values = row.series.map(({ value }) => number(value, language)).join(', ');
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {name}
      </Table.Th>
      <Table.Td className={outside ? classes.outside : classes.value}>
        {number(row.newest.value, language)} {unit}
        {outside && <span className={classes.flag}>{say(`vitals.${row.outside as 'low' | 'high'}`)}</span>}
      </Table.Td>
      <Table.Td className={classes.trend}>
        {row.trend !== 'single' && (
          <Sparkline series={row.series} range={row.range} label={say('vitals.series', { name, values })} />
        )}
        <span>
          {ARROWS[row.trend]} {say(`vitals.${row.trend}`)}
        </span>
      </Table.Td>
      <Table.Td className={classes.value}>
        {row.range ? `${number(row.range[0], language)}–${number(row.range[1], language)}` : '–'}
      </Table.Td>
      <Table.Td className={classes.value}>
        {row.stale ? (
          <em>
            {ago(row.ageMinutes, say)}, {say('vitals.stale')}
          </em>
        ) : (
          ago(row.ageMinutes, say)
        )}
      </Table.Td>
    </Table.Tr>
  );
}

// The service names a missing vital sign as people do, in English.
function vitalName(display: string, say: Say): string {
  const kind = VITAL_KINDS.find((one) => VITAL_SIGNS[one].display === display);
  return kind ? say(`vital.${kind}`) : display;
}
