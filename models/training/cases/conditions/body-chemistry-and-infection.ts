import { type Condition, lines } from '../condition.ts';

/** Diabetes, hormones, blood, severe infection, laboratory alarms. */
export const BODY_CHEMISTRY_AND_INFECTION: readonly Condition[] = [
  {
    id: 'sugar-high-vomiting',
    system: 'metabolic',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 12',
    ages: [10, 45],
    onset: 'day',
    lay: lines(`
      {I} {am} type 1 diabetic, {my} sugar is 26, {I} {keep} throwing up and {my} tummy hurts
      {my} insulin pump failed, {my} glucose is sky high and {I} {am} being sick
      {I} {have} diabetes with ketones of 4.2 and vomiting
      {my} blood sugar reads HI, {I} {am} thirsty beyond belief, vomiting and {my} breath smells of pear drops
      {I} {'ve} missed {my} insulin, now {I} {am} vomiting with belly ache and breathing deep and fast
      {my} sugars are over 400 and {I} can't keep anything down, {I} {am} on insulin
    `),
    nurse: lines(`
      T1DM, glucose 27, ketones 4.6, vomiting, abdo pain
      known T1DM missed insulin, CBG HI, N+V, fruity breath
      BM 24, ketones 5.1, deep resps, alert
      diabetic, hyperglycaemia 450 mg/dL, vomiting x6
    `),
    physician: lines(`
      vomiting and abdominal pain with a glucose of 27 mmol/L in type 1 diabetes
      hyperglycaemia with ketones of 4.6 after missed insulin
      polyuria, vomiting and deep breathing in known type 1 diabetes
      type 1 diabetes with a glucose of 450 mg/dL and persistent vomiting
    `),
    terse: lines(`
      T1DM, vomiting, glucose 27
      diabetic, ketones 4.6
      sugar HI, vomiting
      T1DM abdo pain vomiting
    `),
    absent: ['fever', 'diarrhoea', 'chest pain'],
    chart: { conditions: ['Type 1 diabetes mellitus'], medications: ['insulin glargine'] },
    vitals: { hr: [92, 100], rr: [18, 20] },
    diagnosis: ['ketoacidosis', 'DKA'],
  },
  {
    id: 'sugar-low-altered',
    system: 'metabolic',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 14 (altered)',
    ages: [16, 82],
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} {am} diabetic and can hardly be woken, the meter says 1.8
      {I} {take} insulin, {am} sweaty, fighting us and talking rubbish, sugar is 32
      {I} {have} diabetes and collapsed, blood sugar 1.6 and snoring
      {I} took the insulin but no dinner and now {am} limp and not answering, meter shows LO
      {I} {am} a diabetic, eyes open but nobody home, dripping with sweat, glucose 1.9
      {I} {am} shaking, drowsy and can't swallow juice, sugar was 1.7
    `),
    nurse: lines(`
      insulin treated DM, GCS 9, CBG 1.6
      hypo 1.8, unresponsive to voice, clammy
      glucose 30 mg/dL, combative and confused, T1DM
      found drowsy, BM LO, diaphoretic, on insulin
    `),
    physician: lines(`
      reduced consciousness with a capillary glucose of 1.6 mmol/L in insulin-treated diabetes
      drowsiness and sweating with a glucose of 30 mg/dL
      a hypoglycaemic episode of 1.8 with loss of responsiveness
      confusion and combativeness with a glucose of 1.9 on insulin
    `),
    terse: lines(`
      glucose 1.6, unresponsive
      hypo, GCS 9
      diabetic, drowsy, BM 1.8
      low sugar, not waking
    `),
    chart: { conditions: ['Diabetes mellitus'], medications: ['insulin aspart'] },
    vitals: { avpu: 'P', hr: [92, 112] },
    diagnosis: [],
  },
  {
    id: 'sugar-low-settled',
    system: 'metabolic',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 14 (below 4.0 with symptoms, sulfonylurea recurs)',
    ages: [60, 85],
    onset: 'hours',
    lay: lines(`
      {my} sugar was 2.7 and {I} {was} shaky and sweaty, better after juice but {I} {take} gliclazide
      {I} {am} on diabetes tablets, felt trembly with a reading of 2.8, still a bit wobbly
      {my} meter said 2.6, {I} {am} pale, hungry and trembling, {I} {take} glipizide
      {I} {have} had two low sugars today, 2.9 and 2.7, on gliclazide and hardly eating
      {my} glucose dropped to 48 with the shakes and sweats, {I} {take} glyburide tablets
      {my} hands tremble and {I} {am} sweating, blood sugar 2.8, tablets for diabetes called gliclazide
    `),
    nurse: lines(`
      CBG 2.7 symptomatic, on gliclazide, improved after juice, alert
      recurrent hypos 2.8, sulfonylurea, poor intake
      BM 2.6, shaky, GCS 15, on glipizide
      hypoglycaemia 48 mg/dL, sweaty, orientated, gliclazide
    `),
    physician: lines(`
      symptomatic hypoglycaemia of 2.7 mmol/L on gliclazide, now alert
      recurrent low glucose on a sulfonylurea with poor intake
      tremor and sweating with a glucose of 48 mg/dL, orientated
      two episodes of low glucose today while taking glipizide
    `),
    terse: lines(`
      hypo 2.7, gliclazide
      glucose 2.8, shaky
      low sugar, sweating, gliclazide
      BM 2.6 trembling
    `),
    absent: ['fever', 'chest pain', 'confusion'],
    chart: { conditions: ['Type 2 diabetes mellitus'], medications: ['gliclazide'] },
    diagnosis: [],
  },
  {
    id: 'chemo-fever',
    system: 'infection',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 22',
    ages: [25, 78],
    onset: 'hours',
    lay: lines(`
      {I} had chemo nine days ago and {my} temperature is 38.3, {I} {feel} shivery
      {I} {am} having chemotherapy for breast cancer and {I} {'ve} got a fever
      {my} last chemo was last week and {I} just {feel} really unwell and shaky
      {I} {am} on cancer treatment, {my} temp went up to 38.6 this evening
      {I} {have} leukaemia and am between chemo rounds, hot with the shakes
      {I} had {my} second cycle ten days ago, thermometer shows 101.1
    `),
    nurse: lines(`
      day 9 post chemo, T 38.3, rigors, haem stable
      on chemo for lymphoma, febrile 38.5, no focus
      breast Ca, last cycle 8/7 ago, temp, looks ok
      ?neutropenic, chemo last week, unwell, T 38.2
    `),
    physician: lines(`
      fever of 38.3 nine days after chemotherapy
      rigors during treatment for lymphoma, haemodynamically stable
      a raised temperature ten days after the last cycle of chemotherapy
      feeling unwell and shivery one week after chemotherapy
    `),
    terse: lines(`
      chemo, fever
      fever, chemo last week
      T 38.3 post chemo
      chemotherapy, rigors
    `),
    absent: ['cough', 'rash', 'vomiting', 'urinary symptoms'],
    vitals: { tempC: [38.1, 38.6], hr: [86, 99] },
    chart: { conditions: ['Malignant neoplasm on chemotherapy'] },
    diagnosis: ['neutropenic sepsis'],
  },
  {
    id: 'transplant-fever',
    system: 'infection',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 22 (transplant)',
    ages: [22, 70],
    onset: 'day',
    lay: lines(`
      {I} had a kidney transplant and take tacrolimus, now {I} {have} a fever of 38.4
      {I} {have} a transplanted liver and {I} {am} hot and shivery
      {my} new kidney is three years old and {I} {'ve} come down with a temperature
      {I} {am} on anti rejection pills and {have} had a fever overnight
      {I} {have} had a heart transplant and {feel} feverish and washed out
      {I} {take} tablets so {I} {don't} reject {my} kidney, and {my} temp is 38.5
    `),
    nurse: lines(`
      renal transplant on tacrolimus, T 38.4, no source
      liver tx 2 yrs ago, febrile, rigors
      transplant pt, immunosuppressed, temp 38.6
      heart transplant, fever since yest, obs otherwise ok
    `),
    physician: lines(`
      fever in a renal transplant recipient on tacrolimus
      a temperature of 38.4 two years after liver transplantation
      fever and malaise under anti-rejection treatment
      pyrexia without focus in a heart transplant recipient
    `),
    terse: lines(`
      kidney transplant, fever
      transplant, T 38.4
      fever on tacrolimus
      liver transplant, shivering
    `),
    absent: ['cough', 'diarrhoea', 'pain'],
    vitals: { tempC: [38.1, 38.6], hr: [82, 98] },
    chart: { conditions: ['Organ transplant recipient'], medications: ['tacrolimus'] },
    diagnosis: [],
  },
  {
    id: 'adrenal-vomiting',
    system: 'metabolic',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 35',
    ages: [20, 70],
    onset: 'day',
    lay: lines(`
      {I} {have} Addison's disease and can't keep {my} steroid tablets down, throwing up
      {I} {take} hydrocortisone every day for {my} adrenals and {I} {have} been vomiting and {feel} faint
      {I} {am} steroid dependent, {I} {'ve} got a stomach bug and {keep} bringing up {my} hydrocortisone
      {my} adrenal glands don't work and {I} {am} weak, dizzy and being sick
      {I} {have} Addison's, a bug with vomiting and {I} {feel} really weak
      {I} {have} been on prednisone for years, ran out, and now {I} {am} weak and vomiting
    `),
    nurse: lines(`
      Addison's, vomiting hydrocortisone, weak, lightheaded
      adrenal insufficiency + D&V, missed steroid doses
      steroid dependent, persistent vomiting, BP 104/60
      known Addison's, N+V, postural dizziness
    `),
    physician: lines(`
      vomiting and inability to retain hydrocortisone in Addison's disease
      weakness and vomiting with known adrenal insufficiency
      gastroenteritis in a steroid-dependent patient
      long-term steroid use stopped abruptly, now vomiting and weak
    `),
    terse: lines(`
      Addison's, vomiting
      steroid dependent, vomiting
      adrenal insufficiency, weak, vomiting
      Addisons D&V
    `),
    absent: ['chest pain', 'headache'],
    chart: { conditions: ["Addison's disease"], medications: ['hydrocortisone'] },
    vitals: { sbp: [100, 110], hr: [86, 98] },
    diagnosis: ['adrenal crisis'],
  },
  {
    id: 'sickle-pain',
    system: 'blood',
    facts: { highRisk: true, severeDistress: true, resources: 2 },
    basis: 'row 36',
    ages: [8, 45],
    onset: 'hours',
    lay: lines(`
      {I} {have} sickle cell and {my} legs and back are in crisis, the pain is ten out of ten
      {my} sickle cell pain is unbearable this time, nothing at home touches it
      {I} {have} sickle cell disease and {my} chest hurts when {I} {breathe}
      {I} {am} a sickler in terrible pain all over {my} bones
      {I} {have} sickle cell and a fever of 38.7 with aching limbs
      {my} arms and legs are throbbing with a sickle crisis, crying with it
    `),
    nurse: lines(`
      sickle cell crisis, severe bone pain 10/10, oral opioids failed
      HbSS, chest pain + crisis, SpO2 95%
      known SCD, severe back/leg pain, typical crisis
      sickle, T 38.7, generalised pain
    `),
    physician: lines(`
      a severe vaso-occlusive pain crisis in sickle cell disease
      sickle cell disease with chest pain and severe limb pain
      generalised bone pain uncontrolled at home with known sickle cell disease
      fever and severe pain in a patient with sickle cell disease
    `),
    terse: lines(`
      sickle cell crisis
      sickle, severe pain
      SCD chest pain
      sickle cell, fever
    `),
    absent: ['weakness', 'headache', 'injury'],
    vitals: { pain: [9, 10] },
    chart: { conditions: ['Sickle cell disease'] },
    diagnosis: [],
  },
  {
    id: 'potassium-alarm',
    system: 'metabolic',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 34',
    ages: [45, 84],
    lay: lines(`
      the lab phoned to say {my} potassium is 6.8 and {I} {need} to go in
      {I} missed dialysis and the blood test shows a potassium of 6.7
      {my} doctor rang, {my} potassium came back 6.9, {I} {feel} weak
      {my} blood test was abnormal, sodium 116, told to come straight in
      {my} kidney clinic called about {my} potassium at 6.6, {I} {have} heavy legs
      {I} {have} a haemoglobin of 62 on yesterday's blood test and {am} tired out
    `),
    nurse: lines(`
      sent by GP, K 6.8 on bloods, weak
      missed HD x2, K+ 6.7
      lab result K 6.9, ECG pending, CKD
      Hb 62 on bloods, fatigue, stable
    `),
    physician: lines(`
      a potassium of 6.8 mmol/L on routine testing
      missed dialysis with a potassium of 6.7
      an urgent laboratory call for a sodium of 116
      a haemoglobin of 62 g/L with fatigue, haemodynamically stable
    `),
    terse: lines(`
      potassium 6.8
      K 6.7, missed dialysis
      Hb 62 tired
      lab call, K 6.9
    `),
    absent: ['chest pain', 'breathlessness', 'fever'],
    diagnosis: ['hyperkal'],
  },
  {
    id: 'spreading-skin-agony',
    system: 'infection',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 33',
    ages: [30, 78],
    onset: 'day',
    lay: lines(`
      {my} leg is turning purple and black and the redness spreads by the hour, the pain is out of this world
      a small cut on {my} arm has become a huge swollen dusky patch, agony even to a breeze, and {I} {feel} terrible
      the skin on {my} thigh crackles when {I} {press} it, it's spreading fast and {I} {am} shaking
      {my} private parts are swollen, black in places and unbearably painful with a high fever
      {my} foot looked a bit red last night, now it's purple to the knee with blisters and {I} {am} in screaming pain
      the wound on {my} belly has gone grey and blistered, the red area doubled since lunch, and {I} {am} shivering
    `),
    nurse: lines(`
      rapidly spreading erythema leg, dusky, crepitus, pain ++ out of proportion
      perineal necrosis, foul, febrile, diabetic
      arm wound, bullae, purple skin, T 39.3, HR 124
      spreading redness past pen marks in 1h, severe pain, rigors
    `),
    physician: lines(`
      rapidly spreading painful erythema with crepitus and dusky discoloration
      perineal swelling with black skin, fever and severe pain
      pain out of proportion with violaceous bullae and fever
      a wound infection advancing within hours with systemic toxicity
    `),
    terse: lines(`
      spreading purple leg, agony
      skin crackling, spreading fast
      black perineum, fever
      pain out of proportion, bullae
    `),
    vitals: { tempC: [38.8, 39.6], hr: [118, 132], rr: [22, 28], pain: [9, 10] },
    diagnosis: ['necroti', 'fasciitis', 'Fournier'],
  },
  {
    id: 'flu-like-well',
    system: 'infection',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [12, 45],
    onset: 'days',
    lay: lines(`
      {I} {have} the flu I think, achy with a mild temperature and a runny nose, drinking plenty
      {I} {am} aching all over with a low fever and a sore throat, everybody at work has it
      {I} {have} chills and muscle aches, a bit of a cough, but {I} {am} drinking and up and about
      {my} covid test is positive, {I} {have} a mild cough and {feel} tired, otherwise ok
      {I} {feel} fluey, stuffy nose, slight fever, keeping fluids down
      {I} {have} a viral thing, headachy and achy, temperature comes down with paracetamol
    `),
    nurse: lines(`
      flu-like sx, T 37.9, well hydrated, chest clear
      COVID +ve, mild cough, sats 98%, well
      viral illness, myalgia, low grade temp, drinking
      coryza + aches, household contacts same
    `),
    physician: lines(`
      myalgia, coryza and low-grade fever, clinically well
      a mild influenza-like illness with good oral intake
      a positive home covid test with mild cough and fatigue
      viral symptoms with a settling temperature
    `),
    terse: lines(`
      flu symptoms, well
      covid positive, mild
      aches, low fever, cold
      viral illness, drinking
    `),
    absent: ['breathlessness', 'neck stiffness', 'rash', 'confusion', 'chest pain'],
    vitals: { tempC: [37.4, 37.9], hr: [70, 92] },
    diagnosis: [],
  },
  {
    id: 'thyroid-tired-weeks',
    system: 'metabolic',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (blood tests)',
    ages: [22, 60],
    onset: 'months',
    lay: lines(`
      {I} {am} tired all the time and {want} {my} blood tested
      {I} {have} no energy lately, still working, wondering about {my} thyroid
      {I} {feel} run down and sleepy after work, eating and sleeping ok
      {I} {'ve} been putting on weight and feeling sluggish, nothing urgent
      {I} {am} always exhausted by the evening, maybe {my} iron is low
      {I} {feel} worn out month after month, just want a check up
    `),
    nurse: lines(`
      TATT, well, wants bloods
      chronic fatigue, no red flags, obs normal
      low energy for months, functioning at work
      tiredness + wt gain, ?thyroid
    `),
    physician: lines(`
      long-standing tiredness without other symptoms
      gradual fatigue and weight gain
      chronic low energy, functioning normally
      a request for blood tests because of tiredness
    `),
    terse: lines(`
      tired for months
      fatigue, wants bloods
      low energy
      tiredness, well
    `),
    absent: ['chest pain', 'breathlessness', 'black stools', 'fever'],
    diagnosis: [],
  },
];
