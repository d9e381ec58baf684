import { type Condition, lines } from '../condition.ts';

/** Overdose, poisoning, alcohol, heat, cold, water, current. */
export const POISONS_AND_SURROUNDINGS: readonly Condition[] = [
  {
    id: 'opioid-not-breathing',
    system: 'poison',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 28 (opioid with slow breathing)',
    ages: [17, 60],
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} took heroin and {am} blue and hardly breathing
      we found {me} with a needle in the arm, lips purple, a breath every now and then
      {I} took {I} {don't} know how many of the strong painkillers and can't be woken, tiny pupils
      {I} {am} snoring weirdly and won't wake up after fentanyl
      {I} smoked something, slumped over, and {am} breathing about four times a minute
      {I} swallowed a handful of methadone and {am} grey and floppy
    `),
    nurse: lines(`
      ?opioid OD, RR 4, pinpoint pupils, GCS 5
      found unresponsive, cyanosed, track marks, RR 6
      heroin use, resps 5/min, sats 76%
      fentanyl OD, apnoeic episodes, naloxone given by crew
    `),
    physician: lines(`
      unresponsiveness with pinpoint pupils and a respiratory rate of 5 after heroin
      suspected opioid overdose with hypoventilation and cyanosis
      coma and bradypnoea after fentanyl
      depressed consciousness with slow respirations following methadone
    `),
    terse: lines(`
      heroin OD, RR 5
      opioid overdose, blue
      overdose not breathing
      pinpoint pupils, unresponsive
    `),
    vitals: { rr: [4, 7], spo2: [70, 84], avpu: 'U' },
    diagnosis: [],
  },
  {
    id: 'paracetamol-overdose',
    system: 'poison',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 28',
    ages: [14, 60],
    onset: 'hours',
    lay: lines(`
      {I} swallowed a whole packet and a half of paracetamol, {I} {feel} ok at the moment
      {I} took about thirty painkillers after a row
      {I} {have} taken too many tablets on purpose, mostly paracetamol
      {I} took an overdose of {my} antidepressants and regret it
      {I} {have} been taking double the dose of paracetamol for toothache for days without thinking
      {I} emptied the bottle of pills, {I} {feel} a bit sick but awake
    `),
    nurse: lines(`
      intentional OD paracetamol ~24 tabs, alert
      staggered paracetamol overdose, dental pain
      mixed OD, GCS 15, nausea
      took 30 x tablets 3h ago, DSH, tearful
    `),
    physician: lines(`
      an intentional paracetamol overdose, currently alert
      a staggered overdose of paracetamol for dental pain
      a mixed tablet ingestion in the context of self-harm
      deliberate ingestion of about thirty tablets, asymptomatic
    `),
    terse: lines(`
      paracetamol overdose
      took 30 tablets
      OD tablets, alert
      staggered overdose
    `),
    absent: ['vomiting', 'drowsiness', 'abdominal pain'],
    diagnosis: [],
  },
  {
    id: 'gas-headache-house',
    system: 'poison',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 28 (carbon monoxide)',
    ages: [8, 80],
    onset: 'hours',
    lay: lines(`
      {my} carbon monoxide alarm went off and {I} {have} a headache and {feel} sick
      everyone in {my} house including the dog has a headache since the boiler was lit, and {I} {am} dizzy
      {I} sat in the garage with the engine running and now {my} head is pounding and {I} {feel} woozy
      {I} used a barbecue indoors and {I} {have} a throbbing head and nausea, so do the others
      {I} {have} a bad head and queasiness that clears when {I} {leave} the house, gas heater is old
      the fire brigade measured carbon monoxide at ours and {I} {am} lightheaded with a headache
    `),
    nurse: lines(`
      CO alarm activated, HA + nausea, household affected
      ?CO exposure, faulty boiler, dizzy
      indoor BBQ, several occupants with headache/vomiting
      garage exhaust exposure, headache, GCS 15
    `),
    physician: lines(`
      headache and nausea after a carbon monoxide alarm
      several household members with headache and dizziness, faulty boiler
      suspected carbon monoxide exposure from an indoor barbecue
      headache that improves away from home, with a gas heater
    `),
    terse: lines(`
      carbon monoxide, headache
      CO alarm, nausea
      ?CO poisoning
      CO exposure, dizzy
    `),
    absent: ['fever', 'neck stiffness', 'fainting'],
    diagnosis: [],
  },
  {
    id: 'child-swallowed-battery',
    system: 'poison',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 32 (button battery, magnets)',
    ages: [1, 6],
    onset: 'hours',
    lay: lines(`
      {I} {have} swallowed a button battery from the remote
      {I} put a little round battery in {my} mouth and it's gone, drooling a bit
      I think {I} swallowed two of the tiny strong magnets
      the battery of the toy is missing and {I} {am} pointing at {my} throat
      {I} ate a watch battery
      {I} {have} swallowed a coin battery and won't eat
    `),
    nurse: lines(`
      ?ingested button battery, drooling slightly
      swallowed 2 magnets, asymptomatic
      button battery missing, refusing food
      coin cell ingestion, stable
    `),
    physician: lines(`
      suspected ingestion of a button battery
      swallowing of two small magnets
      a missing coin battery and refusal to eat
      witnessed ingestion of a disc battery
    `),
    terse: lines(`
      swallowed button battery
      swallowed magnets
      battery ingestion
      ?coin battery swallowed
    `),
    absent: ['vomiting', 'fever', 'breathing difficulty'],
    diagnosis: [],
  },
  {
    id: 'drunk-asleep-rousable',
    system: 'poison',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources; intoxicated, rousable, no injury',
    ages: [18, 55],
    onset: 'hours',
    lay: lines(`
      {I} {have} had far too much vodka, {I} {am} drunk and vomiting but talking and awake
      {I} {am} very drunk, wobbly and being sick, {I} {answer} everybody and know where {I} {am}
      {I} drank two bottles of wine and can't stop throwing up, joking and alert though
      {I} {am} drunk as a skunk and {need} fluids, no falls or knocks
      {I} {am} hammered after a party, vomiting, still chatting to us
      {I} {was} on a drinking binge and {feel} sick and shaky, knows what day it is
    `),
    nurse: lines(`
      EtOH intoxication, alert + orientated, vomiting x3, no HI
      intoxicated, rousable to normal voice, GCS 15, no injury
      drunk, unsteady, vomiting, CBG 5.8
      alcohol excess tonight, talking, obs stable
    `),
    physician: lines(`
      alcohol intoxication with vomiting, alert and uninjured
      acute alcohol intoxication, oriented, glucose normal
      repeated vomiting after heavy drinking, GCS 15
      uncomplicated drunkenness with unsteadiness
    `),
    terse: lines(`
      drunk, vomiting, alert
      EtOH, GCS 15
      intoxicated, no injury
      alcohol, talking, sick
    `),
    absent: ['head injury', 'seizure', 'other drugs', 'blood in vomit'],
    diagnosis: [],
  },
  {
    id: 'alcohol-withdrawal-shakes',
    system: 'poison',
    facts: { highRisk: true, resources: 2 },
    basis: 'ESI v5 B: high risk (withdrawal with hallucination or earlier seizures)',
    ages: [30, 68],
    onset: 'day',
    lay: lines(`
      {I} stopped drinking two days ago and {I} {am} shaking, sweating and seeing insects on the wall
      {I} {am} coming off the booze, trembling all over and had a fit last time
      {I} {have} not had a drink since Saturday, heart pounding, seeing things that aren't there
      {I} {am} a heavy drinker who quit cold turkey, drenched in sweat and jumpy with visions
      {my} hands won't stop shaking since {I} gave up vodka and {I} {hear} voices
      {I} {have} the DTs I think, sweating, shaking and picking at things
    `),
    nurse: lines(`
      EtOH withdrawal, tremor, diaphoretic, visual hallucinations
      last drink 48h ago, shaking, hx withdrawal seizures
      alcohol dependent, stopped, agitated + sweaty, seeing insects
      CIWA high, tremulous, hallucinating
    `),
    physician: lines(`
      tremor, sweating and visual hallucinations two days after the last drink
      alcohol withdrawal with previous withdrawal seizures
      agitation and tremulousness after abrupt alcohol cessation
      perceptual disturbance and diaphoresis in alcohol withdrawal
    `),
    terse: lines(`
      alcohol withdrawal, hallucinating
      EtOH withdrawal, shaking, seizures before
      stopped drinking, seeing things
      DTs, tremor, sweating
    `),
    vitals: { hr: [104, 122], tempC: [37.2, 37.9] },
    absent: ['head injury', 'fever'],
    diagnosis: ['delirium tremens'],
  },
  {
    id: 'heat-collapse-confused',
    system: 'surroundings',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 37',
    ages: [18, 82],
    othersOnly: true,
    onset: 'hours',
    lay: lines(`
      {I} collapsed running in the heat, skin is burning hot and {I} {am} talking gibberish
      {I} {was} working on a roof in the sun, now confused, boiling hot, temperature 41
      {I} {was} found in a baking flat, hot and dry to touch and not making sense
      {I} went down at the marathon, 41 degrees and staggering, doesn't know us
      {I} sat in a hot car, {am} red hot and twitching and barely responding
      {my} temperature is 41.2 after the heatwave and {I} {am} delirious
    `),
    nurse: lines(`
      exertional collapse in heat, T 41.3, confused, GCS 12
      found in hot flat, T 41, dry skin, delirious
      marathon runner, rectal T 41.5, combative
      heat exposure, T 40.9, drowsy, HR 146
    `),
    physician: lines(`
      collapse after exertion in the heat with a temperature of 41.3 and confusion
      hyperthermia of 41 with delirium during a heatwave
      confusion and hot dry skin after outdoor work
      an athlete with a core temperature of 41.5 and altered mental state
    `),
    terse: lines(`
      heat collapse, T 41, confused
      T 41.3 confused, marathon
      heatwave, hot, delirious
      found hot, unresponsive, T 41
    `),
    vitals: { tempC: [40.7, 41.6], hr: [128, 150], rr: [24, 32] },
    diagnosis: ['heat stroke', 'heatstroke'],
  },
  {
    id: 'cold-found-outside',
    system: 'surroundings',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 37 (below 32)',
    ages: [20, 88],
    othersOnly: true,
    onset: 'hours',
    lay: lines(`
      {I} {was} found lying outside in the frost, stone cold and hardly responding
      {I} fell in the lake and {am} stiff, blue and no longer shivering
      {I} spent the night on the floor with no heating, icy to touch and mumbling
      we pulled {me} from the river, {I} {am} freezing cold and drowsy
      {I} {was} out in the snow all night, {my} temperature is 29 and {I} barely open {my} eyes
      {I} got lost on the hill, {am} frozen stiff and slurring and nodding off
    `),
    nurse: lines(`
      found outdoors, T 29.6, GCS 9, bradycardic 42
      immersion in lake, T 30.2, not shivering, drowsy
      long lie unheated flat, core T 30, mumbling
      hypothermic 29, slow pulse, stiff
    `),
    physician: lines(`
      a core temperature of 29.6 with reduced consciousness after a night outdoors
      cold-water immersion with drowsiness and absent shivering
      severe hypothermia of 30 after a long lie
      profound cold exposure with bradycardia and stupor
    `),
    terse: lines(`
      T 29, drowsy
      found in snow, unresponsive
      hypothermia 30, GCS 9
      lake rescue, cold, drowsy
    `),
    vitals: { tempC: [28.5, 31.5], hr: [38, 48], rr: [8, 11], sbp: [78, 92] },
    diagnosis: [],
  },
  {
    id: 'heat-tired-mild',
    system: 'surroundings',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [14, 50],
    onset: 'hours',
    lay: lines(`
      {I} got a bit too hot gardening, felt lightheaded, better after shade and water
      {I} {have} a mild headache from being in the sun, drinking now and feeling better
      {I} {was} sweaty and tired after the festival in the heat, fine after a rest
      {I} had leg cramps after a hot day's work, gone with drinks
      {I} felt woozy in the sauna, cooled down and {am} alright
      {I} overheated at football training, cooled off, drinking well and normal again
    `),
    nurse: lines(`
      mild heat exposure, improved w/ fluids + shade, alert, T 37.2
      hot day, headache mild, tolerating PO
      heat cramps, resolved, obs normal
      felt faint in sauna, recovered
    `),
    physician: lines(`
      mild heat-related tiredness relieved by rest and fluids
      transient light-headedness in hot weather, recovered
      leg cramps after work in heat, resolved
      a slight headache after sun exposure, drinking well
    `),
    terse: lines(`
      too hot, better now
      heat cramps, resolved
      mild heat tiredness
      sun headache, drinking
    `),
    absent: ['confusion', 'vomiting', 'chest pain', 'fainting'],
    diagnosis: [],
  },
  {
    id: 'near-drowning',
    system: 'surroundings',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 1; ESI v5 A',
    ages: [2, 60],
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} {was} pulled from the pool not breathing, we gave breaths, now gurgling and blue
      {I} went under for minutes, {am} coughing foam and hardly awake
      {I} nearly drowned in the sea, gasping with froth at the mouth
      we found {me} face down in the pond, floppy and grey
      {I} {was} under water and {am} breathing badly now, lips blue
      {I} sank in the bath and stopped breathing, came round but is drowsy and rattling
    `),
    nurse: lines(`
      submersion 4 min, CPR given, GCS 9, sats 80%
      near drowning, frothy, RR 40, drowsy
      pulled from pool apnoeic, rescue breaths, crackles
      drowning, cyanosed, vomiting water
    `),
    physician: lines(`
      submersion with apnoea requiring rescue breaths, now drowsy and hypoxic
      near-drowning with respiratory distress and froth
      retrieval from a pool face down, depressed consciousness
      a drowning incident with persistent hypoxia
    `),
    terse: lines(`
      near drowning, blue
      pulled from pool, drowsy
      drowned, CPR given
      submersion, sats 80%
    `),
    vitals: { spo2: [74, 86], rr: [34, 44], avpu: 'V' },
    diagnosis: [],
  },
  {
    id: 'electric-shock-mains',
    system: 'surroundings',
    facts: { highRisk: true, resources: 2 },
    basis: 'ESI v5 B: high-risk mechanism (high voltage or symptoms)',
    ages: [16, 62],
    onset: 'hours',
    lay: lines(`
      {I} got an electric shock from an overhead line and was thrown back, hand is burnt
      {I} touched a live cable at work, blacked out for a moment and {my} heart flutters
      {I} had a big shock across both arms from the fuse board and {my} chest feels funny
      lightning struck right next to {me}, {I} {was} knocked down and {my} ears ring
      a high voltage cable got {me}, there are burn marks on {my} palm and foot
      {I} got zapped by an industrial machine, couldn't let go, and passed out
    `),
    nurse: lines(`
      high voltage electrocution, entry wound hand, thrown 2m
      electric shock w/ brief LOC, palps
      hand to hand shock, ECG needed, burns palm
      lightning strike nearby, knocked down, alert
    `),
    physician: lines(`
      a high-voltage electrical injury with hand burns
      an electric shock with brief loss of consciousness and palpitations
      transthoracic electric shock with chest discomfort
      a lightning injury, alert
    `),
    terse: lines(`
      electric shock, passed out
      high voltage burn hand
      electrocuted, palpitations
      lightning strike
    `),
    absent: ['neck pain', 'weakness'],
    diagnosis: [],
  },
];
