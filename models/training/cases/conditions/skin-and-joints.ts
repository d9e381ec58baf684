import { type Condition, lines } from '../condition.ts';

/** Rashes, skin infections, backs and joints. */
export const SKIN_AND_JOINTS: readonly Condition[] = [
  {
    id: 'leg-red-warm-stable',
    system: 'skin',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (blood tests, intravenous medicine), stable',
    ages: [40, 80],
    onset: 'days',
    lay: lines(`
      {my} shin is red, hot and sore and the redness is slowly getting bigger despite tablets
      {I} {have} an infected leg that the antibiotics from the GP haven't helped, {I} {feel} ok
      {my} lower leg is warm, swollen and pink from ankle to calf, slight temperature
      the red patch on {my} leg has grown past the pen line over the weekend, not unwell
      {my} foot is red and puffy around a scratch, and a bit hot, {I} {have} a low fever
      {I} {have} a tender red leg and the tablets aren't working
    `),
    nurse: lines(`
      L leg erythema, warm, failed oral abx, haem stable
      spreading redness shin over days, T 37.8, well
      infected scratch foot, red/swollen, obs stable
      lower leg red + tender, marked, slow progression
    `),
    physician: lines(`
      lower leg erythema and warmth progressing despite oral antibiotics
      slowly spreading redness of the shin, haemodynamically stable
      a warm, tender, red lower leg with a low-grade temperature
      infection around a foot abrasion, systemically well
    `),
    terse: lines(`
      red warm leg, tablets failed
      infected leg
      leg redness spreading slowly
      red swollen shin, low fever
    `),
    absent: ['rigors', 'confusion', 'severe pain', 'blisters'],
    vitals: { tempC: [37.2, 37.9], pain: [3, 5] },
    diagnosis: ['cellulitis'],
  },
  {
    id: 'rash-itchy-chronic',
    system: 'skin',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [4, 70],
    onset: 'weeks',
    lay: lines(`
      {my} eczema is itchy again on the elbows
      {I} {have} a dry scaly patch on {my} arm that itches
      there's a ring shaped itchy mark on {my} leg
      {I} {have} athlete's foot between {my} toes
      {my} skin is flaky and itches in the winter
      {I} {have} a few spots on {my} face, want some cream
    `),
    nurse: lines(`
      eczema flare elbows, no infection
      annular itchy rash leg, well
      dry scaly patch, chronic
      tinea between toes, itchy
    `),
    physician: lines(`
      a mild eczema flare without infection
      an annular itchy rash of the leg
      chronic dry itchy skin
      interdigital itching and scaling
    `),
    terse: lines(`
      eczema flare
      itchy dry rash
      ringworm
      athlete's foot
    `),
    absent: ['fever', 'blisters', 'mouth sores', 'facial swelling'],
    diagnosis: [],
  },
  {
    id: 'skin-peeling-new-drug',
    system: 'skin',
    facts: { highRisk: true, resources: 2 },
    basis: 'clinical knowledge 5.1 (fever with blistering rash on a new medicine)',
    ages: [18, 75],
    onset: 'day',
    lay: lines(`
      {my} skin is blistering and peeling with sores in {my} mouth, two weeks after starting lamotrigine
      {I} {have} a painful rash with blisters and {my} eyes and lips are raw since the new tablets
      {I} started allopurinol and now {I} {have} a fever and {my} skin comes off in sheets
      {my} mouth is full of ulcers and purple blotches blister on {my} chest, new antibiotic last week
      {my} skin hurts all over, blisters and fever, {I} began carbamazepine this month
      {I} {have} a burning rash, peeling lips and sore eyes after sulfa tablets
    `),
    nurse: lines(`
      blistering rash + mouth ulcers, started lamotrigine 2/52 ago, T 38.4
      skin peeling, mucosal erosions, on new allopurinol
      painful rash, conjunctivitis, oral sores, recent cotrimoxazole
      febrile, skin sloughing, new carbamazepine
    `),
    physician: lines(`
      a painful blistering rash with mucosal erosions two weeks after starting lamotrigine
      fever and skin detachment after starting allopurinol
      oral ulceration and targetoid blisters following a sulfonamide
      widespread skin pain with mucosal involvement on a new anticonvulsant
    `),
    terse: lines(`
      blistering rash, mouth sores
      skin peeling, new tablets
      rash, blisters, fever, lamotrigine
      mouth ulcers blistering skin
    `),
    vitals: { tempC: [38.0, 38.8], pain: [6, 8] },
    diagnosis: ['Stevens', 'necrolysis'],
  },
  {
    id: 'back-strain',
    system: 'joints',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; rows 18 and 19 without their triggers',
    ages: [20, 48],
    onset: 'days',
    lay: lines(`
      {I} put {my} back out lifting a box, stiff and sore but walking ok
      {my} lower back aches after gardening, no pain down the legs
      {I} pulled something in {my} back at the gym, hurts to bend
      {I} {have} {my} old back ache again, same as ever, no numbness and peeing fine
      {my} back seized up after a long drive, better when {I} {move} about
      {I} {have} a sore lower back, feels like a muscle, no other symptoms
    `),
    nurse: lines(`
      mechanical LBP after lifting, walking, no red flags
      lumbar strain, no leg sx, bladder/bowel normal
      chronic LBP usual flare, ambulatory
      low back muscle pain post gym, neuro intact
    `),
    physician: lines(`
      mechanical low back pain after lifting without neurological signs
      a lumbar strain following gardening
      a usual flare of chronic low back pain
      muscular low back pain, walking normally
    `),
    terse: lines(`
      low back strain
      back pain after lifting
      usual back ache
      pulled back muscle
    `),
    absent: ['leg weakness', 'numbness', 'fever', 'bladder trouble', 'weight loss'],
    vitals: { pain: [3, 6] },
    diagnosis: [],
  },
  {
    id: 'back-pain-fever-injecting',
    system: 'joints',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 19',
    ages: [24, 70],
    onset: 'days',
    lay: lines(`
      {I} {have} bad back pain with fevers and {I} {inject} drugs
      {my} spine aches deep in the middle, {I} {am} on chemo and {have} had the shivers
      {I} {have} had night sweats, fever and back pain that won't let {me} sleep, {I} used to inject heroin
      {I} {have} cancer and new pain in {my} spine that's worse lying down
      {my} back is tender right on the bone, {I} {have} a temperature and use needles
      {I} {have} prostate cancer and now {my} back pain is constant and {my} legs feel wobbly
    `),
    nurse: lines(`
      back pain + fever, IVDU
      midline spinal tenderness, T 38.4, PWID
      known prostate Ca, new thoracic back pain, leg heaviness
      night sweats, lumbar pain, hx IVDU, febrile
    `),
    physician: lines(`
      back pain and fever with injecting drug use
      new thoracic spine pain with known prostate cancer and leg weakness
      midline spinal tenderness with fever
      persistent nocturnal back pain in a patient with metastatic cancer
    `),
    terse: lines(`
      back pain, fever, IVDU
      cancer, new spine pain
      back pain, injects drugs, fever
      spine tender, fever
    `),
    vitals: { tempC: [38.0, 38.6], pain: [6, 7] },
    absent: ['injury', 'cough'],
    diagnosis: ['abscess', 'osteomyelitis', 'cord compression'],
  },
  {
    id: 'knee-ache-chronic',
    system: 'joints',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (X-ray)',
    ages: [45, 78],
    onset: 'months',
    lay: lines(`
      {my} knees ache on the stairs, worse in cold weather
      {my} shoulder is stiff when {I} {reach} up, been like it a good while
      {I} {have} wear and tear in {my} hip and it nags after walks
      {my} thumb joints are sore when {I} {open} jars
      {my} elbow hurts from tennis
      {my} heel hurts with the first steps in the morning
    `),
    nurse: lines(`
      chronic knee pain, OA, walking
      stiff shoulder, reduced abduction, no trauma
      heel pain first steps, plantar
      elbow pain w/ gripping, sport
    `),
    physician: lines(`
      chronic knee pain on stairs
      gradual shoulder stiffness without trauma
      heel pain on first steps in the morning
      lateral elbow pain with gripping
    `),
    terse: lines(`
      knee ache, chronic
      stiff shoulder
      heel pain
      tennis elbow
    `),
    absent: ['fever', 'redness', 'injury', 'locking'],
    vitals: { pain: [2, 5] },
    diagnosis: [],
  },
  {
    id: 'big-toe-hot',
    system: 'joints',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource at most; recurrent, afebrile',
    ages: [40, 75],
    onset: 'day',
    lay: lines(`
      {my} gout is back in the big toe, red and sore, the same as before
      {my} toe joint is swollen and shiny, {I} {get} this with {my} gout, no fever
      {I} woke with {my} usual gout in the foot
      even the bed sheet hurts {my} big toe, {I} {have} gout attacks every year
      {my} big toe is throbbing, typical of {my} gout
      {I} {have} another flare of gout and ran out of tablets
    `),
    nurse: lines(`
      gout flare R 1st MTP, usual, afebrile
      hot swollen big toe, known gout
      recurrent gout, WB with limp, obs normal
      known gout, toe pain 6/10, well
    `),
    physician: lines(`
      a recurrent gout flare of the big toe, afebrile
      a swollen first metatarsophalangeal joint in known gout
      a typical gout attack as in previous years
      toe pain and redness with established gout
    `),
    terse: lines(`
      gout flare
      big toe gout
      usual gout
      toe swollen, known gout
    `),
    absent: ['fever', 'injury', 'open wound'],
    vitals: { pain: [4, 7] },
    diagnosis: [],
  },
  {
    id: 'abscess-small',
    system: 'skin',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (incision)',
    ages: [16, 60],
    onset: 'days',
    lay: lines(`
      {I} {have} a boil on {my} thigh with a white head, sore but {I} {feel} well
      there's a painful lump in {my} armpit full of pus, no fever
      {I} {have} an infected hair on {my} bikini line, a small red bump
      {my} fingernail edge is swollen and throbbing with pus
      {I} {have} an ingrown toenail that is red and oozing a bit
      {I} {have} a spot on {my} back that turned into a boil
    `),
    nurse: lines(`
      2cm abscess axilla, fluctuant, afebrile
      boil thigh, pointing, well
      paronychia R thumb, localised pus
      ingrown toenail, mild infection
    `),
    physician: lines(`
      a small fluctuant axillary abscess, afebrile
      a boil on the thigh without systemic signs
      paronychia of the thumb
      an ingrown toenail with mild infection
    `),
    terse: lines(`
      boil on thigh
      small abscess
      ingrown toenail
      infected finger nail
    `),
    absent: ['fever', 'rigors', 'spreading redness'],
    vitals: { pain: [2, 5] },
    diagnosis: [],
  },
];
