import { critical, high, type Rule, type RuleDetails } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { adult, all, any, denied, from, has, hasWith, history, not, takes, vital, when } from '../trigger.ts';

const drug = (details: RuleDetails): RuleDetails => ({ kind: 'drug', ...details });

/** Floors set by a medicine together with a symptom, a sign or another medicine. */
export const DRUG_RULES: readonly Rule[] = [
  high(
    'anticoagulant-bleed-or-injury',
    'Anticoagulant with head injury, fall, bleeding or severe headache',
    drug({
      when: all(
        when('anticoagulated'),
        any(
          has(
            'head-injury',
            'gi-bleeding',
            'haemoptysis',
            'haematuria',
            'severe-bleeding',
            'brain-bleed',
            'abdominal-trauma',
            'high-inr',
          ),
          hasWith('headache', { notMild: true }),
          all(has('fall'), any(from(50), has('injury', 'headache', 'loss-of-consciousness'))),
          has('prolonged-nosebleed'),
          all(has('nosebleed'), not(has('bleeding-controlled'))),
          hasWith('vaginal-bleeding', { severity: 'severe' }),
          has('flank-pain', 'bilateral-leg-weakness'),
        ),
      ),
      source: SOURCES.headInjury,
      fires: ['on warfarin, bumped his head', 'takes apixaban, black stools', '78F on Xarelto, fell at home'],
      spares: [
        'on warfarin, INR check, no bleeding',
        'bumped his head, no blood thinners, age 30',
        'stopped warfarin years ago, sore throat',
      ],
    }),
  ),
  critical(
    'anticoagulant-major-bleed',
    'Anticoagulant with major bleeding or a reduced level of consciousness',
    drug({
      when: all(
        when('anticoagulated'),
        any(
          all(
            has('head-injury', 'fall', 'headache'),
            any(
              has('unresponsive', 'hard-to-wake', 'seizure', 'one-sided-weakness', 'unequal-pupils'),
              vital('gcs', { atMost: 12 }),
              vital('consciousness', { atLeast: 2 }),
              all(
                has('confusion', 'drowsy', 'altered-mental-state'),
                has('vomiting', 'severe-headache', 'thunderclap-headache', 'fixed-pupils'),
              ),
            ),
          ),
          all(
            has('gi-bleeding', 'severe-bleeding', 'haemoptysis'),
            any(
              when('hypotensive'),
              has('syncope', 'sudden-collapse'),
              vital('heart-rate', { atLeast: 120 }),
            ),
          ),
          has('uncontrolled-bleeding'),
        ),
      ),
      source: SOURCES.headInjury,
      fires: [
        'on warfarin, hit his head, now drowsy and vomiting',
        'takes Eliquis, vomiting blood and fainted',
        'on rivaroxaban, fall, confused and vomiting',
      ],
      spares: [
        'on warfarin, small cut, bleeding stopped',
        'takes Eliquis, refill',
        'fall, no blood thinner, sore wrist',
      ],
    }),
  ),
  high(
    'serotonin-toxicity',
    'Possible serotonin toxicity',
    drug({
      when: any(
        all(
          takes('maoi'),
          takes('ssri', 'snri', 'tricyclic', 'serotonergic', 'sympathomimetic', 'dextromethorphan'),
          any(
            when('fever'),
            has(
              'agitation',
              'confusion',
              'tremor',
              'clonus-rigidity',
              'muscle-twitching',
              'sweating',
              'fast-heart-rate',
              'severe-headache',
              'diarrhoea',
            ),
          ),
        ),
        all(
          takes('ssri', 'snri', 'serotonergic', 'tricyclic'),
          has('clonus-rigidity', 'muscle-twitching', 'tremor'),
          any(when('fever'), has('agitation', 'confusion', 'sweating')),
        ),
        has('serotonin-syndrome'),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'on linezolid and sertraline, agitated and sweating',
        'takes phenelzine, had cough syrup with dextromethorphan, shaking and confused',
        'fluoxetine and tramadol, fever, twitching and agitation',
      ],
      spares: [
        'on sertraline, needs a refill',
        'takes fluoxetine, cold and runny nose',
        'tremor for years, no medicines',
      ],
    }),
  ),
  high(
    'lithium-toxicity',
    'Possible lithium toxicity',
    drug({
      when: any(
        all(
          takes('lithium-salt'),
          any(
            has(
              'confusion',
              'slurred-speech',
              'ataxia',
              'drowsy',
              'unable-to-walk',
              'dehydration-sign',
              'extra-dose-taken',
            ),
            // Drinking well and clear, they need a level today.
            all(
              has('vomiting', 'diarrhoea', 'tremor', 'muscle-twitching'),
              not(has('eating-drinking-well', 'tolerating-fluids')),
            ),
          ),
        ),
        has('lithium-toxicity'),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'on lithium, vomiting and shaky',
        'takes lithium, diarrhoea for three days',
        'lithium, slurred speech and unsteady',
      ],
      spares: [
        'on lithium, routine blood test',
        'takes lithium, sprained ankle',
        'vomiting, no regular medicines',
      ],
    }),
  ),
  high(
    'sglt2-ketoacidosis',
    'Possible ketoacidosis with an SGLT2 inhibitor',
    drug({
      when: all(
        takes('sglt2-inhibitor'),
        any(
          has(
            'vomiting',
            'abdominal-pain',
            'deep-breathing',
            'fast-breathing',
            'ketones',
            'not-eating-drinking',
          ),
          all(
            has('recent-surgery', 'shortness-of-breath', 'fatigue'),
            has('nausea', 'malaise', 'weakness', 'shortness-of-breath'),
          ),
        ),
      ),
      source: SOURCES.fdaSglt2,
      fires: [
        'takes Jardiance, vomiting since yesterday',
        'on dapagliflozin, belly pain and cannot eat',
        'empagliflozin, breathing deep and fast',
      ],
      spares: [
        'takes Jardiance, itchy rash',
        'on dapagliflozin, routine visit',
        'vomiting, no diabetes medicines',
      ],
    }),
  ),
  critical(
    'ace-inhibitor-angioedema',
    'Swelling of lip, tongue or throat with an ACE inhibitor',
    drug({
      when: all(
        takes('ace-inhibitor', 'bradykinin-raising'),
        any(
          has('throat-swelling', 'throat-closing', 'floor-of-mouth-swelling', 'uvula-swelling'),
          all(
            has('angioedema', 'face-swelling'),
            any(
              has(
                'shortness-of-breath',
                'stridor',
                'hoarseness',
                'muffled-voice',
                'drooling',
                'unable-to-swallow-saliva',
              ),
              vital('spo2', { below: 92 }),
            ),
          ),
        ),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'on lisinopril, tongue is swelling and cannot swallow his saliva',
        'takes ramipril for years, lips swollen since morning, voice hoarse',
        'Entresto, throat swelling',
      ],
      spares: [
        'on lisinopril, dry cough',
        'takes ramipril, swollen ankle after a twist',
        'lip cut, no medicines',
      ],
    }),
  ),
  high(
    'potassium-raising-symptoms',
    'Medicines that raise potassium, with weakness or a slow or irregular pulse',
    drug({
      when: all(
        takes('renin-angiotensin'),
        takes('potassium-raising'),
        has(
          'weakness',
          'slow-heart-rate',
          'irregular-heartbeat',
          'palpitations',
          'syncope',
          'bilateral-leg-weakness',
          'reduced-urine',
        ),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'on lisinopril and spironolactone, very weak',
        'takes losartan and potassium, palpitations',
        'ramipril with trimethoprim, fainted',
      ],
      spares: [
        'on lisinopril and spironolactone, well',
        'takes losartan, tooth ache',
        'weak and tired, no medicines',
      ],
    }),
  ),
  high(
    'qt-syncope',
    'Faint or palpitations with a medicine that prolongs the QT interval',
    drug({
      when: all(
        takes('qt-prolonging'),
        any(
          has('syncope', 'sudden-collapse', 'seizure'),
          hasWith('palpitations', { notMild: true }),
          has('near-syncope'),
        ),
      ),
      source: SOURCES.qt,
      fires: [
        'on methadone, passed out',
        'takes sotalol, palpitations and near faint',
        'started azithromycin, collapsed',
      ],
      spares: [
        'on methadone, refill',
        'takes citalopram, sore throat',
        'fainted at a blood test, no medicines',
      ],
    }),
  ),
  high(
    'digoxin-toxicity',
    'Possible digoxin toxicity',
    drug({
      when: any(
        all(
          takes('cardiac-glycoside'),
          any(
            has(
              'vomiting',
              'nausea',
              'yellow-vision',
              'halos',
              'slow-heart-rate',
              'confusion',
              'palpitations',
              'irregular-heartbeat',
              'syncope',
              'blurred-vision',
              'poor-appetite',
            ),
            vital('heart-rate', { below: 50 }),
          ),
        ),
        has('digoxin-toxicity'),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'takes digoxin, vomiting and sees yellow',
        'on Lanoxin, pulse 44',
        'digoxin, nausea and confused',
      ],
      spares: [
        'takes digoxin, ear wax',
        'on Lanoxin, pulse 76, ankle sprain',
        'vomiting, no heart medicines',
      ],
    }),
  ),
  high(
    'methotrexate-marrow',
    'Methotrexate with mouth ulcers, fever or bruising',
    drug({
      when: all(
        takes('methotrexate'),
        any(
          when('fever-or-rigors'),
          has(
            'mouth-ulcer',
            'sore-throat',
            'easy-bruising',
            'bleeding-gums',
            'shortness-of-breath',
            'mucosal-sores',
            'petechiae',
          ),
        ),
      ),
      source: SOURCES.mhra,
      fires: [
        'on methotrexate, mouth ulcers',
        'methotrexate, fever 38.4',
        'takes methotrexate, bruises easily and sore throat',
      ],
      spares: [
        'on methotrexate, routine bloods',
        'mouth ulcer, no medicines',
        'methotrexate, sore knee as usual',
      ],
    }),
  ),
  high(
    'neutrophil-risk-fever',
    'Fever or sore throat with a medicine that can stop white cells',
    drug({
      when: all(
        any(takes('agranulocytosis-risk', 'chemotherapy'), history('chemotherapy')),
        any(
          when('fever-or-rigors'),
          has('sore-throat', 'flu-like-symptoms'),
          all(has('mouth-ulcer'), not(denied('fever'))),
        ),
      ),
      source: SOURCES.mhra,
      fires: [
        'on carbimazole, sore throat',
        'takes clozapine, fever 38.2',
        'chemo last week, fever and chills',
      ],
      spares: ['on carbimazole, thyroid check', 'takes clozapine, constipation', 'sore throat, no medicines'],
    }),
  ),
  high(
    'statin-rhabdomyolysis',
    'Muscle weakness or dark urine with a statin',
    drug({
      when: all(
        takes('statin'),
        has('dark-urine'),
        has('muscle-pain', 'weakness', 'body-aches', 'leg-pain', 'leg-weakness', 'limb-weakness'),
      ),
      source: SOURCES.fdaStatin,
      fires: [
        'on simvastatin, muscles ache and urine dark',
        'atorvastatin, weak legs and cola coloured urine',
        'takes Lipitor and clarithromycin, muscle pain with dark urine',
      ],
      spares: [
        'on simvastatin, cholesterol check',
        'muscle ache after the gym, no medicines',
        'takes Lipitor, cough',
      ],
    }),
  ),
  high(
    'glucose-lowering-altered',
    'Insulin or sulfonylurea with an altered state or no food',
    drug({
      when: all(
        takes('insulin', 'sulfonylurea'),
        any(
          when('altered-mental-state'),
          has(
            'sweating',
            'tremor',
            'seizure',
            'syncope',
            'sudden-collapse',
            'hypoglycaemia',
            'insulin-overdose',
            'extra-dose-taken',
          ),
          all(has('not-eating-drinking', 'persistent-vomiting'), has('weakness', 'dizziness', 'vomiting')),
        ),
      ),
      source: SOURCES.hypoglycaemia,
      fires: [
        'on insulin, confused and sweaty',
        'takes gliclazide, shaky and sweating',
        'glimepiride, passed out',
      ],
      spares: [
        'on insulin, foot check',
        'takes gliclazide, sugar 8, well',
        'confused about the bill, no medicines',
      ],
    }),
  ),
  critical(
    'opioid-sedative-breathing',
    'Opioid or sedative with drowsiness and slow breathing',
    drug({
      when: any(
        all(
          any(takes('opioid'), has('opioid-use', 'opioid-overdose')),
          any(
            takes('sedating'),
            has('alcohol-use', 'alcohol-intoxication', 'benzodiazepine-overdose'),
            has('opioid-overdose'),
          ),
          any(
            when('depressed-consciousness'),
            vital('respiratory-rate', { below: 12 }),
            has('slow-breathing', 'snoring-respirations'),
          ),
        ),
        all(
          any(takes('opioid', 'sedating'), has('opioid-use', 'overdose', 'drug-use', 'opioid-medicine')),
          any(
            vital('respiratory-rate', { below: 10 }),
            has('slow-breathing', 'pinpoint-pupils', 'not-breathing', 'snoring-respirations'),
          ),
          any(when('depressed-consciousness'), has('pinpoint-pupils', 'slow-breathing')),
        ),
      ),
      source: SOURCES.fdaOpioid,
      fires: [
        'on oxycodone and diazepam, very drowsy, RR 9',
        'took methadone and alcohol, hard to wake',
        'fentanyl patch, breathing slow and sleepy',
      ],
      spares: [
        'on oxycodone and diazepam, refill, alert',
        'took codeine, constipated',
        'sleepy after night shift, no medicines',
      ],
    }),
  ),
  high(
    'oestrogen-clot-or-stroke',
    'Combined oestrogen with leg swelling, chest pain, breathlessness or migraine with aura',
    drug({
      when: all(
        takes('combined-oestrogen', 'oestrogen'),
        any(
          // A swollen leg without chest symptoms is scanned and treated today.
          all(
            has('unilateral-leg-swelling', 'dvt'),
            not(any(denied('chest-pain', 'shortness-of-breath'), has('normal-vital-signs'))),
          ),
          has('sudden-shortness-of-breath', 'pleuritic-chest-pain', 'vision-loss', 'one-sided-numbness'),
          hasWith(['chest-pain', 'shortness-of-breath'], { notMild: true }),
          all(
            has('calf-pain'),
            has('calf-swelling', 'leg-swelling'),
            not(any(denied('chest-pain', 'shortness-of-breath'), has('normal-vital-signs'))),
          ),
          all(has('migraine-with-aura'), has('smoking', 'one-sided-numbness', 'speech-problem')),
          all(history('migraine-with-aura'), hasWith('headache', { notMild: true })),
        ),
      ),
      source: SOURCES.contraception,
      fires: [
        'on the pill, left calf swollen and painful',
        'takes Yasmin, sudden shortness of breath',
        'birth control pill, sharp chest pain on breathing in',
      ],
      spares: ['on the pill, spotting', 'takes Yasmin, acne', 'mild period cramps on the pill'],
    }),
  ),
  high(
    'steroid-crisis',
    'Steroid-dependent with vomiting, infection or low pressure',
    drug({
      when: all(
        when('steroid-dependent'),
        any(
          has(
            'vomiting',
            'persistent-vomiting',
            'gastroenteritis',
            'unable-to-keep-fluids',
            'diarrhoea',
            'adrenal-crisis',
          ),
          when('fever-or-rigors'),
          vital('systolic', { below: 100 }),
          all(
            has('weakness', 'dizziness', 'abdominal-pain'),
            has('malaise', 'dizziness', 'non-adherence', 'abdominal-pain', 'near-syncope'),
          ),
        ),
      ),
      source: SOURCES.adrenal,
      fires: [
        'on prednisone for years, vomiting all day',
        'Addison disease, fever and weak',
        'takes hydrocortisone tablets, vomiting and cannot keep them down',
      ],
      spares: [
        'on prednisone, needs refill, well',
        'uses hydrocortisone cream, itchy rash',
        'vomiting, no steroids',
      ],
    }),
  ),
  critical(
    'steroid-crisis-shock',
    'Possible adrenal crisis with low pressure or drowsiness',
    drug({
      when: all(
        any(when('steroid-dependent'), has('adrenal-crisis')),
        any(when('hypotensive'), has('sudden-collapse', 'syncope', 'shock'), when('depressed-consciousness')),
        any(
          has('vomiting', 'infection', 'diarrhoea', 'abdominal-pain', 'weakness', 'adrenal-crisis'),
          when('fever'),
        ),
      ),
      source: SOURCES.adrenal,
      fires: [
        'Addison disease, vomiting, BP 78/40',
        'on long-term prednisone, vomiting and collapsed',
        'adrenal insufficiency, fever and drowsy',
      ],
      spares: [
        'Addison disease, routine visit, BP 118/70',
        'on prednisone, BP 130/80, knee pain',
        'vomiting once, BP 120/70',
      ],
    }),
  ),
  high(
    'steroid-masked-abdomen',
    'Abdominal pain while on steroids',
    drug({
      when: all(takes('corticosteroid-systemic'), hasWith('abdominal-pain', { notMild: true })),
      source: SOURCES.fdaLabels,
      fires: [
        'on prednisone, belly pain since yesterday',
        'takes dexamethasone, severe abdominal pain',
        'steroids for arthritis, stomach pain',
      ],
      spares: ['on prednisone, cough', 'abdominal pain, no medicines', 'inhaled steroid, mild belly ache'],
    }),
  ),
  high(
    'fluoroquinolone-tendon-aorta',
    'Fluoroquinolone with sudden tendon, chest or back pain',
    drug({
      when: all(
        takes('fluoroquinolone'),
        any(
          has('achilles-rupture', 'heel-pain', 'calf-pain'),
          hasWith(['chest-pain', 'back-pain', 'abdominal-pain'], { onset: 'sudden' }),
        ),
      ),
      source: SOURCES.fdaFluoroquinolone,
      fires: [
        'on ciprofloxacin, heel pain and snap',
        'takes levofloxacin, sudden back pain',
        'moxifloxacin, sudden chest pain',
      ],
      spares: [
        'on ciprofloxacin, mild nausea',
        'heel pain for months, no medicines',
        'finished Cipro last year, cough',
      ],
    }),
  ),
  high(
    'severe-skin-reaction',
    'Possible severe skin reaction to a medicine',
    drug({
      when: any(
        all(
          any(takes('sjs-risk'), has('new-medicine', 'new-medicine-reaction', 'recent-antibiotics')),
          has('blisters', 'skin-peeling', 'painful-rash', 'mucosal-sores'),
          any(when('fever'), has('mucosal-sores', 'skin-peeling', 'eye-pain', 'mouth-ulcer')),
        ),
        has('severe-skin-reaction'),
      ),
      source: SOURCES.sjs,
      fires: [
        'started lamotrigine, fever, blisters and sore mouth',
        'on Bactrim, painful rash and skin peeling',
        'allopurinol new, blistering rash with fever',
      ],
      spares: [
        'on lamotrigine, no rash, refill',
        'blister on the heel from new shoes',
        'allopurinol, gout pain in the toe',
      ],
    }),
  ),
  high(
    'sjs-risk-rash',
    'Rash with fever on a medicine of known skin risk',
    drug({
      when: all(takes('sjs-risk'), has('rash'), any(when('fever'), has('face-swelling', 'swollen-glands'))),
      source: SOURCES.sjs,
      fires: [
        'on carbamazepine, rash and fever',
        'takes phenytoin, rash with swollen face',
        'sulfamethoxazole, rash, temp 38.6',
      ],
      spares: ['on carbamazepine, no rash', 'eczema, no medicines', 'takes allopurinol, gout flare'],
    }),
  ),
  high(
    'nitrate-pde5',
    'Nitrate and a PDE5 inhibitor together, with symptoms',
    drug({
      when: all(
        takes('nitrate'),
        takes('pde5-inhibitor'),
        any(has('dizziness', 'syncope', 'near-syncope', 'chest-pain'), vital('systolic', { below: 100 })),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'took Viagra and then GTN, dizzy',
        'on isosorbide, used tadalafil, fainted',
        'nitroglycerin and sildenafil, chest pain',
      ],
      spares: ['on isosorbide, refill', 'wants Viagra, healthy', 'GTN spray expired, no symptoms'],
    }),
  ),
  high(
    'warfarin-interaction-bleed',
    'Warfarin with a medicine that strengthens it, and bleeding or bruising',
    drug({
      when: all(
        takes('vitamin-k-antagonist'),
        takes('warfarin-enhancer', 'nsaid-any', 'antiplatelet'),
        has('bleeding', 'easy-bruising', 'contusion', 'haematoma', 'bleeding-gums'),
      ),
      source: SOURCES.fdaLabels,
      fires: [
        'on warfarin, started Bactrim, gums bleeding',
        'warfarin and amiodarone, bruises everywhere',
        'takes warfarin and ibuprofen, nosebleed',
      ],
      spares: ['on warfarin, no bleeding', 'bruise on the shin from football', 'ibuprofen for knee, well'],
    }),
  ),
  high(
    'metformin-acidosis',
    'Metformin with vomiting and kidney failure or deep breathing',
    drug({
      when: all(
        takes('metformin', 'biguanide'),
        any(
          all(
            has('vomiting', 'diarrhoea', 'dehydration-sign'),
            any(history('chronic-kidney-disease', 'kidney-failure'), { lab: 'egfr', below: 30 }),
          ),
          has('deep-breathing'),
        ),
      ),
      source: SOURCES.fdaMetformin,
      fires: [
        'on metformin with kidney disease, vomiting',
        'metformin, breathing deep and fast',
        'takes metformin, CKD, diarrhoea for days',
      ],
      spares: ['on metformin, well, eGFR 80', 'metformin, mild nausea', 'vomiting, no medicines'],
    }),
  ),
  high(
    'clonidine-or-withdrawal',
    'Stopped a beta-blocker, baclofen or benzodiazepine suddenly, with symptoms',
    drug({
      when: all(
        has('benzodiazepine-withdrawal'),
        any(has('seizure', 'tremor', 'confusion', 'hallucinations', 'agitation', 'sweating'), adult()),
      ),
      source: SOURCES.alcohol,
      fires: [
        'ran out of Xanax, shaking and sweating',
        'benzo withdrawal, tremor',
        'stopped diazepam suddenly, hallucinating',
      ],
      spares: ['wants to cut down diazepam slowly', 'took Xanax, slept well', 'stopped smoking, irritable'],
    }),
  ),
];
