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
  ["she doesn't want to die", 'suicidal-ideation'],
  ['She has no weight loss, blood, wheeze, lip swelling or breathlessness', 'lip-swelling'],
  ['She is not breathing fast', 'not-breathing'],
  ['No pain, discharge, vertigo, facial weakness.', 'facial-droop'],
  ['Denies HA, vision chg, CP, weakness.', 'chest-pain'],
  ['Not fainted, no pain in my chest, speech alright', 'chest-pain'],
  ['No headache, CP, visual sx. Forgot amlodipine.', 'chest-pain'],
];

const SOMEBODY_ELSE: readonly Claim[] = [
  ['Her husband has chest pain, she is here for a refill', 'chest-pain'],
  ['father died of a stroke at 60', 'stroke'],
  ['Father died of a heart attack. I have a sore throat', 'heart-attack'],
  ['His uncle died suddenly at 30 of a seizure', 'seizure'],
  ['family history of stroke', 'stroke'],
  ['mother had breast cancer', 'cancer'],
  ["Her tingling is no worse. Her neighbour's leg was amputated", 'leg-amputation'],
  ['Her mother went blind from diabetes', 'vision-loss'],
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
  ['About six years ago I had a funny turn where half my face went numb', 'facial-numbness'],
  ['a head injury fourteen months ago in which he was knocked unconscious', 'unconscious'],
  ['Her one anaphylactic collapse was at the age of fourteen', 'anaphylaxis'],
  ['Back in 2020 I had what they thought was a stroke', 'stroke'],
];

/** Began long ago and lasts, or struck lately. */
const STILL_NOW: readonly Claim[] = [
  ['a fall six weeks ago, now confused', 'confusion'],
  ['Two years ago she was diagnosed with MS and now has double vision', 'double-vision'],
  ['Three months ago she noticed a lump in the breast', 'breast-lump'],
  ['hit his head a month ago', 'head-injury'],
  ["he's not answering me", 'unresponsive'],
  ["he won't wake up", 'will-not-wake'],
];

/** Spoken of, and nobody has it. */
const TALKED_OF: readonly Claim[] = [
  ['The leaflet in my tablets says stroke, heart attack and collapse', 'sudden-collapse'],
  ['Read leaflet of the new statin which lists liver failure and stroke', 'stroke'],
  ["Googled 'sepsis from tattoo'", 'sepsis'],
  ['I was reading a thing about heart attacks going missed', 'heart-attack'],
  ['They said never to miss it because of strokes', 'stroke'],
  ['Itching and a bit pink. Is it going septic?', 'sepsis'],
  ['Stroke nurse saw her at the door', 'stroke'],
  ['referred to the TIA clinic', 'tia'],
  ['Boss said it could be blood poisoning', 'sepsis'],
  ['worried she will have a stroke like her mother', 'stroke'],
  ['there was meningitis in a school across town', 'meningitis'],
  ['travel jabs, hepatitis A and typhoid', 'malaria'],
  ['nearly had a heart attack when I saw the bowl', 'heart-attack'],
  ['my wife googled brain tumour', 'brain-tumour'],
  ['Dad read a story about a boy who killed himself on them', 'suicidal-ideation'],
  ['first time mother and I fear he will choke in his sleep', 'choking'],
  ["My leg is black and blue, looks like I've been run over by a bus", 'pedestrian-struck'],
  ['The patches give me mad dreams, shot at by pirates last night', 'gunshot-wound'],
];

const STILL_TOLD: readonly Claim[] = [
  ['I googled my chest pain and it got worse', 'chest-pain'],
  ['had two strokes this year, now the face droops', 'facial-droop'],
  ['The leaflet says to ring. I have a severe headache', 'headache'],
  ['looks like a stroke', 'stroke'],
  ['run over by a bus', 'pedestrian-struck'],
];

/** One word, another meaning. */
const ANOTHER_MEANING: readonly Claim[] = [
  ['a faint pink rash over the trunk', 'syncope'],
  ['he has drunk some water since', 'alcohol-intoxication'],
  ['had a coughing fit yesterday', 'seizure'],
  ['a violent frontal headache', 'violent-behaviour'],
  ["the pain doesn't wake him", 'will-not-wake'],
  ['cracked nipples', 'cocaine-use'],
  ['A fit 28-year-old runner with three weeks of cough', 'seizure'],
  ['nettle sting at PE', 'pulmonary-embolism'],
  ['took his tablets on Monday as usual', 'swallowed-medicine-child'],
  ['has not been with anyone since spring', 'unresponsive'],
  ['No resp distress', 'not-breathing'],
  ['CIWA 7', 'alcohol-withdrawal'],
  ['curled up with a hot water bottle', 'scald'],
  ['this tooth is going to kill me', 'homicidal-ideation'],
  ['can the nurse freeze it', 'hypothermia'],
  ["The hospice nurse isn't answering", 'unresponsive'],
  ['the pupil does not answer to light', 'unresponsive'],
  ['came out in a cold sweat', 'unconscious'],
  ['nail hanging off', 'hanging'],
  ['naloxone kit in bag', 'naloxone-given'],
  ['it would be easier not to wake up', 'will-not-wake'],
  ['11M fell off a swing', 'fall-over-six-metres'],
  ['A 26-year-old took two tablets', 'overdose'],
  ['no thickened skin and both radial pulses are full', 'neurovascular-compromise'],
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
  it.each(STILL_NOW)('is now: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(true);
  });
});

describe('what is spoken of', () => {
  it.each(TALKED_OF)("is not the patient's: %s (%s)", (text, concept) => {
    expect(isPresent(text, concept)).toBe(false);
  });
  it.each(STILL_TOLD)('does not swallow: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(true);
  });
  it.each(ANOTHER_MEANING)('is another thing: %s (%s)', (text, concept) => {
    expect(isPresent(text, concept)).toBe(false);
  });
});
