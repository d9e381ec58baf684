import {
  adult,
  all,
  any,
  beyond,
  from,
  has,
  hasWith,
  not,
  postpartum,
  pregnant,
  type Trigger,
  under,
  vital,
  when,
} from '../trigger.ts';

/** A condition that keeps a patient at medium although each complaint alone would be minor. */
export interface Raiser {
  readonly id: string;
  readonly when: Trigger;
  /** Completes "medium because of ...". */
  readonly because: string;
}

const infectious = any(
  when('suspected-infection'),
  has('skin-infection', 'uti', 'cough', 'diarrhoea', 'vomiting'),
);

/** General reasons why a minor complaint is not minor in this patient. Thresholds are our own, below every floor. */
export const RAISERS: readonly Raiser[] = [
  {
    id: 'fast-heart',
    because: 'a heart rate above the expected range',
    when: any(
      all(adult(), vital('heart-rate', { atLeast: 110 }), not(has('anxiety', 'panic-attack'))),
      all(under(12), beyond('heart-rate-danger'), not(vital('temperature', { atLeast: 38.5 }))),
    ),
  },
  {
    id: 'chest-infection',
    because: 'fever with a productive cough',
    when: all(
      adult(),
      any(when('fever'), has('chills', 'rigors')),
      has('productive-cough', 'sputum-change', 'pneumonia'),
    ),
  },
  {
    id: 'anxious-and-fast',
    because: 'anxiety with a fast heart',
    when: all(adult(), has('anxiety'), vital('heart-rate', { atLeast: 105 })),
  },
  { id: 'slow-heart', because: 'a slow heart rate', when: all(adult(), vital('heart-rate', { below: 45 })) },
  {
    id: 'fast-breathing',
    because: 'a breathing rate above the expected range',
    when: any(
      all(adult(), vital('respiratory-rate', { atLeast: 22 })),
      all(under(12), beyond('respiratory-rate-danger')),
    ),
  },
  { id: 'oxygen', because: 'an oxygen saturation under 95%', when: vital('spo2', { below: 95 }) },
  {
    id: 'low-pressure',
    because: 'a low blood pressure',
    when: all(adult(), vital('systolic', { below: 95 })),
  },
  {
    id: 'high-pressure',
    because: 'a very high blood pressure',
    when: any(vital('systolic', { atLeast: 180 }), vital('diastolic', { atLeast: 115 })),
  },
  {
    id: 'high-temperature',
    because: 'a high temperature',
    when: any(all(adult(), vital('temperature', { atLeast: 39 })), vital('temperature', { atLeast: 40 })),
  },
  { id: 'fever-older', because: 'fever in an older adult', when: all(from(65), when('fever')) },
  { id: 'fever-baby', because: 'fever under six months', when: all(under(0.5), when('fever')) },
  {
    id: 'fever-no-source',
    because: 'a temperature of 39 or more without a source under three years',
    when: all(
      under(3),
      vital('temperature', { atLeast: 39 }),
      not(
        any(
          when('cold-symptoms'),
          has('ear-pain', 'ear-infection', 'viral-rash', 'vaccination', 'diarrhoea'),
        ),
      ),
    ),
  },
  {
    id: 'baby',
    because: 'an illness in the first three months of life',
    when: all(
      under(0.25),
      not(
        has(
          'administrative-visit',
          'well-child',
          'infant-regurgitation',
          'eating-drinking-well',
          'wet-nappies-normal',
          'nappy-rash',
          'cradle-cap',
          'infant-colic',
        ),
      ),
    ),
  },
  { id: 'glucose', because: 'a raised glucose', when: vital('glucose', { atLeast: 14 }) },
  {
    id: 'severe-pain',
    because: 'severe pain',
    when: all(
      when('severe-pain'),
      not(
        has(
          'limb-pain',
          'limb-injury',
          'sprain',
          'toothache',
          'contusion',
          'laceration',
          'ear-pain',
          'sore-throat',
          'back-pain',
          'neck-pain',
          'fracture',
          'burn',
        ),
      ),
    ),
  },
  { id: 'severe-pain-any', because: 'pain of nine or ten', when: vital('pain', { atLeast: 9 }) },
  {
    id: 'weak-defences',
    because: 'a weakened immune system',
    when: all(
      any(when('immunosuppressed'), when('transplanted')),
      any(infectious, has('rash', 'wound', 'sore-throat', 'burn', 'scald', 'blisters')),
    ),
  },
  {
    id: 'diabetic-infection',
    because: 'diabetes with an infection or a wound of the foot',
    when: all(
      when('diabetic'),
      any(
        infectious,
        has(
          'foot-wound',
          'foot-puncture-wound',
          'stepped-on-nail',
          'foot-ulcer',
          'foot-infection',
          'foot-injury',
          'toe-injury',
          'skin-ulcer',
        ),
      ),
    ),
  },
  {
    id: 'pregnant',
    because: 'pregnancy',
    when: all(
      when('pregnant-now'),
      any(
        all(has('vomiting'), not(has('tolerating-fluids', 'eating-drinking-well'))),
        has(
          'hand-itching',
          'foot-itching',
          'abdominal-pain',
          'fever',
          'vaginal-bleeding',
          'vaginal-discharge',
          'dysuria',
          'injury',
          'fall',
          'headache',
          'dizziness',
        ),
      ),
    ),
  },
  {
    // What is said in lay words about the child may be unread: nothing is minor here but paperwork.
    id: 'late-pregnancy',
    because: 'pregnancy of 20 weeks or more, or the six weeks after birth',
    when: all(
      any(pregnant({ from: 20 }), postpartum()),
      not({ pregnancy: { states: ['pregnant'], weeksUnder: 20 } }),
      not(under(11)),
      not(all(has('fetal-movement-normal'), has('advice-request', 'counselling-visit'))),
      not(has('administrative-visit', 'prenatal-visit', 'postnatal-visit')),
    ),
  },
  {
    id: 'anticoagulated-injury',
    because: 'an anticoagulant with bleeding or injury',
    when: all(when('anticoagulated'), has('bleeding', 'injury', 'contusion', 'laceration', 'fall')),
  },
  {
    id: 'frail',
    because: 'a new general complaint at 80 years or more',
    when: all(
      from(80),
      hasWith(
        [
          'weakness',
          'dizziness',
          'fall',
          'poor-appetite',
          'vomiting',
          'diarrhoea',
          'fatigue',
          'cough',
          'dysuria',
          'abdominal-pain',
          'back-pain',
          'malaise',
        ],
        {},
      ),
    ),
  },
  {
    id: 'worsening-weeks',
    because: 'a complaint that has got worse for a week or more',
    when: hasWith(['fever', 'cough', 'headache', 'abdominal-pain', 'back-pain', 'weakness'], {
      course: ['worsening'],
      lastingHours: 24 * 7,
    }),
  },
  {
    id: 'fever-five-days',
    because: 'fever for five days or more',
    when: any(has('fever-over-5-days'), hasWith('fever', { lastingHours: 24 * 5 })),
  },
  {
    id: 'looks-ill',
    because: 'the patient looks ill',
    when: any(
      has('looks-ill', 'general-decline'),
      hasWith('dehydration-sign', { except: ['dry-mouth'] }),
      all(
        has('parent-worried'),
        not(has('eating-drinking-well', 'well-appearing', 'playful', 'wet-nappies-normal', 'advice-request')),
      ),
    ),
  },
  {
    id: 'drying-out',
    because: 'dark urine or dry nappies with vomiting, diarrhoea or light-headedness',
    when: all(
      has('dark-urine', 'fewer-wet-nappies', 'no-urine'),
      has('vomiting', 'diarrhoea', 'gastroenteritis', 'dizziness', 'light-headedness', 'malaise'),
    ),
  },
  {
    id: 'toddler-both-ends',
    because: 'vomiting and diarrhoea together under three years',
    when: all(
      under(3),
      hasWith('vomiting', { notMild: true, notCourse: ['improving', 'resolved'] }),
      hasWith('diarrhoea', { notMild: true, notCourse: ['improving', 'resolved'] }),
    ),
  },
  {
    id: 'asked-for-today',
    because: 'somebody who saw or spoke to the patient asked for it to be seen today',
    when: has('same-day-request'),
  },
  {
    id: 'drug-rash',
    because: 'a rash that began under a new medicine',
    when: all(
      has('new-medicine', 'recent-antibiotics', 'antibiotic', 'anticonvulsant'),
      has('hives', 'widespread-rash', 'new-medicine-reaction'),
    ),
  },
  {
    id: 'ear-with-fever',
    because: 'a painful or running ear with a high temperature in a child',
    when: all(
      under(16),
      has('ear-pain', 'ear-pulling', 'ear-discharge', 'ear-infection'),
      any(
        vital('temperature', { atLeast: 38.6 }),
        all(when('fever'), has('ear-discharge')),
        hasWith('fever', { lastingHours: 48 }),
      ),
    ),
  },
  {
    id: 'throat-with-glands',
    because: 'coated tonsils with large glands, a long course or a large spleen',
    when: all(
      has('tonsil-symptom', 'tonsillitis', 'sore-throat'),
      any(
        all(
          has('neck-lump', 'swollen-glands'),
          any(
            has('fatigue'),
            hasWith(['sore-throat', 'tonsillitis'], { lastingHours: 24 * 7 }),
            all(has('tonsil-symptom'), vital('temperature', { atLeast: 38.3 })),
          ),
        ),
        hasWith(['tonsillitis', 'fever'], { lastingHours: 24 * 3 }),
      ),
    ),
  },
  {
    id: 'blistered-burn',
    because: 'a burn with blisters larger than a fingertip',
    when: all(
      hasWith(['burn', 'scald'], { except: ['sunburn'] }),
      has('blisters', 'skin-peeling'),
      any(vital('pain', { atLeast: 5 }), has('scald'), under(5)),
      not(has('finger-blisters', 'finger-burn', 'thumb-burn', 'minor-burn')),
    ),
  },
  {
    id: 'possible-fracture',
    because: 'a swollen joint or bone after a fall',
    when: any(
      all(
        has('wrist-swelling', 'forearm-swelling', 'elbow-swelling', 'collarbone-injury', 'forearm-pain'),
        has('fall', 'mechanical-fall', 'fall-from-height', 'wrist-injury'),
      ),
      all(from(60), has('hip-pain'), has('fall', 'mechanical-fall')),
    ),
  },
  {
    id: 'operation-wound',
    because: 'a weeping or red wound after an operation or over an implant',
    when: all(
      has('recent-surgery', 'recent-caesarean', 'joint-replacement', 'pacemaker', 'central-line'),
      has('wound-infection', 'discharge', 'pus', 'redness', 'periumbilical-redness', 'feels-hot'),
    ),
  },
  {
    id: 'breast-with-fever',
    because: 'a red breast with shivering or fever',
    when: all(
      has('breast-redness', 'breast-pain', 'mastitis', 'breast-lump'),
      any(when('fever'), has('chills', 'rigors')),
    ),
  },
  {
    id: 'cough-with-sweats',
    because: 'a cough with night sweats or loss of weight',
    when: all(
      hasWith(['cough', 'haemoptysis'], { evenChronic: true }),
      hasWith(['night-sweats', 'weight-loss', 'neck-lump'], { evenChronic: true }),
    ),
  },
  {
    id: 'tick-and-rash',
    because: 'a rash, fever or aches after a tick bite',
    when: all(
      has('tick-bite'),
      has('redness', 'erythema-migrans', 'fatigue', 'body-aches', 'joint-pain', 'fever'),
    ),
  },
  {
    id: 'lump-at-the-anus',
    because: 'a throbbing lump at the anus',
    when: all(
      has('rectum-lump', 'buttock-lump', 'anal-pain'),
      any(has('throbbing-quality'), vital('pain', { atLeast: 6 })),
    ),
  },
  {
    id: 'swollen-eyelid-child',
    because: 'a red, swollen eyelid in a child',
    when: all(
      under(16),
      has('eyelid-swelling', 'eyelid-redness'),
      any(
        has('insect-bite', 'bite-or-sting', 'redness', 'feels-hot', 'eyelid-redness'),
        when('fever'),
        under(1),
      ),
    ),
  },
  {
    id: 'inflammatory-joints',
    because: 'stiff, swollen hands or stiff shoulders and hips for weeks',
    when: any(
      all(has('hand-swelling', 'wrist-swelling', 'joint-swelling'), has('stiffness', 'hand-stiffness')),
      all(from(50), has('shoulder-stiffness', 'shoulder-pain'), has('hip-stiffness')),
    ),
  },
  {
    id: 'scarlet-fever',
    because: 'a sore throat with a rough rash or a strawberry tongue',
    when: all(
      has('strep-throat', 'sore-throat', 'tonsillitis'),
      has('strep-throat'),
      has('rash', 'cheek-redness'),
    ),
  },
  {
    id: 'chickenpox-infected',
    because: 'chickenpox with a red, weeping patch or new fever',
    when: all(
      has('chickenpox'),
      when('fever'),
      has('redness', 'discharge', 'red-warm-skin', 'pus', 'new-onset'),
    ),
  },
  {
    id: 'genital-ulcers',
    because: 'sores of the genitals with general signs or painful urination',
    when: all(
      has('vulvar-symptom', 'genital-sore', 'penile-symptom'),
      has('skin-ulcer', 'blisters', 'genital-sore'),
      has('dysuria', 'flu-like-symptoms', 'urinary-hesitancy'),
    ),
  },
  {
    id: 'heavy-period-tired',
    because: 'heavy periods with tiredness, paleness or palpitations',
    when: all(
      has('heavy-period', 'heavy-vaginal-bleeding'),
      has('fatigue', 'pallor', 'palpitations', 'dizziness'),
    ),
  },
  {
    id: 'embedded-infected',
    because: 'something under the skin with an infection around it',
    when: all(
      has('foreign-body-skin'),
      has('infection', 'ear-infection', 'redness', 'pus', 'wound-infection'),
    ),
  },
  {
    id: 'hot-joint',
    because: 'a red, swollen joint',
    when: all(
      has('joint-redness', 'toe-redness', 'knee-redness'),
      has('joint-swelling', 'knee-swelling'),
      not(has('injury')),
    ),
  },
  {
    id: 'puncture-infected',
    because: 'a puncture wound that has become red or swollen',
    when: all(
      has('puncture-wound', 'stepped-on-nail'),
      has('redness', 'swelling', 'limb-swelling', 'foot-redness', 'pus'),
    ),
  },
  {
    id: 'bleeding-tendency',
    because: 'pinpoint spots with bleeding gums, nose or bruises',
    when: all(
      has('petechiae'),
      has('dental-symptom', 'bleeding-gums', 'nosebleed', 'easy-bruising', 'contusion'),
    ),
  },
  {
    id: 'ear-and-balance',
    because: 'a running ear with giddiness',
    when: all(
      hasWith('ear-discharge', { evenChronic: true }),
      has('dizziness', 'vertigo', 'loss-of-balance'),
    ),
  },
  {
    id: 'travel',
    because: 'fever after travel to the tropics',
    when: all(when('fever'), has('tropical-travel')),
  },
];
