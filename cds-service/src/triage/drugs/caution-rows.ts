import type { Citation } from '../rule.ts';
import { SOURCES } from '../sources.ts';
import { all, any, has, history, pregnant, type Trigger, takes, vital, when } from '../trigger.ts';

/** A caution about medicines: shown, never a floor, never a dose, never a prescription. */
export interface CautionRow {
  readonly id: string;
  readonly when: Trigger;
  readonly text: string;
  readonly source: Citation;
}

/** Medicine with medicine, medicine with pregnancy, medicine with what vital signs can hide. */
export const CAUTIONS: readonly CautionRow[] = [
  {
    id: 'anticoagulant-nsaid',
    when: all(takes('anticoagulant', 'p2y12-inhibitor'), takes('nsaid-any')),
    text: 'Takes an anticoagulant or antiplatelet medicine and an anti-inflammatory: bleeding is likelier. Ask about black stools and bruises.',
    source: SOURCES.oncDdi,
  },
  {
    id: 'anticoagulant-antiplatelet',
    when: all(takes('anticoagulant'), takes('antiplatelet')),
    text: 'Takes an anticoagulant and an antiplatelet medicine: bleeding is likelier. Ask whether both are meant.',
    source: SOURCES.oncDdi,
  },
  {
    id: 'ssri-nsaid',
    when: all(takes('ssri', 'snri'), takes('nsaid-any', 'anticoagulant')),
    text: 'An SSRI or SNRI with an anti-inflammatory or anticoagulant raises the risk of bleeding from the gut.',
    source: SOURCES.oncDdi,
  },
  {
    id: 'warfarin-enhancer',
    when: all(takes('vitamin-k-antagonist'), takes('warfarin-enhancer')),
    text: 'Takes warfarin with a medicine that can raise the INR: ask for the latest INR and for bleeding.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'nitrate-pde5-ask',
    when: all(any(has('chest-pain', 'angina'), takes('nitrate')), takes('pde5-inhibitor')),
    text: 'A PDE5 inhibitor is on the list: ask when it was last taken, before anyone considers a nitrate.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'maoi-combination',
    when: all(takes('maoi'), takes('ssri', 'snri', 'tricyclic', 'serotonergic', 'sympathomimetic')),
    text: 'An MAO inhibitor or linezolid is listed with a serotonergic or pressor medicine: the prescriber must know today.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'lithium-interaction',
    when: all(takes('lithium-salt'), takes('nsaid-any', 'renin-angiotensin', 'thiazide')),
    text: 'Lithium with an anti-inflammatory, ACE inhibitor, ARB or thiazide can rise to a toxic level: ask about tremor, vomiting and fluids.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'metformin-kidney',
    when: all(
      takes('biguanide'),
      any({ lab: 'egfr', below: 30 }, has('dehydration-sign', 'persistent-vomiting')),
    ),
    text: 'Metformin with poor kidney function or dehydration: lactic acidosis is possible. Tell the clinician.',
    source: SOURCES.fdaMetformin,
  },
  {
    id: 'metformin-contrast',
    when: all(takes('biguanide'), has('imaging-request')),
    text: 'Takes metformin and may have imaging: tell the imaging team if contrast is planned.',
    source: SOURCES.fdaMetformin,
  },
  {
    id: 'sglt2-normal-glucose',
    when: takes('sglt2-inhibitor'),
    text: 'Takes an SGLT2 inhibitor: ketoacidosis can occur with a near-normal glucose. When ill or fasting, ketones count more than glucose.',
    source: SOURCES.fdaSglt2,
  },
  {
    id: 'potassium-raising',
    when: all(takes('renin-angiotensin'), takes('potassium-raising')),
    text: 'Two medicines that raise potassium are listed: ask for the latest potassium and kidney function.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'digoxin-interaction',
    when: all(takes('cardiac-glycoside'), takes('digoxin-enhancer', 'macrolide')),
    text: 'Digoxin with verapamil, amiodarone or a macrolide can reach a toxic level: ask about nausea and vision, take the pulse for a minute.',
    source: SOURCES.fdaLabels,
  },
  {
    id: 'methotrexate-interaction',
    when: all(takes('methotrexate'), takes('trimethoprim-class', 'nsaid-any', 'sulfonamide-antibiotic')),
    text: 'Methotrexate with trimethoprim or an anti-inflammatory can suppress the marrow: ask about mouth ulcers, fever and bruises.',
    source: SOURCES.mhra,
  },
  {
    id: 'statin-inhibitor',
    when: all(takes('cyp3a4-statin'), takes('cyp3a4-inhibitor')),
    text: 'A statin with a medicine that blocks its breakdown: ask about muscle pain and dark urine.',
    source: SOURCES.fdaStatin,
  },
  {
    id: 'opioid-sedative',
    when: all(takes('opioid'), takes('sedating')),
    text: 'An opioid with a benzodiazepine, gabapentinoid or other sedative: watch alertness and breathing rate.',
    source: SOURCES.fdaOpioid,
  },
  {
    id: 'beta-blocker-masks',
    when: takes('beta-blocker'),
    text: 'Takes a beta-blocker: a normal heart rate does not exclude shock, and low glucose may show no tremor.',
    source: SOURCES.esi,
  },
  {
    id: 'steroid-masks',
    when: takes('corticosteroid-systemic'),
    text: 'Takes a steroid: fever and belly signs may be weak in spite of serious illness.',
    source: SOURCES.esi,
  },
  {
    id: 'sulfonylurea-recurs',
    when: all(takes('sulfonylurea'), any(vital('glucose', { below: 4.5 }), has('hypoglycaemia'))),
    text: 'Low glucose from a sulfonylurea comes back after it was treated: keep measuring.',
    source: SOURCES.hypoglycaemia,
  },
  {
    id: 'qt-two',
    when: all(
      takes('qt-prolonging'),
      has('vomiting', 'diarrhoea', 'hypokalaemia', 'near-syncope', 'dizziness'),
    ),
    text: 'A medicine that prolongs the QT interval with fluid loss or dizziness: ask for an ECG today.',
    source: SOURCES.qt,
  },
  {
    id: 'nsaid-pregnancy',
    when: all(pregnant({ from: 20 }), takes('nsaid-any')),
    text: 'An anti-inflammatory from 20 weeks of pregnancy can harm the baby: the prescriber should know today.',
    source: SOURCES.fdaNsaidPregnancy,
  },
  {
    id: 'teratogen-pregnancy',
    when: all(
      any(pregnant(), has('pregnant')),
      takes('renin-angiotensin', 'teratogen', 'methotrexate', 'vitamin-k-antagonist', 'statin'),
    ),
    text: 'A medicine that can harm an unborn child is listed in pregnancy: the prescriber should know today.',
    source: SOURCES.mhra,
  },
  {
    id: 'oestrogen-smoker',
    when: all(
      takes('combined-oestrogen'),
      { age: { from: 35 } },
      any(has('smoking'), history('smoking', 'migraine-with-aura')),
    ),
    text: 'Combined oestrogen at 35 or older with smoking or migraine with aura: risk of clot and stroke, tell the prescriber.',
    source: SOURCES.contraception,
  },
  {
    id: 'nsaid-asthma',
    when: all(history('asthma'), takes('nsaid-any'), has('wheeze', 'shortness-of-breath')),
    text: 'Anti-inflammatory medicines can set off asthma: ask whether the attack followed one.',
    source: SOURCES.drugAllergy,
  },
  {
    id: 'anticoagulated-injury',
    when: all(when('anticoagulated'), has('injury', 'fall', 'laceration')),
    text: 'Takes an anticoagulant: bleeding may be late or hidden after an injury.',
    source: SOURCES.headInjury,
  },
];

/** Classes of which two different ingredients at once are dangerous. */
export const DANGEROUS_DUPLICATES: readonly { readonly className: string; readonly text: string }[] = [
  { className: 'anticoagulant', text: 'two anticoagulants' },
  { className: 'opioid', text: 'two opioids' },
  { className: 'nsaid-any', text: 'two anti-inflammatory medicines' },
  { className: 'benzodiazepine', text: 'two benzodiazepines' },
  { className: 'qt-prolonging', text: 'two medicines that prolong the QT interval' },
  { className: 'renin-angiotensin', text: 'two medicines of the ACE inhibitor and ARB group' },
  { className: 'beta-blocker', text: 'two beta-blockers' },
  { className: 'ssri', text: 'two SSRI antidepressants' },
  { className: 'sulfonylurea', text: 'two sulfonylureas' },
  { className: 'paracetamol-class', text: 'two products with acetaminophen (paracetamol)' },
];
