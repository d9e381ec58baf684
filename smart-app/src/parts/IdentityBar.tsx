import type { ReactNode } from 'react';
import { allergyView } from '../chart/allergies.ts';
import type { Chart } from '../chart/load-chart.ts';
import { patientBanner } from '../chart/patient-banner.ts';
import { day } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { AllergyLine } from './AllergyLine.tsx';
import classes from './IdentityBar.module.css';

interface Props {
  readonly chart: Chart;
  /** False when the EHR shows the patient itself (SM-27): name and allergies stay, the rest goes. */
  readonly full: boolean;
  readonly menu: ReactNode;
}

/** Who this is, and what they are allergic to: on every screen, always in view. */
export function IdentityBar({ chart, full, menu }: Props) {
  const { say } = useWords();
  return (
    <header className={classes.bar}>
      <section className={classes.who} aria-label={say('identity.label')}>
        <Who chart={chart} full={full} />
      </section>
      <div className={classes.allergies}>
        <AllergyLine view={allergyView(chart.allergies)} />
      </div>
      <div className={classes.menu}>{menu}</div>
    </header>
  );
}

function Who({ chart, full }: { chart: Chart; full: boolean }) {
  const { say, language } = useWords();
  if (chart.patient.state !== 'present')
    return <strong className={classes.name}>{say('identity.unread')}</strong>;
  const {
    name,
    sex,
    age,
    birthDate,
    identifier,
    language: spoken,
    deceased,
  } = patientBanner(chart.patient.value, new Date());
  return (
    <>
      <strong className={classes.name}>{name ?? say('identity.noName')}</strong>
      <span className={classes.fact}>
        {say(`sex.${sex}`)}
        {age && ` · ${say(`age.${age.unit}`, { n: age.value })}`}
      </span>
      {full && (
        <>
          <span className={classes.detail}>
            {birthDate ? say('identity.born', { date: day(birthDate, language) }) : say('identity.noBirth')}
          </span>
          {identifier && (
            <span className={classes.detail}>
              {identifier.label} {identifier.value}
            </span>
          )}
        </>
      )}
      {spoken && !spoken.toLowerCase().startsWith('en') && (
        <span className={classes.fact}>
          {say('identity.language', { language: languageName(spoken, language) })}
        </span>
      )}
      {deceased && <strong className={classes.warn}>{say('identity.deceased')}</strong>}
    </>
  );
}

function languageName(code: string, shown: string): string {
  try {
    return new Intl.DisplayNames(shown, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
