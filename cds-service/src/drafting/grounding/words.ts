import type { DropCode } from '#fhir-mappers/drafted-note.ts';
import type { Token } from '#fhir-mappers/text/tokens.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import { PRIORITIES } from '#terminology/priority.ts';
import type { CitedFact } from './cited.ts';
import type { Check, Fault, Segment } from './fault.ts';
import { isFrameWord } from './frame-words.ts';

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'both', 'bilateral', 'bilaterally']);
const TIMES =
  /^(?:yesterday|today|tonight|overnight|morning|afternoon|evening|night|noon|weekend|sudden|suddenly|abrupt|abruptly|gradual|gradually|acute|acutely|chronic|chronically|recent|recently|new|worse|worsening|better|improving|resolved|intermittent|constant|persistent|ongoing|ago|immediately|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const URGENCIES =
  /^(?:urgent|urgently|emergency|emergent|critical|immediate|immediately|routine|stat|low|medium|high|wait|waits|later|discharge|home)$/;

/** No word of a clinical kind that no cited source has: what a model adds of its own is dropped with its word. */
export const checkWords: Check = ({ rest, cited }) =>
  rest
    .flatMap(({ tokens }) => tokens)
    .filter(({ kind, plain }) => kind === 'word' && !SIDES.has(plain))
    .filter(
      ({ plain, stem }) =>
        !isFrameWord(plain, stem) && !cited.some(({ words }) => words.has(plain) || words.has(stem)),
    )
    .map(({ plain }) => ({ code: codeOf(plain), detail: plain }));

function codeOf(plain: string): DropCode {
  if (TIMES.test(plain)) return 'time';
  return URGENCIES.test(plain) ? 'urgency' : 'word';
}

/** Left stays left: the side and the word it belongs to stand in one cited fact. "Right now" is no side. */
export const checkSides: Check = ({ segments, rest: left, cited }) =>
  segments.flatMap(({ text, tokens }, place) =>
    tokens.flatMap((token, at): readonly Fault[] => {
      if (!SIDES.has(token.plain) || isInName(token.start, text, left[place]?.text)) return [];
      const next = wordAfter(tokens, at);
      if (token.plain === 'right' && /^(?:now|away|after|there)$/.test(next?.plain ?? '')) return [];
      const fits = cited.some(
        ({ words }) =>
          words.has(token.plain) &&
          (next === undefined ||
            isFrameWord(next.plain, next.stem) ||
            words.has(next.plain) ||
            words.has(next.stem)),
      );
      return fits ? [] : [{ code: 'side', detail: token.plain }];
    }),
  );

const ALLERGY = /\ballerg|\bintoleran|\breacts? (?:to|badly)/iu;

/** The word that a side belongs to: the next one, unless a mark ends the phrase first. */
function wordAfter(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens
    .slice(at + 1)
    .find(({ plain }) => plain !== 'side' && plain !== 'sided' && plain !== '-');
  return next?.kind === 'word' ? next : undefined;
}

/** True where the word is part of a fact's own name, which was taken out letter by letter. */
function isInName(start: number, text: string, rest: string | undefined): boolean {
  return rest?.length === text.length && rest.charAt(start) === '·';
}

/** Every medicine named is one of a cited source, and an allergy is told as an allergy. */
export const checkMedicines: Check = ({ segments, cited }) =>
  segments.flatMap(({ text }: Segment) =>
    readMedicine(text, [])
      .ingredients.filter((ingredient) => !isToldAs(ingredient, ALLERGY.test(text), cited))
      .map((ingredient) => ({ code: 'medicine', detail: ingredient }) as const),
  );

function isToldAs(ingredient: string, asAllergy: boolean, cited: readonly CitedFact[]): boolean {
  const naming = cited.filter(({ ingredients }) => ingredients.has(ingredient));
  return naming.some(({ fact: { kind } }) => (asAllergy ? kind !== 'medicine' : kind !== 'allergy'));
}

const LEVEL_NAMED =
  /\b(low|medium|high|critical)[ -](?:triage )?priority\b|\bpriority(?:\s(?:is|of|level|proposed)){0,2}[:\s]+(low|medium|high|critical)\b/giu;

/** The priority is told as proposed, and only from the proposal itself. */
export const checkUrgency: Check = ({ segments, cited, sheet }) => {
  const named = segments
    .flatMap(({ text }) => [...text.matchAll(LEVEL_NAMED)])
    .map((found) => (found[1] ?? found[2] ?? '').toLowerCase());
  const isCited = cited.some(({ fact }) => fact.kind === 'priority');
  return named
    .filter((level) => level !== sheet.priority || !isCited || !PRIORITIES.includes(sheet.priority))
    .map((level) => ({ code: 'urgency', detail: level }));
};
