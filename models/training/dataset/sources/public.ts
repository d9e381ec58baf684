import { z } from 'zod';
import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { PRIORITIES, PRIORITY_MEANING } from '#terminology/priority.ts';
import { VITAL_KINDS, type VitalKind } from '#terminology/vital-signs.ts';
import { ageBandOf, type Candidate, INSTRUCTION, type Split } from '../example.ts';
import {
  type Facts,
  type Measured,
  writeActions,
  writeConcerns,
  writePerson,
  writeQuestions,
  writeVitals,
} from '../write-parts.ts';

/** A visit as `triage.report_visits` writes it. */
const visitSchema = z.object({
  id: z.number().int(),
  sentences: z.string().trim().min(3),
  ageYears: z.number().min(0).max(125),
  sex: z.enum(['female', 'male']),
  vitals: z.record(z.string(), z.number()),
  conditions: z.array(z.string()).nullable(),
  level: z.number().int().min(1).max(5),
});

export const PUBLIC_LICENCE =
  'Public domain (US Government work): NHAMCS public-use file, statistical use only';

const AS_OF = '2026-01-01T12:00:00Z';

/** A survey's year is in one split only; the newest of them is the test. */
export function splitOfYear(year: number, years: readonly number[]): Split {
  const rank = [...years].sort((a, b) => b - a).indexOf(year);
  if (rank === 0 && years.length > 2) return 'test';
  return rank === 1 && years.length > 2 ? 'validation' : 'train';
}

/**
 * An example from one visit of the survey, gold by the level that the triage nurse gave; undefined for what is no visit.
 *
 * The survey has no words of patients: the complaint is told by our own sentences for the codes of its reasons.
 */
export function publicExample(line: string, year: number, split: Split): Candidate | undefined {
  const parsed = visitSchema.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const visit = parsed.data;
  const priority = PRIORITIES.find((one) => PRIORITY_MEANING[one].esi.includes(visit.level));
  if (priority === undefined) return undefined;
  const ageYears = visit.ageYears;
  const measured = Object.entries(visit.vitals).flatMap(([kind, value]): readonly Measured[] =>
    (VITAL_KINDS as readonly string[]).includes(kind) ? [{ kind: kind as VitalKind, value }] : [],
  );
  const conditions = visit.conditions?.map((concept) => lookUpConcept(concept)?.display ?? concept);
  const narrative = readNarrative(visit.sentences, { asOf: AS_OF, origin: 'complaint' });
  const input = {
    history: [
      writePerson(ageYears, visit.sex),
      ...(conditions === undefined ? ['conditions unknown'] : conditions),
    ],
    symptoms: visit.sentences,
    vitals: writeVitals(measured, ageYears),
    medicines: null,
    allergies: null,
  };
  const facts: Facts = {
    ageYears,
    sex: visit.sex,
    measured,
    findings: narrative.findings,
    input,
    pregnancyKnown: narrative.demographics.pregnancy !== undefined,
    medicinesTold: narrative.medicines.length > 0,
  };
  return {
    time: String(year),
    example: {
      instruction: INSTRUCTION,
      input,
      output: {
        priority,
        keyConcerns: writeConcerns(facts),
        questions: writeQuestions(facts),
        recommendedActions: writeActions(priority, facts),
        reviewStatement: REVIEW_STATEMENT,
      },
      metadata: {
        id: `public/nhamcs-${year}/${visit.id}`,
        schema: '1',
        source: 'public',
        split,
        group: `nhamcs/${year}`,
        demographics: { ageBand: ageBandOf(ageYears), sex: visit.sex },
        provenance: {
          origin: `nhamcs/${year}`,
          gold: 'nurse-level',
          derived: ['keyConcerns', 'questions', 'recommendedActions'],
        },
        licence: PUBLIC_LICENCE,
      },
    },
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
