import { existsSync, readFileSync } from 'node:fs';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { Priority } from '#terminology/priority.ts';
import { narrativeSnapshot } from '../../support/narrative-snapshot.ts';

/** Real data stands outside of the repository: a run without it says so. */
const DATA = new URL('../../../../shared/data/', import.meta.url);

/** A real complaint with the priority that experts give it and the one that the nurse at the desk gave. */
export interface RealVisit {
  readonly id: string;
  readonly text: string;
  readonly snapshot: ClinicalSnapshot;
  readonly gold: Priority;
  readonly nurse: Priority;
  readonly shown: string;
}

const PRIORITY_OF_LEVEL: readonly Priority[] = ['critical', 'critical', 'high', 'medium', 'low', 'low'];
const AVPU: Readonly<Record<string, number>> = { A: 0, V: 2, P: 3, U: 4 };
const KINDS = {
  sbp: 'systolic',
  dbp: 'diastolic',
  hr: 'heart-rate',
  rr: 'respiratory-rate',
  spo2: 'spo2',
  tempC: 'temperature',
  pain: 'pain',
} as const;

interface KtasVisit {
  readonly id: string;
  readonly text: string;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly vitals: Readonly<Record<string, number | string | undefined>>;
  readonly gold: { readonly level: number; readonly nurseLevel: number };
}

/** 727 emergency visits with three experts' level (Moon and others, 2019, CC BY 4.0); undefined where absent. */
export function readKtas(): readonly RealVisit[] | undefined {
  return readLines<KtasVisit>('ktas-2019/cases.jsonl')?.map((visit) => {
    const vitals: Record<string, number> = {};
    for (const [name, kind] of Object.entries(KINDS)) {
      const value = visit.vitals[name];
      if (typeof value === 'number') vitals[kind] = value;
    }
    if (typeof visit.vitals.avpu === 'string') vitals.consciousness = AVPU[visit.vitals.avpu] ?? 0;
    const { id, text, ageYears, sex, gold } = visit;
    return {
      id,
      text,
      snapshot: narrativeSnapshot({ text, ageYears, sex, vitals }),
      gold: PRIORITY_OF_LEVEL[gold.level]!,
      nurse: PRIORITY_OF_LEVEL[gold.nurseLevel]!,
      shown: `${ageYears} ${JSON.stringify(visit.vitals)}`,
    };
  });
}

const PRIORITY_OF_PLACE: Readonly<Record<string, Priority>> = { A: 'low', B: 'low', C: 'medium', D: 'high' };

interface LineComplaint {
  readonly id: string;
  readonly complaint: string;
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly clinician: string;
  readonly nurse: string;
}

/** 216 complaints of a nurse line and a department, with the place to go to (Tyagi and others, 2026, CC BY 4.0). */
export function readNurseLine(): readonly RealVisit[] | undefined {
  return readLines<LineComplaint>('nurse-line-2026/complaints.jsonl')?.map((one) => {
    const { id, complaint: text, ageYears, sex, clinician, nurse } = one;
    const known = {
      ...(ageYears === undefined ? {} : { ageYears }),
      ...(sex === undefined ? {} : { sex }),
    };
    return {
      id,
      text,
      snapshot: narrativeSnapshot({ text, ...known }),
      gold: PRIORITY_OF_PLACE[clinician]!,
      nurse: PRIORITY_OF_PLACE[nurse]!,
      shown: `${ageYears ?? '?'} ${sex ?? ''}`,
    };
  });
}

function readLines<T>(name: string): readonly T[] | undefined {
  const file = new URL(name, DATA);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
