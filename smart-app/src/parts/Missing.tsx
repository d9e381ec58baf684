import type { Dispatch } from 'react';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Draft } from '../review/draft.ts';
import { readableUnit } from '../review/handover-lines.ts';
import { ENTERABLE, kindOf } from '../review/measurement-input.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import { AddMeasurement } from './AddMeasurement.tsx';
import { addMeasurement } from './add-measurement.ts';
import { MeasureAnything } from './MeasureAnything.tsx';
import classes from './Missing.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly draft: Draft;
  readonly dispatch: Dispatch<Action>;
}

/** What is not known, named one by one, each with a way to add it here. Missing is never normal. */
export function Missing({ assessment, draft, dispatch }: Props) {
  const { say } = useWords();
  const added = draft.measurements;
  const open = assessment.missing.filter(({ about }) => !added.some(({ kind }) => kind === about));
  const unmeasured = open.filter(({ code, about }) => code === 'missing' && enterable(about));
  const others = open.filter((item) => !unmeasured.includes(item));
  return (
    <section data-region tabIndex={-1} aria-labelledby="missing-title">
      <h2 id="missing-title" className={classes.title}>
        {say('missing.title')}
      </h2>
      {open.length === 0 && added.length === 0 && <p className={classes.none}>{say('missing.none')}</p>}
      <ul className={classes.list}>
        {unmeasured.length > 0 && (
          <li className={classes.row}>
            <em>{say('missing.measure')}</em>
            <span className={classes.buttons}>
              {unmeasured.map(({ about }) => (
                <AddMeasurement
                  key={about}
                  kind={about as VitalKind}
                  named
                  onAdd={addMeasurement(draft, dispatch)(about as VitalKind)}
                />
              ))}
            </span>
          </li>
        )}
        {others.map(({ about, text, code }) => (
          <li key={`${about} ${code}`} className={classes.row}>
            <em className={classes.text}>{text}</em>
            <AddHere about={about} draft={draft} dispatch={dispatch} />
          </li>
        ))}
        {added.map(({ kind, value, unit }) => (
          <li key={kind} className={classes.row}>
            <strong className={classes.text}>
              {say('missing.added', {
                name: say(`vital.${kind as VitalKind}`),
                value,
                unit: readableUnit(unit),
              })}
            </strong>
            <button
              type="button"
              className={classes.link}
              onClick={() =>
                dispatch({
                  type: 'set',
                  change: { measurements: added.filter((other) => other.kind !== kind) },
                })
              }
            >
              {say('missing.takeBack', { name: say(`vital.${kind as VitalKind}`) })}
            </button>
          </li>
        ))}
      </ul>
      <MeasureAnything onAdd={(kind, value) => addMeasurement(draft, dispatch)(kind)(value)} />
    </section>
  );
}

function AddHere({ about, draft, dispatch }: { about: string } & Pick<Props, 'draft' | 'dispatch'>) {
  const kind = enterable(about);
  return kind && <AddMeasurement kind={kind} onAdd={addMeasurement(draft, dispatch)(kind)} />;
}

function enterable(about: string): VitalKind | undefined {
  const kind = kindOf(about);
  return kind && (ENTERABLE as readonly VitalKind[]).includes(kind) ? kind : undefined;
}
