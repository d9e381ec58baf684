import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  adult,
  all,
  any,
  atLeast,
  from,
  has,
  hasWith,
  history,
  not,
  under,
  vital,
  when,
} from '../trigger.ts';

const strokeSigns = [
  'facial-droop',
  'one-sided-weakness',
  'slurred-speech',
  'aphasia',
  'unable-to-speak',
  'word-finding-difficulty',
  'arm-drift',
  'hemianopia',
  'gaze-deviation',
  'stroke',
];
const HEADACHE = 'headache';

/** Brain, nerves and spine. */
/** Fever with spots that do not fade, in the young or beside any further sign of illness. */
const PURPLE_RASH_WITH_FEVER = all(
  when('fever-or-rigors'),
  when('non-blanching-rash'),
  any(
    under(40),
    has(
      HEADACHE,
      'neck-stiffness',
      'vomiting',
      'drowsy',
      'lethargic',
      'leg-pain',
      'confusion',
      'malaise',
      'looks-ill',
      'chills',
      'body-aches',
    ),
    vital('temperature', { atLeast: 39 }),
    when('poor-perfusion'),
    when('altered-mental-state'),
  ),
);

export const NEURO_RULES: readonly Rule[] = [
  high('stroke-signs', 'Possible stroke within 24 hours', {
    escalate: true,
    version: 2,
    when: all(
      not(when('drunk-speech-only')),
      not(when('bells-palsy-only')),
      not(has('symptoms-resolved')),
      any(
        hasWith(strokeSigns, {
          lastingHours: 0,
          withinHours: 24,
          notCourse: ['resolved', 'improving'],
          except: ['bells-palsy'],
        }),
        hasWith(strokeSigns, {
          onset: 'sudden',
          withinHours: 24,
          notCourse: ['resolved', 'improving'],
          except: ['bells-palsy'],
        }),
        all(
          hasWith(strokeSigns, { withinHours: 24, notCourse: ['resolved', 'improving'] }),
          has('wake-up-onset', 'last-known-well', 'sudden-onset', 'altered-mental-state'),
        ),
        atLeast(
          2,
          hasWith('facial-droop', { withinHours: 24, notCourse: ['resolved', 'improving'] }),
          hasWith(['one-sided-weakness', 'arm-weakness', 'arm-drift', 'arm-not-moving'], {
            withinHours: 24,
            notCourse: ['resolved', 'improving'],
          }),
          hasWith(['slurred-speech', 'aphasia', 'unable-to-speak', 'word-finding-difficulty'], {
            withinHours: 24,
            notCourse: ['resolved', 'improving'],
          }),
          hasWith(
            [
              'one-sided-numbness',
              'hemianopia',
              'gaze-deviation',
              'arm-numbness',
              'leg-not-moving',
              'leg-weakness',
            ],
            {
              withinHours: 24,
              notCourse: ['resolved', 'improving'],
            },
          ),
        ),
        all(
          hasWith(['one-sided-numbness', 'ataxia', 'sudden-loss-of-balance'], {
            onset: 'sudden',
            withinHours: 24,
            notCourse: ['resolved'],
          }),
          adult(40),
        ),
        all(
          has('vertigo', 'dizziness'),
          has('ataxia', 'double-vision', 'slurred-speech', 'one-sided-numbness'),
          adult(18),
          hasWith(['vertigo', 'dizziness', 'ataxia', 'double-vision', 'slurred-speech'], {
            lastingHours: 0,
            withinHours: 24,
          }),
        ),
      ),
    ),
    source: SOURCES.stroke,
    ask: {
      when: all(
        has('dizziness', 'one-sided-numbness', 'leg-weakness', 'confusion', 'blurred-vision', 'ataxia'),
        adult(18),
      ),
      about: strokeSigns,
      text: 'When was the patient last well, and is there any face droop, arm or leg weakness or speech trouble?',
      reason: 'Signs of a stroke within 24 hours change the priority at once.',
    },
    fires: [
      '71F face drooping on the left and slurred speech for one hour',
      'sudden weakness of the right arm and leg, age 66',
      'cannot find his words since 9 am, 58M',
    ],
    spares: [
      '71F no facial droop, no weakness, headache',
      '66M had a stroke in 2018, here for a refill',
      '58M numb fingers at night for months',
    ],
  }),
  critical('stroke-unstable', 'Stroke signs with reduced consciousness, seizure or instability', {
    when: all(
      not(when('drunk-speech-only')),
      not(has('symptoms-resolved')),
      hasWith([...strokeSigns, 'one-sided-numbness', 'gaze-deviation', 'unequal-pupils', 'brain-bleed'], {
        withinHours: 24,
        notCourse: ['resolved', 'improving'],
        except: ['bells-palsy'],
      }),
      any(
        has(
          'unresponsive',
          'hard-to-wake',
          'drowsy',
          'ongoing-seizure',
          'sudden-collapse',
          'snoring-respirations',
        ),
        has('respiratory-distress', 'not-breathing', 'slow-breathing', 'cyanosis'),
        all(has('vomiting'), has('severe-headache', 'worst-headache', 'thunderclap-headache')),
        vital('gcs', { atMost: 12 }),
        vital('consciousness', { atLeast: 2 }),
        vital('spo2', { below: 90 }),
        when('hypotensive'),
      ),
    ),
    source: SOURCES.stroke,
    fires: [
      '74M right side limp, cannot speak, getting hard to wake',
      '66F facial droop and weak left arm for an hour, GCS 11',
      'sudden slurred speech and left arm weakness, then collapsed, 70F',
    ],
    spares: [
      '71F facial droop and slurred speech for one hour, alert',
      '66M weak right arm since this morning, GCS 15',
      '70F had a stroke and a seizure in 2019, here for a refill',
    ],
  }),
  high(
    'stroke-signs-late-or-resolved',
    'Stroke signs that passed, are more than a day old, or of unknown time',
    {
      when: all(
        not(when('drunk-speech-only')),
        not(when('bells-palsy-only')),
        any(
          hasWith([...strokeSigns, 'one-sided-numbness', 'vision-loss', 'tia'], {
            course: ['resolved', 'improving', 'intermittent'],
            withinHours: 336,
          }),
          hasWith(strokeSigns, { withinHours: 336 }),
          has('tia'),
          // A large pupil under a fallen lid: an aneurysm presses on the third nerve.
          all(has('unequal-pupils'), has('drooping-eyelid')),
          all(
            hasWith(
              ['one-sided-numbness', 'weakness-neurological', 'ataxia', 'leg-weakness', 'double-vision'],
              {
                withinHours: 336,
              },
            ),
            adult(40),
            not(has('injury', 'back-pain', 'neck-pain')),
          ),
          // Of unknown onset, as a presenting complaint without another cause.
          all(
            hasWith(['speech-problem', 'weakness-neurological', 'loss-of-sensation'], {
              withinHours: 336,
              except: ['stuttering'],
            }),
            from(50),
            not(has('injury', 'back-pain', 'neck-pain', 'limb-pain', 'hoarseness', 'sore-throat')),
          ),
        ),
      ),
      source: SOURCES.tia,
      fires: [
        '64M ten minutes of slurred speech this morning, gone now',
        '70F right arm weak for two days',
        '59F lost vision in one eye for five minutes, back to normal',
      ],
      spares: [
        '64M no speech trouble, tired',
        'TIA five years ago, no new symptoms',
        '30F both hands tingle when anxious',
      ],
    },
  ),
  high('thunderclap-headache', 'Sudden worst headache', {
    escalate: true,
    version: 2,
    when: any(
      has('thunderclap-headache'),
      hasWith(HEADACHE, { onset: 'sudden', severity: 'severe' }),
      all(
        hasWith(HEADACHE, { onset: 'sudden' }),
        any(
          has('vomiting', 'neck-stiffness', 'syncope', 'onset-on-exertion', 'sudden-collapse'),
          when('altered-mental-state'),
          vital('pain', { atLeast: 8 }),
        ),
      ),
      all(
        has('worst-headache'),
        any(
          has('neck-stiffness', 'syncope', 'vomiting', 'onset-on-exertion', 'photophobia'),
          from(40),
          hasWith(HEADACHE, { onset: 'sudden' }),
        ),
      ),
      all(
        has(HEADACHE),
        has('syncope', 'sudden-collapse', 'ongoing-seizure'),
        hasWith([HEADACHE], { severity: 'severe' }),
      ),
    ),
    source: SOURCES.headache,
    ask: {
      when: has(HEADACHE),
      about: ['thunderclap-headache', 'neck-stiffness', 'worst-headache'],
      text: 'Did the headache come on suddenly, like a blow, or is it the worst ever, with a stiff neck or vomiting?',
      reason: 'A headache that is at its worst within minutes may be a bleed.',
    },
    fires: [
      'worst headache of my life, came on in seconds, 48F',
      'sudden severe headache while lifting, vomited, age 52',
      'thunderclap headache 39M',
    ],
    spares: [
      'usual migraine, came on slowly, age 30',
      'no sudden headache, sinus pressure for a week',
      '48F her sister had a brain bleed, she has a mild headache',
    ],
  }),
  critical(
    'thunderclap-unstable',
    'Sudden worst headache with reduced consciousness, collapse or a new deficit',
    {
      when: all(
        any(
          has('thunderclap-headache', 'worst-headache', 'brain-bleed'),
          hasWith(HEADACHE, { onset: 'sudden' }),
          hasWith(HEADACHE, { severity: 'severe' }),
        ),
        any(
          has(
            'unresponsive',
            'hard-to-wake',
            'ongoing-seizure',
            'unequal-pupils',
            'fixed-pupils',
            'one-sided-weakness',
          ),
          all(
            any(has('thunderclap-headache', 'worst-headache'), hasWith(HEADACHE, { onset: 'sudden' })),
            any(has('drowsy', 'seizure', 'sudden-collapse'), vital('gcs', { below: 14 })),
          ),
          vital('gcs', { atMost: 12 }),
        ),
      ),
      source: SOURCES.headache,
      fires: [
        'thunderclap headache, now drowsy, 52F',
        '48M sudden worst headache then collapsed',
        'worst headache of her life and one pupil bigger, 60F',
      ],
      spares: [
        'worst headache of my life, came on in seconds, alert, 48F',
        'usual migraine, drowsy after the tablets, age 30',
        '48F no headache, slept badly',
      ],
    },
  ),
  high('worst-headache', 'Headache described as the worst ever', {
    when: has('worst-headache'),
    source: SOURCES.headacheAcep,
    fires: [
      '29F worst headache ever, since yesterday',
      'never had a headache this bad, age 33',
      '25M worst headache of his life',
    ],
    spares: [
      '29F headache like my usual ones',
      'mild headache, age 33',
      '25M no headache now, had his worst one last year',
    ],
  }),
  high('headache-danger', 'Headache with danger signs', {
    when: all(
      hasWith(HEADACHE, { evenChronic: true }),
      any(
        has(
          'seizure',
          'unequal-pupils',
          'double-vision',
          'vision-loss',
          'facial-droop',
          'one-sided-weakness',
          'slurred-speech',
          'ataxia',
          'one-sided-numbness',
          'behaviour-change',
        ),
        when('altered-mental-state'),
        hasWith('syncope', {}),
        all(has('morning-headache', 'positional-headache'), has('vomiting')),
        all(
          hasWith(HEADACHE, {}),
          history('cancer', 'brain-tumour', 'cerebral-aneurysm', 'shunt', 'clotting-disorder'),
        ),
        all(hasWith(HEADACHE, { onset: 'sudden' }), adult(16)),
        all(hasWith(HEADACHE, {}), when('anticoagulated')),
        all(hasWith(HEADACHE, {}), when('immunosuppressed'), when('fever-or-rigors')),
        all(hasWith(HEADACHE, { severity: 'severe' }), has('vomiting'), from(50)),
        all(hasWith(HEADACHE, {}), vital('systolic', { atLeast: 200 })),
      ),
      not(has('usual-headache')),
    ),
    source: SOURCES.headacheAcep,
    fires: [
      'headache with double vision, 44F',
      'on warfarin, new headache',
      'headache and confusion since this morning, age 60',
    ],
    spares: [
      '44F mild headache, no visual change',
      'headache after a long day at the screen',
      'migraine as usual with light sensitivity, age 30',
    ],
  }),
  high('giant-cell-arteritis', 'Possible inflammation of the temple arteries', {
    when: all(
      from(50),
      has(HEADACHE, 'scalp-tenderness', 'headache', 'jaw-claudication'),
      any(
        has('jaw-claudication', 'scalp-tenderness'),
        all(has('headache'), has('vision-loss', 'blurred-vision', 'double-vision', 'weight-loss')),
        all(has(HEADACHE), has('vision-loss', 'double-vision')),
        all(has(HEADACHE), history('polymyalgia')),
      ),
    ),
    source: SOURCES.arteritis,
    fires: [
      '72F headache at the temple, jaw hurts on chewing',
      '68M scalp sore when combing, headache, blurred sight',
      '76F polymyalgia with new headache',
    ],
    spares: ['32F temple headache with stress', '72F jaw clicks, no headache', '68M dandruff, itchy scalp'],
  }),
  high('meningitis', 'Possible meningitis or meningococcal disease', {
    escalate: true,
    version: 2,
    when: any(
      all(
        when('fever-or-rigors'),
        has('neck-stiffness'),
        any(
          has(HEADACHE, 'photophobia', 'vomiting', 'confusion', 'drowsy', 'seizure', 'irritable-child'),
          when('non-blanching-rash'),
          when('altered-mental-state'),
        ),
      ),
      PURPLE_RASH_WITH_FEVER,
      all(
        when('fever-or-rigors'),
        has(HEADACHE),
        any(all(has('photophobia'), hasWith(HEADACHE, { severity: 'severe' })), when('altered-mental-state')),
      ),
      has('bulging-fontanelle'),
      has('meningitis'),
    ),
    source: SOURCES.meningitis,
    ask: {
      when: all(when('fever-or-rigors'), has(HEADACHE, 'rash', 'vomiting', 'lethargic')),
      about: ['neck-stiffness', 'non-blanching-rash', 'photophobia'],
      text: 'Is the neck stiff, does light hurt, or is there a rash that stays under a pressed glass?',
      reason: 'With fever these point to meningitis or blood poisoning.',
    },
    fires: [
      '19M fever, stiff neck and bad headache',
      '3 year old fever with purple spots that do not fade',
      'fever 39.5, headache, confused, age 40',
    ],
    spares: [
      '19M stiff neck after sleeping badly, no fever',
      '3 year old fever, pink rash that fades, playing',
      'headache and cold, no neck stiffness, age 40',
    ],
  }),
  critical('meningitis-unstable', 'Possible meningitis or meningococcal disease with danger signs', {
    when: any(
      all(
        any(
          all(when('fever-or-rigors'), any(has('neck-stiffness'), all(has(HEADACHE), has('photophobia')))),
          PURPLE_RASH_WITH_FEVER,
          has('meningitis', 'bulging-fontanelle'),
        ),
        any(when('failing-now'), when('shock-now'), hasWith('drowsy', { severity: 'severe' })),
      ),
    ),
    source: SOURCES.meningitis,
    fires: [
      '19M fever, stiff neck and hard to wake',
      '3 year old fever with purple spots that do not fade, cannot be woken',
      'fever 39.8, neck stiffness, GCS 11, age 40',
    ],
    spares: [
      '19M fever, stiff neck and bad headache, alert',
      '3 year old fever, pink rash that fades, playing',
      'headache and cold, no neck stiffness, age 40',
    ],
  }),
  high('meningism-partial', 'Fever with headache and stiff neck or light sensitivity', {
    when: any(
      all(when('fever-or-rigors'), any(has('neck-stiffness'), all(has(HEADACHE), has('photophobia')))),
      all(when('fever-or-rigors'), when('non-blanching-rash')),
      all(has(HEADACHE), hasWith(HEADACHE, { severity: 'severe' }), vital('temperature', { atLeast: 38.5 })),
      all(has('neck-stiffness'), has('photophobia')),
    ),
    source: SOURCES.meningitis,
    fires: [
      '30F fever and stiff neck',
      'headache, light hurts, temp 38.8',
      'fever with tiny purple spots on the legs, 35M',
    ],
    spares: [
      '30F stiff neck after the gym',
      'light hurts with my usual migraine, no fever',
      '35M fever and cough',
    ],
  }),
  critical('seizure-ongoing', 'Seizure now, longer than five minutes, or without waking', {
    when: any(
      // Nobody who is measured as fully awake is seizing now.
      all(
        has('ongoing-seizure', 'status-epilepticus'),
        not(any(vital('consciousness', { atMost: 0 }), vital('gcs', { atLeast: 15 }))),
      ),
      all(
        has('seizure'),
        any(
          vital('consciousness', { atLeast: 3 }),
          vital('gcs', { atMost: 10 }),
          has('unresponsive'),
          all(has('prolonged-seizure'), not(has('post-ictal', 'alert-oriented', 'resolved'))),
          all(
            has('repeated-seizures'),
            not(has('post-ictal', 'alert-oriented', 'typical-seizure')),
            not(vital('consciousness', { atMost: 0 })),
          ),
        ),
      ),
    ),
    source: SOURCES.seizure,
    fires: [
      'actively seizing in the car, 30M',
      'fit has lasted ten minutes and is still going',
      'two seizures today and still not awake, unresponsive, age 22',
    ],
    spares: [
      'epilepsy, no seizure for two years',
      'one seizure last month, wants a refill',
      'his brother is having fits at home, he has a cough',
    ],
  }),
  critical('seizure-pregnant', 'Seizure in pregnancy or after birth', {
    when: all(
      has('seizure', 'ongoing-seizure', 'eclampsia'),
      any(
        { pregnancy: { states: ['pregnant'], weeksFrom: 20 } },
        { pregnancy: { states: ['postpartum'] } },
        has('eclampsia'),
      ),
    ),
    source: SOURCES.preeclampsia,
    fires: [
      '34 weeks pregnant, had a fit',
      'gave birth 5 days ago, seizure at home',
      '38 weeks pregnant, seizing',
    ],
    spares: [
      '34 weeks pregnant, no seizures',
      'gave birth 5 days ago, baby had hiccups',
      'epilepsy, 10 years without a seizure',
    ],
  }),
  high('seizure-first-or-complicated', 'First seizure, or a seizure with danger signs', {
    when: all(
      hasWith('seizure', { withinHours: 48 }),
      any(
        has(
          'first-seizure',
          'ongoing-seizure',
          'repeated-seizures',
          'prolonged-seizure',
          'head-injury',
          'fever',
          'headache',
          'confusion',
          'post-ictal',
          'alcohol-withdrawal',
          'neck-stiffness',
          'overdose',
          'tongue-bite',
        ),
        when('anticoagulated'),
        when('diabetic'),
        when('immunosuppressed'),
        history('cancer'),
        when('altered-mental-state'),
        when('focal-neurology'),
        vital('spo2', { below: 94 }),
        { pregnancy: { states: ['pregnant', 'postpartum'] } },
        // Fully awake with nothing else: the time since the seizure tells more than the word.
        all(not(any(history('epilepsy'), under(6))), not(vital('consciousness', { atMost: 0 }))),
      ),
    ),
    source: SOURCES.seizure,
    ask: {
      when: has('seizure'),
      about: ['first-seizure', 'post-ictal', 'confusion'],
      text: 'Is this the first seizure, how long did it last, and is the patient fully back to normal?',
      reason: 'A first, long or repeated seizure, or slow recovery, raises the priority.',
    },
    fires: [
      'first ever seizure today, 27F',
      'seizure then confused for an hour, age 35',
      'fit after a blow to the head',
    ],
    spares: [
      'known epilepsy, usual short fit last week, fully back to normal',
      'shaking with cold, no seizure',
      'her dog had a seizure',
    ],
  }),
  high('febrile-seizure', 'Febrile seizure', {
    when: all(under(6), hasWith('seizure', { withinHours: 24 })),
    source: SOURCES.febrileSeizure,
    fires: [
      '2 year old fit with fever this morning',
      '18 month old febrile convulsion',
      '4 year old seizure an hour ago, temp 39',
    ],
    spares: [
      '2 year old fever, no fits',
      '18 month old shivering with fever',
      '4 year old had a febrile seizure as a baby, now has a rash',
    ],
  }),
  critical('unresponsive', 'Unresponsive or hard to wake', {
    when: any(
      has('unresponsive'),
      hasWith('hard-to-wake', {}),
      all(has('drowsy'), hasWith('drowsy', { severity: 'severe' })),
    ),
    source: SOURCES.esi,
    fires: ['found unresponsive on the floor, 50M', 'cannot wake her up', 'unconscious, breathing, age 44'],
    spares: [
      'was unconscious briefly in 2010, now back pain',
      'alert and responsive, 50M',
      'hard to get up in the morning lately, tired',
    ],
  }),
  high('new-confusion', 'New confusion or drowsiness', {
    when: any(
      hasWith(['altered-mental-state', 'confusion', 'amnesia'], {
        notMild: true,
        except: ['not-acting-right'],
      }),
      all(
        adult(14),
        hasWith('behaviour-change', { except: ['not-acting-right'] }),
        not(has('anxiety', 'anger')),
      ),
    ),
    source: SOURCES.delirium,
    ask: {
      when: any(has('weakness', 'fall'), all(from(65), when('fever-or-rigors'))),
      about: ['confusion', 'consciousness'],
      text: 'Is the patient as clear in the mind as usual, by someone who knows them?',
      reason: 'New confusion is an emergency of its own, and an unknown baseline counts as new.',
    },
    fires: ['82F confused since yesterday', '67M suddenly disoriented', 'drowsy mentality, 68F'],
    spares: [
      'dementia, confusion unchanged for years',
      'not confused, fully oriented, 82F',
      'confused about how to take my tablets',
    ],
  }),
  high('dementia-decline', 'Sudden decline in dementia', {
    when: all(
      history('dementia'),
      any(
        hasWith(['confusion', 'agitation', 'drowsy', 'lethargic', 'unable-to-walk', 'not-eating-drinking'], {
          course: ['worsening'],
        }),
        hasWith(['confusion', 'agitation', 'drowsy', 'lethargic'], { withinHours: 96 }),
        has('general-decline'),
      ),
    ),
    source: SOURCES.delirium,
    fires: [
      'dementia, far more confused since last night',
      'Alzheimer patient suddenly sleepy and not eating',
      'dementia, sudden agitation for two days',
    ],
    spares: [
      'dementia, stable, here for flu vaccine',
      'Alzheimer, confusion unchanged for months',
      'mother has dementia, I have a cough',
    ],
  }),
  high('cauda-equina', 'Possible compression of the lower spinal nerves', {
    when: all(
      hasWith(
        [
          'back-pain',
          'low-back-pain',
          'sciatica',
          'leg-weakness',
          'leg-numbness',
          'saddle-numbness',
          'bilateral-leg-weakness',
          'bilateral-sciatica',
          'leg-tingling',
        ],
        { evenChronic: true },
      ),
      any(
        has(
          'saddle-numbness',
          'bilateral-leg-weakness',
          'bilateral-sciatica',
          'bowel-incontinence',
          'foot-drop',
        ),
        all(
          has('urinary-retention', 'urinary-incontinence'),
          has('back-pain', 'low-back-pain', 'sciatica', 'leg-weakness', 'leg-numbness', 'leg-tingling'),
        ),
      ),
    ),
    source: SOURCES.caudaEquina,
    ask: {
      when: hasWith(['back-pain', 'low-back-pain', 'sciatica'], { evenChronic: true }),
      about: ['saddle-numbness', 'urinary-retention', 'bowel-incontinence', 'leg-weakness'],
      text: 'Any numbness between the legs, trouble passing or holding urine or stool, or weakness of the legs?',
      reason: 'These signs of pressed spinal nerves need imaging the same day.',
    },
    fires: [
      'low back pain and cannot pass urine since last night',
      'sciatica both legs, numb around the saddle',
      'back pain, lost control of bowels, 45M',
    ],
    spares: [
      'back pain, no numbness, no trouble with bladder or bowel',
      'stress incontinence for years',
      'sciatica in one leg, walking, 45M',
    ],
  }),
  high('spinal-infection-or-cord', 'Back pain with fever, cancer, injecting drugs or weak legs', {
    when: all(
      hasWith(['back-pain', 'low-back-pain', 'upper-back-pain', 'neck-pain'], { evenChronic: true }),
      any(
        all(
          when('fever-or-rigors'),
          not(has('flank-pain', 'dysuria', 'cough', 'sore-throat', 'body-aches', 'runny-nose')),
        ),
        all(
          any(has('injecting-drug-use'), history('injecting-drug-use')),
          any(when('fever-or-rigors'), hasWith(['back-pain', 'low-back-pain'], { severity: 'severe' })),
        ),
        all(
          history('cancer'),
          hasWith(['back-pain', 'low-back-pain', 'upper-back-pain'], { withinHours: 1100 }),
        ),
        all(
          has('leg-weakness', 'bilateral-leg-weakness', 'leg-numbness', 'unable-to-walk', 'arm-weakness'),
          has('leg-weakness', 'bilateral-leg-weakness', 'arm-weakness'),
        ),
        all(
          when('immunosuppressed'),
          any(when('fever-or-rigors'), hasWith(['back-pain'], { severity: 'severe' })),
        ),
        all(
          from(65),
          has('fall', 'injury'),
          any(
            hasWith(['back-pain', 'low-back-pain', 'neck-pain'], { severity: 'severe' }),
            has('unable-to-walk'),
          ),
        ),
      ),
    ),
    source: SOURCES.backPain,
    fires: [
      'back pain and fever 38.9, injects heroin',
      'breast cancer, new back pain for a week',
      'mid back pain and both legs weak',
    ],
    spares: [
      'back pain after moving furniture, no fever',
      'back pain for ten years, unchanged',
      'flu with aches all over, back pain and sore throat',
    ],
  }),
  high('acute-leg-weakness', 'New weakness of both legs, or weakness that climbs', {
    when: any(
      has('bilateral-leg-weakness', 'ascending-weakness', 'paraplegia'),
      all(
        hasWith(['leg-weakness', 'weakness-neurological'], { withinHours: 336 }),
        has(
          'difficulty-swallowing',
          'shortness-of-breath',
          'leg-numbness',
          'urinary-retention',
          'double-vision',
        ),
      ),
      hasWith(['weakness-neurological', 'leg-weakness'], { onset: 'sudden' }),
    ),
    source: SOURCES.neuroWeakness,
    fires: [
      'both legs weak since yesterday, 33F',
      'tingling feet and weakness moving up the legs',
      'lower extremity paraparesis, 47M',
    ],
    spares: [
      'legs tired after a marathon',
      'no weakness in the legs, some cramps',
      'multiple sclerosis, legs as weak as for years',
    ],
  }),
  critical('paralysis-breathing', 'Weakness that reaches breathing or swallowing', {
    when: all(
      has('ascending-weakness', 'bilateral-leg-weakness', 'paralysis', 'double-vision', 'myasthenia'),
      has('respiratory-distress', 'cannot-speak-sentences', 'drooling', 'severe-respiratory-distress'),
    ),
    source: SOURCES.neuroWeakness,
    fires: [
      'weakness climbing from the legs, now struggling to breathe',
      'myasthenia, drooling and cannot hold his head up',
      'both legs and arms weak, can only say single words',
    ],
    spares: [
      'myasthenia, stable, refill',
      'weak legs since flu, breathing fine',
      'tired all over, no trouble breathing',
    ],
  }),
  high('vertigo-central', 'Vertigo with signs of a central cause', {
    when: all(
      has('vertigo', 'dizziness'),
      any(
        has(
          'severe-headache',
          'unable-to-walk',
          'double-vision',
          'slurred-speech',
          'one-sided-numbness',
          'facial-droop',
          'neck-pain',
          'ataxia',
          'coordination-loss',
          'sudden-hearing-loss',
        ),
        all(has('loss-of-balance'), has('headache'), adult(18)),
        all(
          from(60),
          hasWith(['vertigo', 'dizziness'], { onset: 'sudden', notCourse: ['resolved'] }),
          any(has('vomiting', 'unable-to-walk'), history('atrial-fibrillation', 'past-stroke')),
        ),
      ),
    ),
    source: SOURCES.stroke,
    fires: [
      '69M sudden spinning, cannot walk, vomiting',
      'dizzy with double vision, age 50',
      'vertigo and sudden neck pain, 41F',
    ],
    spares: ['30F spinning for seconds when turning in bed', 'dizzy on standing, 45M', 'no vertigo, ear wax'],
  }),
  high('vp-shunt', 'Symptoms with a brain shunt', {
    when: all(
      history('shunt'),
      any(has(HEADACHE, 'vomiting', 'lethargic', 'drowsy', 'seizure', 'irritable-child'), when('fever')),
    ),
    source: SOURCES.headacheAcep,
    fires: [
      '7 year old with a VP shunt, headache and vomiting',
      'shunt for hydrocephalus, fever',
      '20F VP shunt, sleepy',
    ],
    spares: ['VP shunt, sprained wrist', 'no shunt, headache', 'brother has a shunt, she has a cold'],
  }),
  high('sudden-vision-loss', 'Sudden loss of vision', {
    when: any(
      has('sudden-vision-loss'),
      hasWith('vision-loss', { onset: 'sudden' }),
      hasWith('vision-loss', { lastingHours: 0, withinHours: 168 }),
      all(
        has('floaters-flashes', 'hemianopia', 'visual-curtain'),
        any(has('visual-curtain', 'hemianopia'), hasWith('floaters-flashes', { onset: 'sudden' })),
      ),
    ),
    source: SOURCES.eye,
    fires: [
      'sudden loss of vision in the right eye, 66M',
      'a curtain came down over my left eye today',
      'sudden shower of floaters and flashes, 58F',
    ],
    spares: [
      'needs new glasses, vision slowly worse over years',
      'a few floaters for years, unchanged',
      'no loss of vision, itchy eyes',
    ],
  }),
  high('migraine-red-flags-young', 'New severe headache in pregnancy', {
    when: all(when('pregnant-or-postpartum'), hasWith(HEADACHE, { notMild: true })),
    source: SOURCES.preeclampsia,
    fires: [
      '30 weeks pregnant with headache',
      'delivered two weeks ago, bad headache',
      '24 weeks pregnant, headache and blurred vision',
    ],
    spares: [
      '30 weeks pregnant, no headache, back ache',
      'headache, not pregnant',
      'delivered two weeks ago, mild headache after no sleep, BP 110/70',
    ],
  }),
  high('blurred-vision-neuro', 'Double vision that is new', {
    when: hasWith('double-vision', { withinHours: 336 }),
    source: SOURCES.stroke,
    fires: [
      'double vision since this morning, 55F',
      '40M suddenly seeing double',
      'sees two of everything since yesterday, 62M',
    ],
    spares: ['no double vision, tired eyes', 'squint since childhood', 'blurred when not wearing glasses'],
  }),
  high('bells-or-stroke-child', 'Facial weakness', {
    when: all(hasWith('facial-droop', { withinHours: 720 }), not(when('bells-palsy-only'))),
    source: SOURCES.stroke,
    fires: [
      'woke up with one side of face not moving, 35F',
      'drooping face for two days, 44M',
      'facial palsy since yesterday, 15F',
    ],
    spares: ['no facial droop', 'Bell palsy ten years ago, healed', 'swollen cheek with tooth ache'],
  }),
];
