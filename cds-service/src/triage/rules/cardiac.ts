import { critical, high, type Rule } from '../catalogue-rule.ts';
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
  score,
  under,
  vital,
  when,
} from '../trigger.ts';

const CHEST = 'chest-pain';
/** Pain of the chest wall or a rib is not the pain that these rules mean. */
const WALL = ['chest-wall-pain'] as const;
const chestPain = hasWith(CHEST, { except: WALL });
const danger = any(
  has(
    'radiation-arm',
    'radiation-jaw',
    'radiation-back',
    'sweating',
    'cold-clammy',
    'pallor',
    'syncope',
    'near-syncope',
    'onset-on-exertion',
  ),
  hasWith('shortness-of-breath', { notMild: true }),
  hasWith(['jaw-pain', 'arm-pain'], {}),
  all(has('crushing-chest-pain')),
);

/** Measured without oxygen and no lower than 90%: the lungs do not fail at this moment. */
const MEASURED_OXYGEN = all(vital('spo2', { atLeast: 90 }), not({ measured: 'inhaled-oxygen' }));

/** Shingles in its band, a wheeze in known asthma, a rib that hurts where it is pressed: named, and without a sign of the heart. */
const EXPLAINED_CHEST_PAIN = all(
  any(
    has('shingles', 'blisters'),
    all(has('wheeze'), any(history('asthma'), has('inhaler', 'inhaler-not-helping')), under(60)),
    all(has('reproducible-chest-pain'), under(60)),
  ),
  not(
    has(
      'sweating',
      'cold-clammy',
      'radiation-arm',
      'radiation-jaw',
      'syncope',
      'near-syncope',
      'crushing-chest-pain',
    ),
  ),
);

/** Heart and great vessels: chest pain and its equivalents, faints, rhythm, failure, aorta. */
export const CARDIAC_RULES: readonly Rule[] = [
  high('chest-pain-adult', 'Chest pain from 30 years of age', {
    when: all(
      any(all(from(50), chestPain), all(adult(30), hasWith(CHEST, { except: WALL, withinHours: 168 }))),
      not(all(when('benign-chest-wall'), under(50), not(when('coronary-risk')))),
      not(
        all(
          has('cough'),
          has('sore-throat', 'nasal-congestion', 'runny-nose'),
          under(50),
          not(when('coronary-risk')),
        ),
      ),
      // Pleurisy with a cough and fever in a younger adult is a pneumonia until examined, not a heart.
      not(
        all(
          has('pleuritic-chest-pain'),
          has('cough'),
          when('fever'),
          under(50),
          not(has('shortness-of-breath')),
          not(when('clot-risk')),
        ),
      ),
      not(EXPLAINED_CHEST_PAIN),
      not(hasWith('heartburn', {})),
      not(all(has('belching'), hasWith('burning-chest-pain', { lastingHours: 24 * 7 }))),
    ),
    source: SOURCES.chestPain,
    ask: {
      when: all(chestPain, adult(18)),
      about: ['radiation-arm', 'sweating', 'syncope', 'shortness-of-breath', 'onset-on-exertion'],
      text: 'Does the pain spread to the arm, jaw or back, or come with sweating, breathlessness, fainting or effort?',
      reason: 'These make a cause in the heart more likely, at any age.',
    },
    fires: [
      '60F chest pain',
      '47 year old man with pressure in the middle of the chest since this morning',
      '55M pain, chest',
    ],
    spares: [
      '60F denies chest pain, here for a cough',
      '52M his father had chest pain yesterday, he himself has a sore knee',
      '34M chest wall pain after lifting, worse when pressed',
    ],
  }),
  high('chest-pain-young-bare', 'Chest pain in a young adult with nothing that explains it', {
    when: all(
      between(15, 30),
      hasWith(CHEST, { except: WALL, withinHours: 72 }),
      { words: { atMost: 7 } },
      not(has('cough', 'anxiety', 'panic-attack', 'heartburn', 'chest-injury')),
      not(when('benign-chest-wall')),
      not(when('cold-symptoms')),
    ),
    source: SOURCES.chestPain,
    fires: ['24M chest pain', 'ant. chest pain, 22F', '27M chest discomfort left'],
    spares: [
      '24M chest pain with cough and runny nose, sore when pressed',
      '22F no chest pain',
      '20M heartburn after spicy food',
    ],
  }),
  high('chest-pain-danger-features', 'Chest pain with features of a heart attack at any age', {
    when: all(
      hasWith(CHEST, { except: WALL, withinHours: 168 }),
      danger,
      not(all(under(30), when('cold-symptoms'), not(has('syncope')))),
    ),
    source: SOURCES.chestPain,
    fires: [
      '28M crushing chest pain going down the left arm',
      'chest pain and sweating, age 26',
      '19F chest tightness, passed out while running',
    ],
    spares: [
      '28M left arm pain after a fall',
      'sweating after the gym, no chest pain',
      '19F tight chest with a cold and cough',
    ],
  }),
  high('chest-pain-risk', 'Chest pain with known heart disease, diabetes or a stimulant', {
    when: all(
      not(EXPLAINED_CHEST_PAIN),
      chestPain,
      any(
        when('heart-disease'),
        has('cocaine-use', 'drug-use'),
        all(adult(25), when('coronary-risk'), hasWith(CHEST, { except: WALL, withinHours: 168 })),
        history('marfan', 'kawasaki', 'aortic-aneurysm'),
      ),
    ),
    source: SOURCES.chestPain,
    fires: [
      '26M chest pain after cocaine',
      '38F diabetic with chest pain',
      '70M chest pain, had a stent two years ago',
    ],
    spares: [
      '26M no chest pain, uses cocaine, wants help to stop',
      '38F diabetic, foot check',
      '70M stent two years ago, needs refill',
    ],
  }),
  critical('heart-attack-with-shock', 'Possible heart attack with shock, collapse or lung congestion', {
    when: all(
      chestPain,
      adult(25),
      any(
        beyond('systolic-low'),
        vital('spo2', { below: 90 }),
        when('depressed-consciousness'),
        vital('heart-rate', { below: 40 }),
        hasWith('severe-respiratory-distress', { except: ['exhaustion-from-breathing'] }),
        has('cyanosis', 'shock', 'low-blood-pressure', 'ongoing-seizure'),
        all(has('syncope', 'sudden-collapse', 'near-syncope'), has('cold-clammy', 'ashen')),
      ),
    ),
    source: SOURCES.chestPain,
    fires: [
      '62M crushing chest pain, grey and sweating, BP 78/50',
      'chest pain, grey and clammy, then collapsed, age 58',
      '71F chest pain, pale and clammy',
    ],
    spares: [
      '62M chest pain, BP 140/90, comfortable',
      '58M fainted years ago, now knee pain',
      '30F chest pain with cough, BP 120/80',
    ],
  }),
  high('chest-pain-ongoing-severe', 'Severe ongoing chest pain with signs of a heart attack', {
    escalate: true,
    version: 2,
    when: all(
      any(
        hasWith(CHEST, { except: WALL, severity: 'severe', notCourse: ['resolved', 'improving'] }),
        all(chestPain, any(vital('pain', { atLeast: 9 }), has('crushing-chest-pain'))),
      ),
      adult(40),
      has('sweating', 'cold-clammy'),
      has(
        'radiation-arm',
        'radiation-jaw',
        'arm-pain',
        'jaw-pain',
        'vomiting',
        'nausea',
        'shortness-of-breath',
      ),
      any(has('pallor', 'ashen', 'feels-impending-doom', 'cold-clammy'), when('danger-zone')),
    ),
    source: SOURCES.chestPain,
    fires: [
      '59M crushing chest pain down left arm, sweating, looks grey',
      '64F 10/10 chest pain, clammy and vomiting',
      '55M severe chest pain to the jaw, cold sweat, very pale',
    ],
    spares: ['59M mild chest ache, no sweating', '64F chest pain 4/10', '28M severe rib pain after a fall'],
  }),
  high('heart-attack-equivalent', 'Possible heart attack without chest pain', {
    when: all(
      any(
        from(75),
        all(from(45), when('diabetic')),
        all(from(45), when('heart-disease')),
        all({ sex: 'female' }, from(50)),
        all(from(35), when('diabetic'), has('radiation', 'sweating')),
        from(65),
      ),
      any(
        hasWith(['jaw-pain', 'arm-pain'], { onset: 'sudden' }),
        all(
          has('cold-sweat', 'cold-clammy'),
          has(
            'vomiting',
            'nausea',
            'malaise',
            'near-syncope',
            'difficulty-walking',
            'severe-pain',
            'syncope',
          ),
          any(when('diabetic'), when('heart-disease'), from(65)),
        ),
        all(
          has(
            'jaw-pain',
            'arm-pain',
            'shoulder-pain',
            'epigastric-pain',
            'upper-back-pain',
            'heartburn',
            'shortness-of-breath',
            'weakness',
            'fatigue',
          ),
          has('sweating', 'cold-clammy'),
        ),
        all(
          has('jaw-pain', 'arm-pain', 'epigastric-pain', 'upper-back-pain', 'heartburn'),
          has('shortness-of-breath', 'onset-on-exertion', 'near-syncope', 'syncope'),
        ),
        all(
          has(
            'epigastric-pain',
            'upper-abdominal-pain',
            'jaw-pain',
            'arm-pain',
            'upper-back-pain',
            'heartburn',
          ),
          has('radiation-arm', 'radiation-jaw', 'radiation-shoulder', 'radiation-back', 'sweating'),
          has('nausea', 'vomiting', 'sweating', 'pallor', 'shortness-of-breath'),
        ),
        all(
          has('jaw-pain', 'arm-pain'),
          any(when('diabetic'), when('heart-disease'), from(65)),
          has('fatigue', 'weakness', 'nausea', 'vomiting', 'shortness-of-breath', 'malaise'),
        ),
        all(
          has('fatigue', 'weakness'),
          hasWith('shortness-of-breath', { notMild: true, withinHours: 168 }),
          not(has('cough')),
        ),
      ),
      not(has('injury', 'toothache')),
    ),
    source: SOURCES.chestPain,
    ask: {
      when: all(from(50), has('jaw-pain', 'arm-pain', 'epigastric-pain', 'heartburn', 'upper-back-pain')),
      about: ['sweating', 'shortness-of-breath', CHEST],
      text: 'Any sweating, breathlessness, nausea or discomfort in the chest with it?',
      reason: 'In women, in diabetes and in older people a heart attack may come without chest pain.',
    },
    fires: [
      '68F jaw ache with sweating since this morning',
      '57M diabetic, pain in the pit of the stomach, clammy and breathless',
      '80F sudden weakness and cold sweat',
    ],
    spares: ['68F tooth ache for a week', '30M indigestion after curry', '57F sore shoulder after gardening'],
  }),
  high('epigastric-pain-older', 'New upper abdominal pain in an older adult with risk of heart disease', {
    when: all(
      from(50),
      hasWith('epigastric-pain', { withinHours: 72 }),
      any(when('heart-disease'), when('diabetic'), from(65)),
      any(
        hasWith('epigastric-pain', { severity: 'severe' }),
        vital('pain', { atLeast: 6 }),
        has('vomiting', 'nausea', 'sweating'),
      ),
    ),
    source: SOURCES.chestPain,
    fires: [
      '72M epigastric pain with nausea since last night',
      '58F diabetic, severe epigastric pain',
      '66M with stents, pit of stomach pain and vomiting',
    ],
    spares: [
      '30F epigastric burning after meals',
      '72M no epigastric pain, constipation',
      '58F chronic reflux, unchanged for years',
    ],
  }),
  high('aortic-dissection', 'Possible tear of the aorta', {
    escalate: true,
    version: 2,
    when: any(
      // Said of a muscle or a limb it means another thing.
      all(
        has('tearing-pain'),
        adult(25),
        not(has('limb-pain', 'sprain', 'limb-injury', 'injury', 'eye-pain', 'anal-pain', 'laceration')),
      ),
      all(
        has(CHEST, 'upper-back-pain', 'back-pain', 'abdominal-pain', 'radiation-back'),
        any(
          has('tearing-pain'),
          all(
            hasWith([CHEST, 'upper-back-pain'], { onset: 'sudden', severity: 'severe' }),
            has('radiation-back', 'upper-back-pain', 'back-pain'),
            adult(30),
          ),
          all(
            hasWith([CHEST, 'upper-back-pain'], { onset: 'sudden' }),
            any(
              when('focal-neurology'),
              has('syncope', 'arm-pressure-difference', 'pulse-deficit', 'pulseless-limb'),
              history('marfan', 'aortic-aneurysm', 'aortic-dissection'),
            ),
          ),
          all(has(CHEST, 'upper-back-pain'), has('arm-pressure-difference', 'pulse-deficit')),
          all(
            adult(40),
            has('interscapular-pain', 'upper-back-pain'),
            any(has('sudden-onset'), hasWith('upper-back-pain', { onset: 'sudden' })),
            any(when('severe-pain'), has('sweating', 'cold-clammy', 'radiation')),
          ),
        ),
      ),
    ),
    source: SOURCES.aortic,
    fires: [
      '58M sudden tearing pain in the chest going through to the back',
      'ripping pain between the shoulder blades, age 63',
      '35M with Marfan, sudden chest pain',
    ],
    spares: [
      '58M dull back ache for months',
      '30F torn calf muscle, no chest pain',
      '63M upper back stiff after sleeping badly',
    ],
  }),
  high(
    'upper-back-pain-pressure',
    'Upper back pain from 50 years, of sudden onset, severe, or with high pressure',
    {
      when: all(
        adult(40),
        has('upper-back-pain'),
        any(
          hasWith('upper-back-pain', { onset: 'sudden' }),
          vital('systolic', { atLeast: 180 }),
          hasWith('upper-back-pain', { severity: 'severe' }),
          all(
            any(vital('pain', { atLeast: 7 }), from(50)),
            not(
              has(
                'injury',
                'muscle-strain',
                'worse-with-movement',
                'fall',
                'cough',
                'back-spasm',
                'stiffness',
              ),
            ),
            hasWith('upper-back-pain', { notMild: true, withinHours: 72 }),
          ),
        ),
      ),
      source: SOURCES.aortic,
      fires: [
        '56M upper back pain 8/10 BP 182/100',
        '61F sudden pain between the shoulder blades',
        '70M severe upper back pain',
      ],
      spares: [
        '56M upper back stiffness after lifting, pain 4',
        '25F sudden upper back spasm at the gym',
        '61F upper back ache for years, unchanged',
      ],
    },
  ),
  critical('aortic-dissection-unstable', 'Possible tear of the aorta with shock or a new deficit', {
    when: all(
      adult(25),
      any(
        all(
          has('tearing-pain'),
          has(
            CHEST,
            'upper-back-pain',
            'back-pain',
            'abdominal-pain',
            'flank-pain',
            'radiation-back',
            'interscapular-pain',
          ),
        ),
        has('aortic-dissection'),
        all(
          hasWith([CHEST, 'upper-back-pain'], { onset: 'sudden' }),
          has('radiation-back', 'interscapular-pain'),
        ),
      ),
      any(
        when('failing-now'),
        has('sudden-collapse', 'shock', 'one-sided-weakness', 'paralysis'),
        vital('heart-rate', { atLeast: 130 }),
        score('shock-index', { atLeast: 1 }),
      ),
    ),
    source: SOURCES.aortic,
    fires: [
      '70M tearing pain from chest to back, then collapsed',
      'ripping pain between the shoulder blades, BP 74/40, age 63',
      'sudden tearing chest pain, BP 78/50, 66F',
    ],
    spares: [
      '58M sudden tearing pain in the chest going through to the back, alert',
      'tearing pain in the calf while running, age 40',
      '66F no tearing pain, back ache for years',
    ],
  }),
  critical('abdominal-aneurysm-rupture', 'Possible rupture of an abdominal aneurysm', {
    // Alert with a blood pressure it is high (aneurysm-possible), the surgeon called: shock makes it critical.
    when: all(
      any(
        all(
          from(50),
          has('abdominal-pain', 'flank-pain', 'back-pain', 'groin-pain'),
          any(
            all(has('syncope', 'sudden-collapse'), from(60)),
            beyond('systolic-low'),
            has('pulsatile-abdominal-mass'),
          ),
          not(has('muscle-strain')),
        ),
        all(
          history('aortic-aneurysm'),
          has('abdominal-pain', 'flank-pain', 'back-pain', 'sudden-collapse', 'syncope'),
        ),
      ),
      any(
        when('failing-now'),
        has('ashen', 'cold-clammy', 'mottled-skin', 'confusion', 'drowsy', 'pallor', 'sweating'),
        score('shock-index', { atLeast: 1 }),
        all(
          any(has('pulsatile-abdominal-mass'), history('aortic-aneurysm')),
          has('syncope', 'sudden-collapse'),
        ),
      ),
    ),
    source: SOURCES.aneurysm,
    fires: [
      '72M sudden back and belly pain, fainted, grey and sweating',
      'known aortic aneurysm, sudden flank pain, BP 78/40',
      '68M abdominal pain BP 82/50',
    ],
    spares: ['72M back pain after gardening', '68M abdominal pain BP 142/80', '30F flank pain and fever'],
  }),
  high('aneurysm-possible', 'Back, flank or belly pain at 60 or older with faintness or a cold sweat', {
    when: any(
      all(
        from(60),
        has('sudden-abdominal-pain', 'flank-pain', 'low-back-pain', 'groin-pain'),
        has('cold-clammy', 'near-syncope', 'ashen'),
      ),
      all(
        from(60),
        has('abdominal-pain', 'flank-pain', 'back-pain', 'groin-pain'),
        has('syncope', 'sudden-collapse'),
        not(has('muscle-strain')),
      ),
      all(from(50), has('pulsatile-abdominal-mass'), has('abdominal-pain', 'flank-pain', 'back-pain')),
      all(
        history('aortic-aneurysm'),
        any(
          has('sudden-collapse', 'syncope'),
          hasWith(['abdominal-pain', 'flank-pain', 'back-pain'], { severity: 'severe' }),
          hasWith(['abdominal-pain', 'flank-pain', 'back-pain'], { onset: 'sudden' }),
          all(has('abdominal-pain', 'flank-pain', 'back-pain'), when('danger-zone')),
        ),
      ),
    ),
    escalate: true,
    source: SOURCES.aneurysm,
    fires: [
      '68M pain in the lower back and groin, came over clammy',
      '74M flank pain and feels faint',
      '81F sudden belly pain, nearly fainted',
    ],
    spares: [
      '68M low back pain after gardening',
      '30M flank pain and clammy',
      '70F belly ache, no faintness',
    ],
  }),
  high('aneurysm-pain', 'New pain with a known aortic aneurysm', {
    when: all(
      history('aortic-aneurysm'),
      hasWith(['abdominal-pain', 'flank-pain', 'back-pain', 'groin-pain', 'chest-pain'], {}),
    ),
    source: SOURCES.aneurysm,
    fires: [
      'known aortic aneurysm, new flank pain',
      '74M with an abdominal aortic aneurysm, belly pain since this morning',
      'AAA under watch, back pain',
    ],
    spares: [
      'known aortic aneurysm, sore throat',
      'father had an aortic aneurysm, he has back pain',
      'back pain after gardening, 74M',
    ],
  }),
  high('syncope-danger', 'Faint with danger signs', {
    when: all(
      has('syncope', 'sudden-collapse'),
      any(
        has('syncope-on-exertion', 'bicycle-crash', 'sports-injury'),
        has(
          'onset-on-exertion',
          CHEST,
          'palpitations',
          'shortness-of-breath',
          'severe-headache',
          'abdominal-pain',
          'back-pain',
          'head-injury',
          'melaena',
        ),
        when('heart-disease'),
        has('family-sudden-death'),
        history('family-sudden-death', 'long-qt', 'long-qt'),
        vital('heart-rate', { below: 45 }),
        vital('heart-rate', { above: 130 }),
        vital('systolic', { below: 95 }),
        hasWith(['syncope', 'sudden-collapse'], { course: ['worsening'] }),
        has('syncope-lying-or-sitting', 'syncope-without-warning', 'syncope-without-warning'),
      ),
    ),
    source: SOURCES.syncope,
    ask: {
      when: has('syncope', 'sudden-collapse'),
      about: ['onset-on-exertion', 'palpitations', CHEST, 'family-sudden-death'],
      text: 'Did the faint come during effort, lying or sitting, with palpitations or chest pain, or is there sudden death in the family?',
      reason: 'A faint of this kind may come from the heart rhythm.',
    },
    fires: [
      '17M fainted while playing football',
      '70F passed out, palpitations before',
      '45M collapsed, has heart failure',
    ],
    spares: [
      '17F felt faint at a blood test, well now',
      '30M dizzy on standing, no faint',
      '45F her son fainted, she is here for a refill',
    ],
  }),
  high('syncope-older', 'Faint from 60 years of age', {
    when: all(
      from(60),
      hasWith(['syncope', 'sudden-collapse', 'loss-of-consciousness'], { withinHours: 72 }),
    ),
    source: SOURCES.syncope,
    fires: ['74F passed out in the kitchen today', '66M loss of consciousness this morning', 'collapse, 81F'],
    spares: [
      '74F lightheaded sometimes',
      '66M fainted at school as a boy',
      '24F fainted at the sight of blood',
    ],
  }),
  high('palpitations-danger', 'Palpitations with danger signs', {
    when: all(
      has('palpitations', 'irregular-heartbeat', 'fast-heart-rate'),
      not(
        all(
          under(40),
          has('panic-attack', 'anxiety', 'feels-impending-doom'),
          has('finger-tingling', 'hand-tingling'),
          not(
            any(
              vital('heart-rate', { above: 130 }),
              has('syncope', 'sudden-collapse', 'drug-use', 'cocaine-use'),
            ),
          ),
        ),
      ),
      any(
        has('syncope', 'near-syncope', 'sudden-collapse', 'loss-of-consciousness', CHEST),
        hasWith('shortness-of-breath', { notMild: true }),
        when('heart-disease'),
        vital('heart-rate', { above: 130 }),
        vital('systolic', { below: 100 }),
        has('drug-use', 'cocaine-use', 'onset-on-exertion'),
        all(
          has('light-headedness', 'dizziness'),
          any(
            has('sudden-onset', 'constant'),
            hasWith(['palpitations', 'fast-heart-rate'], { onset: 'sudden' }),
          ),
        ),
        history('long-qt', 'long-qt', 'family-sudden-death'),
      ),
    ),
    source: SOURCES.tachycardia,
    ask: {
      when: has('palpitations'),
      about: ['heart-rate', 'syncope', CHEST],
      text: 'What is the pulse now, and any faint, chest pain or breathlessness with it?',
      reason: 'A fast rhythm with these signs needs a monitor at once.',
    },
    fires: [
      '50F palpitations and nearly passed out',
      '40M heart racing HR 168',
      '66M irregular heartbeat with chest tightness',
    ],
    spares: [
      '24F palpitations when anxious, HR 84, none now',
      '50F no palpitations',
      '40M extra beats for years, unchanged',
    ],
  }),
  high('icd-shock', 'Shock from an implanted defibrillator', {
    when: has('icd-shock'),
    source: SOURCES.icd,
    fires: ['my ICD fired twice this morning', '60M defibrillator shocked him', 'AICD discharge, 71F'],
    spares: [
      '60M has an ICD, routine check',
      '71F no shocks from her ICD, refill',
      'pacemaker clinic letter',
    ],
  }),
  high('heart-failure-acute', 'Worsening heart failure', {
    when: any(
      all(
        history('heart-failure'),
        any(
          hasWith('shortness-of-breath', { notMild: true, withinHours: 168 }),
          has('orthopnoea', 'paroxysmal-nocturnal-dyspnoea', 'pulmonary-oedema'),
        ),
        not(when('breathing-measured-well')),
      ),
      all(
        has('orthopnoea', 'paroxysmal-nocturnal-dyspnoea'),
        has('leg-swelling', 'leg-oedema', 'dyspnoea-at-rest', 'severe-shortness-of-breath', 'chest-pain'),
        from(40),
        not(when('breathing-measured-well')),
      ),
    ),
    source: SOURCES.heartFailure,
    fires: [
      '78F heart failure, more breathless, sleeping upright',
      '66M cannot lie flat, legs swollen, short of breath',
      'CHF, short of breath at rest',
    ],
    spares: [
      '78F heart failure, well, repeat prescription',
      '66M swollen ankles for a year, not breathless',
      '30F breathless after running up stairs once',
    ],
  }),
  critical('pulmonary-oedema', 'Possible acute lung oedema', {
    when: any(
      all(
        has('pulmonary-oedema'),
        any(
          when('failing-now'),
          has('cannot-speak-sentences', 'cold-clammy', 'sweating', 'ashen', 'tripod-position'),
          all(has('haemoptysis'), has('shortness-of-breath')),
          hasWith('shortness-of-breath', { severity: 'severe' }),
        ),
        not(MEASURED_OXYGEN),
      ),
      all(
        has('shortness-of-breath', 'respiratory-distress'),
        history('heart-failure'),
        any(
          all(has('severe-respiratory-distress', 'cyanosis'), not(MEASURED_OXYGEN)),
          vital('spo2', { below: 88 }),
        ),
      ),
    ),
    source: SOURCES.heartFailure,
    fires: [
      '75M coughing pink froth, cannot breathe',
      'heart failure, SpO2 84%, gasping for air',
      '80F CHF, one-word answers, very breathless',
    ],
    spares: ['75M cough with clear sputum', '80F CHF, mild ankle swelling', '60M heart failure, SpO2 96%'],
  }),
  high('hypertensive-emergency', 'Very high blood pressure with symptoms', {
    when: all(
      any(
        vital('systolic', { atLeast: 180 }),
        vital('diastolic', { atLeast: 120 }),
        hasWith('severe-high-blood-pressure', { severity: 'severe' }),
      ),
      any(
        has(
          CHEST,
          'shortness-of-breath',
          'severe-headache',
          'blurred-vision',
          'vision-loss',
          'confusion',
          'vomiting',
          'seizure',
        ),
        when('focal-neurology'),
      ),
    ),
    escalate: true,
    source: SOURCES.hypertension,
    fires: [
      '62M BP 214/126, blurred vision',
      '55F BP 196/122 with severe headache',
      'BP 205/118 and chest pain, age 70',
    ],
    spares: [
      '62M BP 164/90, no symptoms',
      '55F BP 142/88 with headache',
      '70M ran out of blood pressure tablets, feels fine, BP 158/92',
    ],
  }),
  critical(
    'hypertensive-neurological',
    'Very high blood pressure with seizure or failing breathing or consciousness',
    {
      when: all(
        any(vital('systolic', { atLeast: 200 }), vital('diastolic', { atLeast: 120 })),
        any(has('seizure'), when('failing-now'), all(has('pulmonary-oedema'), vital('spo2', { below: 92 }))),
      ),
      source: SOURCES.hypertension,
      fires: ['60M BP 236/140 and GCS 11', '48F BP 222/130, seizure', 'BP 210/124, hard to wake, age 66'],
      spares: [
        '60M BP 150/90 and confused',
        '48F BP 222/110, no symptoms',
        '66M BP 130/80, drowsy after night shift',
      ],
    },
  ),
  critical('cardiac-arrest', 'Cardiac arrest or just after it', {
    when: any(
      has('cardiac-arrest', 'post-cardiac-arrest', 'cpr-performed'),
      all(has('no-pulse'), not(has('limb-ischaemia', 'limb-pain', 'limb-symptom', 'sensory-symptom'))),
    ),
    source: SOURCES.resuscitation,
    fires: ['post-CPR state, 58M', 'no pulse, CPR in progress', 'cardiac arrest at home, shocks given'],
    spares: [
      'history of cardiac arrest in 2015, here for a refill',
      'learned CPR at work, wrist sore',
      'his wife had a cardiac arrest, he has a cold',
    ],
  }),
  high(
    'pericarditis-myocarditis',
    'Chest pain with recent viral illness or relief on leaning forward, with danger signs',
    {
      when: all(
        chestPain,
        has('positional-chest-pain', 'viral-infection'),
        any(
          has('shortness-of-breath', 'palpitations', 'syncope', 'near-syncope'),
          beyond('heart-rate-danger'),
        ),
      ),
      source: SOURCES.chestPain,
      fires: [
        '21M chest pain better leaning forward, breathless',
        'chest pain and palpitations a week after flu, age 25',
        '30F chest pain after a virus, HR 118',
      ],
      spares: [
        '21M sore throat, no chest pain',
        '25M cough a week after flu',
        '30F back pain better leaning forward',
      ],
    },
  ),
  high('device-or-graft-infection', 'Fever with a heart valve, device or injecting drug use', {
    when: all(
      when('fever-or-rigors'),
      any(
        history('prosthetic-valve', 'endocarditis'),
        has('injecting-drug-use'),
        history('injecting-drug-use'),
      ),
    ),
    source: SOURCES.sepsis,
    fires: [
      '60M artificial heart valve, fever 38.6',
      'injects heroin, fever and chills',
      'had endocarditis, rigors since yesterday',
    ],
    spares: [
      '60M artificial valve, ankle sprain',
      'used to smoke, fever 38',
      'injects heroin, wants to stop, no fever',
    ],
  }),
];
