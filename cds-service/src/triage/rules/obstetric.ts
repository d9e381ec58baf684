import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  all,
  any,
  between,
  denied,
  female,
  from,
  has,
  hasWith,
  history,
  not,
  postpartum,
  pregnant,
  under,
  vital,
  when,
} from '../trigger.ts';

const expecting = any(pregnant(), has('pregnant', 'possible-pregnancy', 'pregnancy-problem'));
const late = any(pregnant({ from: 20 }), has('third-trimester', 'second-trimester'));
const afterBirth = any(postpartum(), has('postpartum', 'recent-caesarean', 'postpartum-bleeding'));

/** Pregnancy, birth, the weeks after, and gynaecology. */
export const OBSTETRIC_RULES: readonly Rule[] = [
  high('pregnant-pain-or-bleeding', 'Abdominal pain, faint or bleeding in pregnancy', {
    when: all(
      expecting,
      any(
        hasWith(['abdominal-pain', 'pelvic-pain', 'flank-pain', 'severe-pain'], { notMild: true }),
        has('shoulder-tip-pain', 'syncope', 'near-syncope'),
        hasWith('bleeding', {
          except: ['nosebleed', 'bleeding-gums', 'rectal-bleeding', 'blood-on-paper'],
          notMild: true,
        }),
        hasWith(['vaginal-bleeding', 'severe-bleeding', 'flank-bleeding', 'passing-clots'], {
          notMild: true,
        }),
        has('pain-in-pregnancy', 'bleeding-in-pregnancy', 'placental-abruption', 'miscarriage'),
      ),
      not(all(has('spotting'), has('pain-free', 'intrauterine-pregnancy'))),
      not(all(vital('pain', { atMost: 3 }), denied('bleeding', 'vaginal-bleeding', 'dizziness'))),
      not(
        all(
          denied('abdominal-pain'),
          denied('bleeding', 'vaginal-bleeding', 'gi-bleeding'),
          not(has('syncope')),
        ),
      ),
    ),
    source: SOURCES.esi,
    fires: [
      '7 weeks pregnant, pain low on the right',
      '30 weeks pregnant, abdominal pain',
      'positive test, vaginal bleeding and cramps',
    ],
    spares: [
      '7 weeks pregnant, morning sickness',
      'not pregnant, period pain',
      '30 weeks pregnant, runny nose',
    ],
  }),
  high('ectopic-possible', 'Possible ectopic pregnancy', {
    when: all(
      when('could-be-pregnant'),
      not(pregnant({ from: 20 })),
      not(has('intrauterine-pregnancy')),
      not(all(vital('pain', { atMost: 3 }), denied('bleeding', 'vaginal-bleeding', 'dizziness'))),
      any(
        all(has('shoulder-tip-pain'), has('pain', 'vaginal-bleeding', 'spotting')),
        all(
          any(has('assisted-conception'), history('assisted-conception')),
          has('abdominal-pain', 'pelvic-pain', 'flank-pain', 'cramps', 'vaginal-bleeding'),
        ),
        all(
          has('missed-period', 'possible-pregnancy', 'pregnant'),
          has('abdominal-pain', 'pelvic-pain', 'vaginal-bleeding', 'shoulder-tip-pain', 'syncope'),
        ),
        all(
          has('abdominal-pain', 'pelvic-pain'),
          any(
            has('shoulder-tip-pain', 'syncope', 'near-syncope'),
            all(
              hasWith('vaginal-bleeding', { except: ['heavy-period'] }),
              any(
                has('sudden-pelvic-pain'),
                hasWith(['abdominal-pain', 'pelvic-pain'], { severity: 'severe' }),
              ),
            ),
            all(
              any(history('prior-ectopic', 'assisted-conception'), has('iud', 'prior-ectopic')),
              has('vaginal-bleeding', 'missed-period', 'spotting', 'pelvic-pain', 'lower-abdominal-pain'),
            ),
          ),
        ),
        has('ectopic-pregnancy'),
        // A test that is positive in spite of a coil: half of such pregnancies are outside the womb.
        all(has('iud'), has('pregnant', 'possible-pregnancy')),
      ),
    ),
    source: SOURCES.ectopic,
    ask: {
      when: all(
        when('could-be-pregnant'),
        has('abdominal-pain', 'pelvic-pain', 'vaginal-bleeding', 'syncope'),
      ),
      about: ['pregnant', 'missed-period', 'hysterectomy'],
      text: 'When was the last normal period, and could there be a pregnancy? Any shoulder-tip pain or faint?',
      reason: 'A pregnancy outside the womb can bleed without warning.',
    },
    fires: [
      '26F missed period, sharp left pelvic pain',
      '31F lower abdominal pain and fainted',
      '24F IUD, pelvic pain and spotting',
    ],
    spares: [
      '26F period pain as every month, period on time',
      '60F pelvic pain',
      '31F no pregnancy possible, hysterectomy, lower belly ache',
    ],
  }),
  critical('ectopic-unstable', 'Possible pregnancy with pain or bleeding and instability', {
    when: all(
      when('could-be-pregnant'),
      has('abdominal-pain', 'pelvic-pain', 'vaginal-bleeding', 'shoulder-tip-pain'),
      any(
        when('hypotensive'),
        has('cold-clammy', 'shock', 'ashen', 'sudden-collapse'),
        all(
          has('syncope'),
          has('pallor', 'missed-period', 'pregnant', 'shoulder-tip-pain', 'fast-heart-rate'),
        ),
        vital('heart-rate', { atLeast: 130 }),
        when('depressed-consciousness'),
      ),
      any(
        expecting,
        has('missed-period'),
        history('prior-ectopic'),
        when('hypotensive'),
        hasWith(['abdominal-pain', 'pelvic-pain'], { onset: 'sudden' }),
      ),
    ),
    source: SOURCES.ectopic,
    fires: [
      '27F missed period, belly pain, fainted and pale',
      '8 weeks pregnant, bleeding, BP 80/50',
      '33F sudden pelvic pain, clammy, period late',
    ],
    spares: ['27F period cramps, BP 120/70', '8 weeks pregnant, spotting, BP 118/70', '60F faint, no pain'],
  }),
  high('preeclampsia', 'Possible pre-eclampsia', {
    when: all(
      any(late, afterBirth, pregnant({ from: 20 })),
      any(
        vital('systolic', { atLeast: 160 }),
        vital('diastolic', { atLeast: 110 }),
        all(
          any(
            vital('systolic', { atLeast: 140 }),
            vital('diastolic', { atLeast: 90 }),
            has('high-blood-pressure'),
          ),
          has(
            'headache',
            'vision-change',
            'vision-loss',
            'epigastric-pain',
            'ruq-pain',
            'upper-abdominal-pain',
            'shortness-of-breath',
            'face-swelling',
            'vomiting',
            'oedema',
          ),
        ),
        has('preeclampsia'),
        all(
          has('headache', 'severe-headache'),
          has('vision-change', 'vision-loss', 'epigastric-pain', 'ruq-pain', 'face-swelling', 'oedema'),
        ),
        has('jaundice'),
        all(has('hand-itching', 'foot-itching'), has('dark-urine', 'jaundice')),
      ),
    ),
    source: SOURCES.preeclampsia,
    ask: {
      when: any(late, afterBirth),
      about: ['systolic'],
      text: 'Measure the blood pressure; any headache, visual change or pain under the ribs?',
      reason: 'Pre-eclampsia may appear for the first time up to six weeks after birth.',
    },
    fires: [
      '33 weeks pregnant, BP 162/108',
      '36 weeks pregnant, headache and spots before the eyes',
      'delivered 6 days ago, BP 148/96, headache',
    ],
    spares: ['33 weeks pregnant, BP 118/76', '36 weeks pregnant, back ache', '40F not pregnant, BP 150/95'],
  }),
  critical(
    'eclampsia-or-stroke-pressure',
    'Severe high blood pressure in pregnancy with neurological or breathing signs',
    {
      when: all(
        any(late, afterBirth),
        any(
          has('eclampsia', 'seizure', 'ongoing-seizure'),
          all(
            any(vital('systolic', { atLeast: 160 }), vital('diastolic', { atLeast: 110 })),
            any(
              has('confusion', 'drowsy', 'severe-respiratory-distress', 'vision-loss', 'one-sided-weakness'),
              when('altered-mental-state'),
            ),
          ),
        ),
      ),
      source: SOURCES.preeclampsia,
      fires: [
        '35 weeks pregnant, seizure',
        'gave birth last week, BP 178/112, confused',
        '37 weeks pregnant, BP 170/115, lost vision',
      ],
      spares: [
        '35 weeks pregnant, no seizures',
        'gave birth last week, tired',
        '37 weeks pregnant, BP 120/70',
      ],
    },
  ),
  high('obstetric-heavy-bleeding', 'Heavy bleeding in pregnancy or after birth', {
    when: all(
      any(expecting, afterBirth, pregnant()),
      any(
        has('heavy-vaginal-bleeding', 'postpartum-bleeding', 'severe-bleeding'),
        hasWith('vaginal-bleeding', { severity: 'severe' }),
      ),
    ),
    source: SOURCES.obstetric,
    fires: [
      '10 weeks pregnant, soaking a pad an hour',
      'gave birth 8 days ago, passing big clots',
      '32 weeks pregnant, heavy bleeding',
    ],
    spares: [
      '10 weeks pregnant, no bleeding',
      'gave birth 4 weeks ago, light spotting',
      'heavy periods for years, not pregnant',
    ],
  }),
  critical('obstetric-bleeding-unstable', 'Bleeding in pregnancy or after birth with instability', {
    when: all(
      any(expecting, afterBirth),
      has('vaginal-bleeding'),
      any(
        when('failing-now'),
        vital('heart-rate', { atLeast: 130 }),
        has('syncope', 'sudden-collapse', 'cold-clammy', 'shock', 'ashen'),
        all(
          any(afterBirth, has('postpartum-bleeding')),
          has(
            'pallor',
            'near-syncope',
            'unable-to-walk',
            'sudden-vision-loss',
            'rigors',
            'uncontrolled-bleeding',
          ),
          has('heavy-vaginal-bleeding', 'postpartum-bleeding'),
        ),
        when('depressed-consciousness'),
      ),
    ),
    source: SOURCES.obstetric,
    fires: [
      'gave birth yesterday, bleeding heavily, BP 82/50',
      '12 weeks pregnant, soaking pads, fainted',
      '30 weeks pregnant, bleeding, HR 132',
    ],
    spares: [
      'gave birth 3 weeks ago, normal lochia',
      '12 weeks pregnant, spotting, BP 118/70',
      'period, HR 80',
    ],
  }),
  high('heavy-vaginal-bleeding', 'Very heavy vaginal bleeding', {
    when: any(
      has('soaking-pads'),
      all(
        has('heavy-vaginal-bleeding', 'vaginal-bleeding'),
        has('syncope', 'near-syncope', 'dizziness', 'pallor', 'weakness', 'cold-clammy'),
        // Pale and tired from days of it, with a quiet pulse and a pressure, needs a blood count today.
        not(all(vital('heart-rate', { below: 100 }), vital('systolic', { atLeast: 100 }))),
      ),
      all(
        has('heavy-vaginal-bleeding'),
        any(vital('heart-rate', { atLeast: 110 }), vital('systolic', { below: 100 })),
      ),
      hasWith('vaginal-bleeding', { severity: 'severe' }),
    ),
    source: SOURCES.esi,
    fires: [
      'soaking a pad every hour since this morning',
      'heavy vaginal bleeding and dizzy, 44F',
      'vaginal bleeding with faint, 38F',
    ],
    spares: [
      'heavy period as usual, no dizziness',
      'spotting between periods',
      'no vaginal bleeding, discharge',
    ],
  }),
  high('fetal-movement', 'Reduced fetal movement', {
    // Weeks of pregnancy are easily read as how long it has lasted, so long-standing counts too.
    when: hasWith('reduced-fetal-movement', { evenChronic: true }),
    source: SOURCES.fetal,
    fires: [
      '32 weeks, baby moving less since yesterday',
      'no fetal movement today, 36 weeks',
      'cannot feel the baby kick, 29 weeks pregnant',
    ],
    spares: [
      '32 weeks, baby moves as usual',
      '12 weeks pregnant, nausea',
      'asks when the baby will start to move, 10 weeks',
    ],
  }),
  high('preterm-labour-waters', 'Waters broken or contractions before 37 weeks, or labour', {
    when: all(
      not(under(10)),
      not(from(56)),
      any(
        hasWith(['preterm-waters-broken', 'preterm-labour', 'labour', 'waters-broken'], {
          evenChronic: true,
        }),
        all(
          hasWith('contractions', { evenChronic: true }),
          not(all(pregnant({ from: 37 }), has('fetal-movement-normal'))),
        ),
      ),
    ),
    source: SOURCES.fetal,
    fires: ['33 weeks pregnant, waters broke', 'contractions every five minutes, 35 weeks', 'PPROM'],
    spares: [
      '33 weeks pregnant, heartburn',
      'practice contractions last week, none now',
      'labour ward tour request',
    ],
  }),
  critical('imminent-birth', 'Birth is near or the cord is showing', {
    when: any(
      // The baby that has been born is not giving birth, and "push" has other meanings from the menopause on.
      all(not(under(10)), not(from(56)), hasWith(['imminent-birth', 'cord-prolapse'], { evenChronic: true })),
      all(
        any(all(not(under(10)), not(from(56))), under(0.003)),
        hasWith('birth-outside-hospital', { withinHours: 24 }),
      ),
      all(has('labour'), hasWith('labour', { severity: 'severe' }), has('urge-to-push')),
    ),
    source: SOURCES.esi,
    fires: [
      '38 weeks, baby is crowning',
      'waters broke and the cord is hanging out',
      'she has to push now, 40 weeks pregnant',
    ],
    spares: [
      '38 weeks, irregular tightening',
      'asks about cord blood',
      'gave birth at home two months ago, well',
    ],
  }),
  high('pregnant-chest-breath', 'Chest pain or breathlessness in pregnancy or after birth', {
    when: all(
      any(expecting, afterBirth),
      any(
        hasWith('shortness-of-breath', { notMild: true }),
        hasWith('chest-pain', { except: ['burning-chest-pain'] }),
        has('syncope', 'unilateral-leg-swelling', 'calf-pain'),
      ),
    ),
    source: SOURCES.esi,
    fires: [
      '28 weeks pregnant, short of breath',
      'two weeks after birth, chest pain',
      '34 weeks pregnant, one calf swollen',
    ],
    spares: [
      '28 weeks pregnant, heartburn',
      'two weeks after birth, sore nipples',
      '34 weeks pregnant, both ankles a little swollen',
    ],
  }),
  high('pregnancy-trauma', 'Injury from 20 weeks of pregnancy', {
    when: all(
      any(late, pregnant({ from: 20 })),
      has('abdominal-trauma', 'mvc', 'fall', 'assault', 'trauma-in-pregnancy', 'dangerous-mechanism'),
    ),
    source: SOURCES.obstetric,
    fires: [
      '28 weeks pregnant, fell on her belly',
      '32 weeks pregnant, car accident',
      'kicked in the stomach, 25 weeks pregnant',
    ],
    spares: ['28 weeks pregnant, paper cut', 'fell, not pregnant, sore wrist', '32 weeks pregnant, splinter'],
  }),
  high('postpartum-infection', 'Fever after birth, miscarriage or termination', {
    when: all(any(afterBirth, has('recent-miscarriage')), any(when('fever-or-rigors')), not(has('mastitis'))),
    source: SOURCES.postpartum,
    fires: [
      'gave birth a week ago, fever and chills',
      'caesarean ten days ago, temp 38.9',
      'miscarriage last week, fever',
    ],
    spares: ['gave birth a week ago, tired', 'caesarean scar itchy', 'fever, no pregnancy'],
  }),
  high('postpartum-mind', 'Psychosis or thoughts of harming the baby after birth', {
    when: has('postpartum-psychosis', 'thoughts-of-harming-baby'),
    source: SOURCES.psychiatric,
    fires: [
      'gave birth three weeks ago, hears voices about the baby',
      'thoughts of hurting her baby',
      'postpartum psychosis',
    ],
    spares: [
      'gave birth three weeks ago, tearful at times',
      'tired with a new baby',
      'no thoughts of harm, needs sleep',
    ],
  }),
  high('hyperemesis', 'Vomiting in pregnancy with dehydration', {
    when: all(
      any(expecting),
      has('vomiting'),
      has(
        'unable-to-keep-fluids',
        'dehydration',
        'reduced-urine',
        'no-urine',
        'dark-urine',
        'syncope',
        'near-syncope',
        'weight-loss',
        'haematemesis',
      ),
      not(has('tolerating-fluids', 'eating-drinking-well')),
    ),
    source: SOURCES.dehydration,
    fires: [
      '9 weeks pregnant, cannot keep even water down',
      '12 weeks pregnant, vomiting, no urine all day',
      'pregnant, vomiting and almost passed out',
    ],
    spares: [
      '9 weeks pregnant, nausea in the morning, drinking',
      'vomiting once, not pregnant',
      '12 weeks pregnant, no vomiting',
    ],
  }),
  high('ovarian-torsion', 'Possible twisted ovary', {
    when: all(
      female,
      between(9, 55),
      any(
        has('ovarian-torsion'),
        all(
          any(
            has('sudden-pelvic-pain'),
            hasWith(['pelvic-pain', 'lower-abdominal-pain', 'rlq-pain', 'llq-pain'], { onset: 'sudden' }),
            hasWith(['pelvic-pain', 'rlq-pain', 'llq-pain'], { severity: 'severe' }),
          ),
          has('vomiting', 'nausea', 'ovarian-cyst'),
        ),
        all(has('pelvic-pain', 'rlq-pain', 'llq-pain'), has('ovarian-cyst'), when('severe-pain')),
      ),
      not(all(has('diarrhoea'), has('abdominal-cramps'))),
    ),
    source: SOURCES.gynaecology,
    fires: [
      '22F sudden right pelvic pain and vomiting',
      'known ovarian cyst, severe pain LLQ, 30F',
      '16F sudden lower belly pain on one side with nausea',
    ],
    spares: [
      '22F period cramps, no vomiting',
      '30F discharge and itching',
      'ovarian cyst found on scan, no pain',
    ],
  }),
  high('pelvic-infection-severe', 'Pelvic infection with fever or severe pain', {
    when: all(
      has('pelvic-infection', 'pelvic-pain', 'lower-abdominal-pain'),
      when('fever'),
      any(
        when('severe-pain'),
        when('pregnant-or-postpartum'),
        all(
          has('pelvic-infection', 'vaginal-discharge', 'discharge'),
          any(
            has('vomiting', 'peritonism', 'lump', 'rigors', 'near-syncope', 'syncope', 'iud'),
            vital('heart-rate', { above: 100 }),
            vital('temperature', { above: 38.5 }),
          ),
        ),
      ),
      female,
    ),
    source: SOURCES.gynaecology,
    fires: [
      '24F pelvic pain, discharge and fever 38.6',
      'PID, fever and severe pain, 30F',
      '19F lower belly pain, smelly discharge, temp 39',
    ],
    spares: ['24F discharge, no fever', 'pelvic ache, temp 36.8', '30F thrush'],
  }),
  high('toxic-shock-possible', 'Fever with a sunburn-like rash or a forgotten tampon', {
    when: any(has('toxic-shock'), all(when('fever'), has('retained-tampon'))),
    escalate: true,
    source: SOURCES.sepsis,
    fires: [
      'tampon left in for days, fever 39',
      'toxic shock suspected, 20F',
      'lost tampon, temp 38.9 and a rash',
    ],
    spares: ['tampon stuck since this morning, no fever', 'sunburn, no fever', 'period pain'],
  }),
  critical('toxic-shock', 'Possible toxic shock', {
    when: all(
      any(has('toxic-shock'), all(when('fever'), has('retained-tampon', 'rash'))),
      any(when('failing-now'), has('confusion')),
      not(when('non-blanching-rash')),
    ),
    source: SOURCES.survivingSepsis,
    fires: [
      'fever, sunburn-like rash, BP 84/40, tampon in place',
      'forgotten tampon, fever and confused',
      'toxic shock suspected, BP 80/42, 20F',
    ],
    spares: [
      'forgotten tampon removed, smelly, no fever',
      'sunburn, no fever',
      'viral rash, playing, 4 year old',
    ],
  }),
  high('emergency-gyn-injury', 'Severe genital bleeding or injury', {
    when: any(
      has('penile-fracture'),
      all(
        has('testicle-laceration', 'penis-laceration', 'vagina-laceration', 'vulva-laceration'),
        has('bleeding', 'skin-defect'),
      ),
      all(has('vaginal-bleeding'), has('assault', 'penetrating-trauma')),
    ),
    source: SOURCES.trauma,
    fires: [
      'penis snapped during sex, swollen and bruised',
      'assaulted, vaginal bleeding',
      'penile fracture',
    ],
    spares: ['spotting after sex', 'itchy penis', 'no injury, discharge'],
  }),
];
