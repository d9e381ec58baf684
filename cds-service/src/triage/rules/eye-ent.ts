import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { all, any, from, has, hasWith, history, not, under, vital, when } from '../trigger.ts';

/** Eyes, ears, nose, throat, teeth. */
export const EYE_ENT_RULES: readonly Rule[] = [
  high('eye-chemical-or-penetrating', 'Chemical splash or penetrating injury of the eye', {
    when: any(
      has('chemical-eye-splash', 'penetrating-eye-injury', 'irregular-pupil'),
      all(has('high-speed-eye-particle')),
      all(
        not(all(has('pain-free'), has('normal-vital-signs', 'no-complaint', 'well-appearing'))),
        has('eye-burn', 'eye-injury'),
        has(
          'chemical-exposure',
          'chemical-burn',
          'vision-loss',
          'vision-change',
          'blood-in-eye',
          'severe-pain',
          'eye-laceration',
          'double-vision',
        ),
      ),
      all(has('eye-injury'), any(when('severe-pain'), has('vision-loss', 'blurred-vision'))),
    ),
    source: SOURCES.eye,
    fires: [
      'bleach splashed in both eyes',
      'metal chip flew into the eye while hammering',
      'eye hit by a ball, vision blurred and blood in the eye',
    ],
    spares: ['eyelash in the eye', 'soap in the eye, rinsed, fine', 'pink eye, discharge'],
  }),
  high('acute-glaucoma', 'Painful red eye with haloes, vomiting or loss of sight', {
    when: any(
      has('acute-glaucoma'),
      all(has('halos'), has('vomiting', 'nausea', 'eye-pain', 'headache', 'red-eye')),
      all(
        has('eye-pain', 'painful-red-eye', 'red-eye'),
        any(
          has('halos', 'vomiting', 'vision-loss', 'severe-headache', 'irregular-pupil'),
          all(
            has('painful-red-eye', 'eye-pain'),
            has('blurred-vision', 'photophobia'),
            any(from(50), when('severe-pain')),
          ),
        ),
      ),
    ),
    source: SOURCES.eye,
    fires: [
      '67F painful red eye, haloes around lights, vomiting',
      'severe eye pain and blurred vision, 60M',
      'red eye with loss of vision',
    ],
    spares: ['red itchy eyes in spring', 'stye on the lid', 'eye pain from a lash, better'],
  }),
  high('newborn-eye', 'Pus from swollen eyes in the first four weeks of life', {
    when: all(
      under(0.08),
      has('pus', 'eye-discharge', 'conjunctivitis'),
      has('eyelid-swelling', 'eyelid-problem', 'eye-swelling', 'eyelid-redness'),
    ),
    source: SOURCES.eye,
    fires: [
      '5 day old, both eyelids swollen, pus from the eyes',
      '1 week old swollen eyelids with green eye discharge',
      '10 day old red swollen eyelids, eye discharge',
    ],
    spares: ['2 week old sticky eye, lids normal', '5 day old watery eye', '3 year old pink eye'],
  }),
  high('orbital-cellulitis', 'Infection around the eye with pain on movement, bulging or fever', {
    when: any(
      has('orbital-cellulitis'),
      all(has('bulging-eye'), any(when('fever'), has('redness', 'double-vision', 'pain'))),
      all(
        has(
          'eye-swelling',
          'eyelid-swelling',
          'eyelid-problem',
          'red-eye',
          'eyelid-redness',
          'face-swelling',
        ),
        any(
          has('painful-eye-movement', 'bulging-eye', 'double-vision'),
          all(when('fever'), has('eye-swelling', 'eyelid-swelling')),
        ),
        not(has('normal-eye-movements')),
      ),
    ),
    source: SOURCES.eye,
    fires: [
      '6 year old swollen eyelid, fever, hurts to move the eye',
      'eye bulging and red, double vision',
      'swollen eye with temp 39',
    ],
    spares: ['stye, no fever', 'both eyelids puffy from hay fever', 'mosquito bite near the eye'],
  }),
  high('contact-lens-keratitis', 'Contact lens wearer with severe eye pain or loss of sight', {
    when: all(
      has('contact-lens', 'contact-lens-problem'),
      has('eye-pain', 'red-eye'),
      any(has('vision-loss', 'blurred-vision', 'photophobia'), when('severe-pain')),
    ),
    source: SOURCES.eye,
    fires: [
      'contact lenses, severe eye pain and light hurts',
      'slept in lenses, red painful eye, blurred',
      'lens wearer, red eye and vision worse',
    ],
    spares: ['lost a contact lens', 'new lens prescription', 'lens a bit dry'],
  }),
  high('nosebleed-danger', 'Nosebleed that will not stop or with an anticoagulant', {
    when: any(
      all(
        has('nosebleed'),
        any(
          has('prolonged-nosebleed', 'severe-bleeding', 'dizziness', 'syncope', 'pallor', 'haematemesis'),
          all(
            hasWith('nosebleed', {
              lastingHours: 0.3,
              withinHours: 3,
              notCourse: ['resolved', 'improving', 'intermittent'],
            }),
            not(has('bleeding-controlled', 'symptoms-resolved', 'resolved')),
          ),
          hasWith('nosebleed', { severity: 'severe' }),
          history('haemophilia', 'bleeding-disorder'),
          vital('systolic', { below: 100 }),
          vital('heart-rate', { above: 115 }),
        ),
      ),
    ),
    source: SOURCES.ent,
    fires: [
      'nosebleed for 40 minutes, will not stop',
      'nosebleed, on warfarin, swallowing blood',
      'heavy nosebleed and dizzy',
    ],
    spares: [
      'nosebleed this morning, stopped',
      'epistaxis, now dry, 12 year old',
      'blood when blowing the nose with a cold',
    ],
  }),
  high(
    'mastoiditis-or-deep-ear',
    'Ear infection with swelling behind the ear, facial weakness or dizziness',
    {
      when: any(
        has('mastoid-swelling'),
        all(
          has('ear-pain', 'ear-infection', 'ear-discharge'),
          any(
            has('facial-droop', 'neck-stiffness', 'severe-headache', 'confusion'),
            all(when('diabetic'), hasWith('ear-pain', { severity: 'severe' })),
          ),
        ),
      ),
      source: SOURCES.ent,
      fires: [
        'ear infection, swollen and red behind the ear',
        'ear pain and drooping face',
        'ear discharge, stiff neck and severe headache',
      ],
      spares: ['ear pain after swimming', 'wax, blocked ear', 'popping ears on a flight'],
    },
  ),
  high('tooth-and-face-trauma', 'Knocked-out tooth or facial injury with danger signs', {
    when: any(
      has('knocked-out-tooth', 'septal-haematoma', 'jaw-fracture-sign'),
      all(
        has('facial-injury', 'jaw-injury', 'jaw-fracture'),
        has(
          'double-vision',
          'trismus',
          'severe-bleeding',
          'clear-fluid-from-nose-ear',
          'vision-loss',
          'unable-to-swallow-saliva',
        ),
      ),
    ),
    source: SOURCES.ent,
    fires: [
      'tooth knocked out 20 minutes ago',
      'punched in the face, double vision',
      'nose hit, clear fluid dripping',
    ],
    spares: ['chipped tooth, no pain', 'bruised cheek, sees well', 'milk tooth wobbly'],
  }),
  critical('throat-obstruction', 'Throat swelling that blocks breathing or swallowing', {
    when: all(
      has(
        'throat-swelling',
        'quinsy',
        'floor-of-mouth-swelling',
        'ludwigs',
        'tongue-swelling',
        'throat-closing',
        'post-tonsillectomy-bleed',
      ),
      any(
        has('stridor', 'respiratory-distress', 'cyanosis', 'tripod-position', 'severe-bleeding'),
        hasWith('shortness-of-breath', {}),
        vital('spo2', { below: 94 }),
      ),
    ),
    source: SOURCES.airway,
    fires: [
      'throat swelling, drooling and cannot breathe well',
      'floor of mouth swollen, stridor',
      'tonsils out, bleeding heavily from the throat',
    ],
    spares: ['sore throat, swallows well', 'throat tickle', 'tongue bitten, small cut'],
  }),
  high('throat-closing', 'Feeling of the throat closing', {
    when: any(
      has('throat-closing'),
      all(
        has('difficulty-swallowing', 'sore-throat'),
        has('unable-to-swallow-saliva', 'muffled-voice', 'drooling', 'stridor', 'trismus'),
      ),
      has('uvula-swelling'),
    ),
    source: SOURCES.airway,
    fires: [
      'throat is closing up',
      'sore throat, cannot swallow spit',
      'muffled hot potato voice with sore throat',
    ],
    spares: [
      'sore throat, eats and drinks',
      'lump in the throat when stressed, swallowing fine',
      'hoarse after singing',
    ],
  }),
  high('small-child-throat', 'Small child who drools or will not swallow', {
    when: all(
      under(6),
      has('drooling', 'unable-to-swallow-saliva', 'difficulty-swallowing'),
      any(
        when('fever'),
        has('sore-throat', 'neck-stiffness', 'stridor', 'foreign-body-swallowed', 'choking-episode-resolved'),
      ),
    ),
    source: SOURCES.airway,
    fires: [
      '3 year old fever, drooling, refuses to drink',
      '2 year old will not swallow after playing with coins, drooling',
      '4 year old sore throat and drooling',
    ],
    spares: [
      '8 month old drooling with teething',
      '3 year old sore throat, drinking',
      '4 year old picky eater',
    ],
  }),
];
