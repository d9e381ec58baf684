import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  adult,
  all,
  any,
  atLeast,
  beyond,
  from,
  has,
  hasWith,
  history,
  not,
  under,
  vital,
  when,
} from '../trigger.ts';

const SOB = 'shortness-of-breath';
/** Measured without oxygen and no lower than 90%: the lungs do not fail at this moment. */
const MEASURED_OXYGEN = all(vital('spo2', { atLeast: 90 }), not({ measured: 'inhaled-oxygen' }));

/** Airway, breathing, lungs, anaphylaxis. */
export const RESPIRATORY_RULES: readonly Rule[] = [
  critical('not-breathing', 'Not breathing, gasping or choking', {
    when: any(
      all(has('not-breathing'), not(all(history('sleep-apnoea'), adult()))),
      has('respiratory-arrest', 'agonal-breathing', 'airway-obstruction', 'intubated'),
      // Choked hours ago and here to tell: an inhaled thing perhaps, no blocked airway.
      hasWith('choking', { withinHours: 0.5 }),
    ),
    source: SOURCES.resuscitation,
    fires: ['she is not breathing', 'choking on meat, cannot talk', 'agonal breaths, 70M'],
    spares: [
      'choked on a fish bone last week, fine now',
      'sleep apnoea, needs a new mask',
      'his wife stopped breathing last year, he has a cold',
    ],
  }),
  critical('severe-respiratory-distress', 'Severe respiratory distress', {
    version: 2,
    when: any(
      has('silent-chest', 'see-saw-breathing'),
      // Short phrases with a measured saturation of 90% or more are severe, not yet failing (BTS 2019, acute severe).
      all(
        hasWith('severe-respiratory-distress', { except: ['exhaustion-from-breathing', 'silent-chest'] }),
        not(MEASURED_OXYGEN),
      ),
      all(
        hasWith('cyanosis', { notCourse: ['resolved'] }),
        not(all(vital('spo2', { atLeast: 94 }), not({ measured: 'inhaled-oxygen' }))),
        not(has('non-toxic-ingestion', 'breath-holding-spell')),
      ),
      all(
        hasWith(SOB, { severity: 'severe', notCourse: ['resolved', 'improving'] }),
        any(
          vital('spo2', { below: 88 }),
          vital('respiratory-rate', { atLeast: 30 }),
          vital('heart-rate', { atLeast: 130 }),
          has('accessory-muscle-use', 'retractions', 'agitation', 'near-syncope'),
        ),
        not(all(vital('spo2', { atLeast: 94 }), vital('respiratory-rate', { atMost: 24 }))),
      ),
      all(
        has('respiratory-distress', 'wheeze', 'asthma-attack', 'severe-shortness-of-breath'),
        has('exhaustion-from-breathing', 'grunting'),
      ),
      all(has(SOB), when('depressed-consciousness')),
      all(
        has(SOB, 'respiratory-distress'),
        vital('spo2', { below: 88 }),
        any(beyond('respiratory-rate-danger'), beyond('heart-rate-danger')),
      ),
    ),
    source: SOURCES.esi,
    fires: [
      'cannot finish a sentence, so short of breath, 60F',
      'lips are blue and struggling to breathe',
      'severe respiratory distress, 5 year old',
    ],
    spares: [
      'a bit short of breath on stairs for months',
      'talking in full sentences, cough',
      'fingers blue from the cold, warm now',
    ],
  }),
  critical('stridor-distress', 'Noisy or blocked upper airway', {
    when: any(
      all(
        has('stridor'),
        any(
          hasWith(['respiratory-distress', SOB], { except: ['retractions'] }),
          has(
            'drooling',
            'cyanosis',
            'severe-retractions',
            'difficulty-swallowing',
            'muffled-voice',
            'throat-swelling',
            'drowsy',
            'exhaustion-from-breathing',
            'tripod-position',
          ),
          vital('spo2', { below: 92 }),
          adult(12),
        ),
      ),
      all(
        has('drooling', 'unable-to-swallow-saliva'),
        any(
          has(
            'respiratory-distress',
            'tripod-position',
            'noisy-breathing',
            SOB,
            'tongue-swelling',
            'throat-swelling',
          ),
          all(under(12), has('muffled-voice')),
        ),
      ),
      all(
        under(18),
        has('drooling', 'unable-to-swallow-saliva'),
        has('fever', 'sore-throat'),
        has(
          'difficulty-swallowing',
          'unable-to-swallow-saliva',
          'muffled-voice',
          'looks-ill',
          'refusing-feeds',
        ),
      ),
      has('epiglottitis', 'ludwigs'),
    ),
    source: SOURCES.airway,
    fires: [
      'stridor and drooling, 4 year old with fever',
      'cannot swallow his spit, muffled voice, sitting forward',
      'high pitched noise on breathing in, throat swollen',
    ],
    spares: [
      'teething baby drooling, well',
      'sore throat, swallowing fluids, no drooling',
      'barking cough at night, no noise at rest',
    ],
  }),
  critical('anaphylaxis', 'Possible anaphylaxis', {
    when: any(
      has('anaphylaxis'),
      all(
        has('antibiotic', 'new-medicine', 'medicine-administration', 'nsaid'),
        has('wheeze', 'stridor', 'throat-closing'),
        has('syncope', 'sudden-collapse', 'near-syncope', 'low-blood-pressure'),
      ),
      all(
        when('allergic-signs'),
        when('breathing-trouble-for-anaphylaxis'),
        not(
          all(
            has('dental-symptom', 'trismus', 'sore-throat', 'fever'),
            not(has('hives', 'allergen-exposure', 'bee-sting', 'anaphylaxis', 'allergic-reaction')),
          ),
        ),
        not(
          all(
            has('itching'),
            not(
              any(
                has(
                  'hives',
                  'face-swelling',
                  'allergic-reaction',
                  'bee-sting',
                  'allergen-exposure',
                  'tongue-swelling',
                  'throat-swelling',
                  'lip-swelling',
                ),
              ),
            ),
          ),
        ),
      ),
      all(
        has('hives', 'face-swelling', 'lip-swelling'),
        has('vomiting', 'abdominal-pain', 'diarrhoea'),
        has('allergen-exposure', 'bee-sting', 'allergic-reaction'),
      ),
      all(
        hasWith(['tongue-swelling', 'throat-swelling'], { withinHours: 24 }),
        has(
          'allergen-exposure',
          'bee-sting',
          SOB,
          'hives',
          'hoarseness',
          'difficulty-swallowing',
          'syncope',
          'sudden-collapse',
        ),
        not(has('dental-symptom', 'toothache', 'trismus', 'fever')),
      ),
    ),
    source: SOURCES.anaphylaxis,
    ask: {
      when: any(when('allergic-signs')),
      about: [SOB, 'throat-swelling', 'tongue-swelling', 'wheeze', 'syncope'],
      text: 'Any trouble breathing, hoarse voice, swelling of tongue or throat, faintness or vomiting?',
      reason: 'Skin signs with one of these are an anaphylaxis until shown otherwise.',
    },
    fires: [
      'ate peanuts, hives and throat closing',
      'bee sting, face swollen and wheezing',
      'hives all over and faint after an antibiotic',
    ],
    spares: [
      'hives since yesterday, breathing fine, no swelling',
      'bee sting on the hand, local swelling only',
      'allergic to peanuts, none eaten, here for a form',
    ],
  }),
  high('anaphylaxis-after-treatment', 'Anaphylaxis that settled, or adrenaline was given', {
    when: any(has('epipen-used'), hasWith('anaphylaxis', { course: ['resolved', 'improving'] })),
    source: SOURCES.anaphylaxis,
    fires: [
      'used her EpiPen at noon, feels better',
      'gave himself the auto-injector after a wasp sting',
      'anaphylaxis this morning, settled after adrenaline',
    ],
    spares: ['needs a new EpiPen, the old one expired', 'hay fever', 'carries an auto-injector, never used'],
  }),
  high('angioedema', 'Swelling of tongue, lips, face or throat', {
    when: any(
      hasWith(['tongue-swelling', 'throat-swelling'], { withinHours: 48 }),
      all(
        hasWith(['lip-swelling', 'angioedema', 'face-swelling'], { onset: 'sudden' }),
        not(has('toothache', 'injury')),
      ),
      all(has('throat-tightness'), when('allergic-signs')),
      all(
        hasWith(['face-swelling', 'lip-swelling'], { withinHours: 48 }),
        has(
          'nsaid',
          'antibiotic',
          'new-medicine',
          'ace-inhibitor',
          'allergen-exposure',
          'nut-exposure',
          'seafood-exposure',
          'bee-sting',
          'lip-tingling',
          'hives',
        ),
        not(has('toothache', 'injury')),
      ),
      all(hasWith(['angioedema'], {})),
    ),
    source: SOURCES.anaphylaxis,
    fires: [
      'tongue swelling since this morning',
      'sudden swelling of the lips, 50F',
      'throat feels swollen after shrimp',
    ],
    spares: [
      'swollen cheek with a bad tooth for three days',
      'lip swollen after a punch',
      'no swelling of the face or tongue',
    ],
  }),
  critical('asthma-life-threatening', 'Asthma attack with life-threatening signs', {
    when: all(
      any(history('asthma'), has('wheeze', 'asthma-attack')),
      has(SOB, 'wheeze', 'asthma-attack', 'breathing-problem', 'chest-pressure'),
      any(
        has('silent-chest', 'exhaustion-from-breathing', 'cyanosis'),
        all(has('cannot-speak-sentences'), not(MEASURED_OXYGEN)),
        all(has('asthma-attack', 'wheeze', SOB), has('unable-to-speak')),
        vital('peak-flow-percent', { below: 33 }),
        all(vital('spo2', { below: 90 }), not(when('copd-without-asthma'))),
        all(vital('spo2', { below: 88 }), has(SOB, 'wheeze')),
        all(has(SOB, 'wheeze', 'asthma-attack'), when('depressed-consciousness'), not(MEASURED_OXYGEN)),
      ),
    ),
    source: SOURCES.asthma,
    fires: [
      'asthma, can only say one word at a time',
      'wheezing, SpO2 89%, age 20',
      'asthma attack, exhausted and drowsy',
    ],
    spares: [
      'asthma, mild wheeze, SpO2 97%, speaking normally',
      'asthma, needs a new inhaler',
      'wheezy last winter, well now',
    ],
  }),
  high('asthma-severe', 'Severe asthma or wheeze', {
    when: all(
      any(history('asthma'), has('wheeze', 'asthma-attack')),
      has('wheeze', SOB, 'asthma-attack', 'respiratory-distress', 'chest-pressure'),
      any(
        all(adult(12), vital('respiratory-rate', { atLeast: 25 })),
        all(adult(12), vital('heart-rate', { atLeast: 110 })),
        vital('peak-flow-percent', { below: 50 }),
        all(
          vital('spo2', { below: 94 }),
          not(all(history('copd'), history('usual-low-oxygen'), vital('spo2', { atLeast: 88 }))),
        ),
        hasWith('respiratory-distress', { notMild: true }),
        has('inhaler-not-helping', 'cannot-speak-sentences', 'tripod-position', 'accessory-muscle-use'),
        hasWith([SOB, 'wheeze', 'asthma-attack'], { severity: 'severe' }),
        history('severe-asthma-history', 'severe-asthma-history'),
        beyond('respiratory-rate-extreme'),
      ),
    ),
    source: SOURCES.asthma,
    ask: {
      when: any(has('wheeze', 'asthma-attack'), all(history('asthma'), has(SOB, 'cough'))),
      about: ['cannot-speak-sentences', 'spo2', 'inhaler-not-helping', 'respiratory-rate'],
      text: 'Can the patient finish a sentence, and does the reliever inhaler help?',
      reason: 'Speech, rate and oxygen tell a severe attack from a mild one.',
    },
    fires: [
      'asthma, RR 28, wheezing',
      'wheezing, inhaler every hour and not helping',
      '9 year old asthma attack with ribs sucking in',
    ],
    spares: [
      'asthma, inhaler helps, RR 16',
      'no wheeze, dry cough',
      'wheeze with a cold, SpO2 98%, playing, 4 year old',
    ],
  }),
  high('breathlessness-acute', 'Acute breathlessness', {
    when: any(
      // "Sudden, two weeks after an operation": the span may be the operation's.
      hasWith(SOB, { onset: 'sudden', notCourse: ['resolved'], withinHours: 24 * 21 }),
      all(
        hasWith(SOB, { notMild: true, withinHours: 336 }),
        any(
          vital('spo2', { below: 92 }),
          vital('respiratory-rate', { atLeast: 26 }),
          all(vital('spo2', { below: 94 }), vital('respiratory-rate', { atLeast: 22 })),
          beyond('respiratory-rate-extreme'),
          hasWith(SOB, { severity: 'severe' }),
          all(adult(), vital('heart-rate', { atLeast: 120 })),
          has(
            'dyspnoea-at-rest',
            'confusion',
            'syncope',
            'near-syncope',
            'haemoptysis',
            'accessory-muscle-use',
            'tripod-position',
            'sweating',
            'pallor',
          ),
          hasWith(SOB, { course: ['worsening'], withinHours: 96 }),
        ),
      ),
      hasWith('respiratory-distress', { notMild: true }),
      has('dyspnoea-at-rest', 'increased-oxygen-need'),
    ),
    source: SOURCES.esi,
    ask: {
      when: has(SOB, 'cough', 'chest-pressure'),
      about: ['spo2', 'respiratory-rate', 'dyspnoea-at-rest'],
      text: 'Measure oxygen saturation and breathing rate: is the patient breathless at rest?',
      reason: 'Breathlessness cannot be placed without them.',
    },
    fires: [
      'sudden shortness of breath an hour ago, 50M',
      'short of breath at rest since morning',
      '70F short of breath, RR 26',
    ],
    spares: [
      'no shortness of breath, cough for a week',
      'breathless on hills for years, unchanged',
      'short of breath last week, better now, SpO2 98% RR 16',
    ],
  }),
  high('breathlessness-risk', 'Breathlessness with disease of heart, lung or immune system', {
    when: all(
      hasWith(SOB, { notMild: true, withinHours: 168, notCourse: ['resolved', 'improving'] }),
      // With heart failure good numbers do not reassure: one such visit in seven has a critical outcome.
      any(not(when('breathing-measured-well')), history('heart-failure')),
      any(
        when('heart-disease'),
        when('immunosuppressed'),
        when('dialysed'),
        history(
          'pulmonary-hypertension',
          'chronic-lung-disease',
          'cystic-fibrosis',
          'on-home-oxygen',
          'cancer',
        ),
        all(
          history('copd'),
          any(
            hasWith(SOB, { course: ['worsening'] }),
            has('confusion', 'productive-cough', 'fever', 'chest-pressure'),
            vital('spo2', { below: 92 }),
          ),
        ),
      ),
    ),
    source: SOURCES.copd,
    fires: [
      'COPD, much more breathless than usual since last night',
      'on chemotherapy, short of breath',
      'had a heart attack in May, now short of breath',
    ],
    spares: [
      'COPD, breathing as usual, needs inhalers',
      'on chemotherapy, nausea, breathing fine',
      '25F short of breath when anxious, better now',
    ],
  }),
  high('breathlessness-old', 'Breathlessness at 80 years or older', {
    when: all(
      from(80),
      hasWith(SOB, {
        notMild: true,
        withinHours: 168,
        notCourse: ['resolved', 'improving'],
        except: ['exertional-dyspnoea'],
      }),
      not(has('anxiety', 'panic-attack', 'nasal-congestion', 'runny-nose')),
    ),
    source: SOURCES.survey,
    fires: [
      '82F dyspnea, SpO2 97% RR 18',
      '87M short of breath since this morning',
      'breathless, 81F, sats 96%',
    ],
    spares: [
      '82F a little breathless on the stairs for years, unchanged',
      '78M dyspnea, SpO2 97% RR 18',
      '89F cough, not breathless',
    ],
  }),
  high('breathlessness-unmeasured', 'Breathlessness without any measurement of breathing', {
    when: all(
      hasWith(SOB, {
        notMild: true,
        withinHours: 168,
        notCourse: ['resolved', 'improving'],
        except: ['exertional-dyspnoea'],
      }),
      not(any({ measured: 'spo2' }, { measured: 'respiratory-rate' })),
      any(from(50), { words: { atMost: 6 } }),
      not(has('anxiety', 'panic-attack', 'nasal-congestion', 'runny-nose')),
    ),
    source: SOURCES.esi,
    fires: ['77F dyspnea', 'shortness of breath', '61M short of breath since this morning'],
    spares: [
      '77F dyspnea, SpO2 98% RR 18',
      '30F cold with runny nose, feels a little short of breath when coughing',
      '61M no shortness of breath',
    ],
  }),
  high('pulmonary-embolism', 'Possible clot in the lung', {
    when: all(
      any(
        has(SOB, 'pleuritic-chest-pain', 'haemoptysis', 'syncope'),
        all(has('chest-pain'), any(has(SOB), beyond('heart-rate-danger'))),
      ),
      any(
        all(
          when('clot-risk'),
          any(hasWith([SOB, 'pleuritic-chest-pain', 'chest-pain'], { withinHours: 336 })),
        ),
        all(has('pleuritic-chest-pain', 'chest-pain'), has('haemoptysis')),
        all(
          has('pleuritic-chest-pain'),
          any(
            hasWith(SOB, { notMild: true }),
            all(adult(), vital('heart-rate', { above: 100 })),
            vital('spo2', { below: 94 }),
          ),
          not(when('cold-symptoms')),
        ),
        has('unilateral-leg-swelling', 'past-dvt-pe'),
      ),
    ),
    source: SOURCES.embolism,
    ask: {
      when: has('pleuritic-chest-pain', SOB, 'haemoptysis'),
      about: ['unilateral-leg-swelling', 'recent-surgery', 'immobility', 'haemoptysis'],
      text: 'Any swollen leg, recent operation or long journey, oestrogen, cancer, earlier clot or blood coughed up?',
      reason: 'These raise the chance of a clot in the lung.',
    },
    fires: [
      'short of breath two weeks after knee surgery',
      'sharp pain on breathing in and coughing blood, 44F',
      'swollen left calf and now breathless',
    ],
    spares: [
      'knee surgery two weeks ago, knee sore, breathing fine',
      'pulled muscle, pain on breathing in with a cold and cough, SpO2 99% HR 70',
      'swollen ankle after a twist',
    ],
  }),
  critical('pulmonary-embolism-unstable', 'Possible clot in the lung with instability', {
    when: all(
      has(SOB, 'pleuritic-chest-pain', 'chest-pain', 'syncope'),
      when('clot-risk'),
      any(
        beyond('systolic-low'),
        vital('spo2', { below: 90 }),
        all(has('syncope', 'sudden-collapse'), has(SOB, 'chest-pain')),
      ),
    ),
    source: SOURCES.embolism,
    fires: [
      'after hip surgery, collapsed and breathless',
      'cancer, sudden breathlessness, SpO2 86%',
      'swollen leg, short of breath, BP 82/50',
    ],
    spares: [
      'after hip surgery, wound itchy',
      'cancer, SpO2 97%, tired',
      'swollen leg, BP 130/80, breathing fine',
    ],
  }),
  high('haemoptysis', 'Coughing up blood', {
    when: any(
      hasWith('haemoptysis', { notMild: true }),
      all(
        has('haemoptysis'),
        any(from(40), when('anticoagulated'), has('weight-loss', SOB, 'fever', 'night-sweats')),
      ),
    ),
    source: SOURCES.haemoptysis,
    fires: [
      'coughing up blood since yesterday, 50M',
      'blood tinged sputum, 79F',
      'coughed up a cup of blood',
    ],
    spares: ['no blood in sputum, cough', 'nosebleed, spat out some blood', 'cough with green phlegm'],
  }),
  critical('haemoptysis-massive', 'Massive bleeding from the lung or throat', {
    when: any(
      all(
        any(has('massive-haemoptysis'), hasWith('haemoptysis', { severity: 'severe' })),
        any(not({ measured: 'heart-rate' }), vital('heart-rate', { atLeast: 120 })),
      ),
      all(
        has('haemoptysis'),
        any(beyond('systolic-low'), vital('spo2', { below: 90 }), has('severe-respiratory-distress')),
      ),
    ),
    source: SOURCES.haemoptysis,
    fires: ['coughing up cupfuls of blood', 'haemoptysis, SpO2 84%', 'massive haemoptysis 60M'],
    spares: ['streaks of blood in phlegm, SpO2 98%', 'no haemoptysis', 'coughed up blood once last year'],
  }),
  high('pneumothorax', 'Possible collapsed lung', {
    when: all(
      any(hasWith(['pleuritic-chest-pain', 'chest-pain'], { onset: 'sudden' })),
      has(SOB, 'pleuritic-chest-pain'),
      adult(12),
      hasWith(['pleuritic-chest-pain', 'chest-pain', SOB], { withinHours: 72 }),
    ),
    source: SOURCES.pneumothorax,
    fires: [
      'tall 19M sudden sharp chest pain and breathless',
      'sudden one-sided chest pain on breathing, 25M',
      'history of collapsed lung, sudden chest pain and short of breath',
    ],
    spares: [
      '19M chest wall sore after push-ups',
      'collapsed lung ten years ago, ankle sprain',
      'cough and cold, 25M',
    ],
  }),
  high('pneumonia-risk', 'Chest infection with danger signs', {
    when: all(
      has('cough', 'productive-cough', 'pneumonia', SOB),
      when('fever-or-rigors'),
      any(
        all(
          from(65),
          any(
            has('confusion', SOB, 'weakness', 'fall', 'not-eating-drinking'),
            vital('respiratory-rate', { atLeast: 24 }),
          ),
        ),
        vital('spo2', { below: 93 }),
        all(adult(), vital('respiratory-rate', { atLeast: 25 })),
        has('haemoptysis', 'confusion', 'lethargic'),
        all(
          has('rigors'),
          any(from(65), vital('heart-rate', { above: 110 }), not({ measured: 'heart-rate' })),
        ),
        when('immunosuppressed-feverish'),
        beyond('systolic-low'),
      ),
    ),
    source: SOURCES.pneumonia,
    fires: [
      '78F cough, fever and new confusion',
      'cough, fever 39, SpO2 91%',
      'on prednisone, cough and fever',
    ],
    spares: [
      '25M cough and fever for two days, SpO2 98%',
      '78F dry cough, no fever',
      'cough, temp 37.2, RR 16',
    ],
  }),
  high('foreign-body-airway', 'Inhaled or stuck foreign body', {
    when: any(
      has('foreign-body-airway'),
      all(under(6), has('choking-episode-resolved'), has('cough', 'wheeze', SOB)),
      all(has('food-bolus', 'foreign-body-swallowed'), has('drooling', 'unable-to-swallow-saliva', SOB)),
    ),
    source: SOURCES.foreignBody,
    fires: [
      '2 year old choked on a peanut, now wheezing',
      'inhaled a bead, coughing',
      'meat stuck in the gullet, cannot swallow saliva',
    ],
    spares: [
      'fish bone scratch, eating and drinking',
      '2 year old put a bead up the nose',
      'food goes down slowly for months',
    ],
  }),
  high('croup-severe', 'Croup with noise at rest or distress', {
    when: all(
      under(8),
      has('barking-cough', 'croup', 'stridor'),
      any(
        has('stridor', 'retractions', 'respiratory-distress', 'agitation', 'lethargic'),
        vital('spo2', { below: 94 }),
      ),
    ),
    source: SOURCES.croup,
    fires: [
      '3 year old barking cough, stridor at rest',
      '18 month old croup with ribs pulling in',
      'stridor, 4 year old',
    ],
    spares: [
      '3 year old barking cough at night, happy now, no stridor',
      'croup last winter, now a rash',
      '10 year old dry cough',
    ],
  }),
  high('smoke-or-gas', 'Smoke, carbon monoxide or toxic gas', {
    when: any(has('smoke-inhalation', 'carbon-monoxide', 'gas-exposure')),
    source: SOURCES.carbonMonoxide,
    ask: {
      when: all(has('headache', 'nausea', 'dizziness'), has('sick-contact')),
      about: ['carbon-monoxide'],
      text: 'Do others at home have the same, or did a gas or carbon monoxide alarm sound?',
      reason: 'Headache in several people of one house may be carbon monoxide.',
    },
    fires: [
      'house fire, breathed in smoke, coughing',
      'carbon monoxide alarm went off, headache',
      'chlorine gas at work, tight chest',
    ],
    spares: [
      'smokes ten a day, cough',
      'carbon monoxide alarm battery changed, no symptoms of anything, sore toe',
      'cooked with gas, headache gone',
    ],
  }),
  critical('smoke-airway', 'Burn or smoke with airway signs or drowsiness', {
    when: all(
      has('smoke-inhalation', 'carbon-monoxide', 'facial-burn', 'gas-exposure'),
      any(
        has(
          'hoarseness',
          'stridor',
          'airway-burn',
          'confusion',
          'syncope',
          'severe-respiratory-distress',
          'unresponsive',
          'airway-burn',
          'seizure',
        ),
        when('altered-mental-state'),
      ),
    ),
    source: SOURCES.burns,
    fires: [
      'house fire, hoarse with soot around the nose',
      'carbon monoxide, found confused',
      'face burnt and stridor',
    ],
    spares: ['sunburnt face', 'smoke from a barbecue, eyes watery', 'hoarse after shouting'],
  }),
  high('tonsil-bleed', 'Bleeding after tonsil removal', {
    when: any(
      has('post-tonsillectomy-bleed'),
      all(
        any(has('tonsillectomy'), history('tonsillectomy')),
        has('throat-bleeding', 'mouth-bleeding', 'haematemesis', 'haemoptysis'),
      ),
    ),
    source: SOURCES.ent,
    fires: [
      'tonsils out a week ago, spitting blood',
      'post-tonsillectomy bleeding, 8 year old',
      'bleeding from the throat 6 days after tonsillectomy',
    ],
    spares: [
      'tonsils out a week ago, sore throat as expected',
      'nosebleed stopped',
      'tonsillectomy in childhood',
    ],
  }),
  high('deep-neck-infection', 'Deep infection of throat or neck', {
    when: any(
      all(
        has(
          'sore-throat',
          'neck-swelling',
          'dental-symptom',
          'face-swelling',
          'jaw-symptom',
          'throat-swelling',
        ),
        has('trismus', 'muffled-voice', 'unable-to-swallow-saliva', 'floor-of-mouth-swelling', 'drooling'),
      ),
      all(
        has('toothache', 'dental-abscess', 'face-swelling'),
        when('fever'),
        has('difficulty-swallowing', 'neck-swelling', 'eye-swelling'),
      ),
      has('quinsy'),
      all(
        has('floor-of-mouth-swelling'),
        any(
          when('fever'),
          has(
            'drooling',
            'difficulty-swallowing',
            'tongue-swelling',
            'neck-swelling',
            'muffled-voice',
            'trismus',
          ),
        ),
      ),
      all(has('trismus'), has('muffled-voice', 'drooling', 'unable-to-swallow-saliva')),
    ),
    source: SOURCES.airway,
    fires: [
      'sore throat, cannot open the mouth, muffled voice',
      'swollen under the tongue with tooth infection, cannot swallow',
      'quinsy, 22F',
    ],
    spares: ['sore throat, swallowing fine', 'tooth ache, no swelling', 'hoarse after a concert'],
  }),
  high('tracheostomy-problem', 'Problem with a tracheostomy or ventilator', {
    when: has('tracheostomy-problem', 'ventilated'),
    source: SOURCES.airway,
    fires: [
      'tracheostomy tube came out',
      'trach blocked with thick mucus',
      'home ventilator alarm, short of breath',
    ],
    spares: ['tracheostomy scar from years ago, cough', 'nebuliser mask broken', 'needs CPAP supplies'],
  }),
  high('immune-pneumonia', 'Breathing worse with sickle cell disease', {
    when: all(
      history('sickle-cell'),
      any(has(SOB, 'chest-pain', 'cough'), vital('spo2', { below: 94 })),
      any(has('chest-pain', SOB), when('fever')),
    ),
    source: SOURCES.sickle,
    fires: [
      'sickle cell, chest pain and cough',
      'sickle cell disease, short of breath',
      'sickle cell, cough with fever 38.7',
    ],
    spares: [
      'sickle cell trait, sprained ankle',
      'sickle cell, routine visit, no pain',
      'mild cough, brother has sickle cell',
    ],
  }),
  high('respiratory-multiple-signs', 'Two signs of laboured breathing', {
    when: atLeast(
      2,
      has('retractions'),
      has('nasal-flaring'),
      has('grunting'),
      has('accessory-muscle-use'),
      has('tripod-position'),
      has('cyanosis'),
      beyond('respiratory-rate-danger'),
      vital('spo2', { below: 93 }),
    ),
    source: SOURCES.bronchiolitis,
    fires: [
      '5 month old nasal flaring, ribs pulling in',
      '2 year old grunting with recession',
      '8 month old RR 66, SpO2 91%',
    ],
    spares: [
      '5 month old snuffly, feeding well',
      '2 year old no recession, cough',
      '8 month old RR 38, SpO2 98%',
    ],
  }),
];
