import type { DataProblem, LabResult, Measurement } from './clinical-snapshot.ts';
import { HOUR_MS, isoOf } from './fhir-time.ts';
import type { MeasuredKind, MeasuredSpec } from './measured-kind.ts';
import { moreWorrying } from './more-worrying.ts';
import type { ObservedValue } from './observed-values.ts';

/** A value of one kind, with where it came from. */
export interface Candidate extends ObservedValue {
  readonly origin: Measurement['source']['origin'];
  readonly span?: readonly [number, number];
}

/** What is in force now, what was before, and what was wrong with it. */
export interface InForce {
  readonly current: readonly (Measurement | LabResult)[];
  readonly history: readonly (Measurement | LabResult)[];
  readonly problems: readonly DataProblem[];
}

interface Options {
  /** Milliseconds since 1970. */
  readonly asOf: number;
  /** For the limits of what is normal at this age. */
  readonly ageYears?: number;
  readonly staleAfterHours?: Partial<Record<MeasuredKind, number>>;
}

/** Values within a minute are one look at the patient. */
const SAME_TIME_MS = 60_000;
/** Half an hour on either side, a number in somebody's text is the same event as the charted one: the chart wins. */
const TEXT_SAME_TIME_MS = 30 * 60_000;
/** How many earlier values of a kind are kept for the trend. */
const HISTORY = 10;

/** How far two values of one look may differ and still agree, in the unit of the kind. */
const AGREE: Partial<Record<MeasuredKind, number>> = {
  systolic: 15,
  diastolic: 15,
  'heart-rate': 15,
  'respiratory-rate': 5,
  temperature: 0.7,
  spo2: 3,
  glucose: 2,
  weight: 3,
};

/**
 * Chooses the value in force of every kind: the newest.
 *
 * Of several values of one look the more worrying is used, and disagreement is a problem. A value written in text
 * gives way to a charted one of the same time. A stale value stays in force, marked, because "3 hours old" is worth
 * seeing; rules do not read it.
 */
export function chooseInForce(candidates: readonly Candidate[], options: Options): InForce {
  const byKind = Map.groupBy(candidates, ({ spec }) => spec.kind);
  const chosen = [...byKind.values()].map((values) => chooseOne(values, options));
  const current = chosen.map((one) => one.current);
  return {
    current,
    history: chosen.flatMap(({ history }) => history),
    problems: [...chosen.flatMap(({ problems }) => problems), ...pressuresTheWrongWayRound(current)],
  };
}

/** A diastolic pressure that is not below the systolic one: one of the two is wrong, and nothing tells which. */
function pressuresTheWrongWayRound(current: readonly (Measurement | LabResult)[]): readonly DataProblem[] {
  const inForce = (kind: string) => current.find((one) => one.kind === kind)?.value;
  const [systolic, diastolic] = [inForce('systolic'), inForce('diastolic')];
  if (systolic === undefined || diastolic === undefined || diastolic < systolic) return [];
  return [
    {
      code: 'contradictory',
      about: 'systolic',
      text: `The blood pressure ${systolic}/${diastolic} cannot be right: measure it again.`,
    },
  ];
}

function chooseOne(candidates: readonly Candidate[], options: Options) {
  const sorted = candidates.toSorted((a, b) => b.at - a.at);
  const charted = sorted.filter(({ origin }) => origin === 'chart');
  const usable = sorted.filter(
    ({ origin, at }) => origin === 'chart' || !charted.some((other) => near(other.at, at, TEXT_SAME_TIME_MS)),
  );
  const newest = usable[0] as Candidate;
  const look = usable.filter(({ at }) => near(at, newest.at, SAME_TIME_MS));
  const used = look.reduce((worst, next) => moreWorrying(worst, next, options.ageYears));
  const { spec } = used;
  const agree = AGREE[spec.kind] ?? 0;
  const values = look.map(({ value }) => value);
  const disagree = Math.max(...values) - Math.min(...values) > agree;
  const problems: DataProblem[] = [];
  const written = sorted.filter(
    (other) => !usable.includes(other) && near(other.at, used.at, TEXT_SAME_TIME_MS),
  );
  const other = written.every(({ value }) => Math.abs(value - used.value) > agree) ? written[0] : undefined;
  if (other !== undefined) {
    problems.push({
      code: 'contradictory',
      about: spec.kind,
      text: `The text gives another ${spec.display} (${other.value}) than the chart; the charted one is used: measure it again.`,
    });
  }
  if (disagree) {
    problems.push({
      code: 'contradictory',
      about: spec.kind,
      text: `Two values of the ${spec.display} at the same time disagree; the more worrying one is used.`,
    });
  }
  const current = toMeasurement(used, options);
  if (current.stale) {
    problems.push({
      code: 'stale',
      about: spec.kind,
      text: `The last ${spec.display} is ${ageOf(options.asOf - used.at)} old: measure it again.`,
      ...(used.reference === undefined ? {} : { reference: used.reference }),
    });
  }
  const history = sorted.filter((value) => value !== used).slice(0, HISTORY);
  return { current, history: history.map((value) => toMeasurement(value, options)), problems };
}

function toMeasurement(candidate: Candidate, options: Options): Measurement | LabResult {
  const { spec, value, at, reference, origin, span } = candidate;
  return {
    kind: spec.kind,
    value,
    unit: spec.unit,
    at: isoOf(at),
    stale: options.asOf - at > hoursUntilStale(spec, options) * HOUR_MS,
    source: {
      origin,
      at: isoOf(at),
      ...(reference === undefined ? {} : { reference }),
      ...(span === undefined ? {} : { span }),
    },
    // The spec holds the kind as a union of both catalogues; callers split them again by `isLab`.
  } as Measurement | LabResult;
}

function hoursUntilStale(spec: MeasuredSpec, options: Options): number {
  return options.staleAfterHours?.[spec.kind] ?? spec.staleAfterHours;
}

function near(a: number, b: number, distance: number): boolean {
  return Math.abs(a - b) <= distance;
}

function ageOf(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR_MS);
  if (hours < 48) return `${hours} hours`;
  const days = Math.floor(hours / 24);
  if (days < 90) return `${days} days`;
  return days < 730 ? `${Math.floor(days / 30)} months` : `${Math.floor(days / 365)} years`;
}
