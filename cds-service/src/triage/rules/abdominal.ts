import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  adult,
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

const CENTRAL_PAIN = [
  'headache',
  'abdominal-pain',
  'flank-pain',
  'upper-back-pain',
  'pelvic-pain',
  'eye-pain',
];

/** Gut, liver, abdomen. */
export const ABDOMINAL_RULES: readonly Rule[] = [
  high('gi-bleed', 'Vomiting blood, black stool or much blood from below', {
    when: any(
      hasWith(['haematemesis', 'melaena', 'large-rectal-bleeding', 'redcurrant-stool'], {}),
      // Iron and bismuth colour the stool; tar is melaena whatever is taken.
      all(hasWith('black-stool', {}), not(has('supplement'))),
      all(
        has('gi-bleeding'),
        any(
          has('dizziness', 'syncope', 'near-syncope', 'fast-heart-rate', 'passing-clots'),
          all(
            has('pallor', 'weakness'),
            not(all(vital('heart-rate', { below: 100 }), vital('systolic', { atLeast: 110 }))),
          ),
          history('cirrhosis', 'varices', 'liver-disease'),
          hasWith('gi-bleeding', { severity: 'severe' }),
          beyond('heart-rate-danger'),
          vital('systolic', { below: 100 }),
        ),
      ),
      all(
        hasWith('rectal-bleeding', { except: ['blood-on-paper'], notMild: true }),
        any(
          hasWith('rectal-bleeding', { severity: 'severe' }),
          hasWith('abdominal-pain', { severity: 'severe' }),
          // In the survey half of them are admitted, one in fifteen with a critical outcome.
          from(65),
        ),
      ),
    ),
    source: SOURCES.giBleed,
    ask: {
      when: has('rectal-bleeding', 'vomiting', 'epigastric-pain'),
      about: ['haematemesis', 'melaena', 'black-stool', 'syncope'],
      text: 'How much blood, is the stool black or tarry, any faintness, any blood thinner?',
      reason: 'A large or upper bleed is an emergency even with normal vital signs.',
    },
    fires: ['vomiting blood since this morning', 'black tarry stools for two days and dizzy', 'melena, 77F'],
    spares: [
      'streak of bright blood on the toilet paper',
      'no blood in vomit, no black stools',
      'dark stool on iron tablets, well',
    ],
  }),
  critical('gi-bleed-unstable', 'Bleeding from the gut with signs of shock', {
    when: all(
      has('gi-bleeding'),
      any(
        all(vital('heart-rate', { atLeast: 110 }), vital('systolic', { below: 100 }), not(under(12))),
        when('hypotensive'),
        all(when('depressed-consciousness'), has('haematemesis', 'melaena', 'large-rectal-bleeding')),
        has('shock', 'sudden-collapse'),
        all(has('cold-clammy', 'ashen'), has('haematemesis', 'large-rectal-bleeding', 'confusion')),
        all(has('syncope'), has('pallor', 'haematemesis', 'melaena')),
        hasWith('haematemesis', { severity: 'severe' }),
        has('uncontrolled-bleeding'),
      ),
    ),
    source: SOURCES.giBleed,
    fires: [
      'vomiting bright red blood, BP 84/50 HR 128',
      'black stools, collapsed, pale',
      'rectal bleeding, HR 118 BP 96/60',
    ],
    spares: [
      'blood on the toilet paper, BP 124/80',
      'black stools, HR 80 BP 130/80',
      'vomited blood last year',
    ],
  }),
  critical('abdominal-catastrophe', 'Rigid abdomen or abdominal pain with shock', {
    // A rigid abdomen in an alert patient with a blood pressure is high and the surgeon's: shock makes it critical.
    when: any(
      all(
        has('rigid-abdomen', 'peritonism', 'perforated-bowel'),
        any(
          when('hypotensive'),
          has('low-blood-pressure', 'shock', 'mottled-skin', 'ashen'),
          all(has('rigid-abdomen'), has('cold-clammy', 'sudden-collapse', 'syncope', 'near-syncope')),
          all(has('cold-clammy', 'sudden-collapse'), when('danger-zone')),
          all(when('danger-zone'), when('depressed-consciousness')),
        ),
      ),
      all(
        has('abdominal-pain'),
        any(
          has('shock', 'mottled-skin'),
          all(has('cold-clammy', 'ashen'), any(when('danger-zone'), has('sudden-collapse', 'syncope'))),
          all(
            hasWith('abdominal-pain', { severity: 'severe' }),
            has('syncope', 'sudden-collapse'),
            has('pallor', 'sweating'),
          ),
          all(when('hypotensive'), any(vital('heart-rate', { atLeast: 110 }), when('altered-mental-state'))),
        ),
      ),
      has('bowel-protruding'),
    ),
    source: SOURCES.abdomen,
    fires: [
      'belly hard as a board, looks grey, BP 78/50',
      'abdominal pain, clammy and mottled',
      'abdominal pain, BP 80/50 HR 130',
    ],
    spares: ['belly soft, mild cramps', 'abdominal pain, BP 124/80', 'no rigid abdomen, bloating'],
  }),
  high('abdomen-peritonism', 'Abdominal pain with peritoneal signs or obstruction', {
    when: any(
      all(hasWith('incarcerated-hernia', { evenChronic: true }), not(has('eating-drinking-well'))),
      has('faeculent-vomiting', 'mesenteric-ischaemia', 'perforated-bowel'),
      hasWith('peritonism', { except: ['rebound-guarding'] }),
      // Local guarding with a quiet pulse and no fever is seen by the surgeon today.
      all(
        has('rebound-guarding'),
        not(
          all(
            vital('temperature', { below: 38.3 }),
            any(vital('heart-rate', { below: 100 }), all(under(13), vital('heart-rate', { below: 120 }))),
            not(any(when('severe-pain'), from(65), when('pregnant-now'), under(5))),
          ),
        ),
      ),
      all(has('abdominal-pain'), has('clonus-rigidity')),
      all(
        has('abdominal-pain', 'abdominal-distension'),
        has('no-flatus'),
        has('vomiting', 'abdominal-distension'),
      ),
      all(has('abdominal-distension'), has('vomiting'), hasWith(['abdominal-pain'], { notMild: true })),
      all(
        has('abdominal-pain'),
        any(
          has('pain-out-of-proportion'),
          all(
            history('atrial-fibrillation'),
            any(
              hasWith('abdominal-pain', { onset: 'sudden' }),
              hasWith('abdominal-pain', { severity: 'severe' }),
            ),
          ),
        ),
      ),
      has('bowel-obstruction'),
      // Blood under the diaphragm: belly pain with the tip of the shoulder and faintness, of the spleen after a blow.
      all(has('abdominal-pain'), has('shoulder-tip-pain'), has('near-syncope', 'syncope', 'pallor')),
    ),
    source: SOURCES.abdomen,
    fires: [
      'abdominal pain with guarding and rebound',
      'swollen belly, vomiting, no gas for two days, abdominal pain',
      'atrial fibrillation, sudden severe belly pain',
    ],
    spares: [
      'bloating after meals',
      'abdominal pain, soft belly, passing gas',
      'reducible hernia for years, no pain',
    ],
  }),
  high('abdominal-pain-severe', 'Sudden or severe abdominal pain with a further sign', {
    when: all(
      any(
        hasWith('abdominal-pain', { severity: 'severe', withinHours: 336 }),
        all(hasWith('abdominal-pain', { onset: 'sudden', notMild: true })),
        all(has('abdominal-pain'), vital('pain', { atLeast: 8 })),
      ),
      any(
        from(60),
        has(
          'syncope',
          'pallor',
          'sweating',
          'radiation-back',
          'jaundice',
          'unable-to-keep-fluids',
          'abdominal-distension',
          'looks-ill',
          'shoulder-tip-pain',
          'bilious-vomiting',
          'confusion',
          'near-syncope',
        ),
        when('danger-zone'),
        all(when('fever'), any(has('rigors', 'jaundice', 'migrating-rlq-pain', 'rlq-pain', 'vomiting'))),
        history('bariatric-surgery', 'cirrhosis', 'aortic-aneurysm'),
        when('immunosuppressed'),
        all(has('persistent-vomiting'), has('radiation-back')),
        hasWith('abdominal-pain', { course: ['worsening'], onset: 'sudden' }),
      ),
    ),
    source: SOURCES.abdomen,
    fires: [
      'sudden severe belly pain through to the back, sweating, 50M',
      '74F severe abdominal pain',
      'severe abdominal pain, fever and vomiting, HR 118',
    ],
    spares: [
      'mild stomach ache, 74F',
      'abdominal pain 4/10, eating',
      'severe period cramps as every month, 20F',
    ],
  }),
  high('severe-central-pain', 'Central pain of eight or more with distress or a risk', {
    when: all(
      adult(12),
      any(
        when('pain-with-distress'),
        all(vital('pain', { atLeast: 8 }), hasWith(CENTRAL_PAIN, { onset: 'sudden', withinHours: 72 })),
      ),
      hasWith(CENTRAL_PAIN, {
        withinHours: 72,
        notMild: true,
      }),
      not(
        has(
          'painful-period',
          'constipation',
          'usual-headache',
          'migraine',
          'tension-headache',
          'infant-colic',
          'no-distress',
          'corneal-abrasion',
          'conjunctivitis',
          'foreign-body-eye',
        ),
      ),
    ),
    version: 2,
    source: SOURCES.ctas,
    fires: [
      '40F sudden lower belly pain 9/10 since this morning',
      '33F abdominal pain 8/10, HR 116',
      'belly pain 10/10, pale and sweating, age 50',
    ],
    spares: ['40M headache 4/10', '33F abdominal pain 8/10, HR 84', 'usual migraine 8/10 like every month'],
  }),
  high('abdominal-pain-older-danger', 'Abdominal pain at 65 or older with a danger sign', {
    when: all(
      from(65),
      hasWith('abdominal-pain', { notMild: true }),
      any(
        has(
          'vomiting',
          'syncope',
          'near-syncope',
          'confusion',
          'abdominal-distension',
          'back-pain',
          'weakness',
          'sweating',
          'gi-bleeding',
          'no-flatus',
        ),
        vital('pain', { atLeast: 7 }),
        hasWith('abdominal-pain', { onset: 'sudden' }),
        vital('temperature', { atLeast: 38.5 }),
        vital('heart-rate', { above: 110 }),
        vital('systolic', { below: 100 }),
      ),
    ),
    source: SOURCES.abdomenElderly,
    fires: ['81M abdominal pain and vomiting', '70F sudden belly pain', '67M abdominal pain, temp 38.7'],
    spares: [
      '81M mild belly ache, constipation',
      '30F abdominal pain and vomiting once',
      '70F no abdominal pain, cough',
    ],
  }),
  high('cholangitis-or-liver', 'Jaundice with fever, confusion or pain, or liver disease getting worse', {
    when: any(
      all(
        has('jaundice'),
        any(
          when('fever-or-rigors'),
          has('confusion', 'drowsy', 'severe-abdominal-pain', 'vomiting'),
          hasWith('bleeding', { except: ['haematuria'] }),
          when('altered-mental-state'),
        ),
      ),
      all(
        history('cirrhosis', 'liver-disease'),
        any(
          when('fever'),
          has('confusion', 'drowsy', 'abdominal-pain', 'gi-bleeding'),
          when('altered-mental-state'),
        ),
        not(under(16)),
      ),
      all(has('ruq-pain'), has('rigors'), vital('temperature', { atLeast: 38.5 })),
    ),
    source: SOURCES.liver,
    fires: [
      'yellow eyes, fever and shaking',
      'cirrhosis, confused since yesterday',
      'jaundice with right-sided belly pain and fever',
    ],
    spares: [
      'mild jaundice in a thriving breastfed baby, age 10 days',
      'hepatitis B carrier, no symptoms',
      'no jaundice, tired',
    ],
  }),
  high('swallowed-danger', 'Swallowed button battery, magnet or sharp object', {
    when: any(
      has('button-battery', 'magnet-ingestion', 'sharp-object-swallowed'),
      all(
        has('foreign-body-swallowed', 'coin-swallowed', 'food-bolus'),
        has(
          'drooling',
          'unable-to-swallow-saliva',
          'chest-pain',
          'vomiting',
          'stridor',
          'respiratory-distress',
        ),
      ),
      all(has('food-bolus'), has('unable-to-keep-fluids')),
    ),
    source: SOURCES.foreignBody,
    fires: [
      '2 year old swallowed a button battery',
      'swallowed two magnets, 6 year old',
      'swallowed a needle',
    ],
    spares: [
      'swallowed a cherry stone, well',
      'button battery still in the toy, none missing',
      'fish bone scratch, eating',
    ],
  }),
  critical('button-battery-symptoms', 'Swallowed button battery with bleeding or breathing trouble', {
    when: all(
      has('button-battery'),
      has('haematemesis', 'haemoptysis', 'severe-bleeding', 'melaena', 'stridor', 'respiratory-distress'),
    ),
    source: SOURCES.foreignBody,
    fires: [
      'swallowed a button battery, vomiting blood',
      'button battery yesterday, vomiting blood',
      '3 year old button battery and noisy breathing with stridor',
    ],
    spares: [
      'swallowed a coin, well',
      'battery acid on finger, washed',
      'toy battery missing, found under the sofa',
    ],
  }),
  high('dehydration-severe', 'Vomiting or diarrhoea with severe dehydration', {
    when: all(
      has('vomiting', 'diarrhoea', 'gastroenteritis'),
      any(
        has(
          'no-urine',
          'confusion',
          'lethargic',
          'drowsy',
          'syncope',
          'sunken-fontanelle',
          'cold-limb',
          'mottled-skin',
        ),
        when('altered-mental-state'),
        all(has('sunken-eyes'), not(has('tolerating-fluids', 'wet-nappies-normal'))),
        all(has('no-wet-nappies'), has('no-tears', 'unable-to-keep-fluids', 'sunken-eyes')),
        all(
          has('dehydration', 'unable-to-keep-fluids'),
          any(
            beyond('heart-rate-extreme'),
            vital('heart-rate', { atLeast: 120 }),
            vital('systolic', { below: 100 }),
            from(75),
            under(1),
            has('near-syncope', 'weakness', 'light-headedness', 'orthostatic-symptoms'),
          ),
        ),
        vital('capillary-refill', { atLeast: 3 }),
      ),
    ),
    source: SOURCES.dehydration,
    fires: [
      'vomiting for three days, no urine since yesterday, sleepy',
      '8 month old diarrhoea, sunken eyes and lethargic',
      'diarrhoea, cannot keep fluids down, HR 128',
    ],
    spares: [
      'vomited twice, drinking well',
      'diarrhoea, urine normal, playing, 3 year old',
      'no vomiting, constipation',
    ],
  }),
  high('post-op-complication', 'Danger sign after a recent operation', {
    when: all(
      has('recent-surgery', 'recent-procedure', 'post-op-problem', 'bariatric-surgery', 'recent-caesarean'),
      any(
        when('fever-or-rigors'),
        // A corner of the scar that opens in somebody well is dressed today.
        all(
          has('wound-dehiscence'),
          not(any(denied('fever'), has('neurovascularly-intact', 'well-appearing'))),
        ),
        has(
          'severe-abdominal-pain',
          'post-op-bleeding',
          'persistent-vomiting',
          'syncope',
          'confusion',
          'bowel-protruding',
          'abdominal-distension',
          'haematemesis',
          'melaena',
          'neck-swelling',
        ),
        when('severe-pain'),
        hasWith(['chest-pain', 'shortness-of-breath'], {}),
        vital('heart-rate', { atLeast: 110 }),
      ),
    ),
    source: SOURCES.abdomen,
    fires: [
      'gallbladder out five days ago, fever 38.8',
      'surgery last week, wound burst open',
      'hernia repair two days ago, severe abdominal pain',
    ],
    spares: [
      'surgery last week, stitches itchy',
      'here for suture removal',
      'appendix out ten years ago, cough',
    ],
  }),
  high(
    'appendicitis-child',
    'Right lower abdominal pain with high fever, migration, severe pain or peritoneal signs',
    {
      when: all(
        has(
          'rlq-pain',
          'migrating-rlq-pain',
          'appendicitis',
          'right-sided-abdominal-pain',
          'periumbilical-pain',
        ),
        any(
          all(
            has('rlq-pain', 'migrating-rlq-pain', 'right-sided-abdominal-pain'),
            vital('temperature', { atLeast: 38.3 }),
            has(
              'vomiting',
              'poor-appetite',
              'nausea',
              'worse-with-movement',
              'unable-to-walk',
              'difficulty-walking',
            ),
          ),
          all(
            has('migrating-rlq-pain'),
            has('vomiting', 'difficulty-walking', 'unable-to-walk'),
            when('fever'),
          ),
          all(
            has('rlq-pain', 'appendicitis'),
            any(vital('heart-rate', { atLeast: 120 }), when('severe-pain'), under(5), when('pregnant-now')),
          ),
          hasWith('peritonism', { except: ['rebound-guarding'] }),
          all(
            has('rebound-guarding'),
            not(
              all(
                vital('temperature', { below: 38.3 }),
                any(vital('heart-rate', { below: 100 }), all(under(13), vital('heart-rate', { below: 120 }))),
                not(any(when('severe-pain'), from(65), when('pregnant-now'), under(5))),
              ),
            ),
          ),
        ),
      ),
      source: SOURCES.abdomen,
      fires: [
        'pain moved from navel to right lower belly, fever, vomiting, 12 year old',
        'RLQ pain with fever 38.4, no appetite',
        'RLQ pain 9/10, cannot stand up straight',
      ],
      spares: [
        'RLQ pain, no fever, eating',
        'appendix out years ago, cramps',
        'no right lower pain, diarrhoea',
      ],
    },
  ),
  high('diarrhoea-bloody-danger', 'Bloody diarrhoea with fever, or in a small child or with weak defences', {
    when: all(
      has('bloody-diarrhoea'),
      any(
        all(when('fever'), not(has('tolerating-fluids', 'eating-drinking-well', 'well-appearing'))),
        under(5),
        when('immunosuppressed'),
        has('severe-abdominal-pain', 'dehydration-sign', 'pallor', 'reduced-urine', 'petechiae'),
        from(70),
      ),
    ),
    source: SOURCES.dehydration,
    fires: [
      '3 year old bloody diarrhoea',
      'bloody diarrhoea and fever 39',
      'bloody diarrhoea, on chemotherapy',
    ],
    spares: [
      'watery diarrhoea, no blood',
      'blood on paper, piles',
      'bloody diarrhoea last year, colitis, well now',
    ],
  }),
  high('alcohol-pancreas', 'Severe upper abdominal pain with repeated vomiting', {
    when: all(
      adult(16),
      any(
        hasWith(['epigastric-pain', 'upper-abdominal-pain', 'luq-pain'], { severity: 'severe' }),
        all(
          has('epigastric-pain', 'upper-abdominal-pain'),
          any(vital('pain', { atLeast: 8 }), has('radiation-back')),
        ),
      ),
      has('vomiting', 'nausea'),
      any(
        has('radiation-back'),
        has('persistent-vomiting', 'alcohol-use'),
        when('danger-zone'),
        takes('glp1-agonist'),
      ),
    ),
    source: SOURCES.abdomen,
    fires: [
      'severe epigastric pain to the back, vomiting',
      'upper belly pain 9/10 and cannot stop vomiting',
      'drinks heavily, severe epigastric pain with vomiting',
    ],
    spares: [
      'heartburn after coffee',
      'mild epigastric pain, no vomiting',
      'vomited once after a party, no pain',
    ],
  }),
];
