import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  adult,
  all,
  any,
  beyond,
  denied,
  from,
  has,
  hasWith,
  history,
  lab,
  not,
  under,
  vital,
  when,
} from '../trigger.ts';

const saltWithSigns = all(
  has('hypokalaemia', 'hyponatraemia', 'hypercalcaemia', 'hyperkalaemia'),
  any(
    has('confusion', 'seizure', 'palpitations', 'weakness', 'vomiting', 'syncope'),
    when('altered-mental-state'),
  ),
);
const somePain = hasWith('pain', { notMild: true });

/** A named panic or anxiety below 40 years, with the tingling that goes with it. */
const PANIC_UNDER_40 = all(
  under(40),
  has('panic-attack', 'anxiety', 'feels-impending-doom'),
  has('finger-tingling', 'hand-tingling'),
);

/** Glucose, hormones, salts and laboratory values. */
export const METABOLIC_RULES: readonly Rule[] = [
  high('ketoacidosis-possible', 'Possible diabetic ketoacidosis', {
    when: any(
      all(
        any(when('diabetic'), vital('glucose', { above: 11.1 }), has('hyperglycaemia')),
        any(
          has('persistent-vomiting', 'deep-breathing', 'fruity-breath', 'ketones', 'fast-breathing'),
          all(
            has('vomiting', 'abdominal-pain'),
            any(
              vital('glucose', { atLeast: 14 }),
              has('hyperglycaemia', 'missed-insulin', 'insulin-pump-problem', 'polyuria', 'excessive-thirst'),
              history('type-1-diabetes'),
            ),
          ),
          lab('ketones', { atLeast: 3 }),
          all(
            vital('glucose', { atLeast: 14 }),
            any(beyond('respiratory-rate-danger'), has('drowsy', 'lethargic', 'shortness-of-breath')),
          ),
        ),
      ),
      has('dka'),
      all(history('type-1-diabetes'), has('vomiting')),
    ),
    source: SOURCES.diabetes,
    ask: {
      when: all(when('diabetic'), has('vomiting', 'abdominal-pain', 'malaise', 'infection', 'fatigue')),
      about: ['ketones', 'glucose', 'deep-breathing'],
      text: 'What are glucose and ketones now, was insulin missed, is breathing deep?',
      reason: 'Ketoacidosis may look like a stomach upset.',
    },
    fires: [
      'type 1 diabetic, vomiting, sugar 480',
      'diabetic, breath smells fruity and breathing deep',
      'glucose 24 mmol/L, belly pain and vomiting',
    ],
    spares: ['diabetic, sugar 8, ankle sprain', 'vomiting once, no diabetes', 'type 2 diabetes, foot check'],
  }),
  critical('ketoacidosis-severe', 'Possible ketoacidosis with drowsiness or shock', {
    when: all(
      any(when('diabetic'), vital('glucose', { atLeast: 14 }), has('hyperglycaemia', 'dka')),
      any(
        has('ketones', 'deep-breathing', 'fruity-breath', 'vomiting', 'dka', 'fast-breathing'),
        vital('glucose', { atLeast: 14 }),
        has('hyperglycaemia'),
      ),
      any(
        when('failing-now'),
        all(
          has('drowsy', 'lethargic'),
          has('deep-breathing', 'fast-breathing', 'fruity-breath'),
          not({ measured: 'gcs' }),
        ),
      ),
      any(
        vital('glucose', { atLeast: 14 }),
        has('hyperglycaemia', 'ketones', 'fruity-breath', 'deep-breathing', 'dka'),
      ),
    ),
    source: SOURCES.diabetes,
    fires: [
      'diabetic, sugar 560, drowsy and breathing deep',
      'glucose 32 mmol/L, vomiting, BP 84/50',
      'DKA, hard to wake',
    ],
    spares: [
      'diabetic, sugar 290, feels fine',
      'drowsy after cold medicine, sugar 5',
      'DKA last year, well now',
    ],
  }),
  high('hyperglycaemia-symptoms', 'High glucose with symptoms', {
    when: all(
      any(vital('glucose', { above: 18 }), has('glucose-reads-high')),
      any(
        has(
          'vomiting',
          'weakness',
          'confusion',
          'abdominal-pain',
          'shortness-of-breath',
          'fever',
          'dehydration-sign',
          'ketones',
          'drowsy',
          'lethargic',
        ),
        // Thirst and a blurred sight below 25 mmol/L, or with ketones measured and not raised, are a visit of today.
        all(
          has('excessive-thirst', 'polyuria', 'fatigue', 'blurred-vision'),
          not(all(denied('ketones'), vital('glucose', { below: 28 }))),
          not(all(vital('glucose', { below: 25 }), adult(30), not(history('type-1-diabetes')))),
        ),
      ),
    ),
    source: SOURCES.ctas,
    fires: ['sugar 520, thirsty and weak', 'meter reads HI, vomiting', 'glucose 27 mmol/L, blurred vision'],
    spares: ['sugar 210, no symptoms', 'asks about diabetes diet', 'glucose 7, thirsty'],
  }),
  high('insulin-pump-failure', 'Insulin pump failure or missed insulin in type 1 diabetes', {
    when: any(
      all(
        has('insulin-pump-problem', 'missed-insulin'),
        any(history('type-1-diabetes'), vital('glucose', { atLeast: 14 }), has('vomiting', 'ketones')),
      ),
    ),
    source: SOURCES.diabetes,
    fires: [
      'type 1, pump stopped last night, sugar 380',
      'no insulin for two days, type 1 diabetic',
      'missed insulin, vomiting',
    ],
    spares: ['needs new pump tubing, spare works', 'type 2, forgot metformin once', 'sugar 7, pump works'],
  }),
  high('adrenal-or-thyroid-crisis', 'Possible adrenal or thyroid crisis', {
    when: any(
      has('adrenal-crisis', 'thyroid-storm'),
      all(
        history('thyroid-disease'),
        any(
          vital('heart-rate', { atLeast: 130 }),
          all(
            any(vital('temperature', { atLeast: 38 }), hasWith('fever', { except: ['feels-hot'] })),
            has('agitation', 'confusion', 'vomiting', 'palpitations', 'tremor'),
          ),
          all(vital('temperature', { below: 35.5 }), when('altered-mental-state')),
        ),
      ),
    ),
    source: SOURCES.thyroid,
    fires: [
      'overactive thyroid, fever, agitated, HR 148',
      'adrenal crisis',
      'hypothyroid, temp 34.8 and drowsy',
    ],
    spares: ['thyroid check-up', 'hypothyroid, tired, refill', 'fever, thyroid normal'],
  }),
  critical('potassium-critical', 'Dangerously high potassium', {
    when: any(
      lab('potassium', { atLeast: 6.5 }),
      all(
        any(lab('potassium', { atLeast: 6 }), has('hyperkalaemia')),
        any(
          vital('heart-rate', { below: 50 }),
          has('abnormal-ecg', 'slow-heart-rate', 'bilateral-leg-weakness', 'syncope', 'paralysis'),
        ),
      ),
    ),
    source: SOURCES.potassium,
    fires: [
      'hyperkalaemia and pulse 42',
      'high potassium with ECG changes',
      'hyperkalemia, both legs paralysed',
    ],
    spares: ['potassium check, last one normal', 'eats many bananas', 'cramps at night'],
  }),
  high('potassium-or-sodium', 'Potassium or sodium outside of safe limits', {
    when: any(
      lab('potassium', { atLeast: 6 }),
      lab('potassium', { below: 2.5 }),
      lab('sodium', { below: 120 }),
      lab('sodium', { above: 160 }),
      has('dangerous-lab-value'),
      saltWithSigns,
    ),
    source: SOURCES.criticalValues,
    fires: [
      'lab called, sodium very low, confused and hyponatraemia',
      'potassium 6.8 on bloods today, feels fine',
      'hypokalaemia with palpitations',
      'hypercalcaemia and drowsy',
    ],
    spares: ['routine lab check', 'potassium normal last month', 'salt-free diet question'],
  }),
  high('blood-count-critical', 'Blood count or clotting outside of safe limits', {
    when: any(
      lab('haemoglobin', { below: 7 }),
      lab('platelets', { below: 20 }),
      lab('inr', { above: 8 }),
      all(
        any(lab('inr', { above: 5 }), has('high-inr', 'low-platelets')),
        has('bleeding', 'headache', 'head-injury', 'easy-bruising', 'petechiae'),
      ),
      lab('neutrophils', { below: 0.5 }),
      all(
        has('severe-anaemia', 'anaemia'),
        has('chest-pain', 'syncope', 'shortness-of-breath', 'gi-bleeding', 'near-syncope', 'fast-heart-rate'),
      ),
    ),
    source: SOURCES.criticalValues,
    fires: [
      'INR too high and gums bleeding',
      'low platelets with petechiae',
      'anaemia, short of breath and fainted',
    ],
    spares: ['anaemia, takes iron, well', 'INR check', 'bruise from football'],
  }),
  high('troponin-or-lactate', 'Raised troponin with symptoms, or raised lactate', {
    when: any(
      has('raised-troponin', 'stemi', 'heart-attack', 'unstable-angina'),
      all(
        lab('troponin', { above: 34 }),
        has('chest-pain', 'shortness-of-breath', 'syncope', 'epigastric-pain'),
      ),
      lab('lactate', { atLeast: 4 }),
      has('raised-lactate'),
      has('positive-blood-culture'),
    ),
    source: SOURCES.criticalValues,
    fires: [
      'sent in with raised troponin',
      'GP ECG shows a heart attack',
      'positive blood culture, called back',
    ],
    spares: [
      'heart attack in 2012, here for a refill',
      'routine blood test',
      'troponin normal last week, cough',
    ],
  }),
  critical('stemi', 'ECG signs of a heart attack', {
    when: any(
      has('stemi', 'ventricular-tachycardia'),
      all(
        has('heart-attack'),
        any(has('cold-clammy', 'syncope', 'pulmonary-oedema', 'shock'), when('hypotensive')),
      ),
    ),
    source: SOURCES.chestPain,
    fires: ['STEMI on the ambulance ECG', 'ST elevation, chest pain', 'ventricular tachycardia'],
    spares: ['heart attack ten years ago', 'ECG normal last week', 'wife had a STEMI'],
  }),
  high('heart-block-or-svt', 'Fast or slow rhythm found on a monitor', {
    when: any(
      has('heart-block', 'svt'),
      all(
        any(
          has('slow-heart-rate'),
          all(has('fast-heart-rate'), not(vital('heart-rate', { below: 120 })), not(PANIC_UNDER_40)),
        ),
        has('near-syncope', 'syncope', 'shortness-of-breath', 'chest-pain', 'confusion', 'weakness'),
      ),
      all(has('slow-heart-rate'), from(65), vital('heart-rate', { below: 50 })),
    ),
    source: SOURCES.tachycardia,
    fires: ['complete heart block on ECG', 'SVT, heart racing', 'slow pulse and nearly fainted'],
    spares: ['athlete, slow pulse, well', 'heart beats fast after coffee, fine', 'had SVT ablated in 2015'],
  }),
  high('bleeding-disorder', 'Bleeding disorder with injury or bleeding', {
    when: all(
      history('haemophilia', 'bleeding-disorder'),
      any(
        has(
          'bleeding',
          'injury',
          'head-injury',
          'fall',
          'joint-swelling',
          'headache',
          'abdominal-pain',
          'severe-pain',
          'contusion',
          'hot-swollen-joint',
          'trauma',
        ),
      ),
    ),
    source: SOURCES.bleedingDisorder,
    fires: ['haemophilia, bumped his head', 'haemophilia, swollen knee', 'von Willebrand, heavy nosebleed'],
    spares: [
      'haemophilia, routine visit',
      'brother has haemophilia, he has a cold',
      'bruise, no bleeding disorder',
    ],
  }),
  high('sickle-crisis', 'Sickle cell disease with pain, fever, neurological sign or priapism', {
    when: any(
      has('sickle-crisis'),
      all(
        history('sickle-cell'),
        any(
          when('fever'),
          has(
            'chest-pain',
            'priapism',
            'shortness-of-breath',
            'severe-pain',
            'one-sided-weakness',
            'slurred-speech',
            'abdominal-pain',
            'severe-headache',
            'jaundice',
            'pallor',
          ),
          somePain,
          vital('spo2', { below: 94 }),
          when('severe-pain'),
        ),
      ),
    ),
    source: SOURCES.sickle,
    fires: ['sickle cell, severe leg and back pain', 'sickle cell disease, fever 38.7', 'sickle crisis'],
    spares: [
      'sickle cell trait, sore throat',
      'sickle cell, vaccine visit',
      'sister has sickle cell, sprained wrist',
    ],
  }),
  critical('sickle-stroke-chest', 'Sickle cell disease with stroke signs or lung crisis', {
    when: all(
      history('sickle-cell'),
      any(
        has('one-sided-weakness', 'slurred-speech', 'facial-droop', 'ongoing-seizure', 'unresponsive'),
        all(has('chest-pain', 'shortness-of-breath'), vital('spo2', { below: 90 })),
      ),
    ),
    source: SOURCES.sickle,
    fires: [
      'sickle cell, cannot move the left arm, slurred speech',
      'sickle cell, chest pain, SpO2 86%',
      'sickle cell child with drooping face',
    ],
    spares: [
      'sickle cell, knee pain mild',
      'sickle trait, cough SpO2 98%',
      'no sickle cell disease, numb fingers',
    ],
  }),
  high(
    'oncology-emergency',
    'Cancer with back pain and weakness, breathlessness, confusion or swelling of the face',
    {
      when: all(
        history('cancer', 'metastatic-cancer'),
        any(
          has(
            'leg-weakness',
            'bilateral-leg-weakness',
            'urinary-retention',
            'confusion',
            'seizure',
            'uncontrolled-pain',
            'severe-pain',
            'hypercalcaemia',
            'syncope',
            'tumour-lysis',
            'spinal-cord-compression',
          ),
          all(
            has('face-swelling', 'neck-swelling'),
            has('shortness-of-breath', 'arm-swelling', 'headache', 'cough'),
          ),
          when('altered-mental-state'),
        ),
      ),
      source: SOURCES.oncology,
      fires: [
        'prostate cancer, legs going weak',
        'lung cancer, face and neck swollen, short of breath',
        'metastatic cancer, pain out of control',
      ],
      spares: [
        'breast cancer 15 years ago, sore throat',
        'cancer screening visit',
        'mother has cancer, headache from stress',
      ],
    },
  ),
  high('transfusion-reaction', 'Reaction to a transfusion or infusion', {
    when: has('transfusion-reaction'),
    source: SOURCES.criticalValues,
    fires: [
      'shaking chills during a blood transfusion',
      'transfusion reaction',
      'rash and back pain after transfusion today',
    ],
    spares: ['wants to donate blood', 'transfusion booked next week', 'transfusion years ago, cough'],
  }),
  high('lithium-digoxin-level', 'Known drug toxicity', {
    when: has('lithium-toxicity', 'digoxin-toxicity', 'serotonin-syndrome'),
    source: SOURCES.poisoning,
    fires: ['lithium toxicity sent by lab', 'digoxin level toxic', 'serotonin syndrome'],
    spares: ['lithium level check', 'digoxin refill', 'asks about antidepressants'],
  }),
  high('infant-low-glucose', 'Infant of poor feeding with possible low glucose', {
    when: all(
      under(0.1),
      any(vital('glucose', { below: 3 }), all(has('poor-feeding'), has('tremor', 'lethargic', 'seizure'))),
      not(has('administrative-visit')),
    ),
    source: SOURCES.hypoglycaemia,
    fires: [
      '5 day old not feeding and jittery',
      '2 week old, glucose 2.1 mmol/L',
      '8 day old lethargic, not feeding',
    ],
    spares: ['5 day old feeding well', '2 week old hiccups', '8 day old sleeps and feeds every three hours'],
  }),
];
