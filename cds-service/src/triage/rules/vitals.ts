import { critical, high, medium, type Rule, type RuleDetails } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  adult,
  all,
  any,
  between,
  beyond,
  from,
  has,
  hasWith,
  history,
  not,
  pregnant,
  score,
  under,
  vital,
  when,
} from '../trigger.ts';

/** Saturations within the target that a clinician has recorded for a hypercapnic patient. */
// COPD whose own saturation is said to be so low: what is usual raises nothing by itself.
const withinLowerTarget = all(
  any(history('lower-oxygen-target'), all(history('copd'), history('usual-low-oxygen'))),
  vital('spo2', { atLeast: 88 }),
);

const asVital = (details: RuleDetails): RuleDetails => ({ kind: 'vital', ...details });

/** Floors set by vital signs alone or together, by age, pregnancy and immune state. */
export const VITAL_RULES: readonly Rule[] = [
  critical(
    'vital-shock',
    'Low blood pressure with signs of poor perfusion',
    asVital({
      when: when('shock-now'),
      source: SOURCES.esi,
      fires: [
        '54F BP 78/40 HR 132, pale and clammy',
        'man 70, confused, BP 82/50',
        'BP 84/48 RR 30 SpO2 89%, age 61',
      ],
      spares: [
        '34F BP 96/60 HR 70, feels fine',
        '60M BP 128/80 HR 132',
        '25F BP 88/60 HR 66, well, her usual pressure',
      ],
    }),
  ),
  critical(
    'vital-systolic-profound',
    'Profoundly low blood pressure',
    asVital({
      when: any(
        all(adult(), vital('systolic', { below: 70 })),
        all(under(1), vital('systolic', { below: 50 })),
        all(between(1, 16), vital('systolic', { below: 60 })),
      ),
      source: SOURCES.esi,
      fires: ['60M BP 64/38', '45F weak, BP 68 palp', '8 month old BP 46/30'],
      spares: ['60M BP 94/60', '6 month old BP 78/50', '45F BP 118/68'],
    }),
  ),
  critical(
    'vital-spo2-very-low',
    'Very low oxygen saturation',
    asVital({
      when: any(
        vital('spo2', { below: 85 }),
        all(
          vital('spo2', { below: 90 }),
          any(
            vital('respiratory-rate', { atLeast: 30 }),
            vital('heart-rate', { atLeast: 130 }),
            beyond('systolic-low'),
            beyond('respiratory-rate-extreme'),
            has(
              'cannot-speak-sentences',
              'severe-respiratory-distress',
              'cyanosis',
              'exhaustion-from-breathing',
            ),
            when('depressed-consciousness'),
          ),
        ),
      ),
      source: SOURCES.esi,
      fires: ['68M short of breath SpO2 79%', 'SpO2 87% RR 34, age 55', '70F sats 86% and drowsy'],
      spares: ['68M cough SpO2 95%', '55M SpO2 93% RR 18', '30F SpO2 98% RR 28'],
    }),
  ),
  high(
    'vital-spo2-escalation',
    'Oxygen saturation under 90%',
    asVital({
      when: all(vital('spo2', { below: 90 }), not(withinLowerTarget)),
      escalate: true,
      source: SOURCES.clinic,
      fires: ['72M SpO2 88%', '50F sats 89% on room air', '80F cough, SpO2 87'],
      spares: ['72M SpO2 94%', '50F sats 98% RA', '31M O2 sat 97'],
    }),
  ),
  medium(
    'vital-spo2-at-lower-target',
    'Oxygen saturation under 90%, within the target recorded for this patient',
    asVital({
      when: all(vital('spo2', { below: 90 }), withinLowerTarget),
      escalate: true,
      source: SOURCES.clinic,
      fires: [
        '70M COPD, known CO2 retainer, SpO2 89%',
        'retains CO2, sats 88%, at his usual breathing, 68F',
        '74M oxygen alert card, SpO2 89',
      ],
      spares: ['70M COPD, SpO2 96%', 'known CO2 retainer, SpO2 91%', '74M oxygen alert card, SpO2 90'],
    }),
  ),
  high(
    'vital-spo2-low',
    'Low oxygen saturation',
    asVital({
      when: all(vital('spo2', { below: 92 }), not(withinLowerTarget)),
      source: SOURCES.esi,
      fires: ['45F SpO2 91%', '3 year old with cough, SpO2 90%', '60M sats 91 on air'],
      spares: ['45F SpO2 96%', '3 year old with cough, SpO2 99%', '60M SpO2 94'],
    }),
  ),
  critical(
    'vital-breathing-slow',
    'Breathing too slow to live on',
    asVital({
      when: any(
        all(adult(), vital('respiratory-rate', { below: 8 })),
        all(under(16), beyond('respiratory-rate-slow')),
      ),
      source: SOURCES.esi,
      fires: ['40M RR 6', '55F found sleepy RR 5', '2 year old RR 10'],
      spares: ['40M RR 12', '55F RR 16', '2 year old RR 28'],
    }),
  ),
  critical(
    'vital-breathing-fast-extreme',
    'Extremely fast breathing',
    asVital({
      when: any(
        all(adult(), vital('respiratory-rate', { atLeast: 40 })),
        all(
          adult(),
          vital('respiratory-rate', { atLeast: 35 }),
          any(
            vital('spo2', { below: 94 }),
            vital('heart-rate', { atLeast: 120 }),
            when('altered-mental-state'),
          ),
        ),
        all(between(5, 16), vital('respiratory-rate', { atLeast: 55 })),
        all(between(1, 5), vital('respiratory-rate', { atLeast: 70 })),
        all(under(1), vital('respiratory-rate', { atLeast: 80 })),
      ),
      source: SOURCES.pals,
      fires: ['60F RR 44', '50M RR 36 HR 128', '4 month old RR 88'],
      spares: ['60F RR 22', '50M RR 20', '4 month old RR 40'],
    }),
  ),
  critical(
    'vital-heart-rate-unstable',
    'Very fast heart rate with instability',
    asVital({
      when: any(
        all(
          adult(),
          vital('heart-rate', { above: 150 }),
          any(
            beyond('systolic-low'),
            when('depressed-consciousness'),
            has('syncope', 'sudden-collapse', 'severe-respiratory-distress'),
          ),
        ),
        all(
          adult(),
          vital('heart-rate', { atLeast: 180 }),
          any(
            has('chest-pain', 'shortness-of-breath', 'syncope', 'near-syncope', 'pallor', 'cold-clammy'),
            vital('systolic', { below: 100 }),
          ),
        ),
        all(under(1), vital('heart-rate', { atLeast: 240 })),
        all(
          under(16),
          beyond('heart-rate-extreme'),
          any(
            beyond('systolic-low'),
            vital('capillary-refill', { atLeast: 4 }),
            has('ashen', 'mottled-skin', 'floppy', 'unresponsive', 'cyanosis'),
          ),
        ),
      ),
      source: SOURCES.tachycardia,
      fires: [
        '50M palpitations HR 190 BP 84/50',
        '60F HR 182 with chest pain',
        '5 month old HR 250, feeding poorly',
      ],
      spares: ['50M palpitations HR 92 BP 130/80', '60F HR 110 with chest pain', '5 month old HR 150'],
    }),
  ),
  high(
    'vital-heart-rate-escalation',
    'Heart rate over 150 or under 40',
    asVital({
      when: all(from(12), any(vital('heart-rate', { above: 150 }), vital('heart-rate', { below: 40 }))),
      escalate: true,
      source: SOURCES.clinic,
      fires: ['44F HR 156', '77M HR 36', 'age 30 heart racing, pulse 164'],
      spares: ['44F HR 96', '77M HR 58', '6 month old HR 158'],
    }),
  ),
  critical(
    'vital-heart-rate-slow-unstable',
    'Very slow heart rate with instability',
    asVital({
      when: any(
        all(
          adult(),
          vital('heart-rate', { below: 50 }),
          any(
            all(vital('heart-rate', { below: 45 }), beyond('systolic-low')),
            when('depressed-consciousness'),
          ),
        ),
        all(
          adult(),
          vital('heart-rate', { below: 40 }),
          any(
            beyond('systolic-low'),
            vital('spo2', { below: 90 }),
            has('shock', 'pulmonary-oedema', 'cold-clammy'),
          ),
        ),
        all(adult(), vital('heart-rate', { below: 30 })),
        all(
          under(12),
          vital('heart-rate', { below: 60 }),
          any(when('poor-perfusion'), when('altered-mental-state'), has('respiratory-distress', 'cyanosis')),
        ),
      ),
      source: SOURCES.tachycardia,
      fires: ['80M HR 34 BP 76/40', '72F cold and clammy, HR 36', '66M pulse 28'],
      spares: ['80M HR 62 BP 130/70', '25M athlete HR 48, well', '72F fainted last year, HR 70'],
    }),
  ),
  high(
    'vital-heart-rate-slow-child',
    'Heart rate too slow for a child',
    asVital({
      when: all(under(12), beyond('heart-rate-slow')),
      source: SOURCES.palsRates,
      fires: ['4 month old HR 70', '2 year old HR 58', '6 year old HR 50'],
      spares: ['4 month old HR 130', '2 year old HR 110', '30M HR 58'],
    }),
  ),
  high(
    'vital-heart-rate-extreme-child',
    'Heart rate far above the limit for a child',
    asVital({
      when: all(under(16), beyond('heart-rate-extreme')),
      source: SOURCES.palsRates,
      fires: ['2 year old HR 186', '7 year old HR 158', '3 month old HR 210'],
      spares: ['2 year old HR 128', '7 year old HR 104', '3 month old HR 150'],
    }),
  ),
  high(
    'vital-breathing-extreme-child',
    'Breathing far above the limit for a child',
    asVital({
      when: all(under(16), beyond('respiratory-rate-extreme')),
      source: SOURCES.palsRates,
      fires: ['2 year old RR 58', '7 year old RR 44', '3 month old RR 70'],
      spares: ['2 year old RR 30', '7 year old RR 22', '3 month old RR 44'],
    }),
  ),
  high(
    'vital-danger-zone-child-two',
    'Both heart rate and breathing in the danger zone of a child',
    asVital({
      when: all(under(12), beyond('heart-rate-danger'), beyond('respiratory-rate-danger')),
      source: SOURCES.esi,
      fires: ['2 year old HR 156 RR 46', '7 year old HR 132 RR 34', '8 month old HR 186 RR 60'],
      spares: ['2 year old HR 120 RR 28', '7 year old HR 132 RR 20', '8 month old HR 140 RR 36'],
    }),
  ),
  high(
    'vital-systolic-escalation',
    'Systolic pressure over 180 or under 90',
    asVital({
      // A high number alone is not an emergency of its own: without symptoms the limit asks for a physician, see vital-pressure-high.
      when: all(from(12), vital('systolic', { below: 90 })),
      escalate: true,
      source: SOURCES.clinic,
      fires: ['50M BP 86/50', '33F BP 82/60', 'age 71, BP 88/54'],
      spares: ['50M BP 116/70', '33F BP 102/60', 'age 71, BP 150/84'],
    }),
  ),
  high(
    'vital-systolic-low-child',
    'Blood pressure too low for a child',
    asVital({
      when: all(under(12), beyond('systolic-low')),
      escalate: true,
      source: SOURCES.pals,
      fires: ['5 year old BP 72/40', '6 month old BP 62/40', '9 year old BP 80/50'],
      spares: ['5 year old BP 96/60', '6 month old BP 84/50', '9 year old BP 104/64'],
    }),
  ),
  high(
    'vital-pressure-very-high',
    'Extremely high blood pressure',
    asVital({
      when: all(from(12), any(vital('systolic', { atLeast: 220 }), vital('diastolic', { atLeast: 130 }))),
      escalate: true,
      source: SOURCES.ctas,
      fires: ['60F BP 226/110', '48M BP 204/134', 'BP 240/120, age 66'],
      spares: ['60F BP 196/104', '48M BP 186/118', 'BP 150/90, age 66'],
    }),
  ),
  // The number alone asks for a physician; what makes it an emergency are symptoms: see `hypertensive-emergency`.
  medium(
    'vital-pressure-high',
    'Systolic pressure over 180',
    asVital({
      version: 2,
      when: all(from(12), vital('systolic', { above: 180 })),
      escalate: true,
      source: SOURCES.clinic,
      fires: ['60F BP 192/100', '48M BP 186/94', 'BP 210/118, age 66'],
      spares: ['60F BP 168/96', '48M BP 142/90', 'BP 176/100, age 66'],
    }),
  ),
  critical(
    'news2-twelve',
    'NEWS2 of twelve or more',
    asVital({
      when: score('news2', { atLeast: 12 }),
      source: SOURCES.news2,
      fires: [
        '66M RR 28 SpO2 91% HR 132 T 39.2 BP 92/50',
        '80F RR 26 HR 134 BP 90/60 SpO2 91%',
        '59M SpO2 91% BP 90/60 HR 132 RR 26',
      ],
      spares: [
        '66M RR 22 SpO2 94% HR 112 T 38.2',
        '80F RR 18 HR 88 BP 128/70',
        '59M SpO2 95% BP 122/60 HR 94',
      ],
    }),
  ),
  // Seven points call the emergency team on a ward; at the door most such patients can be seen within minutes.
  high(
    'news2-seven',
    'NEWS2 of seven to eleven',
    asVital({
      version: 3,
      when: score('news2', { atLeast: 7, below: 12 }),
      escalate: true,
      source: SOURCES.news2,
      fires: [
        '66M RR 22 SpO2 92% HR 118 T 38.2',
        '80F RR 25 HR 112 BP 98/60',
        '59M SpO2 92% BP 98/60 HR 124 T 38.3',
      ],
      spares: ['66M RR 18 SpO2 96% HR 84 T 37', '80F RR 18 HR 88 BP 128/70', '59M SpO2 95% BP 122/60 HR 94'],
    }),
  ),
  high(
    'news2-five',
    'NEWS2 of five or six',
    asVital({
      when: score('news2', { atLeast: 5, below: 7 }),
      source: SOURCES.news2,
      fires: ['66M RR 22 HR 118 T 38.9', '70F RR 24 SpO2 93% HR 95', '50M T 39.4 HR 128 BP 108/60'],
      spares: ['66M RR 18 HR 98 T 38.2', '70F RR 18 SpO2 97% HR 75', '50M T 37 HR 88 BP 128/60'],
    }),
  ),
  high(
    'news2-single-three',
    'One vital sign of three NEWS2 points',
    asVital({
      when: all(
        adult(16),
        not(pregnant()),
        any(
          vital('respiratory-rate', { atLeast: 25 }),
          vital('respiratory-rate', { atMost: 8 }),
          all(vital('spo2', { atMost: 91 }), not(withinLowerTarget)),
          all(vital('spo2', { atMost: 83 }), history('lower-oxygen-target')),
          vital('systolic', { atMost: 90 }),
          vital('systolic', { atLeast: 220 }),
          vital('heart-rate', { atMost: 40 }),
          vital('heart-rate', { atLeast: 131 }),
          vital('consciousness', { atLeast: 1 }),
          vital('temperature', { atMost: 35 }),
        ),
      ),
      source: SOURCES.news2,
      fires: ['66M RR 27', '52F HR 136', '81M temp 34.6'],
      spares: ['66M RR 18', '52F HR 112', '81M temp 36.4'],
    }),
  ),
  high(
    'vital-temperature-young-infant',
    'Fever or low temperature under three months',
    asVital({
      when: all(
        when('young-infant'),
        any(
          vital('temperature', { atLeast: 38 }),
          vital('temperature', { below: 36 }),
          has('fever', 'hypothermia'),
        ),
      ),
      source: SOURCES.feverInfant,
      fires: ['5 week old, temp 38.3', '2 month old with fever', '10 day old feels cold, 35.4 C'],
      spares: ['5 week old, temp 37.1', '2 month old, no fever, runny nose', '4 year old temp 38.3'],
    }),
  ),
  high(
    'vital-temperature-infant',
    'High fever at three to six months',
    asVital({
      when: all(between(0.25, 0.5), vital('temperature', { atLeast: 39 })),
      source: SOURCES.feverChild,
      fires: ['4 month old temp 39.4', '5 month old T 39.1', '3 month old baby 39.6 C'],
      spares: ['4 month old temp 37.9', '18 month old temp 39.4, playing', '5 month old T 36.9'],
    }),
  ),
  high(
    'fever-danger-zone-terse',
    'Fever and a vital sign in the danger zone, without a named source',
    asVital({
      when: all(
        adult(),
        { words: { atMost: 4 } },
        vital('temperature', { above: 38 }),
        when('danger-zone'),
        has('fever', 'chills', 'rigors', 'feels-hot'),
        not(when('fever-source-named')),
      ),
      source: SOURCES.esi,
      fires: ['fever 38.6 HR 112', 'fever 39.1 RR 24', 'chills 38.4C HR 108'],
      spares: ['fever 38.6 HR 94', 'sore throat, fever 38.4 HR 96', 'fever T 37.2 HR 104'],
    }),
  ),
  high(
    'vital-temperature-extreme',
    'Temperature of 41 or more',
    asVital({
      when: vital('temperature', { atLeast: 41 }),
      escalate: true,
      source: SOURCES.heat,
      fires: ['30M temp 41.2', '70F T 41.5 C', 'age 8 temp 41.0'],
      spares: ['30M temp 39.2', '70F T 38 C', 'age 8 temp 39.5'],
    }),
  ),
  critical(
    'vital-temperature-very-low',
    'Moderate to severe hypothermia',
    asVital({
      when: vital('temperature', { below: 32 }),
      source: SOURCES.cold,
      fires: ['60M found outside, temp 30.4', '82F T 31.0', 'age 20 core temp 29'],
      spares: ['60M temp 36.2', '82F T 35.8', 'age 20 temp 34.5'],
    }),
  ),
  high(
    'vital-temperature-low',
    'Temperature under 35',
    asVital({
      when: vital('temperature', { below: 35 }),
      source: SOURCES.cold,
      fires: ['60M temp 34.2', '82F T 33.9', 'age 9 temp 34.5'],
      spares: ['60M temp 36', '82F T 35.8', 'age 9 temp 36.5'],
    }),
  ),
  high(
    'vital-temperature-immunosuppressed',
    'Fever with a weakened immune system',
    asVital({
      version: 2,
      when: when('immunosuppressed-feverish'),
      source: SOURCES.neutropenia,
      fires: [
        '50F on chemotherapy temp 38.2',
        'kidney transplant, fever since last night',
        '44M no spleen, shaking chills and 38.6',
      ],
      spares: [
        '50F on chemotherapy, no fever, needs repeat prescription',
        'kidney transplant, sprained ankle',
        '44M fever 38.6 well otherwise',
      ],
    }),
  ),
  critical(
    'glucose-low-altered',
    'Low glucose with seizure or reduced consciousness',
    asVital({
      version: 2,
      when: all(
        any(vital('glucose', { below: 4 }), has('hypoglycaemia')),
        any(
          has('seizure', 'ongoing-seizure', 'unresponsive', 'hard-to-wake'),
          vital('gcs', { atMost: 12 }),
          vital('consciousness', { atLeast: 2 }),
          // Too low to wait for, in one who cannot be relied on to swallow.
          all(
            vital('glucose', { below: 2.5 }),
            any(when('altered-mental-state'), has('agitation')),
            not(vital('gcs', { atLeast: 13 })),
          ),
        ),
      ),
      source: SOURCES.hypoglycaemia,
      fires: [
        'diabetic, glucose 35 mg/dL, will not wake',
        '40M glucose 1.9 mmol/L and confused',
        'glucose 2.4 with seizure, age 12',
      ],
      spares: ['diabetic, glucose 110 mg/dL', '40M glucose 6.2 mmol/L and confused', 'glucose 5.4, age 12'],
    }),
  ),
  high(
    'glucose-low',
    'Low glucose',
    asVital({
      when: any(
        vital('glucose', { below: 3 }),
        all(
          vital('glucose', { below: 4 }),
          any(
            has(
              'sweating',
              'tremor',
              'palpitations',
              'dizziness',
              'weakness',
              'hypoglycaemia',
              'agitation',
              'sudden-collapse',
            ),
            when('altered-mental-state'),
          ),
        ),
        all(hasWith('hypoglycaemia', { withinHours: 72 }), not(vital('glucose', { atLeast: 5 }))),
      ),
      source: SOURCES.hypoglycaemia,
      fires: ['glucose 48 mg/dL', 'shaky and sweating, glucose 3.6 mmol/L', '60F blood sugar 2.7'],
      spares: ['glucose 98 mg/dL', '60F blood sugar 6.7', 'had a low sugar last month, fine now, glucose 7'],
    }),
  ),
  critical(
    'glucose-very-high-altered',
    'Very high glucose with drowsiness or dehydration',
    asVital({
      when: all(
        vital('glucose', { atLeast: 33 }),
        any(
          when('failing-now'),
          all(
            has('drowsy', 'lethargic', 'confusion'),
            not(vital('gcs', { atLeast: 13 })),
            not(vital('systolic', { atLeast: 100 })),
          ),
        ),
      ),
      source: SOURCES.diabetes,
      fires: [
        '70F glucose 640 mg/dL and drowsy',
        '66M sugar 41 mmol/L, BP 84/50',
        'glucose 38 mmol/L, confused, age 58',
      ],
      spares: ['70F glucose 240 mg/dL', '66M sugar 14 mmol/L', 'glucose 9 mmol/L, confused, age 58'],
    }),
  ),
  high(
    'glucose-very-high',
    'Very high glucose',
    asVital({
      when: vital('glucose', { atLeast: 25 }),
      source: SOURCES.diabetes,
      fires: ['70F glucose 640 mg/dL', '66M sugar 31 mmol/L', 'blood sugar 520, age 40'],
      spares: ['70F glucose 240 mg/dL', '66M sugar 14 mmol/L', 'blood sugar 180, age 40'],
    }),
  ),
  critical(
    'gcs-low',
    'Deeply reduced consciousness',
    asVital({
      when: any(vital('gcs', { atMost: 8 }), vital('consciousness', { atLeast: 3 }), has('responds-to-pain')),
      source: SOURCES.esi,
      fires: ['50M GCS 7', 'age 33 GCS 3', 'responds to pain only, 60F'],
      spares: ['50M GCS 15', 'age 33 alert and oriented', '60F GCS 14'],
    }),
  ),
  high(
    'gcs-reduced',
    'Reduced consciousness',
    asVital({
      when: any(vital('gcs', { above: 8, below: 15 }), vital('consciousness', { atLeast: 1, below: 3 })),
      source: SOURCES.esi,
      fires: ['50M GCS 13', 'age 33 GCS 11', 'responds to voice only, 60F'],
      spares: ['50M GCS 15', 'age 33 alert', '60F A&O x3'],
    }),
  ),
  high(
    'shock-index-adult',
    'Heart rate above systolic pressure, far above or with a cause of shock',
    asVital({
      when: all(
        from(16),
        vital('heart-rate', { above: 100 }),
        any(
          score('shock-index', { above: 1.2 }),
          all(
            score('shock-index', { above: 1 }),
            any(
              when('suspected-infection'),
              when('gi-bleeding'),
              from(65),
              has(
                'injury',
                'trauma-mechanism',
                'severe-bleeding',
                'syncope',
                'near-syncope',
                'chest-pain',
                'shortness-of-breath',
                'allergic-reaction',
                'persistent-vomiting',
                'dehydration-sign',
                'pallor',
                'severe-abdominal-pain',
              ),
            ),
          ),
        ),
      ),
      source: SOURCES.shockIndex,
      fires: ['30M HR 124 BP 98/60', '66F HR 118 BP 104/70', '45M fell, HR 130 BP 110/70'],
      spares: ['30M HR 84 BP 118/60', '66F HR 98 BP 134/70', '45M HR 110 BP 140/70'],
    }),
  ),
  high(
    'shock-index-child',
    'Shock index above the limit for a child',
    asVital({
      when: all(
        between(4, 16),
        beyond('shock-index-high'),
        beyond('heart-rate-danger'),
        // Fever, fear and crying raise the rate as well: a cause or another sign of shock must stand beside it.
        any(
          has(
            'severe-bleeding',
            'trauma-mechanism',
            'pallor',
            'mottled-skin',
            'cold-limb',
            'dehydration-sign',
            'persistent-vomiting',
            'unable-to-keep-fluids',
            'lethargic',
            'drowsy',
            'allergic-reaction',
            'severe-abdominal-pain',
          ),
          vital('capillary-refill', { atLeast: 3 }),
          beyond('heart-rate-extreme'),
        ),
      ),
      source: SOURCES.shockIndex,
      fires: [
        '6 year old vomiting, pale, HR 150 BP 90/60',
        '10 year old hit by a car, HR 130 BP 95/60',
        '14 year old keeps vomiting, cannot keep water down, lethargic, HR 124 BP 100/60',
      ],
      spares: [
        '6 year old fever, playing, HR 128 BP 100/60',
        '10 year old HR 90 BP 105/60',
        '14 year old HR 84 BP 110/60',
      ],
    }),
  ),
  high(
    'shock-index-obstetric',
    'Raised shock index in pregnancy or after birth',
    asVital({
      when: all(when('pregnant-or-postpartum'), score('shock-index', { atLeast: 1 })),
      source: SOURCES.obstetricShock,
      fires: [
        '30 weeks pregnant HR 120 BP 100/60',
        'gave birth 5 days ago, HR 118 BP 104/60',
        '28F 12 weeks pregnant, bleeding, HR 116 BP 96/60',
      ],
      spares: [
        '30 weeks pregnant HR 88 BP 110/70',
        'gave birth 5 days ago, HR 80 BP 124/70',
        '28F HR 90 BP 120/70',
      ],
    }),
  ),
  high(
    'obstetric-pressure-low-high',
    'Blood pressure outside the limits of pregnancy',
    asVital({
      when: all(
        when('pregnant-or-postpartum'),
        any(
          vital('systolic', { below: 90 }),
          vital('systolic', { above: 150 }),
          vital('diastolic', { atLeast: 110 }),
        ),
      ),
      source: SOURCES.esi,
      fires: ['34 weeks pregnant BP 156/98', 'delivered 8 days ago BP 162/100', '10 weeks pregnant BP 86/50'],
      spares: ['34 weeks pregnant BP 124/78', 'delivered 8 days ago BP 118/70', '40F not pregnant BP 156/98'],
    }),
  ),
  high(
    'obstetric-vital-limits',
    'Vital sign outside the limits of pregnancy',
    asVital({
      when: all(
        when('pregnant-or-postpartum'),
        any(
          vital('heart-rate', { atLeast: 120 }),
          vital('respiratory-rate', { atLeast: 30 }),
          vital('spo2', { below: 95 }),
          vital('temperature', { atLeast: 39 }),
        ),
      ),
      source: SOURCES.postpartum,
      fires: ['26 weeks pregnant HR 128', '20 weeks pregnant SpO2 93%', 'gave birth 4 days ago, temp 39.3'],
      spares: ['26 weeks pregnant HR 92', '20 weeks pregnant SpO2 98%', 'gave birth 4 days ago, temp 37'],
    }),
  ),
  high(
    'systolic-fall',
    'Systolic pressure 40 or more below an earlier value with suspected infection',
    asVital({
      when: all(
        score('systolic-drop', { atLeast: 40 }),
        vital('systolic', { below: 110 }),
        when('suspected-infection'),
      ),
      source: SOURCES.sepsis,
      fires: [],
      spares: ['60M fever, BP 130/80', '70F BP 100/60', '55M cough BP 120/70'],
    }),
  ),
  high(
    'danger-zone-beta-blocked',
    'Fast heart rate in spite of a beta-blocker',
    asVital({
      when: all(
        from(16),
        when('beta-blocked'),
        vital('heart-rate', { atLeast: 110 }),
        any(
          when('suspected-infection'),
          when('gi-bleeding'),
          has('chest-pain', 'shortness-of-breath', 'vomiting', 'bleeding', 'injury'),
        ),
      ),
      source: SOURCES.esi,
      fires: [
        'on metoprolol, fever, HR 118',
        'takes bisoprolol, short of breath, HR 122',
        'on atenolol, vomiting blood, HR 112',
      ],
      spares: [
        'on metoprolol, HR 72',
        'takes bisoprolol, cough, HR 80',
        'fever HR 104, no regular medicines',
      ],
    }),
  ),
];
