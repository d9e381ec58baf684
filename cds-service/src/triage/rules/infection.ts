import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { adult, all, any, atLeast, from, has, hasWith, history, score, vital, when } from '../trigger.ts';

/** Sepsis, weak defences, skin and deep infection. */
export const INFECTION_RULES: readonly Rule[] = [
  critical('sepsis-shock', 'Suspected infection with signs of shock', {
    when: any(
      all(
        when('suspected-infection'),
        any(
          all(
            when('hypotensive'),
            any(
              vital('heart-rate', { atLeast: 100 }),
              vital('respiratory-rate', { atLeast: 22 }),
              when('altered-mental-state'),
              has('mottled-skin', 'cold-clammy'),
            ),
          ),
          has('shock'),
          all(
            has('mottled-skin', 'ashen', 'cold-clammy'),
            any(
              when('failing-now'),
              all(adult(), vital('systolic', { below: 100 }), when('altered-mental-state')),
            ),
          ),
          { lab: 'lactate', atLeast: 4 },
          all(adult(), score('news2', { atLeast: 12 })),
        ),
      ),
      has('septic-shock'),
      all(has('sepsis', 'meningococcal'), when('failing-now')),
      all(when('fever-or-rigors'), when('failing-now'), when('depressed-consciousness')),
    ),
    source: SOURCES.sepsis,
    fires: [
      '70F fever, confused, BP 84/46 HR 122',
      'cough and rigors, mottled legs, BP 82/40',
      'septic, SpO2 86%, hard to wake',
    ],
    spares: ['70F cough, BP 128/70', 'had sepsis last year, here for a refill', 'septic, alert, BP 118/70'],
  }),
  high('sepsis-possible', 'Suspected infection with a sign of sepsis', {
    version: 2,
    when: all(
      any(adult(12), has('sepsis', 'meningococcal', 'mottled-skin')),
      when('suspected-infection'),
      any(
        has('sepsis', 'meningococcal', 'mottled-skin', 'ashen'),
        when('altered-mental-state'),
        has('confusion', 'no-urine', 'toxic-appearing', 'syncope', 'general-decline', 'new-confusion'),
        when('non-blanching-rash'),
        all(has('rigors'), from(65)),
        vital('systolic', { atMost: 90 }),
        all(
          vital('systolic', { atMost: 100 }),
          any(vital('heart-rate', { atLeast: 90 }), vital('respiratory-rate', { atLeast: 22 })),
        ),
        all(vital('heart-rate', { atLeast: 130 })),
        vital('respiratory-rate', { atLeast: 25 }),
        score('qsofa', { atLeast: 2 }),
        { lab: 'lactate', above: 2 },
        all(
          vital('heart-rate', { above: 110 }),
          any(vital('respiratory-rate', { atLeast: 22 }), from(65), vital('temperature', { atLeast: 39.5 })),
        ),
        all(from(75), any(has('weakness', 'fall', 'unable-to-walk', 'not-eating-drinking'))),
        all(
          vital('temperature', { atLeast: 38 }),
          vital('heart-rate', { above: 90 }),
          vital('respiratory-rate', { above: 20 }),
        ),
        all(
          has('rigors'),
          any(
            history('urinary-catheter', 'central-line', 'diabetes'),
            has('urinary-catheter', 'central-line', 'recent-catheterisation', 'confusion'),
          ),
        ),
      ),
    ),
    source: SOURCES.sepsis,
    ask: {
      when: all(when('suspected-infection'), adult(12)),
      about: ['respiratory-rate', 'confusion'],
      text: 'Any confusion, fast breathing, mottled skin or no urine for 18 hours?',
      reason: 'Infection with one of these may be sepsis.',
    },
    fires: [
      '78F fever and new confusion',
      '50M fever, HR 124 RR 24',
      'urine infection, shaking chills, has a catheter',
    ],
    spares: [
      '30M fever with a cold, HR 92',
      'urine infection, no fever, BP 120/70',
      '50M cough for three weeks, well',
    ],
  }),
  high('neutropenic-fever', 'Fever or feeling ill during cancer treatment or after a transplant', {
    when: any(
      all(
        any(when('chemotherapy'), history('neutropenia', 'leukaemia-lymphoma')),
        any(
          when('fever-or-rigors'),
          has(
            'malaise',
            'weakness',
            'flu-like-symptoms',
            'looks-ill',
            'general-decline',
            'sore-throat',
            'diarrhoea',
            'lethargic',
          ),
          vital('temperature', { below: 36 }),
        ),
      ),
      all(
        when('transplanted'),
        any(
          when('fever-or-rigors'),
          has('malaise', 'abdominal-pain', 'reduced-urine', 'vomiting', 'diarrhoea', 'shortness-of-breath'),
        ),
      ),
      has('febrile-neutropenia'),
    ),
    source: SOURCES.neutropenia,
    ask: {
      when: any(history('cancer'), when('transplanted')),
      about: ['recent-chemotherapy', 'chemotherapy', 'temperature'],
      text: 'Any cancer treatment in the last six weeks, and any fever, shivers or feeling unwell since?',
      reason: 'Within six weeks of treatment an infection can kill within hours.',
    },
    fires: [
      'chemo ten days ago, temp 38.1',
      'leukaemia, just feels awful',
      'liver transplant, fever and chills',
    ],
    spares: [
      'breast cancer in 2008, cured, sprained wrist',
      'chemo next month, questions',
      'brother had a transplant, she has a cold',
    ],
  }),
  critical('neutropenic-sepsis', 'Possible neutropenic sepsis with instability', {
    when: all(
      any(when('chemotherapy'), history('neutropenia', 'leukaemia-lymphoma'), when('transplanted')),
      when('fever-or-rigors'),
      any(
        when('hypotensive'),
        when('altered-mental-state'),
        score('news2', { atLeast: 7 }),
        has('mottled-skin', 'sudden-collapse', 'syncope', 'cold-clammy', 'respiratory-distress'),
      ),
    ),
    source: SOURCES.neutropenia,
    fires: [
      'chemo last week, fever 39, BP 82/40',
      'leukaemia, rigors and confused',
      'kidney transplant, fever and collapsed',
    ],
    spares: [
      'chemo last week, temp 37, tired',
      'leukaemia in childhood, cured, cough',
      'kidney transplant, well, refill',
    ],
  }),
  high('asplenia-fever', 'Fever without a working spleen', {
    when: all(any(when('asplenic'), history('sickle-cell')), when('fever-or-rigors')),
    source: SOURCES.asplenia,
    fires: ['spleen removed, fever 38.4', 'no spleen, chills since last night', 'sickle cell, temp 38.6'],
    spares: ['spleen removed, ankle sprain', 'enlarged spleen, no fever', 'fever, spleen intact'],
  }),
  // A surgeon within minutes, and critical by the pressure or the mind when they fail.
  high('necrotising-infection', 'Possible flesh-destroying infection', {
    escalate: true,
    version: 2,
    when: any(
      has('necrotising-infection', 'fournier'),
      all(
        has('skin-necrosis'),
        any(when('fever-or-rigors'), when('severe-pain'), when('danger-zone'), when('altered-mental-state')),
      ),
      all(
        has('limb-pain'),
        has('crepitus'),
        any(when('fever-or-rigors'), when('severe-pain'), when('danger-zone')),
      ),
      all(has('skin-necrosis', 'purpura'), has('rapidly-spreading-redness')),
      all(
        has(
          'skin-infection',
          'cellulitis',
          'spreading-redness',
          'redness',
          'wound-infection',
          'swelling',
          'abscess',
          'perineal-pain',
        ),
        has('crepitus', 'skin-necrosis'),
      ),
      all(
        has('skin-infection', 'redness', 'wound-infection', 'abscess', 'perineal-pain'),
        has('pain-out-of-proportion'),
      ),
      all(
        has('rapidly-spreading-redness'),
        any(when('severe-pain'), when('fever-or-rigors'), when('diabetic'), when('danger-zone')),
      ),
      all(
        has('perineal-pain', 'testicular-swelling'),
        has('skin-infection', 'redness', 'skin-discolouration', 'perianal-abscess'),
        any(when('fever'), when('diabetic')),
      ),
    ),
    source: SOURCES.necrotising,
    fires: [
      'leg redness spreading by the hour with terrible pain and fever',
      'cellulitis with crackling under the skin',
      'diabetic, swollen painful perineum turning purple, fever',
    ],
    spares: [
      'small boil, no fever',
      'redness around an insect bite, not spreading',
      'no crepitus, mild cellulitis',
    ],
  }),
  high('cellulitis-danger', 'Skin infection with a danger sign', {
    when: all(
      has('skin-infection', 'cellulitis', 'spreading-redness', 'wound-infection', 'abscess'),
      any(
        all(
          when('fever-or-rigors'),
          any(
            when('diabetic'),
            when('immunosuppressed'),
            from(65),
            has('vomiting', 'red-streaks', 'rapidly-spreading-redness', 'hand-infection'),
            vital('heart-rate', { above: 110 }),
          ),
        ),
        has('rapidly-spreading-redness'),
        all(has('orbital-cellulitis')),
        all(has('red-streaks'), when('fever')),
        all(
          has('hand-infection', 'finger-infection'),
          has('unable-to-move-joint', 'finger-swelling'),
          when('severe-pain'),
        ),
        all(has('injecting-drug-use'), when('fever')),
      ),
    ),
    source: SOURCES.cellulitis,
    fires: [
      'diabetic, red hot leg and fever',
      'cellulitis, redness moved up fast since noon',
      'wound red streaks up the arm, temp 38.5',
    ],
    spares: [
      'small abscess on the back, no fever',
      'cellulitis on antibiotics, better',
      'impetigo, 6 year old',
    ],
  }),
  high('septic-joint', 'Hot swollen joint with fever or weak defences', {
    when: any(
      has('septic-joint', 'osteomyelitis', 'spinal-infection'),
      all(
        has('knee-swelling'),
        when('fever'),
        has('chills', 'rigors', 'unable-to-bear-weight', 'injecting-drug-use', 'unable-to-move-joint'),
      ),
      all(
        any(has('joint-replacement'), history('joint-replacement')),
        has('feels-hot', 'redness'),
        has('unable-to-move-joint', 'joint-swelling', 'hot-swollen-joint'),
      ),
      all(
        hasWith(['hot-swollen-joint', 'joint-swelling'], { evenChronic: true }),
        any(
          vital('temperature', { atLeast: 38 }),
          hasWith(['fever', 'chills'], { except: ['feels-hot'] }),
          all(
            hasWith('hot-swollen-joint', { evenChronic: true }),
            any(
              when('immunosuppressed'),
              has('injecting-drug-use', 'unable-to-move-joint'),
              history('joint-replacement'),
            ),
          ),
        ),
      ),
    ),
    source: SOURCES.septicJoint,
    fires: [
      'hot swollen knee and fever',
      'knee replacement, now hot, red and cannot bend it',
      'swollen joint, temp 38.9, injects drugs',
    ],
    spares: [
      'knee swollen after football, no fever',
      'gout toe as usual',
      'stiff joints in the morning for years',
    ],
  }),
  high('malaria-travel', 'Fever after travel to the tropics', {
    when: any(has('malaria'), all(when('fever-or-rigors'), has('tropical-travel'))),
    source: SOURCES.travel,
    fires: [
      'back from Nigeria last week, fever and chills',
      'fever after a trip to Ghana',
      'malaria suspected',
    ],
    spares: ['back from Spain, sunburn', 'travel vaccine request', 'fever and cold, no travel'],
  }),
  high('tetanus-botulism', 'Possible tetanus or botulism', {
    when: any(
      has('tetanus'),
      all(has('trismus'), has('muscle-cramps', 'neck-stiffness', 'wound', 'clonus-rigidity')),
      all(
        has('drooping-eyelid', 'double-vision'),
        has('difficulty-swallowing', 'slurred-speech', 'ascending-weakness', 'limb-weakness'),
      ),
    ),
    source: SOURCES.tetanus,
    fires: [
      'jaw locked after a dirty wound, neck stiff',
      'drooping eyelids and cannot swallow',
      'double vision, slurred speech and weak arms after home-canned food',
    ],
    spares: ['needs a tetanus shot', 'jaw clicks', 'eyelid droops since birth'],
  }),
  high('shingles-eye', 'Shingles at the eye, or widespread with weak defences', {
    when: any(
      has('shingles-eye'),
      all(
        has('shingles', 'chickenpox'),
        any(
          // One band of shingles under tablets is treated today; spread or fever makes it dangerous.
          all(
            when('immunosuppressed'),
            any(has('chickenpox', 'widespread-rash', 'confusion', 'headache'), when('fever')),
          ),
          when('chemotherapy'),
          all(has('chickenpox'), when('pregnant-or-postpartum')),
          all(has('chickenpox'), has('shortness-of-breath')),
        ),
      ),
    ),
    source: SOURCES.eye,
    fires: [
      'shingles on the forehead and tip of the nose, eye red',
      'shingles all over, on chemotherapy',
      'pregnant with chickenpox',
    ],
    spares: ['shingles on the back, healing', 'had chickenpox as a child', 'cold sore on the lip'],
  }),
  high('encephalitis', 'Fever with odd behaviour or seizure', {
    when: any(
      has('encephalitis', 'meningitis'),
      all(
        when('fever'),
        adult(5),
        any(has('behaviour-change', 'hallucinations', 'seizure', 'speech-problem', 'ataxia')),
      ),
    ),
    source: SOURCES.meningitis,
    fires: [
      'fever and talking nonsense, 40M',
      'fever with strange behaviour since yesterday',
      'fever 39 and a seizure, 30F',
    ],
    spares: ['fever and cough, behaving normally', 'seizure last year, no fever', 'teenager moody, no fever'],
  }),
  high('many-sirs', 'Fever with two abnormal vital signs', {
    when: all(
      adult(16),
      when('fever'),
      atLeast(
        2,
        vital('heart-rate', { above: 100 }),
        vital('respiratory-rate', { above: 21 }),
        vital('systolic', { below: 105 }),
        vital('temperature', { atLeast: 39.4 }),
        vital('spo2', { below: 95 }),
      ),
    ),
    source: SOURCES.survivingSepsis,
    fires: ['40F temp 39.5 HR 112', '60M fever 38.5 HR 108 RR 24', '33F fever HR 118 BP 98/60'],
    spares: ['40F temp 38.3 HR 92', '60M temp 37 HR 108', '33F fever 38.4 HR 98 BP 118/70'],
  }),
];
