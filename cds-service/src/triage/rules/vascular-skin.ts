import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  all,
  any,
  beyond,
  denied,
  from,
  has,
  hasWith,
  history,
  not,
  takes,
  under,
  vital,
  when,
} from '../trigger.ts';

/** Limb vessels, skin emergencies, heat, cold, bites with venom, water. */
export const VASCULAR_SKIN_ENVIRONMENT_RULES: readonly Rule[] = [
  high('limb-ischaemia', 'Cold, pale, pulseless or painful limb', {
    when: any(
      has('pulseless-limb', 'limb-ischaemia-suspected', 'compartment-syndrome'),
      all(
        has('cold-limb', 'pale-limb', 'blue-limb'),
        // Pulses that were felt, or colours that have come with the cold for years, speak of spasm.
        not(has('neurovascularly-intact', 'acrocyanosis')),
        any(
          hasWith('limb-pain', { notMild: true }),
          has(
            'sensory-symptom',
            'not-moving-limb',
            'limb-weakness',
            'severe-pain',
            'pallor',
            'leg-numbness',
            'foot-numbness',
            'hand-numbness',
          ),
          hasWith(['cold-limb', 'pale-limb', 'blue-limb'], { onset: 'sudden' }),
          history('atrial-fibrillation', 'peripheral-artery-disease'),
        ),
      ),
      all(
        hasWith('black-toe', { except: ['nail-blackness'] }),
        not(has('nail-bed-injury', 'struck-by-object', 'contusion')),
      ),
      all(has('ring-stuck'), has('blue-limb', 'pale-limb', 'cold-limb')),
      all(has('no-pulse'), has('limb-pain', 'cold-limb', 'pale-limb', 'pallor', 'limb-symptom')),
    ),
    source: SOURCES.limb,
    fires: [
      'leg cold, pale and very painful since this morning',
      'foot turned blue and numb',
      'no pulse in the right foot',
    ],
    spares: ['cold feet in winter, warm now', 'calf cramps at night', 'leg pain after running, warm'],
  }),
  high('limb-ischaemia-late', 'Limb without pulse that is numb or cannot move', {
    when: all(
      has('pulseless-limb', 'limb-ischaemia-suspected', 'cold-limb', 'pale-limb', 'compartment-syndrome'),
      has('pulseless-limb', 'severe-pain', 'pain-out-of-proportion', 'compartment-syndrome'),
      has(
        'not-moving-limb',
        'limb-numbness',
        'leg-numbness',
        'foot-numbness',
        'paralysis',
        'limb-weakness',
        'leg-weakness',
        'hand-numbness',
        'arm-numbness',
        'foot-weakness',
      ),
    ),
    escalate: true,
    source: SOURCES.limb,
    fires: [
      'leg white, no pulse, numb and cannot move it',
      'cold arm without pulse, hand numb',
      'severe pain, cold pale leg, foot numb',
    ],
    spares: ['tingling foot after sitting', 'leg cramp', 'cold hands, well'],
  }),
  high('compartment-syndrome', 'Tense limb with pain out of proportion', {
    when: all(
      has('tense-limb', 'pain-out-of-proportion', 'pain-on-passive-stretch', 'compartment-syndrome'),
      has(
        'limb-pain',
        'limb-injury',
        'fracture',
        'crush-injury',
        'cast',
        'limb-swelling',
        'compartment-syndrome',
        'tense-limb',
      ),
    ),
    source: SOURCES.compartment,
    fires: [
      'broken shin, calf tense, pain out of proportion',
      'forearm crushed, hard and swollen, hurts to move fingers',
      'cast on, leg pain out of proportion',
    ],
    spares: ['bruised shin, soft', 'muscle ache after the gym', 'cast itches'],
  }),
  high('dvt-breathless', 'Swollen leg with breathlessness or chest pain', {
    when: all(
      any(has('unilateral-leg-swelling', 'dvt', 'calf-pain', 'calf-swelling'), history('past-dvt-pe')),
      hasWith(['shortness-of-breath', 'pleuritic-chest-pain', 'haemoptysis', 'syncope'], { notMild: true }),
      not(all(history('heart-failure'), not(has('unilateral-leg-swelling')))),
    ),
    source: SOURCES.dvt,
    fires: [
      'calf swollen and short of breath',
      'DVT on tablets, now coughing blood',
      'one leg swollen, sharp chest pain on breathing',
    ],
    spares: [
      'swollen ankle after a twist, breathing fine',
      'both legs a bit swollen for years',
      'calf cramp',
    ],
  }),
  high('dvt-high-risk', 'Leg clot with a threatened limb or in pregnancy', {
    when: all(
      has('dvt', 'unilateral-leg-swelling'),
      any(has('blue-limb', 'severe-pain', 'cold-limb'), when('pregnant-or-postpartum')),
    ),
    source: SOURCES.dvt,
    fires: [
      'leg swollen, blue and extremely painful',
      '30 weeks pregnant, left leg swollen',
      'DVT, leg turning blue',
    ],
    spares: ['calf strain', 'swollen leg for years, unchanged', 'ankle bruise'],
  }),
  high('severe-skin', 'Blistering or peeling rash with sores of mouth or eyes, or a widespread purple rash', {
    when: any(
      has('severe-skin-reaction'),
      // Purple spots in somebody well and without fever need a count and a urine test today, no resuscitation room.
      all(
        has('purpura'),
        not(
          any(
            vital('temperature', { below: 38 }),
            denied('fever', 'bleeding'),
            all(from(16), has('well-appearing', 'no-complaint')),
          ),
        ),
      ),
      all(
        has('purpura'),
        any(
          when('immunosuppressed'),
          has('bleeding-gums', 'nosebleed', 'looks-ill', 'mouth-ulcer', 'lethargic'),
        ),
      ),
      all(
        has('rash', 'blisters', 'painful-rash'),
        has('skin-peeling', 'mucosal-sores'),
        any(
          when('fever'),
          has('new-medicine', 'recent-antibiotics', 'eye-pain', 'mouth-ulcer', 'painful-rash'),
          takes('sjs-risk', 'sulfonamide-antibiotic'),
        ),
      ),
      all(has('skin-peeling'), when('fever'), has('pain', 'redness')),
      all(
        has('painful-rash', 'blisters', 'skin-peeling'),
        has('mouth-ulcer'),
        has('conjunctivitis', 'eye-pain', 'red-eye'),
      ),
      all(
        when('non-blanching-rash'),
        any(
          has(
            'bleeding-gums',
            'nosebleed',
            'easy-bruising',
            'weakness',
            'looks-ill',
            'joint-pain',
            'abdominal-pain',
          ),
          under(16),
        ),
        not(any(vital('temperature', { below: 38 }), denied('fever'))),
      ),
      all(
        has('widespread-rash'),
        when('fever'),
        has('lethargic', 'confusion', 'low-blood-pressure', 'dizziness', 'face-swelling'),
      ),
    ),
    source: SOURCES.sjs,
    fires: [
      'blisters, sore mouth and peeling skin after a new medicine',
      'purple spots all over the legs',
      'painful red skin coming off, fever',
    ],
    spares: ['hand foot and mouth, drinking', 'heat rash', 'peeling after sunburn'],
  }),
  critical('heat-stroke', 'Very hot after heat, with confusion or collapse', {
    // Muddled and hot is high and cooled at once; the brain or the circulation failing makes it critical.
    when: all(
      any(
        has('heat-stroke', 'heat-exposure', 'heat-exhaustion', 'left-in-hot-car'),
        vital('temperature', { atLeast: 40.5 }),
      ),
      any(
        when('failing-now'),
        all(vital('temperature', { atLeast: 40.5 }), when('altered-mental-state')),
        all(vital('temperature', { atLeast: 40 }), has('confusion', 'drowsy'), has('sudden-collapse')),
        has('seizure'),
        all(under(12), has('left-in-hot-car'), has('drowsy', 'confusion', 'lethargic', 'vomiting')),
      ),
    ),
    source: SOURCES.heat,
    fires: [
      'collapsed in a marathon, temp 41 and confused',
      'roof worker in the sun, unresponsive, hot',
      '3 year old left in a hot car, drowsy',
    ],
    spares: ['sunburn, drinking', 'hot day, tired, temp 37', 'fever 40 with flu, alert'],
  }),
  high('heat-illness', 'Heat illness with danger signs', {
    when: all(
      has('heat-exhaustion', 'heat-exposure', 'heat-stroke', 'left-in-hot-car'),
      not(when('simple-faint')),
      any(
        when('altered-mental-state'),
        has('sudden-collapse', 'drowsy'),
        hasWith(
          ['vomiting', 'syncope', 'near-syncope', 'weakness', 'severe-headache', 'dark-urine', 'confusion'],
          { notCourse: ['resolved', 'improving'] },
        ),
        vital('temperature', { atLeast: 38.5 }),
        beyond('heart-rate-danger'),
        from(70),
      ),
    ),
    source: SOURCES.heat,
    fires: [
      'worked in the heat, vomiting and faint',
      'heat exhaustion, 78F',
      'long run in the sun, dark urine and cramps',
    ],
    spares: ['hot at work, drank water, fine', 'heat rash', 'warm flat, tired'],
  }),
  critical('cold-severe', 'Cold exposure with drowsiness or a slow pulse', {
    when: all(
      any(has('hypothermia', 'cold-exposure'), vital('temperature', { below: 32 })),
      any(
        when('altered-mental-state'),
        has(
          'drowsy',
          'unresponsive',
          'confusion',
          'slow-heart-rate',
          'slurred-speech',
          'cyanosis',
          'stiffness',
        ),
        vital('heart-rate', { below: 50 }),
        vital('temperature', { below: 32 }),
      ),
    ),
    source: SOURCES.cold,
    fires: ['found outside in the snow, confused', 'hypothermia, pulse 40', 'fell in icy water, drowsy'],
    spares: ['feels cold at home', 'cold hands, rewarmed', 'long walk in winter, fine'],
  }),
  high('cold-injury', 'Hypothermia or frostbite', {
    when: any(has('hypothermia'), all(has('frostbite'), not(has('acrocyanosis')))),
    source: SOURCES.cold,
    fires: [
      'frostbite of three toes',
      'hypothermia after a night outside',
      'fingers white and hard after skiing, frostbite',
    ],
    spares: ['chilblains', 'shivering at the bus stop, fine', 'no frostbite'],
  }),
  critical('drowning', 'Drowning with symptoms', {
    when: all(
      has('drowning'),
      any(
        has(
          'shortness-of-breath',
          'cyanosis',
          'unresponsive',
          'confusion',
          'respiratory-distress',
          'cpr-performed',
          'floppy',
          'ashen',
          'not-breathing',
        ),
        vital('spo2', { below: 92 }),
        when('altered-mental-state'),
      ),
    ),
    source: SOURCES.drowning,
    fires: [
      'pulled from the pool, coughing and blue',
      'near drowning, drowsy',
      'found under the water in the bath, short of breath',
    ],
    spares: ['swallowed some pool water, laughing', 'swimmer’s ear', 'afraid of water'],
  }),
  high('drowning-well', 'Under water and rescued, even if well now', {
    when: hasWith('drowning', { withinHours: 24 }),
    source: SOURCES.drowning,
    fires: [
      '4 year old pulled out of the pool, seems fine',
      'nearly drowned an hour ago',
      'submersion in the bath, 1 year old',
    ],
    spares: ['splashed in the face', 'ear blocked after swimming', 'no drowning, tired after swimming'],
  }),
  high('envenomation', 'Snake, scorpion or jellyfish venom', {
    when: any(
      hasWith('envenomation', { except: ['jellyfish-sting'] }),
      all(
        has('jellyfish-sting'),
        any(
          has('face-swelling', 'vomiting', 'muscle-cramps', 'limb-pain', 'chest-pain'),
          when('severe-pain'),
        ),
      ),
    ),
    source: SOURCES.envenomation,
    fires: ['bitten by a snake', 'scorpion sting, child', 'jellyfish sting, arm very painful'],
    spares: ['bee sting, small swelling', 'saw a snake, not bitten', 'mosquito bites'],
  }),
  critical('envenomation-systemic', 'Venom with general signs', {
    when: all(
      has('envenomation', 'spider-bite'),
      any(
        has(
          'shortness-of-breath',
          'syncope',
          'double-vision',
          'drooping-eyelid',
          'paralysis',
          'sudden-collapse',
          'seizure',
          'ascending-weakness',
        ),
        when('failing-now'),
        when('depressed-consciousness'),
      ),
      has('snake-bite', 'jellyfish-sting', 'scorpion-sting'),
    ),
    source: SOURCES.envenomation,
    fires: [
      'snake bite, vomiting and drooping eyelids',
      'snake bite, collapsed',
      'scorpion sting, seizure and slurred speech',
    ],
    spares: ['snake bite years ago', 'spider bite, small red spot', 'jellyfish sting, itchy only'],
  }),
  high('diving-illness', 'Symptoms after diving or at altitude', {
    when: any(
      all(
        has('diving-accident'),
        has(
          'joint-pain',
          'weakness',
          'limb-numbness',
          'shortness-of-breath',
          'chest-pain',
          'confusion',
          'vertigo',
          'headache',
          'rash',
          'leg-weakness',
        ),
      ),
      all(
        has('altitude-sickness'),
        has('shortness-of-breath', 'confusion', 'ataxia', 'loss-of-balance', 'cough', 'severe-headache'),
      ),
    ),
    source: SOURCES.diving,
    fires: [
      'scuba dive yesterday, joint pain and numb legs',
      'altitude sickness, confused and staggering',
      'after diving, chest pain and cough',
    ],
    spares: [
      'ear pressure after a dive',
      'mild headache at altitude, better down here',
      'snorkelled, sunburn',
    ],
  }),
  high('device-danger', 'Heart pump, pacemaker or line problem', {
    when: any(
      all(
        has('pacemaker-problem'),
        has('syncope', 'near-syncope', 'dizziness', 'chest-pain', 'slow-heart-rate', 'shortness-of-breath'),
      ),
      history('lvad'),
      all(
        has('central-line', 'central-line-problem'),
        any(when('fever-or-rigors'), has('bleeding', 'shortness-of-breath', 'chest-pain')),
      ),
      has('shunt-problem'),
    ),
    source: SOURCES.icd,
    fires: [
      'pacemaker, dizzy and nearly fainted, pacemaker problem',
      'LVAD alarm',
      'chills whenever the central line is flushed',
    ],
    spares: ['pacemaker check, well', 'line dressing change', 'shunt placed in childhood, ankle sprain'],
  }),
];
