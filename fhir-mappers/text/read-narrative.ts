import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { DataProblem, Finding, FindingState, Measurement, PregnancyFact } from '../clinical-snapshot.ts';
import { blankMarkup } from './blank-markup.ts';
import { type ConceptMention, composeMentions } from './compose-mentions.ts';
import { readContext } from './context.ts';
import { readDemographics } from './demographics.ts';
import { deriveConcepts } from './derive.ts';
import { readLabNumbers } from './lab-numbers.ts';
import { foreignWords, isFalseFriend, isPartlyForeign, isReadable } from './language.ts';
import { type Layout, layOut } from './layout.ts';
import { matchPhrases } from './match-phrases.ts';
import { measurementsOf, readNumbers } from './measurements.ts';
import { type Detail, readDetails } from './modifiers.ts';
import { phraseIndex } from './phrase-index.ts';
import { gestationSpans, readPregnancy } from './pregnancy.ts';
import type { Judgement, Scene, TextMention } from './scene.ts';
import { correctStem } from './spelling.ts';
import { type Term, termsOf, UNMATCHED } from './terms.ts';
import { readSpans } from './time.ts';
import { type Token, tokenise } from './tokens.ts';

/** A part of the text that says one thing, with whose and when it is. */
export interface Clause {
  readonly text: string;
  readonly span: readonly [number, number];
  readonly state: FindingState;
}

/** Everything that was read from a text. Spans are half-open ranges of UTF-16 units in the text as given. */
export interface Narrative {
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  readonly demographics: {
    readonly ageYears?: number;
    readonly sex?: 'female' | 'male';
    readonly pregnancy?: PregnancyFact;
  };
  /** Medicines as written, for `readMedicine`. */
  readonly medicines: readonly { readonly text: string; readonly span: readonly [number, number] }[];
  readonly clauses: readonly Clause[];
  /** False when the text is in a language or script that the reader does not know. */
  readonly readable: boolean;
  readonly problems: readonly DataProblem[];
}

export interface NarrativeContext {
  /** ISO instant of reading: "since this morning" and vital signs count from it. */
  readonly asOf: string;
  /** FHIR reference of the resource that holds the text. */
  readonly reference?: string;
  readonly origin: 'complaint' | 'questionnaire';
}

/** Longer texts are read up to here, and that is said. Characters. */
export const LONGEST_TEXT = 100_000;

const UNREAD: DataProblem = {
  code: 'unread-language',
  about: 'complaint',
  text: 'The complaint is in a language or script that was not read: use an interpreter and ask again.',
};

const PARTLY_UNREAD: DataProblem = {
  code: 'unread-language',
  about: 'complaint',
  text: 'Part of the complaint is in another language and was not read: ask again with an interpreter.',
};

const EMPTY: Narrative = {
  findings: [],
  measurements: [],
  demographics: {},
  medicines: [],
  clauses: [],
  readable: true,
  problems: [],
};

function textMentions(mentions: readonly ConceptMention[], terms: readonly Term[]): TextMention[] {
  return mentions.map(({ id, from, to, sites, members }) => ({
    id,
    kind: lookUpConcept(id)?.kind ?? ('symptom' as const),
    sites,
    from: terms[from]!.from,
    to: terms[to - 1]!.to + 1,
    ...(members === undefined
      ? {}
      : {
          members: members.map(([first, end]) => [terms[first]!.from, terms[end - 1]!.to + 1] as const),
        }),
  }));
}

function coverage(tokens: readonly Token[], mentions: readonly TextMention[]): Uint8Array {
  const covered = new Uint8Array(tokens.length);
  for (const { from, to, members } of mentions)
    for (const [first, end] of members ?? [[from, to] as const]) covered.fill(1, first, end);
  return covered;
}

interface Writing {
  readonly text: string;
  readonly scene: Scene;
  readonly judgements: readonly Judgement[];
  readonly details: readonly Detail[];
  readonly context: NarrativeContext;
}

function findingsOf({ text, scene, judgements, details, context }: Writing): Finding[] {
  const findings: Finding[] = [];
  for (const [index, mention] of scene.mentions.entries()) {
    const judgement = judgements[index]!;
    const detail = details[index]!;
    const span = [scene.tokens[mention.from]!.start, scene.tokens[mention.to - 1]!.end] as const;
    const source = {
      origin: context.origin,
      ...(context.reference === undefined ? {} : { reference: context.reference }),
      span,
      at: context.asOf,
    };
    const write = (id: string, state: FindingState) =>
      findings.push({
        concept: id,
        display: lookUpConcept(id)?.display ?? id,
        text: text.slice(span[0], span[1]),
        state,
        source,
        ...detail,
        ...(mention.sites.length === 0 ? {} : { sites: mention.sites }),
      });
    write(mention.id, judgement.state);
    for (const { id, state } of deriveConcepts(mention.id, mention.sites, detail, judgement))
      write(id, state);
  }
  return findings;
}

/** Cuts the text at sentence ends, contrasts and, where it lists findings, keeps the list whole. */
function clausesOf(
  text: string,
  tokens: readonly Token[],
  layout: Layout,
  scene: Scene,
  judgements: readonly Judgement[],
): Clause[] {
  const clauses: Clause[] = [];
  let mention = 0;
  let start = 0;
  while (start < tokens.length) {
    let end = start + 1;
    while (end < tokens.length && layout.segment[end] === layout.segment[start]) end += 1;
    let first = start;
    while (first < end && tokens[first]!.kind === 'mark') first += 1;
    let last = end - 1;
    while (last > first && tokens[last]!.kind === 'mark') last -= 1;
    if (first < end) {
      const states: FindingState[] = [];
      while (mention < scene.mentions.length && scene.mentions[mention]!.from < end) {
        states.push(judgements[mention]!.state);
        mention += 1;
      }
      const span = [tokens[first]!.start, tokens[last]!.end] as const;
      clauses.push({
        text: text.slice(span[0], span[1]),
        span,
        state: clauseState(states, tokens[first]!.plain),
      });
    }
    start = end;
  }
  return clauses;
}

const OPENS_ABSENT = new Set(['no', 'denies', 'denied', 'denying', 'without', 'negative']);

function clauseState(states: readonly FindingState[], firstWord: string): FindingState {
  if (states.includes('present')) return 'present';
  if (states.includes('uncertain')) return 'uncertain';
  return states[0] ?? (OPENS_ABSENT.has(firstWord) ? 'absent' : 'present');
}

function medicinesOf(text: string, scene: Scene, judgements: readonly Judgement[]): Narrative['medicines'] {
  return scene.mentions.flatMap((mention, index) => {
    if (mention.kind !== 'medicine' || judgements[index]!.state === 'absent') return [];
    const span = [scene.tokens[mention.from]!.start, scene.tokens[mention.to - 1]!.end] as const;
    return [{ text: text.slice(span[0], span[1]), span }];
  });
}

/**
 * Reads a nurse's, physician's or patient's words into findings, measurements and facts about the patient.
 *
 * Pure and linear in the length of the text. What is negated, past, feared, of the family or of another person
 * keeps that as its state; where it is doubtful a finding counts as present. What could not be read is in
 * `problems` and in `readable`, never silence.
 */
export function readNarrative(text: string, context: NarrativeContext): Narrative {
  if (text.trim() === '') return EMPTY;
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const plain = blankMarkup(cut);
  const tokens = tokenise(plain);
  const layout = layOut(tokens, plain);
  const foreign = foreignWords(tokens, layout.sentence);
  const terms = termsOf(tokens, layout, (token) =>
    // The German "ich" is no intracranial haemorrhage.
    foreign.has(token)
      ? isFalseFriend(token.plain)
        ? UNMATCHED
        : token.stem
      : correctStem(token.plain, token.stem),
  );
  const index = phraseIndex();
  const mentions = [
    ...textMentions(composeMentions(matchPhrases(terms, index), terms, tokens, index), terms),
    ...readLabNumbers(tokens, layout),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const scene: Scene = { tokens, layout, mentions, covered: coverage(tokens, mentions) };
  const thisYear = Number(context.asOf.slice(0, 4)) || 9999;
  const judgements = readContext(scene, thisYear);
  const gestation = gestationSpans(scene);
  const spans = readSpans(tokens, layout, context.asOf).filter(
    (span) => !gestation.some(({ from, to }) => span.from < to && from < span.to),
  );
  const details = readDetails(scene, judgements, spans);
  const writing: Writing = { text: cut, scene, judgements, details, context };
  const numbers = readNumbers(tokens, layout);
  const { measurements, problems } = measurementsOf(numbers, tokens, {
    origin: context.origin,
    ...(context.reference === undefined ? {} : { reference: context.reference }),
    at: context.asOf,
  });
  const matched = scene.covered.reduce((sum, one) => sum + one, 0);
  const readable = isReadable(tokens, matched);
  const pregnancy = readPregnancy(scene, judgements);
  return {
    findings: findingsOf(writing),
    measurements,
    demographics: {
      ...(pregnancy?.state === 'pregnant' || pregnancy?.state === 'postpartum' ? { sex: 'female' } : {}),
      ...readDemographics(tokens, cut),
      ...(pregnancy === undefined ? {} : { pregnancy }),
    },
    medicines: medicinesOf(cut, scene, judgements),
    clauses: clausesOf(cut, tokens, layout, scene, judgements),
    readable,
    problems: [
      ...(readable ? (isPartlyForeign(tokens, layout.sentence) ? [PARTLY_UNREAD] : []) : [UNREAD]),
      ...(cut.length < text.length ? [TOO_LONG] : []),
      ...problems,
    ],
  };
}

const TOO_LONG: DataProblem = {
  code: 'incomplete',
  about: 'complaint',
  text: 'The complaint is too long: only its first part was read.',
};
