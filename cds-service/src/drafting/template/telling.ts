import type { DraftSection } from '#fhir-mappers/drafted-note.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { WrittenSentence } from '../contract.ts';
import type { DraftFact, FactSheet } from '../facts/fact.ts';
import { ofKind } from '../facts/fact.ts';

/** "a, b and c"; empty for nothing. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A sentence that rests on these facts; nothing where there are none. */
export function tell(
  facts: readonly DraftFact[],
  write: (names: string) => string,
  section?: DraftSection,
): readonly WrittenSentence[] {
  if (facts.length === 0) return [];
  const names = [...new Set(facts.map(({ name, text }) => name ?? text))];
  const cites = facts.map(({ id }) => id);
  return [{ text: write(listed(names)), cites, ...(section === undefined ? {} : { section }) }];
}

export function findingsIn(
  sheet: FactSheet,
  state: NonNullable<DraftFact['finding']>['state'],
): readonly DraftFact[] {
  return ofKind(sheet, 'finding').filter(({ finding }) => finding?.state === state);
}

/** The measurements in groups, pressure as one value where both parts say the same. */
export interface ToldMeasurements {
  readonly high: readonly DraftFact[];
  readonly low: readonly DraftFact[];
  readonly abnormal: readonly DraftFact[];
  readonly normal: readonly DraftFact[];
  readonly plain: readonly DraftFact[];
  readonly old: readonly DraftFact[];
}

export function groupMeasurements(sheet: FactSheet): ToldMeasurements {
  const all = ofKind(sheet, 'measurement');
  const current = all.filter(({ measurement }) => !measurement?.stale);
  const isScore = ({ measurement }: DraftFact) => ['gcs', 'consciousness'].includes(measurement?.kind ?? '');
  const isPain = ({ measurement }: DraftFact) => measurement?.kind === 'pain';
  const by = (flag: string) => current.filter((fact) => fact.measurement?.abnormal === flag && !isPain(fact));
  return {
    high: by('high').filter((fact) => !isScore(fact)),
    low: by('low').filter((fact) => !isScore(fact)),
    abnormal: current.filter(
      (fact) => isScore(fact) && ['low', 'high'].includes(fact.measurement?.abnormal ?? ''),
    ),
    normal: by('no'),
    plain: [...by('unknown'), ...current.filter(isPain)],
    old: all.filter(({ measurement }) => measurement?.stale),
  };
}

/** "heart rate 141 per minute and blood pressure 136/79 mmHg". */
export function valuesOf(facts: readonly DraftFact[]): string {
  const find = (kind: string) => facts.find(({ measurement }) => measurement?.kind === kind)?.measurement;
  const [systolic, diastolic] = [find('systolic'), find('diastolic')];
  const isPair = systolic !== undefined && diastolic !== undefined;
  return listed(
    facts.flatMap(({ measurement }) => {
      if (measurement === undefined || (isPair && measurement.kind === 'diastolic')) return [];
      if (isPair && measurement.kind === 'systolic')
        return [`blood pressure ${systolic.value}/${diastolic.value} mmHg`];
      return [`${measurement.display} ${measurement.shown}`];
    }),
  );
}

/** Vital signs that were not measured, by name; what else is missing is told in its own sentence. */
export function notMeasured(sheet: FactSheet): {
  readonly facts: readonly DraftFact[];
  readonly names: string;
} {
  const facts = ofKind(sheet, 'missing').filter(
    ({ key }) => key?.startsWith('missing:') && kindOf(key) in VITAL_SIGNS,
  );
  return { facts, names: listed(facts.map(({ key }) => VITAL_SIGNS[kindOf(key!)].display)) };
}

function kindOf(key: string): VitalKind {
  return key.slice('missing:'.length) as VitalKind;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A fact's own sentence. */
export function verbatim(facts: readonly DraftFact[], section?: DraftSection): readonly WrittenSentence[] {
  return facts.map(({ id, text }) => ({ text, cites: [id], ...(section === undefined ? {} : { section }) }));
}
