import { randomUUID } from 'node:crypto';
import { type Assessment, REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { DraftEvent, DraftedNote, DraftKind } from '#fhir-mappers/drafted-note.ts';
import { templateDrafter, writeTemplate } from './adapters/template-drafter.ts';
import type { Drafter, DrafterInfo, NoteParts, WrittenSentence } from './contract.ts';
import type { FactSheet } from './facts/fact.ts';
import { type DraftEvidence, writeFactSheet } from './facts/fact-sheet.ts';
import { type CheckSentence, createSentenceCheck } from './grounding/check-sentence.ts';
import { parseAnswer } from './prompt/parse-answer.ts';
import { writePrompt } from './prompt/write-prompt.ts';
import { prioritySentence } from './template/sbar.ts';

export interface DraftNoteOptions {
  readonly kind: DraftKind;
  /** Who is asked first; the template answers where it cannot. */
  readonly drafter: Drafter;
  readonly signal: AbortSignal;
  /** Progress, and each sentence as it passes; the note itself is the result. */
  readonly onEvent?: (event: DraftEvent) => void;
}

/** Fewer sentences than this, or less than this share of what was written, and the template takes the draft's place. */
const LEAST_SENTENCES: Readonly<Record<DraftKind, number>> = {
  sbar: 4,
  summary: 2,
  questions: 2,
  patient: 3,
};
const LEAST_SHARE = 0.5;

/**
 * Drafts a note from an assessment and the chart.
 *
 * Every sentence, whoever wrote it, is checked against what it cites and against what no sentence may say; what fails is
 * dropped and named. Priority and reason of an urgent proposal are put in where a model left them out. Too little left,
 * a model that is off, or one that fails: the template writes, and the note says why. A draft sets no priority.
 *
 * @returns `timeout` when the signal aborted; nothing of the draft is then kept.
 */
export async function draftNote(
  assessment: Assessment,
  evidence: DraftEvidence,
  { kind, drafter, signal, onEvent }: DraftNoteOptions,
): Promise<DraftedNote | Unavailable> {
  const began = performance.now();
  const sheet = writeFactSheet(assessment, evidence);
  const check = createSentenceCheck(sheet, assessment.asOf);
  const prompt = writePrompt(kind, sheet);
  const finish = (
    parts: NoteParts,
    by: DrafterInfo,
    rest: Pick<DraftedNote, 'instead'> = {},
  ): DraftedNote => ({
    schema: '1',
    id: randomUUID(),
    assessmentId: assessment.id,
    kind,
    by: { ...by },
    ...rest,
    ...parts,
    facts: sheet.facts.map(({ id, kind: what, text, reference, source }) => ({
      id,
      kind: what,
      text,
      ...(reference === undefined ? {} : { reference }),
      ...(source === undefined ? {} : { source }),
    })),
    // What went to a model is shown also when its draft was not used.
    ...(drafter.adapter === 'template' || isUnavailable(drafter.info) ? {} : { prompt }),
    review: REVIEW_STATEMENT,
    milliseconds: Math.round((performance.now() - began) * 100) / 100,
  });
  const fromTemplate = () => keepWhatHolds(writeTemplate(kind, sheet), check);
  const templateInfo = templateDrafter.info as DrafterInfo;

  if (drafter.adapter === 'template') return finish(fromTemplate(), templateInfo);
  if (isUnavailable(drafter.info))
    return finish(fromTemplate(), templateInfo, insteadOf(drafter, drafter.info));

  const live = reportAsItPasses(check, kind, onEvent);
  const written = await drafter.draft(
    { kind, sheet, prompt },
    { signal, onText: live, onStage: (stage) => onEvent?.({ event: 'progress', stage }) },
  );
  if (signal.aborted) return { state: 'unavailable', code: 'timeout', detail: 'cancelled' };
  if (isUnavailable(written)) return finish(fromTemplate(), templateInfo, insteadOf(drafter, written));
  const info = isUnavailable(drafter.info)
    ? { adapter: drafter.adapter, name: drafter.adapter }
    : drafter.info;
  const kept = keepWhatHolds(written, check);
  if (isTooLittle(kept, kind)) {
    const template = fromTemplate();
    return finish(
      { sentences: template.sentences, dropped: [...kept.dropped, ...template.dropped] },
      templateInfo,
      {
        instead: {
          adapter: drafter.adapter,
          code: 'too-little-held',
          text: `Of ${written.length} sentences of the model ${kept.sentences.length} held against their sources.`,
        },
      },
    );
  }
  return finish(withWhatMustBeSaid(kept, kind, sheet), info);
}

function insteadOf({ adapter }: Drafter, { code, detail }: Unavailable): Pick<DraftedNote, 'instead'> {
  return { instead: { adapter, code: detail?.startsWith('gate:') ? 'gate' : code, text: detail ?? code } };
}

/** Sentences without fault, once each; the others with their reasons. */
export function keepWhatHolds(written: readonly WrittenSentence[], check: CheckSentence): NoteParts {
  const sentences: DraftedNote['sentences'] = [];
  const dropped: DraftedNote['dropped'] = [];
  const told = new Set<string>();
  for (const sentence of written) {
    const { text, cites, section } = sentence;
    const faults = told.has(text.toLowerCase()) ? [{ code: 'repeated' as const }] : check(sentence);
    told.add(text.toLowerCase());
    if (faults.length === 0)
      sentences.push({ text, cites: [...cites], ...(section === undefined ? {} : { section }) });
    else
      dropped.push({
        text: text.slice(0, 400),
        cites: [...cites],
        reasons: faults.map((fault) => ({ ...fault })),
      });
  }
  return { sentences, dropped };
}

function isTooLittle({ sentences, dropped }: NoteParts, kind: DraftKind): boolean {
  const share = sentences.length / Math.max(1, sentences.length + dropped.length);
  return sentences.length < LEAST_SENTENCES[kind] || share < LEAST_SHARE;
}

/** An urgent proposal is told in every note: where the model did not, the template's sentence stands first. */
function withWhatMustBeSaid(parts: NoteParts, kind: DraftKind, sheet: FactSheet): NoteParts {
  if (kind === 'questions') return parts;
  const must =
    kind === 'patient'
      ? writeTemplate('patient', sheet).filter(isAboutPriority(sheet))
      : prioritySentence(sheet);
  const said = parts.sentences.some(isAboutPriority(sheet));
  if (said) return parts;
  const added = must.slice(0, kind === 'patient' ? must.length : 1).map(({ text, cites }) => ({
    text,
    cites: [...cites],
    added: true,
    ...(kind === 'sbar' ? { section: 'situation' as const } : {}),
  }));
  return {
    ...parts,
    sentences: kind === 'patient' ? [...parts.sentences, ...added] : [...added, ...parts.sentences],
  };
}

function isAboutPriority(sheet: FactSheet): (sentence: { readonly cites: readonly string[] }) => boolean {
  const ids = new Set(
    sheet.facts.filter(({ kind, key }) => kind === 'priority' || key === 'patient-seen').map(({ id }) => id),
  );
  return ({ cites }) => cites.some((id) => ids.has(id));
}

/** Tells of each line of a model's answer as soon as it is whole and checked; unchecked words are never told. */
function reportAsItPasses(
  check: CheckSentence,
  kind: DraftKind,
  onEvent: DraftNoteOptions['onEvent'],
): (text: string, tokens: number) => void {
  let reported = 0;
  return (text, tokens) => {
    if (onEvent === undefined) return;
    onEvent({ event: 'progress', stage: 'writing', tokens });
    const whole = parseAnswer(text.slice(0, text.lastIndexOf('\n') + 1), kind);
    for (const sentence of whole.slice(reported)) {
      const faults = check(sentence);
      if (faults.length === 0)
        onEvent({ event: 'sentence', sentence: { ...sentence, cites: [...sentence.cites] } });
      else onEvent({ event: 'dropped', codes: [...new Set(faults.map(({ code }) => code))] });
    }
    reported = whole.length;
  };
}
