import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { PRIORITIES } from '#terminology/priority.ts';

/** Names of vital signs as authors write them, in the names of the generator. */
const NAMES: Readonly<Record<string, string>> = {
  heartRate: 'hr',
  respiratoryRate: 'rr',
  systolic: 'sbp',
  diastolic: 'dbp',
  temperatureC: 'tempC',
  glucoseMmol: 'glucose',
};

const authoredCase = z.object({
  id: z.string(),
  register: z.string(),
  text: z.string(),
  ageYears: z.number(),
  sex: z.enum(['female', 'male']),
  vitals: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .default({})
    .transform((vitals) =>
      Object.fromEntries(Object.entries(vitals).map(([name, value]) => [NAMES[name] ?? name, value])),
    ),
  conditions: z.array(z.string()).default([]),
  medications: z.array(z.string()).default([]),
  priority: z.enum(PRIORITIES),
});

/** A case that somebody wrote, with the priority that its author gives it. */
export type AuthoredCase = z.infer<typeof authoredCase>;

/**
 * Reads authored cases, one JSON object a line.
 *
 * @param file - Relative to the working folder.
 * @throws Error with the line's number when a line is no case.
 */
export function readAuthoredCases(file: string): readonly AuthoredCase[] {
  const path = isAbsolute(file) ? file : resolve(file);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [authoredCase.parse(JSON.parse(line))];
      } catch (cause) {
        throw new Error(`line ${index + 1} of ${file} is no case`, { cause });
      }
    });
}

/** Sentences of a text; a few words without an end count as none. */
export function sentencesOf(text: string): number {
  const ends = text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
  return ends <= 1 && text.trim().split(/\s+/).length <= 8 ? 0 : ends;
}
