import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import type { Gate } from './gate.ts';
import { passWith } from './verdict.ts';

interface Forbidden {
  readonly code: 'diagnosis' | 'dose' | 'prescription' | 'dismissal' | 'stereotype' | 'certainty';
  readonly pattern: RegExp;
}

/**
 * What no sentence of ours may say, whatever path it came from (design section 5).
 *
 * The words of the chart and the patient are quoted apart from our sentences and are not judged here.
 * Every pattern is linear: alternatives of plain words, no nested repetition.
 */
const FORBIDDEN: readonly Forbidden[] = [
  {
    code: 'diagnosis',
    pattern:
      /\b(?:diagnos(?:is|es|ed) (?:is|of|as|with)|(?:the )?patient (?:is )?(?:suffer(?:s|ing) from|having an? (?:stroke|heart attack|mi|seizure disorder))|you have|has been confirmed|confirmed (?:mi|stroke|sepsis|pe|dvt))\b/i,
  },
  {
    code: 'dose',
    pattern:
      /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|micrograms?|milligrams?|grams?|ml|millilit(?:re|er)s?|tablets?|capsules?|puffs?|drops|iu)\b(?!\s?\/)/i,
  },
  {
    code: 'prescription',
    pattern:
      /\b(?:prescribe|prescribing|administer|start(?:ing)? (?:antibiotics?|anticoagula\w+|steroids?|opioids?|insulin)|(?:give|take) (?:aspirin|nitroglycerin|epinephrine|adrenaline|paracetamol|acetaminophen|ibuprofen|antibiotics?|naloxone|glucose|insulin|oxygen)|stop(?:ping)? (?:taking|the) (?:medicine|medication|warfarin))\b/i,
  },
  {
    code: 'dismissal',
    pattern:
      /\b(?:nothing (?:is )?(?:wrong|to worry about)|(?:just|only|merely) (?:anxiety|stress|in (?:his|her|their) head)|not (?:serious|an emergency|urgent at all)|no need to (?:worry|be seen|see)|can safely (?:wait|go home)|safe to (?:go home|discharge))\b/i,
  },
  {
    code: 'stereotype',
    pattern:
      /\b(?:drug[- ]?seek\w+|malinger\w+|frequent (?:flyer|flier)|hysteri\w+|non-?complian\w+|difficult patient|attention[- ]?seek\w+|exaggerat\w+|dramatic)\b/i,
  },
  {
    code: 'certainty',
    pattern:
      /\b(?:certainly|definitely|undoubtedly|without (?:a )?doubt|rule[sd]? out|guarantee\w*|100 ?%|always means|proves)\b/i,
  },
];

/** Codes of what a sentence must not say; empty when it may be shown. */
export function wordingFaults(sentence: string): readonly Forbidden['code'][] {
  return FORBIDDEN.filter(({ pattern }) => pattern.test(sentence)).map(({ code }) => code);
}

/** Reports the sentences that were withheld, by fault; the assessment has dropped them already. */
export const wording: Gate = {
  id: 'wording',
  check: ({ sentences }) => {
    const faults = sentences.flatMap(({ text }) => wordingFaults(text));
    const reasons = faults.map((code) => `a sentence was withheld: ${code}`);
    if (!sentences.some(({ text }) => text === REVIEW_STATEMENT))
      return { kind: 'abstain', reasons: [...reasons, 'the review statement is missing'] };
    return passWith(reasons);
  },
};
