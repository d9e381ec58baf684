import type { DraftFact, DraftFactKind } from '../facts/fact.ts';
import type { CitedFact } from './cited.ts';
import type { Fault } from './fault.ts';

/** What stands where a phrase of a cited fact was taken out: a mark, so that no reader makes a word of it. */
export const TAKEN_OUT = ' · ';

/** Kinds whose text is ours and was checked when it was written: rules, questions, steps. */
const OURS: ReadonlySet<DraftFactKind> = new Set([
  'reason',
  'against',
  'question',
  'step',
  'caution',
  'missing',
  'priority',
  'person',
]);

/** Takes out the sentences that are word for word a cited fact of ours: they say what their source says. */
export function withoutVerbatim(text: string, cited: readonly CitedFact[]): string {
  const phrases = cited
    .filter(({ fact }) => OURS.has(fact.kind))
    .flatMap(({ fact }) => [
      fact.text,
      ...(fact.kind === 'reason' || fact.kind === 'against' ? [fact.name ?? ''] : []),
    ]);
  return longestFirst(phrases).reduce(
    (rest, phrase) => replacePhrase(rest, withoutEnd(phrase), () => TAKEN_OUT),
    text,
  );
}

/**
 * Takes out the names of cited facts where they stand letter by letter, and judges whether they are told with the
 * negation, hedge or time that their fact has. What is left is what the sentence adds of its own.
 */
export function withoutNames(
  text: string,
  cited: readonly CitedFact[],
): { readonly rest: string; readonly values: string; readonly faults: readonly Fault[] } {
  const found: { readonly fact: DraftFact; readonly at: number }[] = [];
  // Same length, so that places stay; no letters, so that "not breathing" denies nothing that stands after it.
  let rest = text;
  // Measurements keep their names here: whether "high" fits them is a check of its own.
  let values = text;
  for (const { phrase, fact } of namesOf(cited.map((one) => one.fact))) {
    rest = replacePhrase(rest, phrase, (before) => {
      found.push({ fact, at: before.length });
      return '·'.repeat(phrase.length);
    });
    if (fact.measurement === undefined) values = replacePhrase(values, phrase, () => TAKEN_OUT);
  }
  const faults = found.flatMap(({ fact, at }) => judgeTelling(fact, rest.slice(0, at)) ?? []);
  return { rest, values, faults };
}

interface Named {
  readonly phrase: string;
  readonly fact: DraftFact;
}

function namesOf(facts: readonly DraftFact[]): readonly Named[] {
  const value = (kind: string) =>
    facts.find(({ measurement }) => measurement?.kind === kind)?.measurement?.value;
  const named = facts.flatMap((fact): readonly Named[] => {
    const { finding, measurement, name } = fact;
    const isPair = measurement?.kind === 'systolic' && value('diastolic') !== undefined;
    return [
      ...(name === undefined ? [] : [{ phrase: name, fact }]),
      ...(finding === undefined ? [] : [{ phrase: finding.display, fact }]),
      ...(measurement === undefined
        ? []
        : [
            { phrase: `${measurement.display} ${measurement.shown}`, fact },
            { phrase: measurement.display, fact },
          ]),
      ...(isPair ? [{ phrase: `blood pressure ${measurement.value}/${value('diastolic')} mmHg`, fact }] : []),
    ];
  });
  return named.sort((a, b) => b.phrase.length - a.phrase.length);
}

const NEGATION = /\b(?:no|not|nor|none|never|neither|without|denie[sd]|deny|denying|absent|negative)\b/giu;
const TURN = /\b(?:but|however|although|though|except|while|whereas|with|has|have|reports?|shows?)\b|[.;]/iu;

/** Past and family are told as such; a denial stays one; nothing that is there is denied. */
function judgeTelling({ kind, finding, name }: DraftFact, before: string): Fault | undefined {
  const part = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), 0));
  const last = [...part.matchAll(NEGATION)].at(-1);
  const isDenied = last !== undefined && !TURN.test(part.slice(last.index + last[0].length));
  const detail = finding?.display ?? name ?? kind;
  if (finding === undefined) {
    const isThere = kind === 'condition' || kind === 'medicine' || kind === 'allergy' || kind === 'pregnancy';
    return isThere && isDenied ? { code: 'negation', detail } : undefined;
  }
  switch (finding.state) {
    case 'absent':
      return isDenied ? undefined : { code: 'negation', detail };
    case 'past':
      return /\b(?:past|previous(?:ly)?|history|earlier|ago)\b/iu.test(part)
        ? undefined
        : { code: 'finding', detail };
    case 'family':
      return /\b(?:family|father|mother|parents?|brother|sister|son|daughter|grand\w+|uncle|aunt)\b/iu.test(
        part,
      )
        ? undefined
        : { code: 'finding', detail };
    case 'uncertain':
      if (isDenied) return { code: 'negation', detail };
      return /\b(?:possibl[ey]|perhaps|may|might|could|unsure)\b/iu.test(part)
        ? undefined
        : { code: 'finding', detail };
    default:
      return isDenied ? { code: 'negation', detail } : undefined;
  }
}

function replacePhrase(text: string, phrase: string, replace: (before: string) => string): string {
  if (phrase.length < 2) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(phrase)}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (_found, at: number) => replace(text.slice(0, at)));
}

function longestFirst(phrases: readonly string[]): readonly string[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

function withoutEnd(phrase: string): string {
  return phrase.replace(/[.?!]+$/u, '');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
