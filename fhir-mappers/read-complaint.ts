import { conceptsOfCoding, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import type {
  AllergyFact,
  Clause,
  Complaint,
  DataProblem,
  FactSource,
  Finding,
  Measurement,
  MedicineFact,
  PregnancyFact,
} from './clinical-snapshot.ts';
import type { ComplaintPart } from './complaint-parts.ts';
import { clean, MAX_TEXT, type ReadPart, readPart } from './read-part.ts';
import type { Narrative } from './text/read-narrative.ts';

/** Everything that the complaint says, with spans into its joined text. */
export interface ComplaintReading {
  readonly complaint?: Complaint;
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  readonly medicines: readonly MedicineFact[];
  readonly allergies: readonly AllergyFact[];
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
  readonly pregnancy?: PregnancyFact;
  readonly problems: readonly DataProblem[];
}

/**
 * Reads the parts of the complaint in order and joins them, one line each.
 *
 * An answered question counts through its own words: "no" to "Do you have chest pain?" is an absent finding without a
 * place in the text.
 */
export function readComplaint(parts: readonly ComplaintPart[]): ComplaintReading {
  const seen = new Set<string>();
  const reads: ReadPart[] = [];
  let length = 0;
  let isCut = false;
  for (const part of parts) {
    const room = MAX_TEXT - length;
    isCut ||= (part.text ?? part.answer?.text ?? '').length > room;
    const read = readPart(part, room);
    if (read === undefined) continue;
    const key = read.line?.toLowerCase();
    if (key !== undefined && seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    length += (read.line?.length ?? 0) + 1;
    reads.push(read);
  }
  return {
    ...join(reads),
    allergies: parts.flatMap((part) => allergyOf(part) ?? []),
    problems: [
      ...reads.flatMap(({ narrative }) => narrative.problems),
      ...(isCut
        ? [
            {
              code: 'incomplete',
              about: 'complaint',
              text: 'The complaint is very long; only its beginning was read.',
            } as const,
          ]
        : []),
    ],
  };
}

function join(reads: readonly ReadPart[]): Omit<ComplaintReading, 'allergies' | 'problems'> {
  let text = '';
  const clauses: Clause[] = [];
  const findings: Finding[] = [];
  const measurements: Measurement[] = [];
  const medicines: MedicineFact[] = [];
  let pregnancy: PregnancyFact | undefined;
  for (const { part, line, narrative } of reads) {
    const offset = line === undefined ? undefined : text.length + (text === '' ? 0 : 1);
    if (line !== undefined) text = text === '' ? line : `${text}\n${line}`;
    const place = <T extends { readonly source: Finding['source'] }>(fact: T): T => ({
      ...fact,
      source: placed(part, fact.source.span, offset),
    });
    findings.push(...narrative.findings.map(place), ...codedFindings(part, narrative.findings));
    measurements.push(...narrative.measurements.map(place));
    medicines.push(...narrative.medicines.map((medicine) => told(medicine, part, offset)));
    const state = narrative.demographics.pregnancy;
    if (state !== undefined && (pregnancy === undefined || isMoreExact(state, pregnancy))) {
      pregnancy = { ...state, source: placed(part, state.source?.span, offset) };
    }
    if (offset === undefined) continue;
    clauses.push(
      ...narrative.clauses.map(({ span, ...clause }) => ({ ...clause, span: move(span, offset) })),
    );
  }
  const demographics = reads.map(({ narrative }) => narrative.demographics);
  const ageYears = demographics.find((one) => one.ageYears !== undefined)?.ageYears;
  const sex = demographics.find((one) => one.sex !== undefined)?.sex;
  const shown = reads.filter(({ line }) => line !== undefined);
  return {
    findings: withoutRepeats(findings),
    measurements,
    medicines,
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex === undefined ? {} : { sex }),
    ...(pregnancy === undefined ? {} : { pregnancy }),
    ...(text === ''
      ? {}
      : {
          complaint: {
            text,
            sources: [...new Map(shown.map(({ part }) => [part.source.reference, part.source])).values()],
            readable: shown.every(({ narrative }) => narrative.readable),
            clauses,
          },
        }),
  };
}

/** Concepts of the codes that the words did not already give. */
function codedFindings(part: ComplaintPart, read: readonly Finding[]): readonly Finding[] {
  const known = new Set(read.map(({ concept }) => concept));
  return part.codings.flatMap((coding) =>
    conceptsOfCoding(coding).flatMap((concept) => {
      if (known.has(concept)) return [];
      const display = lookUpConcept(concept)?.display ?? concept;
      const { origin: _, ...source } = part.source;
      return [
        {
          concept,
          display,
          text: coding.display ?? display,
          state: 'present',
          source: { ...source, origin: 'chart' },
        } as const,
      ];
    }),
  );
}

function told(
  medicine: Narrative['medicines'][number],
  part: ComplaintPart,
  offset: number | undefined,
): MedicineFact {
  const { ingredients, classes } = readMedicine(medicine.text, []);
  return {
    display: medicine.text,
    codings: [],
    ingredients,
    classes,
    active: true,
    source: placed(part, medicine.span, offset),
  };
}

function allergyOf({ answer, source }: ComplaintPart): AllergyFact | undefined {
  if (answer?.topic !== 'allergy' || answer.kind !== 'text') return undefined;
  const display = clean(answer.text, MAX_TEXT);
  const { ingredients, classes } = readMedicine(display, []);
  return { display, codings: [], ingredients, classes, source };
}

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const byMeaning = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.concept}|${finding.state}|${finding.source.span?.join('-') ?? ''}|${finding.text}`;
    if (!byMeaning.has(key)) byMeaning.set(key, finding);
  }
  return [...byMeaning.values()];
}

/** The same pregnancy, told with its weeks. */
function isMoreExact(state: PregnancyFact, than: PregnancyFact): boolean {
  return state.state === than.state && than.weeks === undefined && state.weeks !== undefined;
}

/** The source of a part, with the place in the joined text where there is one. */
function placed(
  part: ComplaintPart,
  span: readonly [number, number] | undefined,
  offset: number | undefined,
): FactSource {
  return span === undefined || offset === undefined
    ? part.source
    : { ...part.source, span: move(span, offset) };
}

function move([start, end]: readonly [number, number], by: number): readonly [number, number] {
  return [start + by, end + by];
}
