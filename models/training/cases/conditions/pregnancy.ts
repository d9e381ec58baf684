import { type Condition, lines } from '../condition.ts';

/** Pregnancy, birth, the weeks after it. */
export const PREGNANCY: readonly Condition[] = [
  {
    id: 'early-pregnancy-pain-bleeding',
    system: 'pregnancy',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 15',
    ages: [17, 43],
    sex: 'female',
    onset: 'hours',
    lay: lines(`
      {I} {am} seven weeks pregnant and {have} a sharp pain low on one side and some bleeding
      {my} pregnancy test was positive and now {I} {am} spotting with cramps on the left
      {I} {am} about 6 weeks along and {my} lower belly hurts on the right, {my} shoulder tip aches too
      {my} period is two weeks late, {I} {am} bleeding a bit and it really hurts on one side
      {I} {have} a coil, a positive test and a pain low down on one side
      {I} {am} early pregnant and had a stabbing pain in {my} pelvis and nearly fainted
    `),
    nurse: lines(`
      7/40, R sided pelvic pain + PV spotting
      hCG +ve, unilateral lower abdo pain, shoulder tip pain
      LMP 7/52 ago, PV bleed + cramping L side
      early pregnancy, lower abdo pain, dizzy, BP ok
    `),
    physician: lines(`
      unilateral pelvic pain and spotting at seven weeks of pregnancy
      lower abdominal pain with a positive pregnancy test and light bleeding
      one-sided pelvic pain with an intrauterine device and a positive test
      vaginal bleeding and shoulder tip pain six weeks after the last period
    `),
    terse: lines(`
      pregnant 7wks, pelvic pain
      early pregnancy bleeding pain
      hCG pos, lower abdo pain
      6/40 pain and spotting
    `),
    absent: ['fever', 'vomiting', 'burning when passing urine'],
    vitals: { pain: [5, 8] },
    diagnosis: ['ectopic'],
  },
  {
    id: 'early-pregnancy-collapse',
    system: 'pregnancy',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 15 (unstable)',
    ages: [18, 42],
    sex: 'female',
    onset: 'hours',
    lay: lines(`
      {I} {am} eight weeks pregnant and collapsed with terrible belly pain, {I} {am} white as a ghost and freezing
      {I} {am} pregnant, {my} stomach is agony and {I} {keep} passing out when {I} {sit} up
      {I} {have} a positive pregnancy test, an awful pain in {my} side and shoulder and {I} just fainted, lips are white
      {I} {am} newly pregnant and fainted twice with a dreadful pain low down, cold and sweaty
      {my} belly is swelling with pain, {I} {am} six weeks pregnant, dizzy and grey
      {I} collapsed in the bathroom with pelvic pain, {I} {am} pregnant, and {my} pulse is racing and weak
    `),
    nurse: lines(`
      8/40, collapse, severe abdo pain, BP 78/40, HR 130
      hCG +ve, syncope x2, rigid lower abdo, pale/clammy, SBP 80
      early pregnancy, shoulder tip pain, shocked, HR 134
      pregnant, acute abdo, peripherally shut down
    `),
    physician: lines(`
      collapse with severe lower abdominal pain at eight weeks of pregnancy and a blood pressure of 78/40
      syncope, shoulder tip pain and hypotension with a positive pregnancy test
      severe pelvic pain, pallor and tachycardia in early pregnancy
      haemodynamic collapse with abdominal pain, six weeks pregnant
    `),
    terse: lines(`
      pregnant, collapsed, abdo pain
      8/40 BP 78 abdo pain
      hCG pos, shocked
      pregnant fainted pelvic pain grey
    `),
    vitals: { sbp: [68, 84], hr: [124, 142], rr: [22, 28], pain: [8, 10] },
    diagnosis: ['ectopic', 'ruptured'],
  },
  {
    id: 'late-pregnancy-pressure',
    system: 'pregnancy',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 16',
    ages: [17, 44],
    sex: 'female',
    onset: 'day',
    lay: lines(`
      {I} {am} 34 weeks pregnant with a bad headache, {I} {see} spots and {my} hands are swollen
      {I} {am} 36 weeks and {have} pain under {my} right ribs and flashing lights in front of {my} eyes
      {I} {am} eight months pregnant, {my} face is puffy and {my} head won't stop pounding
      {I} {have} a blood pressure of 152/98 at 35 weeks and a headache with blurry sight
      {I} {am} 32 weeks, {my} head is splitting and {my} feet and face have blown up
      {I} had {my} baby eight days ago and now {I} {have} a terrible headache and see sparkles
    `),
    nurse: lines(`
      34/40, headache + visual disturbance, BP 154/98, oedema
      36/40 epigastric/RUQ pain, facial swelling, BP 152/100
      8/7 postpartum, HA, flashing lights, BP 156/98
      33/40, severe HA, swollen hands, protein ++
    `),
    physician: lines(`
      headache and visual disturbance at 34 weeks of pregnancy with a blood pressure of 154/98
      upper abdominal pain and facial oedema at 36 weeks
      headache with flashing lights one week after delivery
      new headache and swelling in the third trimester with raised pressure
    `),
    terse: lines(`
      34 weeks, headache, flashing lights
      36/40 BP 154/98 headache
      pregnant, headache, swollen face
      postpartum headache, visual spots
    `),
    absent: ['fever', 'bleeding', 'contractions'],
    vitals: { sbp: [151, 158], dbp: [96, 104] },
    diagnosis: ['eclampsia'],
  },
  {
    id: 'seizure-in-pregnancy',
    system: 'pregnancy',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 16, row 26 (pregnant)',
    ages: [18, 42],
    sex: 'female',
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} {am} 35 weeks pregnant and {am} having a fit on the floor
      {I} {am} heavily pregnant and started jerking all over and frothing, still not awake
      {I} {am} 37 weeks and had a headache, then went stiff and shook, now unconscious
      {I} had the baby four days ago and {am} convulsing right now
      {I} {am} eight months pregnant and just had a seizure, not responding
      {I} {am} pregnant, 33 weeks, eyes rolled back and shaking everywhere
    `),
    nurse: lines(`
      36/40, tonic clonic seizure now, BP 178/112
      32/40 fitting on arrival, unresponsive
      4/7 postpartum, seizure x1, GCS 9, BP 170/110
      pregnant 35/40, convulsing, cyanosed
    `),
    physician: lines(`
      a generalised convulsion at 36 weeks of pregnancy
      seizure four days after delivery with severe hypertension
      a witnessed convulsion in the third trimester, still unresponsive
      ongoing seizure at 33 weeks of gestation
    `),
    terse: lines(`
      pregnant, seizing
      36/40 fitting
      seizure, 35 weeks pregnant
      postpartum seizure now
    `),
    vitals: { sbp: [160, 184], dbp: [106, 118], avpu: 'P' },
    diagnosis: ['eclampsia'],
  },
  {
    id: 'postpartum-flood',
    system: 'pregnancy',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 17 (unstable)',
    ages: [18, 42],
    sex: 'female',
    onset: 'hours',
    lay: lines(`
      {I} gave birth six days ago and blood is gushing out with big clots, {I} {am} faint and grey
      {I} had a baby last week and {I} {am} soaking a pad every ten minutes, everything is going black
      the bleeding since {my} delivery has turned into a flood, {I} {am} shaking, cold and can't stand
      {I} {am} pouring with blood three days after the birth, lips white, heart thumping
      {I} delivered yesterday at home and {am} losing clots the size of a fist, {I} just passed out
      {my} pads are drenched within minutes since the birth and {I} {am} confused and clammy
    `),
    nurse: lines(`
      5/7 postpartum, massive PV bleed, clots, BP 76/40, HR 136
      PPH, soaking pads q10min, pale, syncope
      1/52 post delivery, flooding, SBP 80, clammy
      postnatal haemorrhage ongoing, HR 140, drowsy
    `),
    physician: lines(`
      massive vaginal bleeding five days after delivery with a pressure of 76/40
      heavy postpartum bleeding with clots, syncope and pallor
      profuse bleeding one week after birth and tachycardia of 140
      ongoing postpartum flooding with clouded consciousness
    `),
    terse: lines(`
      postpartum flooding, BP 76
      massive bleed after birth
      postpartum bleeding, collapsed
      PPH shocked
    `),
    vitals: { sbp: [68, 84], hr: [126, 144], rr: [22, 28] },
    diagnosis: [],
  },
  {
    id: 'pregnancy-heavy-bleeding',
    system: 'pregnancy',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 17',
    ages: [18, 42],
    sex: 'female',
    onset: 'hours',
    lay: lines(`
      {I} {am} 28 weeks pregnant and {am} bleeding bright red blood, soaked a pad already
      {I} {am} 31 weeks and woke in a puddle of blood, no pain
      {I} {am} twelve weeks pregnant and going through a pad an hour with clots
      {I} {am} pregnant, 25 weeks, and there is fresh blood running down {my} legs
      {I} {have} bright red bleeding at 30 weeks and {my} womb feels tight
      {I} {am} five months pregnant and passing clots like plums
    `),
    nurse: lines(`
      28/40 PV bleed, bright red, 1 pad/h, BP 118/70
      31/40 painless APH, FM felt
      12/40 heavy PV bleed with clots, stable
      26/40 antepartum bleeding, abdo tense
    `),
    physician: lines(`
      bright red vaginal bleeding at 28 weeks, haemodynamically stable
      painless antepartum bleeding at 31 weeks
      heavy bleeding with clots at twelve weeks of pregnancy
      vaginal bleeding and uterine tightness in the third trimester
    `),
    terse: lines(`
      28 weeks, bleeding
      pregnant, heavy bleeding
      31/40 PV bleed
      pregnant soaking pads
    `),
    absent: ['fever', 'fainting'],
    diagnosis: ['praevia', 'abruption'],
  },
  {
    id: 'baby-moves-less',
    system: 'pregnancy',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 17 (reduced fetal movement, waters)',
    ages: [17, 43],
    sex: 'female',
    onset: 'day',
    lay: lines(`
      {I} {am} 33 weeks pregnant and the baby has hardly moved
      {I} can't feel {my} baby kicking, {I} {am} 36 weeks
      {I} {am} 29 weeks and there's been almost no movement from the bump
      {my} waters broke and {I} {am} only 30 weeks
      {I} {am} 32 weeks pregnant and fluid keeps trickling out of {me}
      {I} {am} seven months gone and the baby has gone quiet, no kicks
    `),
    nurse: lines(`
      34/40 reduced FM x24h
      32/40 ?SROM, clear fluid draining
      no fetal movements felt since yest, 36/40
      PPROM 30/40, no contractions
    `),
    physician: lines(`
      reduced fetal movements at 34 weeks
      suspected preterm rupture of membranes at 30 weeks
      absent fetal movements at 36 weeks of pregnancy
      leaking clear fluid at 32 weeks
    `),
    terse: lines(`
      34 weeks, baby not moving
      reduced fetal movements
      waters broken 30 weeks
      36/40 no kicks
    `),
    absent: ['bleeding', 'fever', 'headache'],
    diagnosis: [],
  },
  {
    id: 'baby-coming-now',
    system: 'pregnancy',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A: imminent delivery or cord outside',
    ages: [18, 42],
    sex: 'female',
    lay: lines(`
      {I} {am} in labour, the baby's head is coming out right now
      {I} {am} 39 weeks and {I} can see the cord hanging out between {my} legs
      {I} {have} to push, the baby is crowning
      {my} waters went and the cord came down with them
      {I} {am} giving birth in the car park, the head is out
      {I} {feel} the head between {my} legs, it's coming this minute
    `),
    nurse: lines(`
      crowning on arrival, 39/40, pushing
      cord prolapse visible, 37/40
      imminent delivery, head on perineum
      SROM, cord at introitus, term
    `),
    physician: lines(`
      imminent delivery with the head crowning
      a visible cord after rupture of membranes at 38 weeks
      precipitate labour, pushing with the head on the perineum
      cord presentation outside the vagina at term
    `),
    terse: lines(`
      baby crowning
      cord prolapse
      delivering now
      head coming out
    `),
    unmeasured: true,
    diagnosis: [],
  },
  {
    id: 'pregnancy-nausea-mild',
    system: 'pregnancy',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (urine test); drinks',
    ages: [18, 40],
    sex: 'female',
    onset: 'weeks',
    lay: lines(`
      {I} {am} nine weeks pregnant with morning sickness, keeping drinks down, want advice
      {I} {am} ten weeks and {feel} queasy in the mornings, no pain, drinking fine
      {I} {have} pregnancy sickness, once a day at most, and {am} eating little and often
      {I} {am} pregnant, 8 weeks, a bit sick on waking, otherwise well
      {I} {get} nauseous from smells at 11 weeks, nothing else wrong
      {my} morning sickness is annoying, {I} {am} nine weeks, passing urine and drinking normally
    `),
    nurse: lines(`
      9/40 mild N+V of pregnancy, tolerating fluids, ketones neg
      10/40 morning sickness, well hydrated, no pain/bleed
      pregnancy nausea, PO intake ok
      8/40 nausea am only, urine clear
    `),
    physician: lines(`
      mild nausea of pregnancy at nine weeks, tolerating fluids
      morning sickness at ten weeks, well hydrated
      early pregnancy nausea without pain or bleeding
      mild vomiting of pregnancy once a day, drinking well
    `),
    terse: lines(`
      morning sickness 9 weeks
      pregnancy nausea, drinking
      mild pregnancy sickness
      10/40 nausea, well
    `),
    absent: ['bleeding', 'abdominal pain', 'fever', 'headache'],
    diagnosis: [],
  },
  {
    id: 'breast-infection',
    system: 'pregnancy',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource at most',
    ages: [19, 42],
    sex: 'female',
    onset: 'days',
    lay: lines(`
      {I} {am} breastfeeding and {have} a sore red patch on one breast, baby is three months old
      {my} left breast is hard and tender in one spot since feeding less, baby is four months, {I} {feel} ok
      {I} {have} a blocked duct, a tender lump in {my} breast, feeding a five month old
      {I} {am} nursing {my} four month old and {my} breast has a warm sore area, no fever
      {my} nipple is cracked and the breast a bit red, {I} {have} breastfed for three months
      there is a sore wedge in {my} breast that eases after feeding, baby is six months, {I} {am} well
    `),
    nurse: lines(`
      breastfeeding 3/12, localised breast redness, afebrile
      ?blocked duct, tender lump L breast, well
      sore red patch breast, lactating, T 37.1
      cracked nipple, mild redness, baby 4/12
    `),
    physician: lines(`
      a localised tender red area of one breast while breastfeeding a three-month-old
      a tender breast lump relieved by feeding, afebrile
      breast soreness and a cracked nipple in a nursing mother, otherwise well
      localised lactational breast redness without fever
    `),
    terse: lines(`
      breast sore, breastfeeding
      blocked milk duct
      red breast patch, well
      cracked nipple
    `),
    absent: ['fever', 'rigors', 'vomiting'],
    diagnosis: ['mastitis'],
  },
];
