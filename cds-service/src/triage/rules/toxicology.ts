import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { all, any, beyond, denied, has, hasWith, not, vital, when } from '../trigger.ts';

/** Poisoning, intoxication and withdrawal. */
export const TOXICOLOGY_RULES: readonly Rule[] = [
  high('overdose', 'Overdose or poisoning', {
    when: any(
      hasWith(['overdose', 'poisoning'], {
        except: [
          'cannabis-ingestion',
          'alcohol-poisoning',
          'swallowed-medicine-child',
          'non-toxic-ingestion',
        ],
      }),
      has('suicide-attempt', 'body-packing', 'naloxone-given', 'alcohol-poisoning'),
      all(
        has('extra-dose-taken'),
        has('dizziness', 'drowsy', 'vomiting', 'slow-heart-rate', 'palpitations', 'confusion'),
      ),
      all(has('cannabis-ingestion'), has('vomiting', 'drowsy', 'palpitations', 'confusion', 'chest-pain')),
    ),
    source: SOURCES.poisoning,
    ask: {
      when: has('overdose', 'poisoning', 'extra-dose-taken'),
      about: ['intentional-overdose', 'accidental-overdose', 'unresponsive'],
      text: 'What was taken, how much, when, and was it meant as self-harm?',
      reason: 'Substance and time decide what helps; some are dangerous while the patient looks well.',
    },
    fires: [
      'took 30 paracetamol tablets last night',
      'overdose of her antidepressants',
      'swallowed antifreeze',
    ],
    spares: [
      'took one extra blood pressure pill, feels fine',
      'no overdose, asks about paracetamol',
      'took an overdose ten years ago, cough now',
    ],
  }),
  critical(
    'overdose-unstable',
    'Overdose or poisoning with reduced consciousness, slow breathing or seizure',
    {
      when: all(
        has(
          'overdose',
          'poisoning',
          'suicide-attempt',
          'drug-intoxication',
          'alcohol-intoxication',
          'drug-use',
          'opioid-use',
        ),
        any(
          all(
            has('overdose', 'poisoning', 'suicide-attempt', 'opioid-overdose', 'drug-intoxication'),
            any(
              when('depressed-consciousness'),
              has(
                'seizure',
                'ongoing-seizure',
                'slow-breathing',
                'cyanosis',
                'pinpoint-pupils',
                'respiratory-distress',
                'sudden-collapse',
                'snoring-respirations',
              ),
              when('hypotensive'),
              vital('respiratory-rate', { below: 10 }),
              vital('heart-rate', { below: 45 }),
              beyond('heart-rate-extreme'),
            ),
          ),
          has('unresponsive', 'not-breathing', 'hard-to-wake', 'responds-to-pain'),
          vital('respiratory-rate', { below: 9 }),
          vital('gcs', { atMost: 10 }),
        ),
      ),
      source: SOURCES.opioid,
      fires: [
        'overdose, hard to wake, breathing slowly',
        'heroin, pinpoint pupils and RR 6',
        'took tricyclic tablets, had a seizure',
      ],
      spares: [
        'took too many tablets, alert and talking, vital signs fine',
        'drank two beers, walking',
        'no overdose, sleepy from a cold medicine',
      ],
    },
  ),
  critical('tricyclic-or-cardiac-poison', 'Poisoning by a substance that kills fast, with any sign', {
    when: all(
      has(
        'tricyclic-overdose',
        'beta-blocker-overdose',
        'iron-overdose',
        'opioid-overdose',
        'insulin-overdose',
        'pesticide-exposure',
        'digoxin-toxicity',
      ),
      any(
        has(
          'drowsy',
          'seizure',
          'confusion',
          'drooling',
          'syncope',
          'slow-heart-rate',
          'low-blood-pressure',
          'slow-breathing',
          'shortness-of-breath',
        ),
        beyond('heart-rate-extreme'),
        vital('heart-rate', { below: 50 }),
        vital('systolic', { below: 90 }),
        when('altered-mental-state'),
      ),
    ),
    source: SOURCES.poisoning,
    fires: [
      'amitriptyline overdose, drowsy',
      'swallowed propranolol tablets, pulse 40',
      'sprayed with pesticide, drooling and sweating',
    ],
    spares: [
      'takes amitriptyline as prescribed, dry mouth',
      'on propranolol, pulse 62',
      'iron tablets, dark stool',
    ],
  }),
  high('caustic', 'Swallowed or inhaled corrosive', {
    when: any(has('caustic-ingestion', 'hydrocarbon-ingestion', 'antifreeze-ingestion')),
    source: SOURCES.poisoning,
    fires: ['drank bleach', 'swallowed oven cleaner', '2 year old bit a detergent pod'],
    spares: [
      'bleach smell gave a headache, gone',
      'soap in the mouth, spat out',
      'dishwasher hands, dry skin',
    ],
  }),
  high('drug-intoxication-danger', 'Drug intoxication with danger signs', {
    when: all(
      has('drug-intoxication', 'drug-use', 'cocaine-use', 'spiked-drink'),
      any(
        has(
          'chest-pain',
          'agitation',
          'confusion',
          'hallucinations',
          'seizure',
          'severe-headache',
          'syncope',
          'drowsy',
          'violent-behaviour',
          'fast-heart-rate',
        ),
        when('altered-mental-state'),
        vital('temperature', { atLeast: 39 }),
        beyond('heart-rate-extreme'),
        vital('heart-rate', { above: 120 }),
        all(has('drug-intoxication'), vital('heart-rate', { above: 100 })),
        vital('respiratory-rate', { atMost: 10 }),
        vital('respiratory-rate', { atLeast: 24 }),
        vital('systolic', { atLeast: 180 }),
      ),
    ),
    source: SOURCES.poisoning,
    fires: ['took ecstasy, agitated, HR 140', 'meth use, seeing things', 'drug intoxication, drowsy'],
    spares: ['smokes cannabis, wants to stop', 'used cocaine years ago, sore back', 'no drug use, anxious'],
  }),
  high('nitrous-oxide-nerves', 'Laughing gas use with numbness, weakness or unsteadiness', {
    when: all(
      has('nitrous-oxide-use'),
      has(
        'foot-tingling',
        'leg-tingling',
        'hand-tingling',
        'finger-tingling',
        'toe-tingling',
        'sensory-symptom',
        'ataxia',
        'leg-weakness',
        'bilateral-leg-weakness',
        'ascending-weakness',
        'difficulty-walking',
        'unable-to-walk',
        'urinary-retention',
      ),
    ),
    source: SOURCES.poisoning,
    fires: [
      'laughing gas every weekend, tingling feet and unsteady walking, 21F',
      'uses nitrous oxide, numb legs for a week',
      'nitrous oxide balloons daily, cannot walk straight, 20M',
    ],
    spares: [
      'had laughing gas at the dentist, feels fine',
      'laughing gas once at a party, headache',
      'no nitrous oxide use, tingling fingers at night',
    ],
  }),
  high('alcohol-withdrawal', 'Alcohol withdrawal with danger signs', {
    when: any(
      has('delirium-tremens'),
      all(
        has('alcohol-withdrawal'),
        any(
          has('seizure', 'hallucinations', 'confusion', 'fever', 'agitation'),
          // A CIWA-Ar below ten is mild withdrawal.
          all(has('tremor', 'vomiting', 'sweating', 'fast-heart-rate'), not(denied('alcohol-withdrawal'))),
          beyond('heart-rate-danger'),
          vital('systolic', { atLeast: 160 }),
        ),
      ),
    ),
    source: SOURCES.alcohol,
    fires: [
      'stopped drinking two days ago, shaking and seeing things',
      'alcohol withdrawal, HR 126',
      'withdrawal seizure from alcohol',
    ],
    spares: [
      'wants help to stop drinking, well',
      'hangover',
      'no alcohol for years, tremor unchanged for years',
    ],
  }),
  critical('delirium-tremens', 'Alcohol withdrawal with confusion or ongoing seizure', {
    when: all(
      has('alcohol-withdrawal', 'delirium-tremens'),
      any(
        has('ongoing-seizure', 'repeated-seizures', 'unresponsive'),
        all(
          has('delirium-tremens', 'confusion'),
          any(vital('temperature', { atLeast: 38.5 }), vital('heart-rate', { atLeast: 140 })),
        ),
      ),
    ),
    source: SOURCES.alcohol,
    fires: ['DTs, confused, HR 148', 'alcohol withdrawal, seizing now', 'delirium tremens, temp 39'],
    spares: [
      'shaky the morning after drinking',
      'wants detox, calm',
      'seizure in the past from alcohol, sober now',
    ],
  }),
  high('alcohol-intoxication-danger', 'Alcohol intoxication with a danger sign', {
    when: all(
      has('alcohol-intoxication', 'alcohol-poisoning', 'alcohol-use'),
      any(
        when('depressed-consciousness'),
        has(
          'head-injury',
          'haematemesis',
          'seizure',
          'hypothermia',
          'suicidal-ideation',
          'unable-to-walk',
          'hard-to-wake',
        ),
        vital('respiratory-rate', { atMost: 10 }),
        vital('respiratory-rate', { atLeast: 24 }),
        vital('heart-rate', { above: 120 }),
        vital('spo2', { below: 92 }),
        { age: { under: 16 } },
      ),
      has('alcohol-intoxication', 'alcohol-poisoning', 'drowsy', 'head-injury'),
    ),
    source: SOURCES.poisoning,
    fires: ['very drunk, hard to rouse', 'drunk and hit his head', '14 year old drunk'],
    spares: [
      'drinks two glasses of wine a day, check-up',
      'hangover, drinking water',
      'smells of alcohol, sprained ankle, alert',
    ],
  }),
  high('chemical-decontamination', 'Chemical or radiation exposure', {
    when: any(
      has('pesticide-exposure', 'radiation-exposure', 'gas-exposure'),
      all(
        has('chemical-exposure', 'chemical-on-skin'),
        has(
          'burn',
          'shortness-of-breath',
          'cough',
          'vomiting',
          'eye-pain',
          'drooling',
          'sweating',
          'chemical-burn',
          'blisters',
        ),
      ),
    ),
    source: SOURCES.poisoning,
    fires: [
      'sprayed with pesticide, sweating and drooling',
      'acid on the skin, burning',
      'gas leak at work, coughing',
    ],
    spares: ['cleaner on hands, washed, mild redness', 'hair dye itch', 'afraid of chemicals in food'],
  }),
  high('opioid-withdrawal-pregnant-or-ill', 'Withdrawal with vomiting in pregnancy or with instability', {
    when: all(
      has('drug-withdrawal', 'opioid-withdrawal'),
      any(
        when('pregnant-or-postpartum'),
        has('seizure', 'confusion', 'suicidal-ideation'),
        when('danger-zone'),
      ),
      not(has('nicotine-ingestion')),
    ),
    source: SOURCES.alcohol,
    fires: ['opioid withdrawal, 20 weeks pregnant', 'withdrawal, HR 128', 'drug withdrawal, suicidal'],
    spares: [
      'opioid withdrawal, yawning, HR 80',
      'stopped smoking, irritable',
      'wants to reduce pain tablets',
    ],
  }),
];
