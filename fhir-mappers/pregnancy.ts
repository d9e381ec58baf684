import type { Condition, Observation } from 'fhir/r4';
import type { DataProblem, PregnancyFact } from './clinical-snapshot.ts';
import { loincCodes } from './codeable-concept.ts';
import { isTrue } from './condition-truth.ts';
import { DAY_MS, isFuture, isoOf, readTime } from './fhir-time.ts';
import { timeOfObservation } from './observed-values.ts';
import { referenceTo } from './reference.ts';
import { toUnit } from './units.ts';

type State = 'pregnant' | 'postpartum' | 'not-pregnant';

interface Statement extends PregnancyFact {
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const WEEK_MS = 7 * DAY_MS;
const TERM_WEEKS = 40;
/** No pregnancy lasts longer; the six weeks after birth count as postpartum. */
const LONGEST_WEEKS = 44;
const POSTPARTUM_WEEKS = 6;
/** A "not pregnant" older than this says nothing about today. A product default. */
const NOT_PREGNANT_FOR_MS = 28 * DAY_MS;

/** LOINC answers and SNOMED CT codes of pregnancy status 82810-3; unverified beyond what public data show. */
const STATUS: Readonly<Record<string, State>> = {
  'LA15173-0': 'pregnant',
  '77386006': 'pregnant',
  'LA26683-5': 'not-pregnant',
  '60001007': 'not-pregnant',
  '86569001': 'postpartum',
};

/** SNOMED CT conditions that mean a pregnancy or the time after one. */
const CONDITIONS: Readonly<Record<string, State>> = {
  '72892002': 'pregnant',
  '77386006': 'pregnant',
  '398254007': 'pregnant',
  '79586000': 'pregnant',
  '86569001': 'postpartum',
};

/** ICD-10 chapter O and the Z codes of supervision; Z39 and O85-O92 are after birth. */
const ICD_PREGNANT = /^(O[0-7]\d|O8[0-4]|O9A|O9[4-9]|Z33\.1|Z33$|Z34|Z3A)/i;
const ICD_POSTPARTUM = /^(O8[5-9]|O9[0-2]|Z39)/i;

/** What is said of pregnancy, and any contradiction in it. */
export interface PregnancyReading {
  readonly pregnancy: PregnancyFact;
  readonly problems: readonly DataProblem[];
}

/**
 * Reads pregnancy from the chart and from what the patient says.
 *
 * Anything current that says "pregnant" or "postpartum" wins over "not pregnant", because missing a pregnancy is the
 * worse error; of those, the newest.
 *
 * @param told - From the complaint's text; it is true at `asOf`.
 * @param asOf - Milliseconds since 1970.
 */
export function readPregnancy(
  sources: {
    readonly observations: readonly Observation[];
    readonly conditions: readonly Condition[];
    readonly told?: PregnancyFact;
  },
  asOf: number,
): PregnancyReading {
  const { observations, conditions, told } = sources;
  const said: readonly Statement[] = [
    ...(told === undefined || told.state === 'unknown' ? [] : [{ ...told, state: told.state, at: asOf }]),
    ...observations.flatMap((observation) => fromObservation(observation, asOf) ?? []),
    ...conditions.flatMap((condition) => fromCondition(condition, asOf) ?? []),
  ].toSorted((a, b) => b.at - a.at);
  const yes = said.filter(({ state }) => state !== 'not-pregnant');
  const no = said.find(({ state }) => state === 'not-pregnant');
  const chosen = yes.find(({ weeks }) => weeks !== undefined) ?? yes[0] ?? no;
  if (chosen === undefined) return { pregnancy: { state: 'unknown' }, problems: [] };
  const { at: _, ...pregnancy } = chosen;
  // "Not pregnant" before a pregnancy began is no contradiction.
  const contradicts =
    no !== undefined && yes.length > 0 && no.at >= Math.max(...yes.map(({ at }) => at)) - DAY_MS;
  return {
    pregnancy,
    problems: contradicts
      ? [
          {
            code: 'contradictory',
            about: 'pregnancy',
            text: 'The data disagree about a pregnancy; it is taken as pregnant until confirmed.',
          },
        ]
      : [],
  };
}

function fromObservation(observation: Observation, asOf: number): Statement | undefined {
  const time = timeOfObservation(observation);
  const isUnusable = observation.status === 'entered-in-error' || observation.status === 'cancelled';
  if (isUnusable || time === undefined || isFuture(time, asOf)) return undefined;
  const age = asOf - time.start;
  const codes = loincCodes(observation.code);
  const source = {
    origin: 'chart',
    at: isoOf(time.start),
    ...(observation.id === undefined ? {} : { reference: `Observation/${observation.id}` }),
  } as const;

  if (codes.includes('11778-8')) {
    const due = readTime(observation.valueDateTime);
    return due === undefined ? undefined : fromDueDate(due.start, { asOf, at: time.start, source });
  }
  // Gestational age: 11884-4 estimated, 18185-9, 49051-6. From memory: unverified.
  if (codes.some((code) => ['11884-4', '18185-9', '49051-6'].includes(code))) {
    const quantity = observation.valueQuantity;
    const days =
      quantity?.value === undefined ? undefined : toUnit({ ...quantity, value: quantity.value }, 'd');
    if (days === undefined) return undefined;
    return pregnantAt((days * DAY_MS + age) / WEEK_MS, { at: time.start, source });
  }
  if (!codes.includes('82810-3')) return undefined;
  const answers = observation.valueCodeableConcept?.coding ?? [];
  const state = answers.flatMap(({ code }) => STATUS[code ?? ''] ?? [])[0];
  if (state === undefined) return undefined;
  const validFor =
    state === 'pregnant'
      ? LONGEST_WEEKS * WEEK_MS
      : state === 'postpartum'
        ? POSTPARTUM_WEEKS * WEEK_MS
        : NOT_PREGNANT_FOR_MS;
  return age > validFor ? undefined : { state, at: time.start, source };
}

function fromCondition(condition: Condition, asOf: number): Statement | undefined {
  if (!isTrue(condition)) return undefined;
  const over = (condition.clinicalStatus?.coding ?? []).some(
    ({ code }) => code === 'resolved' || code === 'inactive',
  );
  const began = readTime(condition.onsetDateTime ?? condition.onsetPeriod?.start ?? condition.recordedDate);
  if (over || condition.abatementDateTime !== undefined || (began !== undefined && isFuture(began, asOf))) {
    return undefined;
  }
  const codes = (condition.code?.coding ?? []).flatMap(({ code }) => code ?? []);
  const state = codes.flatMap((code) => CONDITIONS[code] ?? byIcd(code) ?? [])[0];
  const longest = (state === 'pregnant' ? LONGEST_WEEKS : POSTPARTUM_WEEKS) * WEEK_MS;
  // A pregnancy without a date cannot be placed, and is taken as current.
  if (state === undefined || (began !== undefined && asOf - began.end > longest)) return undefined;
  const weeks = codes.flatMap((code) => /^Z3A\.([1-4]\d|0[89])$/i.exec(code)?.[1] ?? [])[0];
  const reference = referenceTo(condition);
  // Without a date it counts as old, so that a dated statement is preferred.
  const at = began?.start ?? 0;
  return {
    state,
    at,
    ...(weeks === undefined || began === undefined
      ? {}
      : { weeks: Number(weeks) + Math.floor((asOf - at) / WEEK_MS) }),
    source: { origin: 'chart', ...(reference === undefined ? {} : { reference }) },
  };
}

function byIcd(code: string): State | undefined {
  if (ICD_PREGNANT.test(code)) return 'pregnant';
  return ICD_POSTPARTUM.test(code) ? 'postpartum' : undefined;
}

/** A due date places today: before it pregnant, some weeks after it postpartum, long after it nothing. */
function fromDueDate(
  due: number,
  {
    asOf,
    at,
    source,
  }: { readonly asOf: number; readonly at: number; readonly source: PregnancyFact['source'] },
): Statement | undefined {
  const weeks = TERM_WEEKS - (due - asOf) / WEEK_MS;
  if (weeks <= LONGEST_WEEKS) return pregnantAt(weeks, { at, source });
  // Born at term at the latest, so this counts from the due date.
  const since = weeks - TERM_WEEKS;
  return since <= POSTPARTUM_WEEKS + 2
    ? { state: 'postpartum', weeks: Math.floor(since), at, source }
    : undefined;
}

function pregnantAt(
  weeks: number,
  { at, source }: { readonly at: number; readonly source: PregnancyFact['source'] },
): Statement | undefined {
  if (weeks < 0 || weeks > LONGEST_WEEKS) return undefined;
  return { state: 'pregnant', weeks: Math.floor(weeks), at, source };
}
