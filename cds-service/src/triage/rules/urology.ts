import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { all, any, from, has, hasWith, history, male, not, under, vital, when } from '../trigger.ts';

/** Kidneys, urinary tract, male genitals. */
export const UROLOGY_RULES: readonly Rule[] = [
  high('testicular-torsion', 'Acute testicular pain', {
    when: any(
      has('testicular-torsion'),
      all(
        has('testicular-pain'),
        // A testicle seen to lie normally with its reflex is not twisted.
        not(has('normal-testis')),
        any(
          under(36),
          hasWith('testicular-pain', { onset: 'sudden' }),
          hasWith('testicular-pain', { severity: 'severe' }),
          has('vomiting', 'nausea', 'abdominal-pain'),
          vital('pain', { atLeast: 7 }),
        ),
        hasWith('testicular-pain', { withinHours: 72 }),
      ),
      all(
        has('testicular-swelling'),
        hasWith('testicular-swelling', { withinHours: 48 }),
        under(25),
        not(has('normal-testis')),
      ),
    ),
    source: SOURCES.scrotum,
    ask: {
      when: all(male, has('groin-pain', 'lower-abdominal-pain', 'scrotal-symptom')),
      about: ['testicular-pain'],
      text: 'Any pain or swelling of a testicle, and since when?',
      reason: 'A twisted testicle can be saved for about six hours.',
    },
    fires: [
      '17M sudden testicle pain',
      '22M testicular pain and vomiting since two hours',
      'severe scrotal pain, 30M',
    ],
    spares: ['50M testicular ache for weeks, mild', 'itchy scrotum', 'no testicular pain, dysuria'],
  }),
  high('priapism', 'Erection that will not go, or a trapped foreskin', {
    when: has('priapism', 'paraphimosis', 'penile-fracture'),
    source: SOURCES.priapism,
    fires: ['erection for five hours, painful', 'priapism', 'foreskin stuck behind the head, swollen'],
    spares: ['erectile dysfunction, asks for tablets', 'tight foreskin for years', 'penile rash'],
  }),
  high('urosepsis-possible', 'Infected or blocked kidney', {
    when: any(
      all(
        has('flank-pain', 'pyelonephritis', 'kidney-stone'),
        any(when('fever-or-rigors')),
        any(
          has('rigors', 'kidney-stone'),
          all(has('vomiting'), not(has('tolerating-fluids', 'eating-drinking-well'))),
          history('kidney-stone', 'single-kidney', 'diabetes'),
          from(65),
          when('pregnant-or-postpartum'),
          when('immunosuppressed'),
          vital('heart-rate', { above: 110 }),
          vital('temperature', { atLeast: 39 }),
        ),
      ),
      all(
        has('urinary-symptom', 'uti'),
        any(
          has('rigors'),
          all(from(65), when('fever'), has('back-pain', 'confusion', 'weakness', 'flank-pain')),
          all(when('fever'), has('urinary-catheter')),
          all(when('pregnant-or-postpartum'), when('fever')),
        ),
      ),
    ),
    source: SOURCES.urology,
    fires: [
      'flank pain, fever 39.2 and shaking chills',
      'kidney stone and fever',
      '79F burning urine, rigors',
    ],
    spares: [
      'burning urine, no fever, 25F',
      'flank ache after gardening, no fever',
      'kidney stone years ago',
    ],
  }),
  high('severe-flank-pain', 'Severe flank pain', {
    when: any(
      hasWith('flank-pain', { severity: 'severe' }),
      all(has('flank-pain'), when('pain-with-distress')),
      all(has('flank-pain'), vital('pain', { atLeast: 8 }), has('vomiting', 'haematuria', 'restlessness')),
      all(has('flank-pain'), from(60), hasWith('flank-pain', { onset: 'sudden' })),
      all(has('flank-pain'), history('single-kidney', 'transplant')),
    ),
    source: SOURCES.esi,
    fires: ['severe flank pain, rolling around', 'left flank pain 9/10, vomiting', '66M sudden flank pain'],
    spares: [
      'left flank pain 8/10, HR 80',
      'mild flank ache, pain 3',
      'no flank pain, dysuria',
      'muscle strain at the side, better',
    ],
  }),
  high('acute-retention', 'Cannot pass urine', {
    when: any(
      all(
        has('urinary-retention'),
        // A blocked catheter that hurts little is changed today.
        not(all(has('catheter-problem'), vital('pain', { atMost: 5 }))),
        any(
          hasWith('urinary-retention', { severity: 'severe' }),
          has(
            'severe-abdominal-pain',
            'lower-abdominal-pain',
            'abdominal-distension',
            'clot-haematuria',
            'bladder-pain',
            'fever',
            'leg-weakness',
            'saddle-numbness',
            'pain',
          ),
          hasWith('urinary-retention', { lastingHours: 10, notMild: true }),
          when('severe-pain'),
        ),
      ),
      all(has('clot-haematuria'), any(has('urinary-retention'), when('anticoagulated'))),
      all(has('no-urine', 'urinary-hesitancy'), has('bladder-pain', 'severe-pain', 'abdominal-distension')),
    ),
    source: SOURCES.urology,
    fires: [
      'no urine since last night, belly swollen and painful, 70M',
      'cannot pee, severe lower abdominal pain',
      'clots in urine and cannot pass water',
    ],
    spares: ['weak stream for years', 'passes urine often, small amounts', 'voiding difficulty, mild, 60M'],
  }),
  high('dialysis-danger', 'Missed dialysis or kidney failure with danger signs', {
    when: any(
      all(
        has('missed-dialysis'),
        any(
          has(
            'shortness-of-breath',
            'weakness',
            'palpitations',
            'chest-pain',
            'confusion',
            'oedema',
            'leg-swelling',
            'vomiting',
            'slow-heart-rate',
          ),
          history('dialysis'),
        ),
      ),
      all(
        history('dialysis'),
        has('weakness', 'palpitations', 'chest-pain', 'syncope', 'confusion', 'slow-heart-rate'),
      ),
      all(history('peritoneal-dialysis'), any(has('abdominal-pain'), when('fever'))),
      all(history('dialysis'), when('fever-or-rigors')),
    ),
    source: SOURCES.renal,
    fires: [
      'missed two dialysis sessions, weak and breathless',
      'on dialysis, fever and chills',
      'peritoneal dialysis, belly pain and cloudy fluid',
    ],
    spares: ['dialysis tomorrow, needs a form', 'on dialysis, sore throat', 'kidney disease stage 2, well'],
  }),
  critical('dialysis-critical', 'Dialysis patient with rhythm or breathing failure', {
    when: all(
      history('dialysis'),
      any(
        all(
          has('missed-dialysis', 'hyperkalaemia'),
          any(
            vital('heart-rate', { below: 50 }),
            has('syncope', 'severe-respiratory-distress', 'bilateral-leg-weakness', 'slow-heart-rate'),
          ),
        ),
        { lab: 'potassium', atLeast: 6.5 },
      ),
    ),
    source: SOURCES.potassium,
    fires: [
      'missed dialysis for a week, pulse 38',
      'missed dialysis, both legs too weak to stand',
      'dialysis patient, missed sessions, fainted',
    ],
    spares: [
      'dialysis done yesterday, pulse 76',
      'asks to change dialysis time',
      'pulse 48 athlete, no kidney disease',
    ],
  }),
  high('haematuria-danger', 'Blood in urine with clots, injury or anticoagulant', {
    when: all(
      has('haematuria'),
      any(
        has('abdominal-trauma', 'back-injury', 'syncope', 'urinary-retention'),
        all(
          has('clot-haematuria'),
          any(
            when('anticoagulated'),
            has('reduced-urine', 'lower-abdominal-pain', 'bladder-pain', 'dizziness', 'pallor', 'dysuria'),
            vital('heart-rate', { atLeast: 100 }),
          ),
        ),
        all(has('flank-pain'), when('severe-pain')),
        hasWith('haematuria', { severity: 'severe' }),
      ),
      not(has('painful-period')),
    ),
    source: SOURCES.urology,
    fires: ['blood and clots in urine, dizzy', 'kicked in the back, urine red', 'pure blood in urine, heavy'],
    spares: ['pink urine with burning, 24F', 'urine test showed a trace of blood', 'no blood in urine'],
  }),
];
