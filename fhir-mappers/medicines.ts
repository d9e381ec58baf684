import type { Medication, MedicationRequest, MedicationStatement } from 'fhir/r4';
import type { Coding } from '#terminology/coding.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import { codeOf } from './cds-hooks/name-medicines.ts';
import type { DataProblem, MedicineFact } from './clinical-snapshot.ts';
import { codingsOf, nameOf } from './codeable-concept.ts';
import { isUnavailable, KNOWN_EMPTY, type Loaded, listOf, type Unavailable } from './data-state.ts';
import { DAY_MS, readTime } from './fhir-time.ts';
import { referenceTo } from './reference.ts';

type Medicine = MedicationStatement | MedicationRequest;

/** IPS codes that stand for "takes nothing" or "nothing is known": not a medicine. */
const NO_MEDICINES = new Set(['no-known-medications', 'no-medication-info', '787481004']);
const TAKEN = new Set(['active', 'intended', 'unknown', 'on-hold']);
/** A medicine that ended this long ago still may work in the body. A product default. */
const STILL_ACTS_MS = 7 * DAY_MS;

/** Medicines from both sources, and what could not be read of them. */
export interface Medicines {
  readonly medicines: Loaded<readonly MedicineFact[]>;
  readonly problems: readonly DataProblem[];
}

/**
 * Reads medicines from MedicationStatement and MedicationRequest together (CH-49).
 *
 * US systems have only the latter; a type that the EHR does not know says nothing about medicines. The same medicine
 * from both is one fact.
 *
 * @param told - Medicines named in the complaint, already read.
 * @param asOf - Milliseconds since 1970.
 */
export function readMedicines(
  sources: {
    readonly statements: Loaded<readonly MedicationStatement[]>;
    readonly requests: Loaded<readonly MedicationRequest[]>;
    readonly told: readonly MedicineFact[];
  },
  asOf: number,
): Medicines {
  const { statements, requests, told } = sources;
  const written = [...listOf(statements), ...listOf(requests)].filter(isMeant).map(named);
  const unnamed = written.filter(({ display }) => display === undefined).length;
  // A chart holds the same prescription many times; each name is read once.
  const groups = Map.groupBy(written, ({ display }) => display?.toLowerCase());
  const read = [...groups].flatMap(([name, same]) =>
    name === undefined ? [] : [medicineFact(speaker(same, asOf), asOf)],
  );
  const facts = dedupe([...read.map(({ fact }) => fact), ...told]);
  return {
    medicines: joined([statements, requests], facts),
    problems: [
      ...(unnamed === 0
        ? []
        : [
            {
              code: 'incomplete',
              about: 'medicines',
              text: `${unnamed === 1 ? 'One medicine' : `${unnamed} medicines`} in the chart could not be named: ask the patient.`,
            } as const,
          ]),
      ...read.flatMap(({ fact, conflict }) => (conflict && fact.active ? conflictProblem(fact) : [])),
    ],
  };
}

function conflictProblem({ display, source }: MedicineFact): DataProblem {
  return {
    code: 'contradictory',
    about: 'medicines',
    text: `The name and the code of a medicine disagree (${display}): the name is believed.`,
    ...(source.reference === undefined ? {} : { reference: source.reference }),
  };
}

/** What both sources together can say: `partial` when one could not be read, `known-empty` only when none failed. */
function joined(
  sources: readonly [Loaded<readonly Medicine[]>, Loaded<readonly Medicine[]>],
  facts: readonly MedicineFact[],
): Loaded<readonly MedicineFact[]> {
  const failed = sources.filter(isUnavailable);
  // "Not supported" by the EHR is no gap as long as the other type could be read.
  const gap: Unavailable | undefined =
    failed.find(({ code }) => code !== 'not-supported') ??
    (failed.length === sources.length ? failed[0] : undefined);
  const isPartial =
    gap !== undefined || sources.some((source) => source.state === 'present' && source.partial);
  if (facts.length > 0) {
    return isPartial ? { state: 'present', value: facts, partial: true } : { state: 'present', value: facts };
  }
  return gap ?? KNOWN_EMPTY;
}

function isMeant(medicine: Medicine): boolean {
  if (medicine.status === 'entered-in-error' || medicine.status === 'draft') return false;
  const isNone = (medicine.medicationCodeableConcept?.coding ?? []).some(({ code }) =>
    NO_MEDICINES.has(code ?? ''),
  );
  if (isNone) return false;
  return !('intent' in medicine) || (medicine.doNotPerform !== true && medicine.intent !== 'proposal');
}

interface Named {
  readonly medicine: Medicine;
  readonly codings: readonly Coding[];
  readonly display?: string;
  readonly at?: string;
}

function named(medicine: Medicine): Named {
  const concept = medicine.medicationCodeableConcept ?? codeOf(containedMedication(medicine));
  const codings = codingsOf(concept);
  const display =
    nameOf(concept) ?? nameOf({ text: medicine.medicationReference?.display }) ?? codings[0]?.code;
  const at = 'intent' in medicine ? (medicine as MedicationRequest).authoredOn : assertedAt(medicine);
  return {
    medicine,
    codings,
    ...(display === undefined ? {} : { display }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Of entries with the same name, the newest that is taken, else the newest. */
function speaker(same: readonly Named[], asOf: number): Named {
  const newestFirst = same.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  return newestFirst.find(({ medicine }) => isTaken(medicine, asOf)) ?? (newestFirst[0] as Named);
}

function medicineFact(
  { medicine, codings, display = '', at }: Named,
  asOf: number,
): { readonly fact: MedicineFact; readonly conflict: boolean } {
  const reference = referenceTo(medicine);
  const { ingredients, classes, conflict } = readMedicine(display, codings);
  return {
    fact: {
      display,
      codings,
      ingredients,
      classes,
      active: isTaken(medicine, asOf),
      source: {
        origin: 'chart',
        ...(reference === undefined ? {} : { reference }),
        ...(at === undefined ? {} : { at }),
      },
    },
    conflict: conflict !== undefined,
  };
}

function containedMedication(medicine: Medicine): Medication | undefined {
  const id = medicine.medicationReference?.reference;
  const found = medicine.contained?.find((resource) => `#${resource.id}` === id);
  return found?.resourceType === 'Medication' ? (found as Medication) : undefined;
}

function assertedAt(medicine: Medicine): string | undefined {
  const { dateAsserted, effectiveDateTime, effectivePeriod } = medicine as MedicationStatement;
  return dateAsserted ?? effectiveDateTime ?? effectivePeriod?.start;
}

/** On hold counts as taken: what was stopped yesterday still acts, and a nurse sees the status in the chart. */
function isTaken(medicine: Medicine, asOf: number): boolean {
  if (!TAKEN.has(medicine.status ?? 'unknown')) return false;
  const end = readTime((medicine as MedicationStatement).effectivePeriod?.end);
  return end === undefined || end.end >= asOf - STILL_ACTS_MS;
}

/**
 * One fact for each medicine: by ingredients and classes where they are known, else by name. Classes tell a tablet from
 * a cream of the same ingredient. The active, then the newest, stays.
 */
function dedupe(facts: readonly MedicineFact[]): readonly MedicineFact[] {
  const key = ({ ingredients, classes, display }: MedicineFact) =>
    ingredients.length === 0
      ? display.toLowerCase()
      : `${ingredients.toSorted().join('+')}|${classes.toSorted().join('+')}`;
  const groups = Map.groupBy(facts, key);
  return [...groups.values()].map((group) => {
    const newestFirst = group.toSorted((a, b) => (b.source.at ?? '').localeCompare(a.source.at ?? ''));
    return newestFirst.find(({ active }) => active) ?? (newestFirst[0] as MedicineFact);
  });
}
