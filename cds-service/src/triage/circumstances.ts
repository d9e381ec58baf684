import type { Circumstances } from './evaluate.ts';
import {
  adult,
  all,
  any,
  between,
  beyond,
  female,
  from,
  has,
  hasWith,
  history,
  not,
  postpartum,
  pregnant,
  score,
  type Trigger,
  takes,
  under,
  vital,
  when,
} from './trigger.ts';

const named = (title: string, trigger: Trigger) => ({ title, trigger });

/** Named triggers that several rules share: modifiers of risk, states of the patient, families of signs. */
export const CIRCUMSTANCES: Circumstances = {
  // Risk modifiers
  anticoagulated: named('takes an anticoagulant', any(takes('anticoagulant'), history('anticoagulant'))),
  'antiplatelet-beyond-aspirin': named(
    'takes an antiplatelet medicine other than aspirin alone',
    takes('p2y12-inhibitor'),
  ),
  chemotherapy: named(
    'has systemic anticancer treatment',
    any(takes('chemotherapy'), history('chemotherapy')),
  ),
  immunosuppressed: named(
    'weakened immune system',
    any(
      takes('chemotherapy', 'immunosuppressant', 'biologic', 'corticosteroid-systemic'),
      history('immunosuppressed', 'steroid-dependent'),
    ),
  ),
  // Weekly methotrexate or a biologic is not an empty marrow: with a slight fever and a calm pulse it is a visit of today.
  'immunosuppressed-feverish': named(
    'weakened immune system with fever',
    any(
      all(
        any(
          takes('chemotherapy', 'corticosteroid-systemic'),
          history(
            'chemotherapy',
            'neutropenia',
            'transplant',
            'asplenia',
            'leukaemia-lymphoma',
            'steroid-dependent',
            'hiv',
          ),
        ),
        any(
          vital('temperature', { atLeast: 38 }),
          hasWith('fever', { except: ['low-grade-fever'] }),
          has('rigors'),
        ),
      ),
      all(
        when('immunosuppressed'),
        any(
          vital('temperature', { atLeast: 38.5 }),
          all(hasWith('fever', { except: ['low-grade-fever'] }), not(vital('temperature', { below: 38.5 }))),
          has('rigors', 'malaise', 'looks-ill', 'lethargic', 'confusion', 'shortness-of-breath'),
        ),
        any(vital('temperature', { atLeast: 38 }), has('fever', 'rigors')),
        not(
          all(
            vital('temperature', { below: 38.5 }),
            vital('heart-rate', { below: 95 }),
            not(has('rigors', 'looks-ill', 'lethargic', 'confusion')),
          ),
        ),
      ),
    ),
  ),
  transplanted: named('has a transplanted organ', history('transplant')),
  asplenic: named('has no working spleen', history('asplenia')),
  'steroid-dependent': named(
    'depends on steroids',
    any(takes('corticosteroid-systemic'), history('adrenal-insufficiency', 'steroid-dependent')),
  ),
  'beta-blocked': named('takes a beta-blocker', takes('beta-blocker')),
  diabetic: named(
    'has diabetes',
    any(history('diabetes'), takes('insulin', 'sulfonylurea', 'sglt2-inhibitor', 'metformin')),
  ),
  dialysed: named('is on dialysis', history('dialysis')),
  'heart-disease': named(
    'known heart disease',
    history(
      'coronary-disease',
      'past-heart-attack',
      'heart-failure',
      'cardiomyopathy',
      'congenital-heart-disease',
      'heart-valve-disease',
      'coronary-stent',
      'bypass-surgery',
      'pacemaker',
      'implanted-defibrillator',
    ),
  ),
  'coronary-risk': named(
    'raised risk of coronary disease',
    any(
      history(
        'coronary-disease',
        'past-heart-attack',
        'coronary-stent',
        'bypass-surgery',
        'diabetes',
        'hypertension',
        'high-cholesterol',
        'past-stroke',
        'peripheral-artery-disease',
        'chronic-kidney-disease',
        'smoking',
        'cocaine-use',
      ),
      has('cocaine-use', 'drug-use'),
    ),
  ),
  'clot-risk': named(
    'raised risk of a blood clot',
    any(
      history('past-dvt-pe', 'pulmonary-embolism', 'cancer', 'clotting-disorder'),
      has('recent-surgery', 'immobility', 'long-journey', 'cast', 'unilateral-leg-swelling', 'past-dvt-pe'),
      takes('combined-oestrogen'),
      history('oestrogen'),
      pregnant(),
      postpartum(),
    ),
  ),
  elderly: named('65 years or older', from(65)),
  'very-old': named('75 years or older', from(75)),
  infant: named('under one year', under(1)),
  'young-infant': named('under three months', under(0.25)),
  'could-be-pregnant': named(
    'could be pregnant',
    any(
      pregnant(),
      all(
        female,
        between(12, 55),
        { pregnancy: { states: ['unknown', 'pregnant'] } },
        not(history('hysterectomy')),
      ),
    ),
  ),
  'pregnant-now': named('pregnant', any(pregnant(), has('pregnant'))),
  'pregnant-or-postpartum': named('pregnant or within six weeks of birth', any(pregnant(), postpartum())),

  // States of the patient
  'altered-mental-state': named(
    'altered mental state',
    any(
      has('confusion', 'drowsy', 'lethargic', 'unresponsive', 'hard-to-wake', 'delirium'),
      vital('consciousness', { atLeast: 1 }),
      vital('gcs', { below: 15 }),
    ),
  ),
  'depressed-consciousness': named(
    'depressed level of consciousness',
    any(
      has('drowsy', 'unresponsive', 'hard-to-wake'),
      hasWith('lethargic', { severity: 'severe' }),
      vital('consciousness', { atLeast: 2 }),
      vital('gcs', { below: 14 }),
    ),
  ),
  'severe-pain': named(
    'severe pain',
    any(vital('pain', { atLeast: 8 }), has('severe-pain'), hasWith('pain', { severity: 'severe' })),
  ),
  // A score alone is not an emergency (ESI v5: considered, not automatic): what stands beside it makes it one.
  'pain-with-distress': named(
    'pain of eight or more with a sign of distress or a risk',
    all(
      vital('pain', { atLeast: 8 }),
      any(
        when('danger-zone'),
        has(
          'sweating',
          'pallor',
          'cold-clammy',
          'looks-ill',
          'restlessness',
          'persistent-vomiting',
          'unable-to-keep-fluids',
          'syncope',
          'near-syncope',
        ),
        when('pregnant-or-postpartum'),
        when('immunosuppressed'),
        from(65),
        history('cancer', 'sickle-cell'),
      ),
    ),
  ),
  fever: named('fever', any(vital('temperature', { atLeast: 38 }), has('fever'))),
  'fever-or-rigors': named(
    'fever or rigors',
    any(vital('temperature', { atLeast: 38 }), has('fever', 'rigors', 'chills')),
  ),
  hypotensive: named('low blood pressure for age', beyond('systolic-low')),
  'poor-perfusion': named(
    'signs of poor perfusion',
    any(
      beyond('systolic-low'),
      has('pallor', 'mottled-skin', 'cold-clammy', 'cold-limb', 'shock', 'low-blood-pressure'),
      vital('capillary-refill', { atLeast: 3 }),
      score('shock-index', { atLeast: 1 }),
    ),
  ),
  'shock-now': named(
    'shock',
    any(
      has('shock'),
      all(
        beyond('systolic-low'),
        any(
          vital('heart-rate', { atLeast: 120 }),
          vital('heart-rate', { below: 45 }),
          vital('respiratory-rate', { atLeast: 25 }),
          vital('spo2', { below: 92 }),
          has('pallor', 'mottled-skin', 'cold-clammy', 'cold-limb', 'cyanosis', 'syncope'),
          when('altered-mental-state'),
        ),
      ),
    ),
  ),
  breathless: named('breathless', has('shortness-of-breath', 'respiratory-distress')),
  'breathing-measured-well': named(
    'oxygen saturation of 94% or more and a breathing rate of at most 20',
    all(vital('spo2', { atLeast: 94 }), vital('respiratory-rate', { atMost: 20 })),
  ),
  'copd-without-asthma': named(
    'known COPD and no asthma, whose saturation is often low',
    all(history('copd'), not(history('asthma'))),
  ),
  'bells-palsy-only': named(
    "a face that droops forehead and all (Bell's palsy), without another stroke sign",
    all(
      has('bells-palsy'),
      not(
        has(
          'one-sided-weakness',
          'aphasia',
          'slurred-speech',
          'unable-to-speak',
          'one-sided-numbness',
          'arm-weakness',
          'leg-weakness',
          'ataxia',
          'double-vision',
        ),
      ),
    ),
  ),
  'drunk-speech-only': named(
    'slurred speech that alcohol explains, without another stroke sign',
    all(
      has('alcohol-intoxication'),
      not(
        has(
          'facial-droop',
          'one-sided-weakness',
          'aphasia',
          'one-sided-numbness',
          'head-injury',
          'arm-weakness',
        ),
      ),
    ),
  ),
  'simple-faint': named(
    'a faint with a trigger, back to normal, at 12 to 44 years',
    all(
      between(12, 45),
      any(
        has('vasovagal'),
        all(
          has('syncope', 'near-syncope'),
          any(
            has('symptoms-resolved', 'heat-exposure', 'light-headedness', 'feels-hot'),
            hasWith(['syncope', 'near-syncope'], { course: ['resolved'] }),
          ),
        ),
      ),
      not(
        has(
          'injury',
          'head-injury',
          'chest-pain',
          'palpitations',
          'shortness-of-breath',
          'headache',
          'abdominal-pain',
          'pelvic-pain',
          'seizure',
          'vomiting',
          'bleeding',
          'syncope-without-warning',
          'syncope-on-exertion',
        ),
      ),
      not(vital('temperature', { atLeast: 38 })),
      not(pregnant()),
    ),
  ),
  'low-oxygen': named('oxygen saturation under 92%', vital('spo2', { below: 92 })),
  'focal-neurology': named(
    'new focal neurological sign',
    any(
      hasWith(
        [
          'facial-droop',
          'arm-weakness',
          'leg-weakness',
          'one-sided-weakness',
          'slurred-speech',
          'aphasia',
          'one-sided-numbness',
          'vision-loss',
          'double-vision',
          'ataxia',
        ],
        {},
      ),
    ),
  ),
  'faint-or-collapse': named('faint or collapse', has('syncope', 'sudden-collapse')),
  'near-faint': named('faint, collapse or nearly so', has('syncope', 'sudden-collapse', 'near-syncope')),
  'suspected-infection': named(
    'suspected infection',
    any(
      vital('temperature', { atLeast: 38 }),
      hasWith('fever', { except: ['feels-hot'] }),
      has(
        'rigors',
        'chills',
        'infection',
        'cellulitis',
        'pneumonia',
        'uti',
        'productive-cough',
        'dysuria',
        'wound-infection',
        'abscess',
      ),
    ),
  ),
  'non-blanching-rash': named('rash that does not fade', has('petechiae', 'purpura', 'non-blanching-rash')),
  'breathing-trouble-for-anaphylaxis': named(
    'breathing or circulation trouble after exposure',
    any(
      has(
        'shortness-of-breath',
        'wheeze',
        'stridor',
        'throat-swelling',
        'throat-tightness',
        'throat-closing',
        'hoarseness',
        'syncope',
        'sudden-collapse',
        'respiratory-distress',
        'cannot-speak-sentences',
        'near-syncope',
        'difficulty-swallowing',
      ),
      beyond('systolic-low'),
      vital('spo2', { below: 92 }),
    ),
  ),
  'allergic-signs': named(
    'skin signs or exposure of an allergic reaction',
    any(
      has('hives', 'itching', 'allergic-reaction', 'bee-sting', 'allergen-exposure'),
      all(
        hasWith(['angioedema', 'face-swelling', 'lip-swelling'], {
          withinHours: 48,
          except: ['tongue-swelling', 'throat-swelling'],
        }),
        not(has('injury', 'toothache', 'dental-abscess', 'trismus', 'leg-oedema', 'orthopnoea')),
      ),
      all(
        has('flushing'),
        has('allergen-exposure', 'bee-sting', 'new-medicine', 'antibiotic', 'itching', 'rash'),
      ),
      all(
        has('widespread-rash'),
        has('new-medicine', 'allergen-exposure', 'antibiotic', 'bee-sting', 'recent-antibiotics'),
      ),
    ),
  ),
  'benign-chest-wall': named(
    'chest pain that pressing, movement or a strain explains',
    has(
      'reproducible-chest-pain',
      'chest-wall-pain',
      'reproducible-chest-pain',
      'muscle-strain',
      'worse-with-movement',
    ),
  ),
  'cold-symptoms': named(
    'symptoms of a cold',
    has('cough', 'nasal-congestion', 'runny-nose', 'sore-throat', 'sneezing'),
  ),
  'fever-source-named': named(
    'a common source of fever is named',
    has(
      'cough',
      'nasal-congestion',
      'runny-nose',
      'sore-throat',
      'ear-pain',
      'body-aches',
      'flu-like-symptoms',
      'flu',
      'covid',
      'viral-infection',
      'upper-respiratory-infection',
      'dysuria',
      'uti',
      'diarrhoea',
      'vomiting',
      'skin-infection',
      'tonsillitis',
      'vaccination',
      'toothache',
      'rash',
    ),
  ),
  'measured-normal': named(
    'heart rate, breathing, pressure and temperature measured and normal for an adult',
    all(
      adult(),
      vital('heart-rate', { atLeast: 50, atMost: 100 }),
      vital('respiratory-rate', { atMost: 20 }),
      vital('systolic', { atLeast: 100, below: 180 }),
      vital('temperature', { atLeast: 36, below: 38 }),
      not(any(vital('spo2', { below: 95 }), when('altered-mental-state'))),
    ),
  ),
  'major-mechanism': named(
    'dangerous mechanism of injury',
    has(
      'high-speed-mvc',
      'ejected',
      'fall-from-height',
      'rollover',
      'pedestrian-struck',
      'motorcycle-crash',
      'crush-injury',
      'gunshot-wound',
      'stab-wound',
      'explosion',
      'diving-accident',
      'pedestrian-struck',
    ),
  ),
  'gi-bleeding': named(
    'bleeding from the gut',
    has('haematemesis', 'melaena', 'rectal-bleeding', 'coffee-ground-vomit'),
  ),
  // What makes a suspected danger an immediate one (ESI v5, decision point A): airway, breathing, circulation or
  // consciousness are failing. A GCS of 13 or 14, a fast pulse or a high score alone are not that.
  'failing-now': named(
    'airway, breathing, circulation or consciousness failing now',
    any(
      beyond('systolic-low'),
      vital('spo2', { below: 90 }),
      beyond('respiratory-rate-slow'),
      vital('heart-rate', { below: 40 }),
      vital('gcs', { atMost: 12 }),
      vital('consciousness', { atLeast: 3 }),
      has(
        'shock',
        'unresponsive',
        'responds-to-pain',
        'hard-to-wake',
        'ongoing-seizure',
        'not-breathing',
        'agonal-breathing',
        'slow-breathing',
        'snoring-respirations',
        'severe-respiratory-distress',
        'no-pulse',
        'cardiac-arrest',
      ),
      hasWith('cyanosis', { notCourse: ['resolved'] }),
    ),
  ),
  'danger-zone': named(
    'vital sign in the danger zone for age',
    any(beyond('heart-rate-danger'), beyond('respiratory-rate-danger'), vital('spo2', { below: 92 })),
  ),
  'adult-or-unknown': named('adult, or age not known', adult()),
};
