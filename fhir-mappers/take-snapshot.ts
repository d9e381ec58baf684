import type { LabKind } from '#terminology/lab-results.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { readDemographics } from './age-and-sex.ts';
import { readAllergies } from './allergies.ts';
import { readChartFindings } from './chart-findings.ts';
import type {
  ClinicalSnapshot,
  Complaint,
  DataProblem,
  Finding,
  LabResult,
  Measurement,
} from './clinical-snapshot.ts';
import { findComplaint } from './complaint-parts.ts';
import { readConditions } from './conditions.ts';
import { findGaps, findUnmeasured, isWanted } from './data-gaps.ts';
import { KNOWN_EMPTY, type Loaded, listOf, present, unavailable } from './data-state.ts';
import { readEncounter } from './encounter-facts.ts';
import { isLab, specOf } from './measured-kind.ts';
import { type Candidate, chooseInForce } from './measurement-in-force.ts';
import { readMedicines } from './medicines.ts';
import { readObservedValues } from './observed-values.ts';
import type { PatientData } from './patient-data.ts';
import { readPregnancy } from './pregnancy.ts';
import { type ComplaintReading, readComplaint } from './read-complaint.ts';
import { joinAllergies, settleAge } from './settle.ts';

interface SnapshotOptions {
  /** ISO instant for which the snapshot is true. */
  readonly asOf: string;
  readonly hook: string;
  /** A clinic's own windows, in hours, by kind. */
  readonly staleAfterHours?: Partial<Record<VitalKind | LabKind, number>>;
}

/**
 * Takes the facts that are true at `asOf` from the raw resources of one call.
 *
 * Pure and deterministic; the result is plain JSON. Everything that could not be read, was not measured, is stale,
 * or cannot be believed is one sentence in `problems`, and never a normal value.
 *
 * @param data - With the Patient present; without one there is nobody to speak of.
 * @throws {TypeError} When the Patient is not present: the reader of the data has let it through by mistake.
 */
export function takeSnapshot(data: PatientData, options: SnapshotOptions): ClinicalSnapshot {
  if (data.patient.state !== 'present') throw new TypeError('a snapshot needs a patient');
  const asOf = Date.parse(options.asOf);
  const observations = listOf(data.observations);
  const encounter =
    data.encounter.state === 'present' ? readEncounter(data.encounter.value, observations) : undefined;

  const told = readComplaint(findComplaint(data, asOf));
  const who = settleAge(readDemographics(data.patient.value, asOf), told);
  const observed = readObservedValues(observations, asOf);
  const inForce = chooseInForce([...observed.values.map(charted), ...told.measurements.map(written)], {
    asOf,
    ageYears: who.patient.ageYears,
    staleAfterHours: options.staleAfterHours,
  });
  const measurements = inForce.current.filter((value) => !isLab(value.kind)) as readonly Measurement[];
  const history = inForce.history.filter((value) => !isLab(value.kind)) as readonly Measurement[];
  const labs = inForce.current.filter((value) => isLab(value.kind)) as readonly LabResult[];

  const { medicines, problems: medicineProblems } = readMedicines(
    { statements: data.medicationStatements, requests: data.medicationRequests, told: told.medicines },
    asOf,
  );
  const allergies = joinAllergies(readAllergies(data.allergies), told.allergies);
  const { pregnancy, problems: pregnancyProblems } = readPregnancy(
    { observations, conditions: listOf(data.conditions), told: told.pregnancy },
    asOf,
  );
  const complaint = settleComplaint(told, data);
  return {
    asOf: options.asOf,
    patient: who.patient,
    ...(encounter === undefined ? {} : { encounter }),
    complaint,
    findings: joinFindings(
      told.findings,
      readChartFindings(observations, { asOf, encounterId: encounter?.id }),
    ),
    measurements,
    history,
    labs,
    conditions: readConditions(data.conditions, asOf),
    medicines,
    allergies: allergies.allergies,
    noKnownAllergies: allergies.noKnownAllergies,
    pregnancy,
    problems: withoutRepeats([
      ...findGaps(data),
      ...complaintProblems(complaint),
      ...told.problems,
      ...who.problems,
      ...observed.problems,
      ...inForce.problems.filter(({ code, about }) => code !== 'stale' || isWanted(about)),
      ...findUnmeasured(data, measurements, who.patient.ageYears),
      ...medicineProblems,
      ...allergies.problems,
      ...pregnancyProblems,
    ]),
  };
}

function charted(value: ReturnType<typeof readObservedValues>['values'][number]): Candidate {
  return { ...value, origin: 'chart' };
}

function written({ kind, value, at, source }: Measurement): Candidate {
  const { reference, span, origin } = source;
  return {
    spec: specOf(kind),
    value,
    at: Date.parse(at),
    origin,
    ...(reference === undefined ? {} : { reference }),
    ...(span === undefined ? {} : { span }),
  };
}

/** "None" only when every place where a complaint may stand was read. */
function settleComplaint({ complaint }: ComplaintReading, data: PatientData): Loaded<Complaint> {
  if (complaint !== undefined) return present(complaint);
  const places: readonly Loaded<unknown>[] = [
    data.questionnaireResponses,
    data.encounter,
    data.observations,
    data.conditions,
  ];
  const unread = places.find((place) => place.state === 'unavailable' && place.code !== 'not-supported');
  return unread?.state === 'unavailable' ? unavailable(unread.code) : KNOWN_EMPTY;
}

function complaintProblems(complaint: Loaded<Complaint>): readonly DataProblem[] {
  if (complaint.state === 'present') return [];
  return [{ code: 'missing', about: 'complaint', text: 'No presenting complaint is recorded.' }];
}

function withoutRepeats(problems: readonly DataProblem[]): readonly DataProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.about}|${problem.text}`, problem])).values()];
}

/** A coded finding that the complaint already tells, in the same state, is not told twice. */
function joinFindings(told: readonly Finding[], chart: readonly Finding[]): readonly Finding[] {
  const known = new Set(told.map(({ concept, state }) => `${concept}|${state}`));
  return [...told, ...chart.filter(({ concept, state }) => !known.has(`${concept}|${state}`))];
}
