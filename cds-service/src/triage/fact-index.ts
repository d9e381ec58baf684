import type {
  AllergyFact,
  ClinicalSnapshot,
  Finding,
  LabResult,
  Measurement,
  MedicineFact,
  PregnancyFact,
} from '#fhir-mappers/clinical-snapshot.ts';
import { listOf } from '#fhir-mappers/data-state.ts';
import type { LabKind } from '#terminology/lab-results.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { isComplaint } from './complaint-kinds.ts';
import type { Fact } from './rule.ts';
import { type News2, news2 } from './scores/news2.ts';

/** Medicines that a narrative names by class only ("on a blood thinner"), as the keys of their classes. */
const MEDICINE_CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  anticoagulant: ['anticoagulant'],
  antiplatelet: ['antiplatelet'],
  warfarin: ['vitamin-k-antagonist', 'warfarin'],
  insulin: ['insulin'],
  sulfonylurea: ['sulfonylurea'],
  'sglt2-inhibitor': ['sglt2-inhibitor'],
  metformin: ['metformin'],
  'beta-blocker': ['beta-blocker'],
  'ace-inhibitor': ['ace-inhibitor', 'renin-angiotensin'],
  digoxin: ['digoxin', 'cardiac-glycoside'],
  nitrate: ['nitrate'],
  'pde5-inhibitor': ['pde5-inhibitor'],
  'steroid-medicine': ['corticosteroid-systemic'],
  'steroid-dependent': ['corticosteroid-systemic'],
  'immunosuppressant-medicine': ['immunosuppressant'],
  methotrexate: ['methotrexate'],
  chemotherapy: ['chemotherapy'],
  antithyroid: ['antithyroid', 'agranulocytosis-risk'],
  clozapine: ['clozapine', 'agranulocytosis-risk'],
  maoi: ['maoi'],
  lithium: ['lithium', 'lithium-salt'],
  'opioid-medicine': ['opioid'],
  benzodiazepine: ['benzodiazepine', 'sedating'],
  nsaid: ['nsaid', 'nsaid-any'],
  statin: ['statin'],
  'oral-contraceptive': ['combined-oestrogen', 'oestrogen'],
  oestrogen: ['oestrogen'],
  diuretic: ['diuretic'],
};

/** The snapshot, arranged so that each rule's question is one look-up. Built once for each assessment. */
export interface FactIndex {
  readonly snapshot: ClinicalSnapshot;
  readonly ageYears: number | undefined;
  readonly sex: ClinicalSnapshot['patient']['sex'];
  readonly pregnancy: PregnancyFact;
  /** Present and uncertain findings by concept and by each broader concept. */
  readonly present: ReadonlyMap<string, readonly Finding[]>;
  /** What this patient has or had: findings of now and before, and the problem list. */
  readonly history: ReadonlyMap<string, readonly Fact[]>;
  /** Findings said to be absent, by concept and by each broader concept. */
  readonly denied: ReadonlyMap<string, readonly Finding[]>;
  /** Measurements that count as current: one of each kind, none stale. */
  readonly vitals: ReadonlyMap<VitalKind, Measurement>;
  readonly stale: ReadonlySet<VitalKind>;
  readonly labs: ReadonlyMap<LabKind, LabResult>;
  /** Active medicines by class and by ingredient. */
  readonly medicines: ReadonlyMap<string, readonly MedicineFact[]>;
  readonly allergies: ReadonlyMap<string, readonly AllergyFact[]>;
  readonly ancestorsOf: Ancestors;
  /** Words of the clauses that speak of a complaint; courtesies and circumstances do not make a note less terse. */
  readonly words: number;
  readonly news2: News2 | undefined;
  /** True in the view in which an uncertain finding does not count. */
  readonly certainOnly: boolean;
  /**
   * The same facts in the other view. What warns counts when it is uncertain, what reassures only when it is certain:
   * whoever asks under a `not` asks the opposite.
   */
  readonly opposite: FactIndex;
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** Gives every broader concept of a concept, the concept itself included. */
export type Ancestors = (concept: string) => readonly string[];

/** Arranges a snapshot for the rules. Pure; linear in the number of facts. */
export function indexFacts(snapshot: ClinicalSnapshot, ancestorsOf: Ancestors): FactIndex {
  const present = new Map<string, Finding[]>();
  const denied = new Map<string, Finding[]>();
  const history = new Map<string, Fact[]>();
  for (const finding of snapshot.findings) {
    const { state } = finding;
    if (state === 'present' || state === 'uncertain') {
      for (const concept of ancestorsOf(finding.concept)) {
        push(present, concept, finding);
        push(history, concept, factOf(finding));
      }
    } else if (state === 'past') {
      for (const concept of ancestorsOf(finding.concept)) push(history, concept, factOf(finding));
    } else if (state === 'absent') {
      for (const concept of ancestorsOf(finding.concept)) push(denied, concept, finding);
    }
  }
  for (const condition of listOf(snapshot.conditions)) {
    const fact = { text: condition.display, source: condition.source };
    for (const own of condition.concepts) {
      for (const concept of ancestorsOf(own)) push(history, concept, fact);
    }
  }
  const medicines = new Map<string, MedicineFact[]>();
  for (const medicine of listOf(snapshot.medicines)) {
    if (!medicine.active) continue;
    for (const key of new Set([...medicine.classes, ...medicine.ingredients])) push(medicines, key, medicine);
  }
  for (const [concept, keys] of Object.entries(MEDICINE_CONCEPTS)) {
    for (const { display, source } of present.get(concept) ?? []) {
      const medicine = { display, codings: [], ingredients: [], classes: keys, active: true, source };
      for (const key of keys) push(medicines, key, medicine);
    }
  }
  const allergies = new Map<string, AllergyFact[]>();
  for (const allergy of listOf(snapshot.allergies)) {
    for (const key of new Set([...allergy.classes, ...allergy.ingredients])) push(allergies, key, allergy);
  }
  const vitals = new Map<VitalKind, Measurement>();
  const stale = new Set<VitalKind>();
  for (const measurement of snapshot.measurements) {
    if (measurement.stale) stale.add(measurement.kind);
    else vitals.set(measurement.kind, measurement);
  }
  const labs = new Map<LabKind, LabResult>();
  for (const lab of snapshot.labs ?? []) if (!lab.stale) labs.set(lab.kind, lab);
  const { ageYears, sex } = snapshot.patient;
  const { pregnancy } = snapshot;
  const facts = {
    snapshot,
    ageYears,
    sex,
    pregnancy,
    present,
    history,
    denied,
    vitals,
    stale,
    labs,
    medicines,
    allergies,
    ancestorsOf,
    words: complaintWords(snapshot),
    news2: news2({ ageYears, pregnancy, vitals, lowerOxygenTarget: history.has('lower-oxygen-target') }),
  };
  const reassuring: Writable<FactIndex> = { ...facts, certainOnly: true, opposite: undefined as never };
  const warning: FactIndex = { ...facts, certainOnly: false, opposite: reassuring };
  reassuring.opposite = warning;
  return warning;
}

/** A finding as a fact: its name, and the patient's or nurse's words where they differ. */
export function factOf(finding: Finding): Fact {
  const words = finding.text.trim();
  const text =
    words === '' || words.toLowerCase() === finding.display.toLowerCase()
      ? finding.display
      : `${finding.display}: "${words}"`;
  return { text, source: finding.source };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function complaintWords({ complaint, findings }: ClinicalSnapshot): number {
  if (complaint.state !== 'present') return 0;
  const { text, clauses = [] } = complaint.value;
  const spans = findings.flatMap(({ concept, source }) =>
    source.span !== undefined && isComplaint(concept) ? [source.span] : [],
  );
  let words = 0;
  for (const clause of clauses) {
    const [from, to] = clause.span;
    if (spans.some(([start, end]) => start < to && end > from)) words += countWords(clause.text);
  }
  return words === 0 ? countWords(text) : words;
}

function countWords(text: string): number {
  let words = 0;
  let inside = false;
  // A long text is never terse: no need to count it to its end.
  for (let at = 0; at < text.length && words < 100; at += 1) {
    const blank = text.charCodeAt(at) <= 32;
    if (!blank && !inside) words += 1;
    inside = !blank;
  }
  return words;
}
