import { describe, expect, it } from 'vitest';
import { isPresent } from '../../../support/read.ts';

type Claim = readonly [text: string, concept: string];

/** A negation must never swallow an emergency: the first thing to guard. */
const STILL_PRESENT: readonly Claim[] = [
  ['Denies chest pain but has had two hours of jaw pain', 'jaw-pain'],
  ['No fever. Crushing chest pain for an hour', 'chest-pain'],
  ['No improvement in chest pain since the tablet', 'chest-pain'],
  ['no relief of the chest pain', 'chest-pain'],
  ['Not breathing', 'not-breathing'],
  ['he is no longer breathing', 'not-breathing'],
  ['cannot feel her legs', 'loss-of-sensation'],
  ["can't stop vomiting", 'vomiting'],
  ['no pulse', 'no-pulse'],
  ['not responding to voice', 'unresponsive'],
  ['passed out without warning', 'syncope'],
  ['no urine since yesterday', 'no-urine'],
  ['no trauma, sudden severe headache', 'headache'],
  ['without fever but with a stiff neck', 'neck-stiffness'],
  ['no chest pain at rest but severe chest pain on walking', 'chest-pain'],
  ['Not just a cough, he is coughing up blood', 'haemoptysis'],
  ['does not deny chest pain', 'chest-pain'],
  ['no known cause for the seizure', 'seizure'],
  ['No allergies. Throat is closing up and lips are swelling', 'lip-swelling'],
  ['nontender abdomen, vomiting blood since morning', 'haematemesis'],
  ['no fever however black tarry stools for two days', 'melaena'],
  ['unable to speak since an hour ago', 'unable-to-speak'],
  ['never had a headache like this, worst of her life', 'headache'],
  ['no appetite, severe abdominal pain', 'abdominal-pain'],
  ['not sleeping, wants to kill herself', 'suicidal-ideation'],
  ['family says it is nothing, but he has chest pain', 'chest-pain'],
  ['possible stroke, face drooping on the left', 'facial-droop'],
  ['cannot rule out an overdose', 'overdose'],
];

const ABSENT: readonly Claim[] = [
  ['No chest pain', 'chest-pain'],
  ['denies chest pain, shortness of breath or syncope', 'syncope'],
  ['Denies CP, SOB, N/V', 'shortness-of-breath'],
  ['no fever, chills, or cough', 'cough'],
  ['chest pain: none', 'chest-pain'],
  ['CP neg', 'chest-pain'],
  ['fever - no', 'fever'],
  ['(-) fever', 'fever'],
  ['afebrile', 'fever'],
  ['without vomiting', 'vomiting'],
  ['Any chest pain? No.', 'chest-pain'],
  ['never lost consciousness', 'loss-of-consciousness'],
  ["didn't pass out", 'syncope'],
  ['did not pass out, no vomiting', 'syncope'],
  ['no thoughts of hurting myself', 'suicidal-ideation'],
  ['not suicidal', 'suicidal-ideation'],
  ['negative for stroke symptoms', 'stroke'],
  ['no weakness or numbness in the legs', 'leg-numbness'],
];

const SOMEBODY_ELSE: readonly Claim[] = [
  ['Her husband has chest pain, she is here for a refill', 'chest-pain'],
  ['father died of a stroke at 60', 'stroke'],
  ['Father died of a heart attack. I have a sore throat', 'heart-attack'],
  ['His uncle died suddenly at 30 of a seizure', 'seizure'],
  ['family history of stroke', 'stroke'],
  ['mother had breast cancer', 'cancer'],
];

const THE_PATIENT: readonly Claim[] = [
  ['My husband has crushing chest pain', 'chest-pain'],
  ['Wife reports he has chest pain', 'chest-pain'],
  ['My 80 year old dad is suddenly confused today, he was fine yesterday', 'confusion'],
  ['my son had a seizure this morning', 'seizure'],
  ['Per daughter, patient fell and hit her head', 'head-injury'],
  ['my baby is not breathing well', 'shortness-of-breath'],
];

const NOT_NOW: readonly Claim[] = [
  ['Heart attack in 2015, here for a flu shot', 'heart-attack'],
  ['h/o stroke 3 years ago, here for a refill', 'stroke'],
  ['had a seizure as a child', 'seizure'],
  ['return if chest pain or shortness of breath', 'chest-pain'],
  ['told to come back if numbness or fever', 'fever'],
  ['come back if he has trouble breathing', 'shortness-of-breath'],
  ['if it gets worse or she starts vomiting, call', 'vomiting'],
];

describe('negation', () => {
  it.each(STILL_PRESENT)('does not swallow: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(true);
  });
  it.each(ABSENT)('reads as absent: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(false);
  });
});

describe('whose', () => {
  it.each(SOMEBODY_ELSE)("is not the patient's: %s (%s)", (text, concept) => {
    expect(isPresent(text, concept)).toBe(false);
  });
  it.each(THE_PATIENT)("is the patient's: %s (%s)", (text, concept) => {
    expect(isPresent(text, concept)).toBe(true);
  });
});

describe('when', () => {
  it.each(NOT_NOW)('is not now: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(false);
  });
});
