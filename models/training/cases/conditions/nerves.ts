import { type Condition, lines } from '../condition.ts';

/** Stroke, headache, seizures, confusion, dizziness, weakness. */
export const NERVES: readonly Condition[] = [
  {
    id: 'stroke-signs-now',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 5 (within 24 h)',
    ages: [45, 88],
    onset: 'hours',
    lay: lines(`
      one side of {my} face has dropped and {my} words come out all jumbled
      {my} right arm just hangs there and {my} mouth is drooping
      {I} suddenly can't lift {my} left arm or leg and {my} speech is slurred
      {I} {am} talking gobbledygook and {my} hand won't hold anything, came on all at once
      {my} smile is lopsided and {my} arm has gone dead
      {I} woke up today with the whole left side gone weak and can't get the words out
      {my} face looks droopy on one side and {my} leg gave way
    `),
    nurse: lines(`
      sudden L facial droop + arm weakness, slurred speech, FAST +ve
      acute R hemiparesis, aphasia
      new onset dysarthria, R arm drift, facial asymmetry
      sudden L sided weakness, face/arm/leg, GCS 15
    `),
    physician: lines(`
      sudden right arm weakness, facial droop and slurred speech
      acute expressive aphasia with right-sided weakness
      sudden left hemiparesis and facial asymmetry
      abrupt loss of power in one arm with garbled speech
    `),
    terse: lines(`
      facial droop, slurred speech
      sudden one-sided weakness
      FAST positive
      arm weakness, speech gone
    `),
    extraLay: lines(`
      {I} {was} perfectly normal at breakfast
      {I} can't walk straight
    `),
    absent: ['injury', 'fever', 'seizure'],
    vitals: { sbp: [150, 186] },
    diagnosis: ['stroke', 'CVA', 'infarct'],
  },
  {
    id: 'transient-weakness-resolved',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 5 (resolved within 7 days)',
    ages: [50, 85],
    lay: lines(`
      yesterday {my} arm went weak and {my} speech slurred for ten minutes, and now it is all back to normal
      {my} mouth drooped for a quarter of an hour this morning, then it cleared up completely
      {I} couldn't get {my} words out for about 20 minutes last night, fine since
      {my} left hand went useless for half an hour this morning and then came right
      {I} lost the sight in one eye like a blind coming down for five minutes yesterday, it came back
      {my} right side went numb and heavy for 15 minutes today and has gone now
    `),
    nurse: lines(`
      transient R arm weakness + slurred speech 15 min yesterday, fully resolved
      20 min expressive dysphasia this am, now back to baseline
      facial droop lasting 10 min, resolved, no deficit now
      amaurosis L eye 5 min yesterday, resolved
    `),
    physician: lines(`
      fifteen minutes of right arm weakness and slurred speech yesterday with full recovery
      a transient episode of speech loss this morning, now resolved
      brief facial droop that resolved within ten minutes today
      transient monocular visual loss yesterday
    `),
    terse: lines(`
      transient arm weakness, resolved
      slurred speech 15min, resolved
      facial droop, now gone
      brief speech loss today
    `),
    absent: ['headache', 'seizure', 'injury'],
    diagnosis: ['TIA', 'transient isch', 'stroke'],
  },
  {
    id: 'thunderclap-headache',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 6',
    ages: [38, 72],
    lay: lines(`
      {I} {have} the worst headache of {my} life, it hit like a hammer within seconds
      it was as if somebody hit {me} on the back of the head with a bat, the pain exploded and {my} neck is stiff
      a blinding headache came on in an instant while lifting and {I} {have} been sick since
      {my} head just exploded with pain out of nowhere, never had anything like it
      from nothing to the worst pain ever in {my} head in under a minute
      {I} got a sudden massive headache in the shower like a clap of thunder and {my} neck hurts
    `),
    nurse: lines(`
      sudden onset worst ever HA, peaked in secs, vomiting, neck stiff
      thunderclap headache, occipital, 10/10
      abrupt severe headache during exertion, alert
      worst headache of life, onset instantaneous, photophobia
    `),
    physician: lines(`
      an instantaneous severe occipital headache with vomiting
      the worst headache of life, reaching its peak within seconds
      abrupt explosive headache on exertion with neck stiffness
      thunderclap headache, alert and orientated
    `),
    terse: lines(`
      worst headache ever, sudden
      thunderclap headache
      sudden explosive headache
      sudden severe headache, vomiting
    `),
    absent: ['fever', 'injury', 'migraine before'],
    vitals: { pain: [9, 10], sbp: [140, 176] },
    diagnosis: ['haemorrhage', 'subarachnoid', 'aneurysm'],
  },
  {
    id: 'fever-stiff-neck',
    system: 'infection',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 8',
    ages: [4, 45],
    onset: 'hours',
    lay: lines(`
      {I} {have} a raging fever, can't bend {my} neck and the light hurts {my} eyes
      {my} neck has gone so stiff {I} can't look down and {I} {am} boiling hot with a banging head
      {I} can't put {my} chin down, {my} temperature is high and {my} head is splitting
      bad headache, hot and shivery, and {my} neck won't bend forward
      {I} {am} shivery with a fever and a terrible head, and even the lamp hurts {my} eyes
      {my} head is pounding with a high temperature, {I} can't touch {my} chin to {my} chest and {I} {keep} being sick
    `),
    nurse: lines(`
      febrile, neck stiffness, photophobia, GCS 15
      T 39.4, HA, stiff neck, alert
      HA + fever + meningism, vomiting
      pyrexial, photophobia, neck stiff on flexion, A+O x3
    `),
    physician: lines(`
      fever, headache and neck stiffness with photophobia
      high fever with neck rigidity in an alert patient
      headache, temperature and positive Kernig's sign, fully orientated
      an alert student with fever, photophobia and pain on neck flexion
    `),
    terse: lines(`
      fever, neck stiffness, photophobia
      temp and stiff neck
      fever, stiff neck
      headache neck stiffness fever
    `),
    vitals: { tempC: [39.0, 40.0], hr: [118, 138] },
    diagnosis: ['meningitis', 'meningococc'],
  },
  {
    id: 'fever-purple-spots-drowsy',
    system: 'infection',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 8',
    ages: [4, 45],
    onset: 'hours',
    lay: lines(`
      {I} {am} burning up with a splitting head, stiff neck and {am} getting muddled
      {my} neck is rigid and {I} {have} a fever and purple spots that don't fade under a glass
      {I} {have} a temperature and dark blotchy spots on {my} legs that stay when {I} {press} them
      {I} {am} feverish, drowsy and scream when anyone moves {my} head
      {my} skin has come out in purple blotches, {I} {am} shivering and freezing and hot at once
      {I} {have} a high temperature, {my} neck hurts and nobody can keep {me} awake
    `),
    nurse: lines(`
      febrile, neck stiffness, photophobia, drowsy
      T 39.5, non-blanching rash legs, lethargic
      petechial rash spreading, fever, unwell ++
      fever, purpura legs + trunk, CRT 4s
    `),
    physician: lines(`
      a spreading non-blanching rash with fever and drowsiness
      high fever with neck rigidity and altered mentation
      acute febrile illness with petechiae and neck stiffness
      fever, purpura and increasing drowsiness
    `),
    terse: lines(`
      fever, non-blanching rash
      purple spots, fever
      fever stiff neck drowsy
      fever, purpura
    `),
    vitals: { tempC: [39.0, 40.0], hr: [118, 138] },
    diagnosis: ['meningitis', 'meningococc'],
  },
  {
    id: 'migraine-usual',
    system: 'nerves',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (injection and fluids), no red flag',
    ages: [18, 42],
    onset: 'day',
    lay: lines(`
      {I} {have} {my} usual migraine, one sided and throbbing, {I} {'ve} been sick and {my} tablets won't stay down
      it is the same as all {my} migraines, with zigzags first, but {I} {keep} throwing up
      {my} migraine is back, exactly like before, it crept up over the morning and nothing works
      {I} {have} a throbbing headache on one side with sickness, the same migraine {I} {get} every month
      {I} {need} something for {my} migraine, typical for {me}, can't keep the tablets down
      {my} usual migraine came on slowly and light bothers {me}, vomited three times
    `),
    nurse: lines(`
      typical migraine, unilateral throbbing, vomiting, usual pattern
      known migraineur, same as prev attacks, gradual onset, N/V
      migraine as usual w/ aura, tablets vomited
      HA gradual, identical to previous migraines, no neuro deficit
    `),
    physician: lines(`
      a typical migraine attack with vomiting, identical to earlier ones
      a gradual unilateral throbbing headache in a known migraineur
      recurrence of usual migraine unresponsive to oral tablets
      a familiar migraine with visual aura and nausea, normal neurology
    `),
    terse: lines(`
      usual migraine, vomiting
      migraine, typical
      migraine, tablets not working
      known migraine, same
    `),
    absent: ['fever', 'neck stiffness', 'weakness', 'injury', 'sudden onset'],
    vitals: { pain: [5, 7] },
    diagnosis: [],
  },
  {
    id: 'tension-headache',
    system: 'nerves',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 42],
    onset: 'days',
    lay: lines(`
      {I} {have} a dull band round {my} head after long days at the screen
      {I} {keep} getting a mild headache across {my} forehead by the evening, goes with a couple of painkillers
      {my} head feels tight on both sides, stress at work probably, no other symptoms
      {I} {have} an on and off ache at the back of {my} head, better when {I} {relax}
      {I} {get} a bit of a headache when {I} {am} tired, just wanted advice
      it is a nagging mild headache like a tight hat, {I} {am} still working
    `),
    nurse: lines(`
      mild bilat band-like HA, no red flags, stress
      dull frontal headache on/off, relieved by paracetamol, well
      gradual mild headache, screen work, neuro NAD
      HA 3/10, no N/V/visual sx, walking and talking
    `),
    physician: lines(`
      a mild bilateral band-like headache related to stress
      an intermittent dull frontal headache relieved by simple analgesics
      a gradual mild headache with normal neurology
      low-grade headaches at the end of the working day
    `),
    terse: lines(`
      mild headache
      dull headache, stress
      tension type headache
      headache after screen work
    `),
    absent: ['fever', 'vomiting', 'neck stiffness', 'weakness', 'visual disturbance', 'injury'],
    vitals: { pain: [1, 4] },
    diagnosis: [],
  },
  {
    id: 'seizure-ongoing',
    system: 'nerves',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 26 (now or over 5 minutes)',
    ages: [2, 70],
    othersOnly: true,
    lay: lines(`
      {I} {am} fitting and it hasn't stopped for over ten minutes
      {I} {am} having a seizure right now, jerking all over and foaming at the mouth
      {I} {have} been shaking and stiff for ten minutes, eyes rolled back, can't be woken
      {I} {keep} fitting, one after another, without waking up in between
      {I} {am} convulsing on the floor now and going blue
      {I} started a fit about fifteen minutes ago and {am} still twitching and not responding
    `),
    nurse: lines(`
      actively seizing 12 min, not terminating
      generalised tonic clonic seizure ongoing on arrival
      repeated seizures w/o recovery between, sats 88%
      fitting >10 min, unresponsive, cyanosed
    `),
    physician: lines(`
      a generalised convulsion that has continued for twelve minutes
      an ongoing tonic-clonic seizure on arrival
      repeated convulsions without recovery of consciousness
      prolonged seizure activity, unresponsive
    `),
    terse: lines(`
      seizing now
      fitting 10 minutes
      ongoing seizure
      back to back seizures
    `),
    vitals: { avpu: 'U', hr: [128, 150], spo2: [86, 92] },
    diagnosis: ['status epilepticus'],
  },
  {
    id: 'first-seizure-recovered',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 26 (first ever)',
    ages: [16, 65],
    onset: 'hours',
    lay: lines(`
      {I} had a fit for the first time ever, shook all over for two minutes and bit {my} tongue
      {I} went stiff and jerked, wet {myself}, and came round groggy, it has never happened before
      {I} had {my} first ever seizure at work, it stopped by itself
      {I} had a convulsion at the bus stop, never been epileptic, and {my} tongue is bitten
      {I} had some kind of fit today, arms and legs shaking, first time in {my} life
      somebody saw {me} jerking on the ground for a minute or two, {I} {have} never had one before and {feel} dazed
    `),
    nurse: lines(`
      first ever GTC seizure, 2 min, self-terminated, post-ictal
      new onset seizure, tongue bitten, incontinent, GCS 14 improving
      1st fit witnessed at work, no hx epilepsy
      ?first seizure, now GCS 15, drowsy
    `),
    physician: lines(`
      a first generalised seizure lasting two minutes, now recovering
      a first-ever convulsion with tongue biting and incontinence
      a new witnessed seizure without any history of epilepsy
      an unprovoked first fit, self-limiting
    `),
    terse: lines(`
      first ever seizure
      new fit, now awake
      first seizure, tongue bitten
      convulsion, never before
    `),
    absent: ['fever', 'head injury', 'alcohol'],
    diagnosis: [],
  },
  {
    id: 'known-epilepsy-usual-seizure',
    system: 'nerves',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources; usual seizure of known epilepsy, recovered',
    ages: [14, 55],
    onset: 'hours',
    lay: lines(`
      {I} {have} epilepsy and had one of {my} usual short seizures, missed a couple of tablets, {I} {am} back to normal
      {I} had {my} typical fit, lasted a minute like always, known epilepsy, fully awake now
      {I} {am} epileptic and had a normal for {me} seizure this time, recovered but {want} {my} tablets checked
      {my} usual kind of seizure happened, one minute, {I} {have} had epilepsy for years and {feel} fine now
      one brief fit, same as always with {my} epilepsy, nothing hurt, wide awake now
      {I} missed {my} epilepsy tablets and had a short seizure just like before, {I} {'m} ok again
    `),
    nurse: lines(`
      known epileptic, single typical seizure 1 min, missed meds, GCS 15
      usual pattern seizure, self-terminated, back to baseline
      epilepsy, one brief GTC, fully recovered, no injury
      typical fit for pt, alert and orientated
    `),
    physician: lines(`
      a single brief seizure typical of known epilepsy, fully recovered
      a usual-pattern seizure after missed tablets, at baseline
      one self-limiting seizure in long-standing epilepsy with no injury
      a typical breakthrough seizure, alert and orientated
    `),
    terse: lines(`
      usual seizure, recovered
      known epilepsy, brief fit
      epileptic, typical seizure
      missed meds, brief seizure
    `),
    absent: ['head injury', 'fever', 'repeated seizures'],
    chart: { conditions: ['Epilepsy'], medications: ['lamotrigine'] },
    diagnosis: [],
  },
  {
    id: 'new-confusion-old',
    system: 'nerves',
    facts: { newlyConfused: true, resources: 2 },
    basis: 'row 40',
    ages: [72, 94],
    othersOnly: true,
    onset: 'day',
    lay: lines(`
      {I} {am} suddenly muddled, {I} {don't} know where {I} {am} and {keep} seeing things
      {I} {have} gone all confused, normally sharp as a tack, asking for people who died years ago
      {I} {am} not making any sense and {'ve} been picking at the bedclothes, not like this last week
      {I} didn't recognise me this morning, that has never happened before
      {I} {am} talking nonsense and {am} more sleepy than usual, really out of character
      {I} {have} dementia but this is much worse than normal, overnight, agitated and not knowing anyone
    `),
    nurse: lines(`
      acute confusion, normally orientated, now disorientated x3
      new onset confusion, pulling at clothes, ?infection
      sudden decline in mental state, baseline independent, hallucinating
      dementia but acutely more confused + drowsy since yesterday per carer
    `),
    physician: lines(`
      acute confusion with fluctuating alertness, previously independent
      new disorientation and visual hallucinations
      a sudden decline in cognition over one day on a background of mild dementia
      recent onset of confusion reported by carers
    `),
    terse: lines(`
      new confusion
      acutely confused, elderly
      suddenly muddled
      sudden confusion, normally fine
    `),
    absent: ['fall', 'head injury', 'weakness'],
    diagnosis: ['delirium'],
  },
  {
    id: 'positional-vertigo',
    system: 'nerves',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource; no BE-FAST sign',
    ages: [30, 62],
    onset: 'days',
    lay: lines(`
      the room spins for a few seconds whenever {I} {turn} over in bed, then it stops
      {I} {get} a short spinning feeling when {I} {look} up or {roll} over, fine in between
      {I} {have} dizzy spells lasting under a minute when {I} {move} {my} head a certain way, walking normally
      whenever {I} {lie} down on the right side everything whirls for a moment, {I} {had} it last year too
      {I} {get} giddy for ten seconds when {I} {bend} down, otherwise steady
      rolling over in bed sets off a brief whirling, {I} {feel} normal the rest of the time
    `),
    nurse: lines(`
      brief positional vertigo, secs, no focal neuro, gait normal
      spinning on turning in bed, recurrent, walks steady
      positional dizziness <1 min, speech/face/arms normal
      vertigo w/ head movement only, had before
    `),
    physician: lines(`
      brief spinning on turning in bed with a normal gait and neurology
      recurrent positional vertigo lasting seconds
      short-lived vertigo provoked by head movement, similar episode last year
      positional dizziness without hearing loss or focal signs
    `),
    terse: lines(`
      brief spinning, turning head
      positional dizziness
      vertigo on rolling over
      dizzy seconds, head movement
    `),
    absent: ['headache', 'weakness', 'speech problems', 'double vision', 'fainting'],
    diagnosis: ['BPPV'],
  },
  {
    id: 'cauda-equina-signs',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 18',
    ages: [28, 62],
    onset: 'day',
    lay: lines(`
      {my} back is bad and now {I} {am} numb between {my} legs and can't pee
      {I} {have} back pain down both legs and can't feel it when {I} {wipe}
      {my} back went and {I} {'ve} wet {myself} without knowing
      {my} saddle area has gone numb and both legs are weak with the back pain
      {I} can't start a wee and {my} bottom is numb, on top of the slipped disc
      both {my} legs are going weak, back is killing {me} and {I} {have} lost control of {my} bowels
    `),
    nurse: lines(`
      LBP, saddle numbness, urinary retention
      back pain + bilat sciatica, reduced perianal sensation
      lumbar pain, new incontinence, leg weakness both sides
      severe LBP, can't PU, numb perineum
    `),
    physician: lines(`
      low back pain with saddle anaesthesia and urinary retention
      bilateral sciatica with perianal numbness
      back pain, bilateral leg weakness and new incontinence
      lumbar pain with loss of bladder sensation
    `),
    terse: lines(`
      back pain, saddle numbness
      back pain, can't pee
      numb bottom, back pain
      bilateral sciatica, incontinence
    `),
    absent: ['fever', 'injury'],
    diagnosis: ['cauda equina'],
  },
  {
    id: 'old-headache-jaw-ache',
    system: 'nerves',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 7',
    ages: [58, 86],
    onset: 'weeks',
    lay: lines(`
      {I} {have} a new headache at the temple, it hurts to comb {my} hair and {my} jaw aches when {I} {chew}
      {my} temples are tender to touch and {my} eyesight went misty in one eye yesterday
      {my} scalp is sore, {my} jaw gets tired eating and {I} {have} this headache
      a headache on one side of {my} forehead with a sore scalp and jaw pain chewing meat
      {I} can't put {my} head on the pillow because the side is so tender, and {my} vision blurred for a bit
      {my} temple throbs, it hurts to wear {my} glasses, and chewing makes {my} jaw ache
    `),
    nurse: lines(`
      new temporal HA, scalp tenderness, jaw claudication
      headache + tender temples, transient visual loss L
      temporal headache, pain on chewing, sore scalp
      HA new, tender temporal artery, blurred vision
    `),
    physician: lines(`
      a new temporal headache with scalp tenderness and jaw claudication
      temple tenderness and transient visual blurring
      headache with pain on chewing and a tender scalp
      a new headache with jaw claudication and visual change
    `),
    terse: lines(`
      temple headache, jaw pain chewing
      scalp tenderness, headache
      new headache, vision blurred
      sore temple, jaw ache
    `),
    absent: ['fever', 'injury', 'neck stiffness'],
    diagnosis: ['arteritis'],
  },
  {
    id: 'facial-palsy-whole-side',
    system: 'nerves',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources; the forehead is weak too, limbs and speech normal, days old',
    ages: [18, 45],
    lay: lines(`
      for three days {I} can't close {my} left eye or wrinkle that side of {my} forehead, arms and legs are fine, seen by the GP on day one who called it a nerve palsy
      {my} GP diagnosed a facial nerve palsy on Monday and {my} eye is now dry and sore, nothing else has changed
      {I} {have} a known facial nerve palsy since last week and {want} the eye checked, no new symptoms
      {my} facial palsy was diagnosed five days ago, {I} {have} come for the eye drops review and {feel} well
      half {my} forehead and cheek have been paralysed since last week, already diagnosed as nerve palsy, now {my} eye waters
      {I} {was} told {I} {have} a nerve palsy of the face a week ago and {my} eye will not shut at night
    `),
    nurse: lines(`
      dx LMN facial palsy 5/7 ago, eye irritation, limbs/speech normal
      known facial nerve palsy, forehead involved, here for eye review
      facial nerve palsy under GP x1/52, dry eye, no new neuro
      LMN facial weakness incl forehead, day 6, stable
    `),
    physician: lines(`
      a lower motor neurone facial palsy diagnosed last week, now with a dry eye
      stable facial nerve palsy involving the forehead, day six
      eye discomfort with a known facial nerve palsy and no new deficit
      an established lower motor neurone facial weakness for review
    `),
    terse: lines(`
      known facial nerve palsy
      facial palsy, eye review
      nerve palsy week, dry eye
      LMN facial palsy stable
    `),
    absent: ['arm weakness', 'speech problems', 'headache'],
    diagnosis: ["Bell's"],
  },
];
