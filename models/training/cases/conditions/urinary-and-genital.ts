import { type Condition, lines } from '../condition.ts';

/** Kidneys, bladder, genitals. */
export const URINARY_AND_GENITAL: readonly Condition[] = [
  {
    id: 'testicle-pain-sudden',
    system: 'urinary',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 20',
    ages: [11, 26],
    sex: 'male',
    onset: 'hours',
    lay: lines(`
      {my} left ball suddenly started hurting like hell and it's swollen
      {I} woke with awful pain in one of {my} testicles and {I} {feel} sick
      {my} nut is killing {me} and it's sitting higher than the other one
      {I} {have} a sudden pain in {my} scrotum, can't walk properly and threw up
      one of {my} balls is hard, swollen and agony to touch
      {my} testicle hurts so bad, it came on all at once playing games
    `),
    nurse: lines(`
      sudden onset L testicular pain, swollen, vomiting
      acute scrotal pain R, high riding testis
      testicular pain since waking, N+V, tender ++
      acute scrotum, swollen red L side
    `),
    physician: lines(`
      sudden severe left testicular pain with vomiting
      acute scrotal pain and swelling with a high-riding testis
      abrupt unilateral testicular pain and nausea
      an acutely tender swollen testicle
    `),
    terse: lines(`
      sudden testicle pain
      acute scrotal pain
      swollen painful testicle
      testicular pain, vomiting
    `),
    absent: ['fever', 'burning when passing urine', 'injury'],
    vitals: { pain: [7, 10] },
    diagnosis: ['torsion'],
  },
  {
    id: 'bladder-infection-simple',
    system: 'urinary',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (urine test)',
    ages: [17, 48],
    sex: 'female',
    onset: 'days',
    lay: lines(`
      it burns when {I} {pee} and {I} {need} to go every half hour
      {I} {have} stinging when {I} {wee} and {my} urine smells strong
      {I} {keep} running to the toilet and only a dribble comes, with a sting
      {I} {think} {I} {have} cystitis again, it stings to pee, otherwise well
      {my} wee is cloudy and it hurts to go, no other problems
      {I} {need} to pee all the time and it burns at the end
    `),
    nurse: lines(`
      dysuria + frequency, afebrile, no flank pain
      ?UTI, burning micturition, cloudy urine, well
      urinary freq/urgency, suprapubic discomfort mild, not pregnant
      stinging PU, recurrent cystitis, obs normal
    `),
    physician: lines(`
      dysuria and urinary frequency without fever or flank pain
      burning on micturition with cloudy urine, otherwise well
      urinary urgency and frequency typical of earlier episodes
      uncomplicated lower urinary symptoms
    `),
    terse: lines(`
      burning urine
      dysuria, frequency
      UTI symptoms
      stings to pee
    `),
    absent: ['fever', 'back pain', 'vomiting', 'vaginal discharge'],
    diagnosis: [],
  },
  {
    id: 'kidney-infection',
    system: 'urinary',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, vital signs outside the danger zone',
    ages: [18, 50],
    sex: 'female',
    onset: 'days',
    lay: lines(`
      {I} {have} a fever with an ache in {my} side by the kidney and it burns to wee
      {my} lower back on one side is sore, {I} {have} the shivers and stinging pee
      {I} had a water infection and now {my} flank hurts and {I} {feel} hot
      {I} {have} a temperature, feel queasy, and it hurts under {my} ribs at the back
      {my} kidney area aches and {my} wee is cloudy and smelly, with a fever
      {I} {feel} fluey with pain in {my} right side and burning when {I} {pee}
    `),
    nurse: lines(`
      fever, R flank pain, dysuria, CVA tenderness
      loin pain + dysuria, T 38.3, nausea
      ?upper UTI, L flank tenderness, febrile, haemodynamically stable
      urinary sx x days now flank pain and temp
    `),
    physician: lines(`
      fever, flank pain and dysuria with costovertebral tenderness
      loin pain and fever following urinary symptoms
      right flank pain and a temperature of 38.3, well perfused
      urinary frequency with fever and unilateral flank tenderness
    `),
    terse: lines(`
      flank pain, fever, dysuria
      kidney pain, fever
      loin pain, burning urine
      fever, R flank pain
    `),
    absent: ['vomiting', 'confusion', 'pregnancy'],
    vitals: { tempC: [38.0, 38.6], hr: [82, 98], pain: [3, 6] },
    diagnosis: ['pyelonephritis'],
  },
  {
    id: 'urosepsis-shock',
    system: 'infection',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 9 (shock)',
    ages: [62, 90],
    onset: 'day',
    lay: lines(`
      {I} {have} a water infection and now {I} {am} shaking, mottled, confused and hardly passing any urine
      {my} catheter has been cloudy and now {I} {am} freezing cold, blotchy and barely awake
      {I} {was} burning up yesterday with a urine infection, today {I} {am} clammy, muddled and {my} blood pressure is 78 over 40
      {I} {have} not peed all day, {my} skin is patchy and grey, and {I} {keep} drifting off after a kidney infection
      {I} {am} shivering violently with a urine infection, hands like ice and talking rubbish
      {I} {have} a kidney infection and now {I} {am} so weak {I} can't be roused properly, skin mottled
    `),
    nurse: lines(`
      ?urosepsis, BP 78/42, HR 128, mottled, confused, anuric
      catheterised, rigors, drowsy, SBP 80, cap refill 5s
      UTI, now hypotensive 76/40, RR 30, new confusion
      septic looking, mottled knees, T 39.4, BP 82/44, GCS 13
    `),
    physician: lines(`
      urinary infection with hypotension of 78/42, mottled skin and new confusion
      rigors and drowsiness after a urinary infection with a systolic pressure of 80
      suspected urinary source infection with poor perfusion and anuria
      febrile illness with mottling, confusion and hypotension in a catheterised patient
    `),
    terse: lines(`
      UTI, BP 78/40, confused
      mottled, rigors, hypotensive
      septic, BP 80/45
      drowsy, mottled, urine infection
    `),
    vitals: { sbp: [70, 84], hr: [118, 138], rr: [25, 32], spo2: [91, 94], tempC: [38.8, 39.8] },
    diagnosis: [],
  },
  {
    id: 'renal-colic',
    system: 'urinary',
    facts: { highRisk: true, severeDistress: true, resources: 2 },
    basis: 'ESI v5 B (severe flank pain)',
    ages: [24, 58],
    onset: 'hours',
    lay: lines(`
      {I} {have} an agonising pain in {my} side going down to the groin, {I} can't keep still
      {I} {am} rolling on the floor with pain in {my} flank and throwing up
      the worst waves of pain from {my} back round to {my} privates, {I} {am} in tears
      {my} side feels like it's being stabbed over and over, {I} {pace} up and down and {my} pee is pink
      {I} {have} a kidney stone type pain, unbearable, can't sit or lie
      {my} loin pain is excruciating, comes in spasms, {I} {am} sweating and vomiting with it
    `),
    nurse: lines(`
      severe L loin to groin pain, writhing, vomiting, 10/10
      renal colic type pain, unable to keep still, haematuria
      severe R flank pain, colicky, pacing, N+V
      excruciating flank pain, hx stones, distressed
    `),
    physician: lines(`
      severe colicky flank pain radiating to the groin with vomiting
      excruciating loin-to-groin pain, unable to lie still
      acute severe flank pain with haematuria and marked distress
      intense unilateral flank pain, writhing
    `),
    terse: lines(`
      severe flank pain
      loin to groin pain, writhing
      kidney stone pain 10/10
      severe renal colic
    `),
    absent: ['fever', 'injury'],
    vitals: { pain: [9, 10] },
    diagnosis: ['calculus', 'nephrolithiasis'],
  },
  {
    id: 'urine-stuck',
    system: 'urinary',
    facts: { highRisk: true, severeDistress: true, resources: 2 },
    basis: 'ESI v5 B (severe distress): acute painful retention',
    ages: [58, 86],
    sex: 'male',
    onset: 'hours',
    lay: lines(`
      {I} can't pass a drop of water and {my} bladder is bursting, {I} {am} in agony
      {I} {haven't} been able to pee at all and {my} lower belly is swollen and terribly painful
      {I} {am} desperate to go but nothing comes, the pain is unbearable
      {my} bladder is full to bursting and no urine will come out, {I} {am} crying with pain
      nothing will come out when {I} {try} to wee and {my} tummy is like a drum, awful pain
      {my} waterworks have shut off completely and {I} {am} doubled up in pain
    `),
    nurse: lines(`
      acute painful urinary retention, palpable bladder, distressed
      unable to PU 10h, bladder to umbilicus, severe pain
      AUR, in agony, bladder scan 950 ml
      retention, restless with suprapubic pain 9/10
    `),
    physician: lines(`
      acute painful urinary retention with a palpable bladder
      inability to pass urine with severe suprapubic pain
      complete retention of urine and marked distress
      acute retention on a background of prostatic symptoms
    `),
    terse: lines(`
      can't pee, agony
      acute painful retention
      urinary retention, severe pain
      unable to pass urine, bladder bursting
    `),
    absent: ['fever', 'back pain', 'leg weakness'],
    vitals: { pain: [8, 10] },
    diagnosis: [],
  },
  {
    id: 'discharge-std-check',
    system: 'urinary',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (swab)',
    ages: [18, 40],
    onset: 'days',
    lay: lines(`
      {I} {have} an itchy discharge down below, no pain, just want it checked
      {I} {have} a bit of discharge from {my} privates after a new partner, otherwise fine
      {I} {think} {I} {have} thrush, itchy and sore, no fever
      {I} {want} a test for sexually transmitted infections, a slight discharge and nothing else
      {my} ex told {me} to get checked for chlamydia, {I} {have} no symptoms but a little discharge
      there's a mild itch and discharge around {my} genitals, {I} {feel} well
    `),
    nurse: lines(`
      genital discharge + itch, well, requests STI screen
      ?thrush, no pelvic pain, afebrile
      partner +ve chlamydia, mild discharge
      new partner, discharge, no abdo pain
    `),
    physician: lines(`
      genital itching and discharge without pain or fever
      a mild discharge after a new partner, otherwise well
      a request for sexual health testing with slight discharge
      vulval or penile itching and discharge, systemically well
    `),
    terse: lines(`
      genital discharge
      STI check
      itch and discharge
      thrush symptoms
    `),
    absent: ['fever', 'pelvic pain', 'ulcers', 'bleeding'],
    diagnosis: [],
  },
  {
    id: 'pelvic-pain-sudden-vomiting',
    system: 'urinary',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 21',
    ages: [15, 42],
    sex: 'female',
    onset: 'hours',
    lay: lines(`
      out of nowhere {I} got a stabbing pain low on one side of {my} pelvis and {I} {keep} vomiting
      {I} {have} a cyst on {my} ovary and suddenly the pain on that side is unbearable and {I} {am} throwing up
      a sudden twisting pain in {my} lower left belly doubled {me} over and {I} {was} sick
      {my} right lower pelvis hurts terribly in waves since it started suddenly, and {I} can't stop retching
      {I} {have} an awful one sided pain by {my} ovary that came on in a second, with vomiting
      {I} {was} fine, then bang, severe pain low down on the right and {I} vomited, period test is negative
    `),
    nurse: lines(`
      sudden onset R pelvic pain, vomiting, known ovarian cyst
      acute unilateral lower abdo pain L, severe, N+V, hCG neg
      sudden sharp adnexal pain, vomiting ++
      severe one-sided pelvic pain, abrupt onset, retching
    `),
    physician: lines(`
      sudden severe unilateral pelvic pain with vomiting
      abrupt left adnexal pain in a patient with an ovarian cyst
      acute one-sided lower abdominal pain with repeated vomiting and a negative pregnancy test
      sudden sharp right pelvic pain and nausea
    `),
    terse: lines(`
      sudden pelvic pain, vomiting
      ovarian cyst, sudden pain
      one-sided pelvic pain, vomiting
      acute adnexal pain
    `),
    absent: ['vaginal bleeding', 'fever', 'diarrhoea'],
    vitals: { pain: [7, 9] },
    diagnosis: ['torsion'],
  },
  {
    id: 'period-pain',
    system: 'urinary',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [14, 34],
    sex: 'female',
    onset: 'day',
    lay: lines(`
      {I} {have} {my} usual period cramps and the painkillers ran out
      {my} period started and {I} {have} the normal crampy tummy, just heavier than last month
      {I} {get} these cramps every month with {my} period, wanted something for it
      {my} monthly pains are a nuisance, same as always, ibuprofen takes the edge off
      {I} {have} a crampy lower tummy with {my} period, like every time, negative test
      {my} period pain is a bit worse this month but otherwise normal
    `),
    nurse: lines(`
      usual dysmenorrhoea, day 1 period, hCG neg, well
      period cramps as usual, requests analgesia
      menstrual cramps, normal flow, not pregnant
      cyclical pain with menses, obs normal
    `),
    physician: lines(`
      usual menstrual cramps on the first day of the period
      typical cyclical period pain with a negative pregnancy test
      recurrent dysmenorrhoea, normal flow
      menstrual cramping as in every month
    `),
    terse: lines(`
      period cramps
      usual period pain
      menstrual cramps, not pregnant
      dysmenorrhoea as usual
    `),
    absent: ['fainting', 'fever', 'discharge', 'heavy bleeding'],
    vitals: { pain: [2, 5] },
    diagnosis: [],
  },
];
