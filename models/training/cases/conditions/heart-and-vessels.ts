import { type Condition, lines } from '../condition.ts';

/** Chest pain, palpitations, fainting, vessels. */
export const HEART_AND_VESSELS: readonly Condition[] = [
  {
    id: 'chest-pressure-radiating',
    system: 'heart',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 2',
    ages: [42, 84],
    onset: 'hours',
    lay: lines(`
      {I} {have} a heavy, squeezing feeling in the middle of {my} chest and it goes down {my} left arm
      it feels like somebody is standing on {my} chest, and {my} jaw aches too
      {my} chest is tight like a belt pulled round it and {I} {'ve} broken out in a sweat
      there is this crushing weight behind {my} breastbone and {I} {feel} sick with it
      {I} {keep} getting a pressing pain across {my} chest that spreads into {my} shoulder and neck
      {my} chest hurts, dull and heavy, and {my} arm has gone numb and achy
      an awful pressure came on in {my} chest and {I} {am} clammy and short of breath
    `),
    nurse: lines(`
      c/o central crushing CP radiating to L arm, diaphoretic
      retrosternal chest pressure w/ nausea, clammy, pain into jaw
      CP, heavy in nature, rad L shoulder, SOB
      chest tightness central, sweaty ++, looks grey
      substernal pressure -> L arm and neck, N+
    `),
    physician: lines(`
      substernal chest pressure radiating to the left arm with diaphoresis
      heavy central chest discomfort associated with nausea and dyspnoea, spreading to the jaw
      squeezing retrosternal pain radiating to both arms
      central chest tightness with cold sweating
    `),
    terse: lines(`
      chest pressure, sweating
      central CP, L arm
      crushing chest pain
      chest tightness, diaphoretic
      CP radiating jaw
    `),
    extraLay: lines(`
      {I} {feel} a bit light headed
      {I} {look} as white as a sheet
      resting has not made it any better
    `),
    extraNote: lines(`
      onset while walking up stairs
      not relieved by antacid
      looks anxious
    `),
    absent: ['fever', 'cough', 'recent injury', 'leg swelling'],
    vitals: { pain: [5, 8] },
    diagnosis: ['heart attack', 'infarct', 'angina', 'acute coronary', 'STEMI'],
  },
  {
    id: 'chest-pain-equivalent-diabetic',
    system: 'heart',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 2, equivalents in women, people with diabetes and the old',
    ages: [62, 86],
    onset: 'hours',
    lay: lines(`
      {I} {am} diabetic and {I} {'ve} come over sweaty and breathless with an ache at the top of {my} stomach
      {I} {have} an ache in {my} jaw and {I} {am} suddenly worn out, out of puff doing nothing, and {I} {have} diabetes
      it is a burning in the pit of {my} stomach with cold sweats, and {I} {am} on tablets for diabetes
      {I} {'ve} gone pale and clammy, sick and short of breath, and {I} {have} sugar diabetes
      both {my} arms ache and {my} jaw, and {I} {feel} sweaty, and {I} {'m} a diabetic
      {I} can't shake this breathlessness and sickly epigastric pain that came from nowhere, {I} {have} type 2 diabetes
    `),
    nurse: lines(`
      T2DM, c/o jaw pain and new SOB, diaphoretic
      epigastric discomfort w/ sweating and nausea, known diabetic
      sudden fatigue, SOB at rest and clammy, DM
      diabetic, pain both arms + jaw, pale and sweaty
    `),
    physician: lines(`
      jaw pain, diaphoresis and new breathlessness on a background of type 2 diabetes
      epigastric discomfort with cold sweats and nausea in the setting of diabetes mellitus
      sudden profound fatigue with dyspnoea and sweating, known diabetic
      bilateral arm ache and nausea with diaphoresis, diabetic
    `),
    terse: lines(`
      diabetic, jaw pain sweating
      sweaty SOB diabetic
      epigastric pain, clammy, DM
      arm ache diaphoretic diabetic
    `),
    absent: ['fever', 'diarrhoea', 'injury'],
    chart: { conditions: ['Type 2 diabetes mellitus'], medications: ['metformin'] },
    diagnosis: ['heart attack', 'infarct', 'acute coronary'],
  },
  {
    id: 'chest-pain-shock',
    system: 'heart',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 2 (shock); ESI v5 A',
    ages: [48, 85],
    onset: 'minutes',
    lay: lines(`
      {I} {have} terrible crushing pain in {my} chest, {I} {'m} grey and cold and {I} nearly passed out
      {my} chest is being crushed and {I} {keep} blacking out, soaked in sweat and ice cold
      {I} {have} had chest pain, then collapsed, and now {I} can hardly stay awake and {am} cold and wet with sweat
      it is the worst pressure in {my} chest and {my} lips look grey, {I} {am} fading in and out
      {my} chest pain is unbearable, {my} skin is cold and clammy and {I} cannot sit up without passing out
      {I} passed out with the chest pain, and {I} {am} still in agony with it and grey
    `),
    nurse: lines(`
      crushing CP, grey, cold, clammy, barely responsive, BP 74/40
      severe central CP w/ collapse, mottled, thready pulse, SBP 70s
      CP + syncope, peripherally shut down, hypotensive 78/45
      ongoing severe chest pain, pale/diaphoretic, BP 76 systolic, drowsy
    `),
    physician: lines(`
      crushing chest pain with syncope, cold mottled extremities and a systolic pressure of 74
      severe central chest pain and cardiovascular collapse, BP 70/40
      ongoing severe chest pressure with pallor, clouded consciousness and hypotension of 76/44
      chest pain followed by collapse, cool and clammy with barely palpable radial pulses
    `),
    terse: lines(`
      chest pain, BP 70
      CP collapsed grey
      chest pain unresponsive
      CP syncope hypotensive
    `),
    vitals: { sbp: [64, 80], hr: [112, 138], rr: [24, 32], spo2: [88, 93] },
    diagnosis: ['heart attack', 'infarct', 'cardiogenic'],
  },
  {
    id: 'cardiac-arrest',
    system: 'heart',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 1',
    ages: [30, 85],
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} just dropped to the floor and {am} not breathing
      {I} collapsed and there is no pulse, we are doing CPR
      {I} {am} lying on the floor, blue in the face, and won't wake up
      {I} keeled over at the table, {I} {am} making odd gasping noises and not moving
      we found {me} lifeless, not breathing, and somebody is pressing on the chest
      {I} {'ve} stopped breathing and gone a horrible blue colour
    `),
    nurse: lines(`
      unresponsive, apnoeic, no pulse, CPR in progress
      witnessed collapse, no resps, CPR by bystander
      agonal resps, pulseless, cyanosed
      found down, not breathing, no carotid pulse
    `),
    physician: lines(`
      witnessed collapse with no pulse and agonal breathing
      sudden loss of consciousness, apnoea and absent pulses, resuscitation under way
      unresponsiveness with no spontaneous breathing
      pulseless collapse while at home
    `),
    terse: lines(`
      not breathing
      no pulse, CPR
      collapsed, blue, lifeless
      CPR in progress
    `),
    unmeasured: true,
    diagnosis: ['ventricular fibrillation'],
  },
  {
    id: 'tearing-back-pain',
    system: 'vessels',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 3',
    ages: [50, 82],
    lay: lines(`
      out of the blue {I} got a ripping pain between {my} shoulder blades, worst pain of {my} life
      a tearing pain shot from {my} chest through to {my} back all of a sudden
      {my} back and chest feel as though they are being torn apart, it came on in a second
      {I} suddenly {have} a knife like tearing pain in the chest going into {my} back and one arm feels cold
      like something ripped inside {my} chest, straight through to the back, it came on instantly
      {I} {have} a sudden shearing pain in {my} upper back that is moving down to {my} belly
    `),
    nurse: lines(`
      sudden tearing CP radiating through to back, BP differs R/L arm
      abrupt onset ripping interscapular pain, 10/10
      sudden severe chest->back pain, tearing, L radial weaker
      abrupt tearing pain chest and back, known HTN
    `),
    physician: lines(`
      abrupt tearing chest pain radiating to the interscapular region
      sudden ripping back pain with unequal arm pressures
      instantaneous severe chest and back pain of tearing quality with a diminished left radial pulse
      sudden-onset shearing pain migrating from the chest to the abdomen
    `),
    terse: lines(`
      sudden tearing chest pain
      ripping back pain, sudden
      tearing chest-back pain
      sudden interscapular ripping pain
    `),
    extraLay: lines(`
      {I} {have} high blood pressure
      nothing eases it
    `),
    extraNote: lines(`
      hx HTN
      pale and restless
    `),
    absent: ['fever', 'cough', 'injury'],
    vitals: { sbp: [150, 190], pain: [9, 10] },
    diagnosis: ['dissection'],
  },
  {
    id: 'breathless-leg-swelling',
    system: 'vessels',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 4',
    ages: [28, 75],
    onset: 'hours',
    lay: lines(`
      {I} {have} a sharp pain when {I} {breathe} in and {my} left calf has been swollen since {my} operation
      {I} {am} short of breath out of nowhere and one leg is fatter than the other
      {I} coughed up a bit of blood and it stabs when {I} {breathe}, after a long flight last week
      {I} can't catch {my} breath, {my} calf is sore and puffy, and {my} leg was in a plaster cast until last week
      {I} got breathless all at once, with a stabbing pain in {my} side, two weeks after a hip operation
      {my} right leg is swollen and hot and now {I} {am} puffing just crossing the room
    `),
    nurse: lines(`
      sudden SOB + pleuritic CP, L calf swollen, 2/52 post-op
      acute dyspnoea, unilateral leg swelling, recent long haul flight
      pleuritic chest pain, haemoptysis x1, recent immobilisation leg cast
      SOBOE new, R calf swollen/tender
    `),
    physician: lines(`
      acute dyspnoea and pleuritic chest pain with unilateral calf swelling
      sudden breathlessness two weeks after hip surgery with a swollen leg
      pleuritic pain and haemoptysis after a period of immobility
      new exertional dyspnoea with a swollen tender right calf
    `),
    terse: lines(`
      SOB, swollen calf
      sudden SOB post-op
      pleuritic pain, haemoptysis
      breathless, one leg swollen
    `),
    absent: ['fever', 'wheeze', 'injury'],
    vitals: { hr: [102, 116], rr: [20, 24], spo2: [93, 95] },
    diagnosis: ['embol', 'thrombosis'],
  },
  {
    id: 'calf-swelling-stable',
    system: 'vessels',
    facts: { resources: 2 },
    basis: 'row 43 (same day, medium)',
    ages: [30, 78],
    onset: 'days',
    lay: lines(`
      {my} left calf is swollen and sore, but {my} breathing is fine
      one of {my} legs is bigger than the other and tight at the back
      {my} calf aches and looks red and puffy on the one side only
      {I} {have} a hot swollen lower leg, just the right one
      the back of {my} leg is tender and swelling up below the knee
      {my} leg has been swelling on one side and it hurts to walk on
    `),
    nurse: lines(`
      L calf swelling and tenderness, no SOB/CP
      unilateral R leg swelling, warm, walking
      calf pain + swelling one side, resps comfortable
      R lower leg red, swollen, tender calf, nil chest symptoms
    `),
    physician: lines(`
      unilateral calf swelling and tenderness without respiratory symptoms
      a swollen painful left lower leg, breathing comfortably
      right calf pain and swelling with no chest pain or dyspnoea
      progressive swelling of one calf
    `),
    terse: lines(`
      L calf swelling
      swollen painful calf
      one leg swollen
      calf pain, swelling
    `),
    absent: ['chest pain', 'breathlessness', 'fever'],
    vitals: { pain: [3, 6] },
    diagnosis: ['thrombosis', 'DVT'],
  },
  {
    id: 'cold-pulseless-leg',
    system: 'vessels',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 29; ESI v5 B (neurovascular compromise)',
    ages: [58, 88],
    onset: 'hours',
    lay: lines(`
      {my} leg has gone cold, white and numb and the pain is dreadful
      {my} foot is like marble, pale and freezing, and {I} can't feel {my} toes
      {my} right leg went icy cold and painful all of a sudden and {I} can't move the foot
      {my} lower leg is white as paper, cold and the nurse couldn't find a pulse in it
      {my} arm suddenly turned cold and pale and is agony, there is no feeling in the fingers
      {my} foot has turned pale and bluish and cold with terrible pain and pins and needles
    `),
    nurse: lines(`
      acute cold pale pulseless L leg, severe pain, numb
      R foot white/cold, no pedal pulses, paraesthesia
      sudden onset limb pain, leg cold + mottled, pulses absent
      pulseless cold R lower limb, reduced movement, AF
    `),
    physician: lines(`
      a sudden cold, pale, pulseless and painful left leg
      acute severe leg pain with pallor, paraesthesia and absent pedal pulses
      a cold pulseless foot with loss of sensation
      sudden limb pain and pallor with absent pulses on a background of atrial fibrillation
    `),
    terse: lines(`
      cold pulseless leg
      leg cold, white, numb
      no foot pulse, cold
      cold pale painful leg
    `),
    absent: ['injury', 'fever'],
    vitals: { pain: [8, 10] },
    diagnosis: ['ischaem', 'embol'],
  },
  {
    id: 'syncope-exertional',
    system: 'heart',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 39',
    ages: [15, 55],
    lay: lines(`
      {I} passed out while running at football practice, no warning at all
      {I} blacked out in the middle of a sprint and came round on the ground
      {I} fainted halfway up the hill on {my} bike today, just went down
      during the race {my} heart was pounding and then {I} collapsed
      {I} keeled over on the treadmill at the gym this morning and was out for a few seconds
      {I} went out cold while swimming lengths and somebody had to pull {me} out
    `),
    nurse: lines(`
      syncope during exercise, no prodrome, now GCS 15
      collapsed whilst running, LOC approx 20 sec, palps beforehand
      exertional syncope today, uncle died suddenly aged 30
      fainted on treadmill, no warning, recovered
    `),
    physician: lines(`
      syncope during a football match without prodrome
      abrupt loss of consciousness on exertion preceded by palpitations
      exertional syncope while running, now fully alert
      collapse mid-race with rapid full recovery
    `),
    terse: lines(`
      passed out while running
      syncope during exercise
      collapsed playing football
      fainted on exertion
    `),
    absent: ['tongue biting', 'fever', 'headache'],
    diagnosis: ['cardiomyopathy', 'arrhythmia'],
  },
  {
    id: 'faint-simple',
    system: 'heart',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (ECG); row 39 without its triggers',
    ages: [15, 35],
    lay: lines(`
      {I} fainted when {I} saw the needle at the blood donation, felt hot and woozy first, and {I} {feel} fine now
      {I} stood too long in the heat at assembly, went dizzy and fainted for a moment, {I} {am} back to normal
      {I} fainted at the sight of blood, it happens to {me} every time, and {I} {feel} well again
      {I} went clammy and lightheaded in the queue and fainted briefly, completely fine since
      {I} fainted after standing in a hot church, came straight round, no harm done
      {I} felt faint and slid down the wall while having {my} ears pierced, {I} {feel} fine now
    `),
    nurse: lines(`
      simple faint w/ prodrome during venepuncture, fully recovered
      fainted in hot assembly, warning sx, LOC secs, now back to baseline
      brief faint at sight of blood, no injury, obs normal
      prolonged standing then faint, prodrome +, well now
    `),
    physician: lines(`
      a brief faint with typical prodrome during venepuncture and full recovery
      a short loss of consciousness after prolonged standing in heat, well since
      a faint at the sight of blood with nausea beforehand and no injury
      a witnessed faint with prodrome in a hot crowded room, fully recovered
    `),
    terse: lines(`
      fainted at blood test
      simple faint, recovered
      brief faint, well now
      fainted in heat, fine
    `),
    absent: ['chest pain', 'palpitations', 'injury', 'headache'],
    diagnosis: ['vasovagal'],
  },
  {
    id: 'palpitations-fast-stable',
    system: 'heart',
    facts: { resources: 2, dangerVitals: true },
    basis: 'ESI v5 D: two resources and a heart rate in the danger zone',
    ages: [25, 70],
    onset: 'hours',
    lay: lines(`
      {my} heart is going like a train and won't slow down, the watch says over 150
      {my} heart is racing at 160 and fluttering
      it feels like a bird flapping in {my} chest, pulse 155 on the machine
      {my} heart keeps pounding so fast {I} can count about 160 beats
      {my} pulse is 150 and all over the place
      {my} heart started racing and it is stuck at 165
    `),
    nurse: lines(`
      palpitations, HR 158 regular, alert, BP ok
      racing heart since this am, HR 162, perfusing well
      c/o palps, pulse 150 irregular, GCS 15
      tachycardic 155, palpitations, talking in full sentences
    `),
    physician: lines(`
      sustained palpitations at a rate of 160 with preserved blood pressure
      rapid irregular palpitations, rate 150, haemodynamically stable
      a regular tachycardia of 165 with palpitations
      palpitations with a pulse of 155 and no chest pain
    `),
    terse: lines(`
      palpitations HR 160
      heart racing, 155
      HR 165, palpitations
      fast irregular pulse 150
    `),
    absent: ['chest pain', 'fainting', 'fever'],
    vitals: { hr: [148, 168] },
    diagnosis: ['fibrillation', 'SVT', 'supraventricular'],
  },
  {
    id: 'palpitations-brief',
    system: 'heart',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (ECG)',
    ages: [18, 45],
    onset: 'weeks',
    lay: lines(`
      {my} heart skips a beat now and then, mostly after coffee, nothing right now
      {I} {get} the odd flutter in {my} chest lasting a second or two, {I} {feel} well otherwise
      {I} {notice} an extra beat when {I} {lie} in bed, gone in a moment
      {my} heart gives a little thump sometimes, then it is normal again
      {I} {have} occasional missed beats, worse when {I} {am} stressed, fine at the moment
      {I} sometimes {feel} a quick flip in the chest, no other problems
    `),
    nurse: lines(`
      occasional ectopic-type palps, secs only, nil now, well
      intermittent skipped beats after caffeine, asymptomatic at triage
      brief flutters on/off, HR 72 reg
      c/o missed beats at night, no CP/SOB/syncope
    `),
    physician: lines(`
      occasional skipped beats lasting seconds, currently asymptomatic
      intermittent brief palpitations related to caffeine
      isolated extra beats at rest without other symptoms
      infrequent momentary fluttering in the chest
    `),
    terse: lines(`
      occasional skipped beats
      brief palpitations, resolved
      odd heart flutter
      missed beats, well
    `),
    absent: ['chest pain', 'fainting', 'breathlessness'],
    diagnosis: ['ectopics'],
  },
  {
    id: 'chest-wall-strain',
    system: 'heart',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource; row 2 without its triggers in the young',
    ages: [17, 28],
    onset: 'days',
    lay: lines(`
      {my} ribs are sore at the front when {I} {press} on them, since lifting weights at the gym
      {I} pulled a muscle in {my} chest, it only hurts when {I} {twist} or {press} there
      {I} {have} a sore spot on {my} chest wall after moving furniture, worse when {I} {reach} up
      it hurts on one point of {my} ribs when {I} {touch} it, after coughing and doing press ups
      {my} chest muscles ache after a new workout, tender to touch
      there is a tender patch where {my} rib meets the breastbone, it hurts when {I} {push} it
    `),
    nurse: lines(`
      chest wall tenderness after gym, reproducible on palpation
      localised rib pain worse on movement, lifted furniture, well
      musculoskeletal type chest pain, point tender, no SOB
      ant chest wall soreness post workout, full sentences
    `),
    physician: lines(`
      localised chest wall tenderness reproduced by palpation after weight lifting
      positional anterior rib soreness following unaccustomed exercise
      point tenderness over the costal cartilage, worse on twisting
      reproducible chest wall pain after moving furniture
    `),
    terse: lines(`
      sore ribs after gym
      chest wall tender, lifting
      pulled chest muscle
      rib soreness on touch
    `),
    absent: ['breathlessness', 'sweating', 'fainting', 'fever'],
    vitals: { pain: [2, 5] },
    diagnosis: ['costochondritis'],
  },
  {
    id: 'high-pressure-no-symptoms',
    system: 'heart',
    facts: { resources: 0 },
    basis: 'row 38 without symptoms, below 180/120: recheck by appointment',
    ages: [40, 75],
    lay: lines(`
      {my} home blood pressure was 156/92 this morning and {I} {feel} perfectly well
      the pharmacy machine gave {me} 152 over 90 and told {me} to get it checked, {I} {feel} fine
      {I} {want} {my} blood pressure looked at, it has been about 158/94, no symptoms
      {I} {have} a reading of 154/91 on {my} own monitor, otherwise nothing wrong
      {my} pressure has been creeping up, around 155/90, {I} {feel} absolutely normal
      the dentist said {my} blood pressure was 150/95, {I} {have} no complaints
    `),
    nurse: lines(`
      asymptomatic, home BP 156/92, wants check
      pharmacy BP 152/90, nil symptoms
      referred by dentist BP 150/95, well
      routine BP concern 154/91, no headache/CP/visual sx
    `),
    physician: lines(`
      an asymptomatic home blood pressure reading of 156/92
      a pharmacy reading of 152/90 without any symptoms
      concern about mildly raised home readings, feeling well
      an incidental blood pressure of 150/95 at the dentist
    `),
    terse: lines(`
      BP check, no symptoms
      home BP 155/90, well
      raised BP reading, asymptomatic
      wants blood pressure check
    `),
    absent: ['headache', 'chest pain', 'visual disturbance', 'breathlessness'],
    vitals: { sbp: [148, 158], dbp: [88, 95] },
    diagnosis: [],
  },
  {
    id: 'severe-pressure-with-symptoms',
    system: 'heart',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 38',
    ages: [42, 78],
    onset: 'hours',
    lay: lines(`
      {my} blood pressure is 215/125 and {I} {have} a pounding headache with blurry eyes
      the machine says 220 over 130, {my} head is thumping and {I} {see} double
      {my} pressure is 210/122 and {I} {am} breathless with it
      {I} {have} a reading of 212/128, {my} vision is fuzzy and {my} head is bursting
      {my} head is splitting, eyes are blurred and the cuff reads 218/124
      {I} ran out of {my} pressure tablets and now it is 222/126 with a terrible headache and blurred sight
    `),
    nurse: lines(`
      BP 218/126, severe headache, blurred vision
      hypertensive 212/124 w/ SOB and headache
      BP 220/130, visual disturbance, off meds 2/52
      BP 214/128, HA + vision changes
    `),
    physician: lines(`
      a blood pressure of 218/126 with headache and visual blurring
      severe headache and blurred vision with a reading of 214/128
      marked blood pressure elevation at 220/130 with new breathlessness
      visual disturbance and headache after stopping medication, pressure 212/124
    `),
    terse: lines(`
      BP 220/130, blurred vision
      headache, BP 215/125
      BP 212/124 SOB
      BP 218/126, visual changes
    `),
    vitals: { sbp: [208, 224], dbp: [122, 132] },
    absent: ['fever', 'injury'],
    diagnosis: ['hypertensive emergency'],
  },
  {
    id: 'chronic-ankle-swelling',
    system: 'heart',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (blood tests, ECG or X-ray), stable',
    ages: [62, 88],
    onset: 'weeks',
    lay: lines(`
      both {my} ankles have been swelling up by the evening and {I} {get} a bit puffed on the stairs
      {my} feet and shins are puffy, socks leave deep marks, a little more breathless on hills lately
      {my} legs have slowly filled with fluid, both the same, and {I} {use} an extra pillow
      {I} {'ve} put on weight and both legs are swollen, comfortable sitting here
      both {my} legs are heavy and swollen and {I} {am} slower on the stairs than {I} {was}
      {my} shoes no longer fit because of the swelling in both feet, {I} {feel} alright at rest
    `),
    nurse: lines(`
      gradual bilat ankle oedema, mild SOBOE, comfortable at rest
      pitting oedema both legs, wt gain, speaking full sentences
      bilat leg swelling over wks, sats fine
      increasing ankle swelling, slightly more breathless on exertion, NAD at rest
    `),
    physician: lines(`
      gradually increasing bilateral ankle oedema with mild exertional dyspnoea
      bilateral pitting leg swelling and weight gain, comfortable at rest
      slowly progressive leg swelling on both sides
      mild exertional breathlessness and bilateral leg oedema, stable
    `),
    terse: lines(`
      bilateral ankle swelling, weeks
      both legs swollen gradually
      leg swelling, weight gain
      ankle oedema both sides
    `),
    absent: ['chest pain', 'fainting', 'calf pain', 'fever'],
    diagnosis: ['heart failure'],
  },
];
