import { describe, expect, it } from 'vitest';
import { triage } from '#cds-service/triage/triage.ts';
import type { AllergyFact, ClinicalSnapshot, MedicineFact } from '#fhir-mappers/clinical-snapshot.ts';
import { present } from '#fhir-mappers/data-state.ts';
import { readMedicine } from '#terminology/medicines/medicines.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

const takes = (...names: string[]): ClinicalSnapshot['medicines'] =>
  present(
    names.map<MedicineFact>((display) => ({
      display,
      codings: [],
      ...readMedicine(display, []),
      active: true,
      source: { origin: 'chart' },
    })),
  );

const allergicTo = (...names: string[]): ClinicalSnapshot['allergies'] =>
  present(
    names.map<AllergyFact>((display) => ({
      display,
      codings: [],
      ...readMedicine(display, []),
      source: { origin: 'chart' },
    })),
  );

describe('drug rules', () => {
  it.each([
    ['anticoagulant-bleed-or-injury', ['warfarin 5 mg'], ['head-injury']],
    ['anticoagulant-bleed-or-injury', ['Eliquis'], ['melaena']],
    ['lithium-toxicity', ['lithium carbonate'], ['vomiting']],
    ['serotonin-toxicity', ['linezolid', 'sertraline'], ['agitation']],
    ['sglt2-ketoacidosis', ['Jardiance'], ['vomiting']],
    ['ace-inhibitor-angioedema', ['lisinopril'], ['throat-swelling']],
    ['potassium-raising-symptoms', ['ramipril', 'spironolactone'], ['weakness']],
    ['qt-syncope', ['methadone'], ['syncope']],
    ['digoxin-toxicity', ['digoxin'], ['yellow-vision']],
    ['methotrexate-marrow', ['methotrexate'], ['mouth-ulcer']],
    ['neutrophil-risk-fever', ['carbimazole'], ['sore-throat']],
    ['statin-rhabdomyolysis', ['simvastatin'], ['dark-urine', 'weakness']],
    ['glucose-lowering-altered', ['gliclazide'], ['confusion']],
    ['opioid-sedative-breathing', ['oxycodone', 'diazepam'], ['hard-to-wake']],
    ['oestrogen-clot-or-stroke', ['Yasmin'], ['unilateral-leg-swelling']],
    ['steroid-crisis', ['prednisone'], ['vomiting']],
    ['steroid-masked-abdomen', ['prednisolone'], ['abdominal-pain']],
    ['fluoroquinolone-tendon-aorta', ['ciprofloxacin'], ['achilles-rupture']],
    ['severe-skin-reaction', ['lamotrigine'], ['painful-rash', 'mucosal-sores']],
    ['nitrate-pde5', ['isosorbide mononitrate', 'sildenafil'], ['dizziness']],
    ['warfarin-interaction-bleed', ['warfarin', 'Bactrim'], ['bleeding-gums']],
    ['metformin-acidosis', ['metformin'], ['deep-breathing']],
  ])('%s: %j with %j', (rule, medicines, concepts) => {
    const with_ = triage(
      emptySnapshot({ medicines: takes(...medicines), findings: concepts.map((it) => finding(it)) }),
    );
    const without = triage(emptySnapshot({ findings: concepts.map((it) => finding(it)) }));
    expect(with_.hits.map(({ id }) => id)).toContain(rule);
    expect(without.hits.map(({ id }) => id)).not.toContain(rule);
  });

  it('do not fire on a medicine that was stopped', () => {
    const stopped = takes('warfarin');
    if (stopped.state !== 'present') throw new TypeError('a list');
    const medicines = present(stopped.value.map((medicine) => ({ ...medicine, active: false })));
    const { hits } = triage(emptySnapshot({ medicines, findings: [finding('nosebleed')] }));
    expect(hits).toEqual([]);
  });
});

describe('cautions', () => {
  const cautionIds = (snapshot: ClinicalSnapshot): readonly string[] =>
    triage(snapshot).cautions.map(({ id }) => id);

  it.each([
    [['warfarin', 'ibuprofen'], 'anticoagulant-nsaid'],
    [['sertraline', 'naproxen'], 'ssri-nsaid'],
    [['warfarin', 'fluconazole'], 'warfarin-enhancer'],
    [['lithium', 'losartan'], 'lithium-interaction'],
    [['lisinopril', 'spironolactone'], 'potassium-raising'],
    [['digoxin', 'verapamil'], 'digoxin-interaction'],
    [['methotrexate', 'trimethoprim'], 'methotrexate-interaction'],
    [['simvastatin', 'clarithromycin'], 'statin-inhibitor'],
    [['morphine', 'lorazepam'], 'opioid-sedative'],
    [['metoprolol'], 'beta-blocker-masks'],
    [['prednisone'], 'steroid-masks'],
    [['phenelzine', 'fluoxetine'], 'maoi-combination'],
    [['apixaban', 'rivaroxaban'], 'duplicate-anticoagulant'],
    [['ibuprofen', 'naproxen'], 'duplicate-nsaid-any'],
  ])('%j: %s', (medicines, id) => {
    expect(cautionIds(emptySnapshot({ medicines: takes(...medicines) }))).toContain(id);
  });

  it('do not call one medicine on two lists a duplicate', () => {
    const medicines = takes('apixaban 5 MG Oral Tablet', 'Eliquis');
    expect(cautionIds(emptySnapshot({ medicines }))).toEqual([]);
  });

  it('warn in pregnancy from 20 weeks, not before', () => {
    const at = (weeks: number) =>
      cautionIds(emptySnapshot({ pregnancy: { state: 'pregnant', weeks }, medicines: takes('ibuprofen') }));
    expect(at(22)).toContain('nsaid-pregnancy');
    expect(at(12)).not.toContain('nsaid-pregnancy');
  });

  it('know that a cream is not a steroid tablet', () => {
    expect(cautionIds(emptySnapshot({ medicines: takes('hydrocortisone 1 % Topical Cream') }))).toEqual([]);
  });

  it('speak of low glucose that comes back', () => {
    const snapshot = emptySnapshot({
      medicines: takes('glipizide'),
      measurements: [measured('glucose', 3.4)],
    });
    expect(cautionIds(snapshot)).toContain('sulfonylurea-recurs');
  });
});

describe('allergy conflicts', () => {
  const texts = (allergy: string, medicine: string): readonly string[] =>
    triage(emptySnapshot({ allergies: allergicTo(allergy), medicines: takes(medicine) }))
      .cautions.filter(({ id }) => id.startsWith('allergy-'))
      .map(({ text }) => text);

  it.each([
    ['Penicillin', 'amoxicillin 500 MG', 'both are penicillins'],
    ['Amoxicillin', 'cephalexin', 'share a side chain'],
    ['Penicillin', 'ceftriaxone', 'rare'],
    ['Aztreonam', 'ceftazidime', 'share a side chain'],
    ['Aspirin', 'naproxen', 'anti-inflammatory'],
    ['Sulfa drugs', 'Bactrim', 'same substance'],
    ['Sulfa drugs', 'acetazolamide', 'unlikely'],
    ['Lisinopril', 'ramipril', 'ACE inhibitor'],
  ])('%s and %s: %s', (allergy, medicine, words) => {
    expect(texts(allergy, medicine)).toEqual([expect.stringContaining(words)]);
  });

  it('ask for the reaction and its date', () => {
    expect(texts('Penicillin', 'amoxicillin')[0]).toContain('Ask which reaction it was and when.');
  });

  it('are not made of unrelated substances', () => {
    expect(texts('Peanut', 'amoxicillin')).toEqual([]);
    expect(texts('Penicillin', 'paracetamol')).toEqual([]);
  });
});
