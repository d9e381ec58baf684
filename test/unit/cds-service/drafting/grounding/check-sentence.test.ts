import { describe, expect, it } from 'vitest';
import { createSentenceCheck } from '#cds-service/drafting/grounding/check-sentence.ts';
import { SHEET } from '../../../../support/drafting/sheet.ts';

const check = createSentenceCheck(SHEET, '2026-11-21T10:00:00.000Z');
const codes = (text: string, cites: readonly string[]) => [
  ...new Set(check({ text, cites }).map(({ code }) => code)),
];

describe('a sentence that its sources say is shown', () => {
  it.each([
    ['67-year-old woman with chest pain (for 2 hours).', ['F1', 'F6']],
    ['She reports chest pain for two hours.', ['F1', 'F6']],
    ['Her pulse is 118 per minute, above the normal range.', ['F1', 'F11']],
    ['The heart rate is high at 118 bpm.', ['F11']],
    ['Oxygen saturation 97% is in the normal range.', ['F12']],
    ['Denied: fever.', ['F8']],
    ['She denies fever.', ['F1', 'F8']],
    ['There is arm weakness on the left side.', ['F7']],
    ['In the family: stroke.', ['F9']],
    ['In the past: appendicitis.', ['F10']],
    ['She takes warfarin and has diabetes.', ['F1', 'F2', 'F3']],
    ['She is allergic to penicillin (rash).', ['F1', 'F4']],
    ['Complaint as recorded: “My chest hurts and my left arm is weak.”', ['F5']],
    ['Proposed priority: High. Reason: chest pain with signs of shock.', ['F15', 'F16']],
    ['See within 10 minutes, and tell the physician on duty.', ['F17']],
    ['Ask: any sweating or vomiting?', ['F18']],
    ['No temperature is recorded.', ['F14']],
    ['Not measured: temperature.', ['F14']],
    [
      'Below the normal range: systolic blood pressure 88 mmHg; above the normal range: heart rate 118 per minute.',
      ['F11', 'F13'],
    ],
  ])('%s', (text, cites) => {
    expect(check({ text, cites })).toEqual([]);
  });
});

describe('a sentence that lies about its sources is dropped, and the reason says how', () => {
  it.each([
    ['no-source', 'Chest pain for 2 hours.', []],
    ['unknown-source', 'Chest pain for 2 hours.', ['F6', 'F99']],
    ['number', 'Her pulse is 108 per minute, above the normal range.', ['F1', 'F11']],
    ['number', 'Oxygen saturation 118% is in the normal range.', ['F11', 'F12']],
    ['number', 'Heart rate 97 per minute, oxygen saturation 118%.', ['F11', 'F12']],
    ['time', '76-year-old woman with chest pain.', ['F1', 'F6']],
    ['time', 'Chest pain for 3 hours.', ['F6']],
    ['time', 'Chest pain for 2 days.', ['F6']],
    ['time', 'Chest pain since yesterday.', ['F6']],
    ['flag', 'The heart rate of 118 per minute is normal.', ['F11']],
    ['flag', 'Vital signs are within normal limits.', ['F11', 'F12', 'F13']],
    ['flag', 'Vital signs are normal.', ['F12']],
    ['flag', 'Systolic blood pressure 88 mmHg is above the normal range.', ['F13']],
    ['flag', 'Blood pressure is stable at 88 mmHg.', ['F13']],
    ['negation', 'She denies chest pain.', ['F1', 'F6']],
    ['negation', 'No chest pain, and no fever.', ['F6', 'F8']],
    ['negation', 'She reports fever.', ['F1', 'F8']],
    ['negation', 'No fever but fever.', ['F8']],
    ['negation', 'She has no diabetes.', ['F1', 'F2']],
    ['finding', 'She reports chest pain and vomiting.', ['F1', 'F6']],
    ['finding', 'She has had a stroke.', ['F1', 'F9']],
    ['finding', 'She reports appendicitis.', ['F1', 'F10']],
    ['finding', 'She reports sweating.', ['F1', 'F18']],
    ['medicine', 'She takes apixaban.', ['F1', 'F3']],
    ['medicine', 'She takes penicillin.', ['F1', 'F4']],
    ['medicine', 'She is allergic to warfarin.', ['F1', 'F3', 'F4']],
    ['side', 'There is arm weakness on the right side.', ['F7']],
    ['side', 'There is left chest pain.', ['F6', 'F7']],
    ['urgency', 'Proposed priority: Low.', ['F15']],
    ['urgency', 'This is a medium priority.', ['F15']],
    ['urgency', 'Proposed priority: High.', ['F6']],
    ['word', 'She describes a crushing tightness.', ['F1', 'F6']],
    ['word', 'La paciente tiene dolor.', ['F1', 'F6']],
    ['quote', 'She says: “I fell down the stairs.”', ['F5']],
    ['diagnosis', 'The chest pain is consistent with a heart attack.', ['F6']],
    ['prescription', 'She should be given warfarin.', ['F1', 'F3']],
    ['dose', 'She takes warfarin 5 mg.', ['F1', 'F3']],
    ['dose', 'She takes two tablets of warfarin.', ['F1', 'F3']],
    ['dismissal', 'The chest pain is just anxiety.', ['F6']],
    ['certainty', 'She definitely has chest pain.', ['F1', 'F6']],
    ['stereotype', 'She exaggerates her chest pain.', ['F1', 'F6']],
    ['identifier', 'Mrs Smith reports chest pain.', ['F1', 'F6']],
    ['form', 'She reports <b>chest pain</b>.', ['F1', 'F6']],
  ])('%s: %s', (code, text, cites) => {
    expect(codes(text, cites)).toContain(code);
  });
});
