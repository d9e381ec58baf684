import { type Condition, lines } from '../condition.ts';

/** Airway, asthma, chest infections, coughs and colds. */
export const BREATHING: readonly Condition[] = [
  {
    id: 'asthma-exhausted',
    system: 'breathing',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 11 (life-threatening)',
    ages: [8, 55],
    onset: 'hours',
    lay: lines(`
      {I} can't get a word out for {my} asthma, {my} lips are turning blue and {I} {am} too worn out to breathe
      {my} inhaler does nothing any more, {I} {am} gasping and getting sleepy
      {I} {have} asthma, {I} {am} hardly moving any air and {my} lips look blue
      {my} asthma is so bad {I} {am} drowsy and can't speak at all
      {I} {am} fighting for every breath with {my} asthma, {I} {am} grey and exhausted
      ten puffs of the blue inhaler and still {I} can't talk, {I} {am} going floppy and blue round the mouth
    `),
    nurse: lines(`
      asthmatic, single words, silent chest, tiring, SpO2 86%
      severe asthma attack, exhausted, drowsy, cyanosed lips
      unable to speak, poor air entry bilat, sats 87% on air, known asthma
      asthma, tripod, quiet chest, GCS dropping
    `),
    physician: lines(`
      an asthma attack with a silent chest, exhaustion and cyanosis
      severe acute asthma, unable to speak, drowsy with saturations of 86 percent
      worsening asthma with poor respiratory effort and bluish lips
      asthma unresponsive to repeated inhaler, now drowsy with minimal air entry
    `),
    terse: lines(`
      asthma, blue lips
      asthma, silent chest, drowsy
      asthmatic can't speak, exhausted
      asthma sats 85%
    `),
    vitals: { hr: [128, 148], rr: [32, 40], spo2: [82, 89] },
    diagnosis: ['status asthmaticus'],
  },
  {
    id: 'asthma-severe',
    system: 'breathing',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 11 (severe)',
    ages: [6, 60],
    onset: 'hours',
    lay: lines(`
      {my} asthma has flared and {I} can't finish a sentence without stopping for air
      {I} {am} wheezing badly, only a few words at a time, and the blue inhaler wears off in minutes
      {I} {have} asthma and {my} chest is so tight {I} can only talk in bits
      {I} {am} really struggling with {my} asthma, sucking in at the ribs and wheezing
      {I} {'ve} used {my} reliever eight times today and {I} {am} still too breathless to talk properly
      {my} wheeze is terrible and {I} {need} to stop for breath every few words, {I} {am} asthmatic
    `),
    nurse: lines(`
      asthma, unable to complete sentences, accessory muscle use, wheeze ++
      known asthmatic, RR 30, HR 122, widespread wheeze, 3-4 words
      acute asthma, minimal relief from salbutamol, can't complete sentences
      wheezy ++, intercostal recession, asthma, speaking in phrases
    `),
    physician: lines(`
      an acute asthma flare, unable to complete sentences
      severe wheeze with accessory muscle use and poor response to reliever
      worsening asthma with speech limited to a few words
      asthma with marked wheeze, tachypnoea and recession
    `),
    terse: lines(`
      asthma, can't complete sentences
      asthma attack, inhaler failing
      wheeze, accessory muscles, asthma
      severe wheeze asthmatic
    `),
    vitals: { hr: [122, 132], rr: [31, 36], spo2: [92, 94] },
    absent: ['fever', 'chest pain', 'rash'],
    diagnosis: [],
  },
  {
    id: 'asthma-mild',
    system: 'breathing',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (nebuliser or inhaler), no danger sign',
    ages: [7, 50],
    onset: 'days',
    lay: lines(`
      {I} {have} a bit of a wheeze with {my} asthma at night, the blue inhaler sorts it out
      {my} asthma is a little worse with the pollen, {I} can talk and walk normally
      {I} {am} slightly wheezy with this cold, {my} inhaler helps, and {I} {am} playing as usual
      {I} {cough} at night with {my} asthma and {need} the inhaler twice a day rather than once
      {I} {have} mild asthma symptoms, chatting in full sentences, inhaler works
      {my} chest is a touch tight with {my} asthma since the cat came, two puffs settle it
    `),
    nurse: lines(`
      mild asthma sx, full sentences, good relief from inhaler
      slight exp wheeze, known asthma, sats 98%, comfortable
      nocturnal cough, asthma, responding to salbutamol, no distress
      mild wheeze w/ URTI, talking normally
    `),
    physician: lines(`
      mild wheeze responding well to the reliever inhaler, speaking full sentences
      slightly increased asthma symptoms during a cold, comfortable
      nocturnal cough in known asthma with normal work of breathing
      a minor asthma flare with good response to inhaler
    `),
    terse: lines(`
      mild wheeze, inhaler helps
      mild asthma, full sentences
      slight wheeze, comfortable
      asthma cough at night
    `),
    absent: ['fever', 'chest pain', 'difficulty speaking'],
    diagnosis: [],
  },
  {
    id: 'anaphylaxis-airway',
    system: 'breathing',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 10',
    ages: [3, 70],
    onset: 'minutes',
    lay: lines(`
      {I} ate a biscuit with nuts in it and now {my} throat is closing and {I} {am} covered in hives
      {I} got stung and {my} tongue is swelling and {I} can't breathe properly
      {my} face has blown up after prawns, {I} {am} wheezing and {feel} like {I} {am} going to pass out
      {I} came out in welts all over after the antibiotic, {my} lips are huge and {I} {am} struggling to breathe
      {my} throat feels tight and {my} voice has gone croaky since the sting, itchy bumps everywhere
      {I} {have} hives, keep being sick and {feel} faint after eating peanuts
    `),
    nurse: lines(`
      allergic reaction to nuts, tongue swelling, stridor, urticaria
      bee sting, generalised hives, wheeze, BP 82/50
      facial/lip swelling + SOB minutes after prawns, widespread urticaria
      urticaria, vomiting, lightheaded and hypotensive after amoxicillin
    `),
    physician: lines(`
      generalised hives, tongue swelling and hoarseness minutes after eating nuts
      urticaria with wheeze and hypotension after a bee sting
      lip swelling, vomiting and lightheadedness with widespread urticaria after shellfish
      throat tightness and stridor with hives following an antibiotic
    `),
    terse: lines(`
      hives, throat closing
      tongue swelling after sting
      nut allergy, can't breathe
      lip swelling, wheeze, hives
    `),
    vitals: { sbp: [72, 86], hr: [126, 146], rr: [26, 34], spo2: [88, 93] },
    diagnosis: ['anaphyla'],
  },
  {
    id: 'hives-only',
    system: 'skin',
    facts: { resources: 0 },
    basis: 'row 10 without breathing, circulation or gut',
    ages: [5, 60],
    onset: 'hours',
    lay: lines(`
      {I} {have} itchy hives on {my} arms and tummy but {I} {am} breathing fine and {feel} well
      {I} came up in itchy raised bumps that come and go, no swelling of the face
      {my} skin is covered in itchy wheals, otherwise {I} {feel} ok, no trouble swallowing
      {I} {have} a nettle sort of rash that moves around and itches like mad, nothing else
      {I} {have} welts on {my} legs that itch, {my} breathing and throat are normal
      it is just an itchy lumpy rash on {my} back after a new soap, {I} {feel} well in {myself}
    `),
    nurse: lines(`
      urticarial rash trunk, itchy, airway clear, no SOB
      hives x arms, well, no facial/tongue swelling, chest clear
      itchy wheals come and go, obs normal
      localised urticaria after soap, no systemic sx
    `),
    physician: lines(`
      itchy wheals on the trunk without airway, breathing or gut symptoms
      a migratory itchy urticarial rash, otherwise well
      hives confined to the limbs with a normal airway
      pruritic wheals after a new soap and no systemic features
    `),
    terse: lines(`
      itchy hives, well
      hives, breathing fine
      itchy wheals only
      urticaria no SOB
    `),
    absent: ['lip swelling', 'wheeze', 'vomiting', 'dizziness'],
    diagnosis: [],
  },
  {
    id: 'stridor-drooling',
    system: 'airway',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 1, row 45',
    ages: [2, 60],
    onset: 'hours',
    lay: lines(`
      {I} {am} drooling, can't swallow {my} own spit and {make} a crowing noise breathing in
      {my} throat is so swollen {I} {have} to sit forward with {my} chin out to get air, dribbling everywhere
      {I} {have} a muffled voice, high fever and {make} a harsh sound with every breath in
      {I} {am} making a whooping squeak when {I} {breathe} in and saliva is running out of {my} mouth
      {I} can't lie down, can't swallow, {am} drooling and {my} breathing sounds like a saw
      {my} breathing in is noisy and high pitched and {I} {am} leaning forward dribbling
    `),
    nurse: lines(`
      drooling, tripod, inspiratory stridor, febrile, muffled voice
      stridor at rest, unable to swallow secretions, toxic looking
      sat forward, drooling ++, stridulous, T 39.6
      severe sore throat, stridor, dribbling, muffled voice
    `),
    physician: lines(`
      inspiratory stridor and drooling, sitting forward with a muffled voice
      high fever with drooling, stridor and inability to swallow secretions
      rapidly worsening throat pain with stridor at rest
      stridor with pooling saliva and respiratory distress
    `),
    terse: lines(`
      stridor and drooling
      drooling, can't swallow, stridor
      noisy breathing, drooling
      stridor at rest
    `),
    vitals: { tempC: [38.9, 39.8], rr: [30, 42], hr: [130, 150], spo2: [90, 94] },
    diagnosis: ['epiglott'],
  },
  {
    id: 'choking-now',
    system: 'airway',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 1',
    ages: [1, 85],
    othersOnly: true,
    onset: 'minutes',
    lay: lines(`
      {I} {am} choking on a piece of meat and can't make a sound
      {I} {have} something stuck in the throat, can't cough, and the lips are going blue
      {I} swallowed a sweet the wrong way and can't breathe, clutching at the neck
      {I} {am} choking on food, silent and turning purple
      {I} got a bit of apple lodged in the windpipe and {am} going blue
      {I} can't breathe or speak, a chunk of sausage went down the wrong way just now
    `),
    nurse: lines(`
      choking on food, ineffective cough, cyanosed
      FB airway, silent, blue, back blows given
      obstructed airway, food bolus, no air movement
      choking, unable to speak or cough, colour dusky
    `),
    physician: lines(`
      choking on meat with an ineffective silent cough and cyanosis
      sudden airway obstruction by food, unable to speak
      witnessed choking with dusky colour and no air movement
      an obstructed airway after a piece of apple
    `),
    terse: lines(`
      choking, blue
      choking on food now
      can't breathe, choking
      airway blocked, food
    `),
    unmeasured: true,
    diagnosis: [],
  },
  {
    id: 'respiratory-failure',
    system: 'breathing',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A: severe respiratory distress, SpO2 below 90',
    ages: [55, 88],
    onset: 'hours',
    lay: lines(`
      {I} {am} gasping, bubbling with pink froth and can't lie flat, {my} lips are blue
      {I} can't breathe, drowning in {my} own chest, grey and soaked in sweat
      {I} {am} so breathless {I} can't say a word and {my} fingers are blue
      {I} woke up fighting for air, frothy spit coming up, and {am} getting confused
      {my} breathing has got so bad {I} {am} drowsy and blue around the mouth
      every breath is a struggle, {I} can't speak, and {my} oxygen reads 79
    `),
    nurse: lines(`
      severe resp distress, SpO2 78% RA, pink frothy sputum, grey
      gasping, unable to speak, sats 80%, RR 42, sweating ++
      acute SOB, one word at a time, cyanosed, SpO2 76%
      COPD, drowsy, sats 74% on air, RR 38
    `),
    physician: lines(`
      severe respiratory distress with pink frothy sputum and saturations of 78 percent
      acute breathlessness, unable to speak, cyanosed and sweating
      increasing drowsiness and cyanosis with laboured breathing, SpO2 76%
      sudden severe dyspnoea with orthopnoea, grey and exhausted
    `),
    terse: lines(`
      can't breathe, blue
      severe SOB sats 78%
      gasping, cyanosed
      pink froth, can't breathe
    `),
    vitals: { spo2: [72, 84], rr: [34, 44], hr: [118, 140] },
    diagnosis: ['pulmonary oedema', 'heart failure'],
  },
  {
    id: 'copd-worse-moderate',
    system: 'breathing',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, vital signs outside the danger zone',
    ages: [55, 82],
    onset: 'days',
    lay: lines(`
      {my} COPD is a bit worse, more phlegm and a bit more puffed than normal, but {I} can talk fine
      {I} {have} emphysema and {am} bringing up more green stuff than usual, managing at home
      {my} chest is tighter and {I} {am} coughing more with {my} COPD, still pottering about
      {I} {have} more sputum than usual and it has changed colour, COPD for years, not in distress
      {I} {am} a bit more wheezy than usual with {my} lungs, {I} {have} COPD
      {my} COPD is playing up, more cough and green phlegm, {I} can still do {my} shopping slowly
    `),
    nurse: lines(`
      COPD, increased cough + purulent sputum, full sentences, sats at baseline
      mild exac of chronic lung disease, more sputum, comfortable at rest
      COPD more wheezy than usual, RR 18, no distress
      green sputum up, COPD, SOBOE slightly worse, talking freely
    `),
    physician: lines(`
      increased cough and purulent sputum with known COPD, comfortable at rest
      slightly more breathlessness and wheeze than baseline in COPD
      a mild worsening of chronic lung disease, speaking in full sentences
      more sputum of changed colour, stable saturations, COPD
    `),
    terse: lines(`
      COPD, more sputum
      COPD slightly worse
      cough, green phlegm, COPD
      COPD, full sentences
    `),
    chart: { conditions: ['COPD'], medications: ['tiotropium'] },
    absent: ['chest pain', 'fever', 'haemoptysis', 'confusion'],
    vitals: { spo2: [93, 95], rr: [17, 20], hr: [78, 94] },
    diagnosis: [],
  },
  {
    id: 'pneumonia-stable',
    system: 'breathing',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (X-ray, blood tests), vital signs outside the danger zone',
    ages: [22, 58],
    onset: 'days',
    lay: lines(`
      {I} {have} a fever and a cough bringing up rusty phlegm, and {I} {ache} all over
      {I} {am} coughing up green muck with a temperature and feeling rotten
      {I} {have} a deep chesty cough with shivers and fever, {I} can still get about
      {my} cough has gone to {my} chest, hot and cold, yellow sputum
      {I} {have} a fever that won't shift and a rattly productive cough
      {I} {feel} rough with a chest infection type cough and temperature, breathing ok
    `),
    nurse: lines(`
      productive cough + fever, crackles R base, sats 96%, no distress
      chesty cough green sputum, T 38.4, RR 18, looks ok
      febrile, cough with purulent sputum, alert, eating and drinking
      cough/fever/malaise, coarse creps L, obs otherwise ok
    `),
    physician: lines(`
      fever and productive cough with focal crackles, well perfused
      cough with purulent sputum and fever of 38.4, not distressed
      a productive cough, fever and malaise with normal saturations
      fever and rusty sputum, alert and comfortable
    `),
    terse: lines(`
      fever, productive cough
      cough green sputum, fever
      chesty cough, febrile
      fever cough malaise
    `),
    absent: ['chest pain', 'confusion', 'breathlessness at rest', 'haemoptysis'],
    vitals: { tempC: [38.1, 38.7], hr: [84, 98], rr: [16, 20], spo2: [95, 97] },
    diagnosis: ['pneumonia'],
  },
  {
    id: 'pneumonia-danger-vitals',
    system: 'breathing',
    facts: { highRisk: true, resources: 2, dangerVitals: true },
    basis: 'row 9 (NEWS2 5 to 6); ESI v5 D',
    ages: [40, 84],
    onset: 'days',
    vitalsNeeded: true,
    lay: lines(`
      {I} {have} a fever and a chesty cough and {I} {am} breathing fast and feeling awful
      {I} {am} coughing up green phlegm, shaking with a temperature and short of breath
      {my} chest infection is getting worse, {I} {am} hot, weak and out of breath
      {I} {feel} dreadful with fever and cough and can't catch {my} breath walking to the loo
      {I} {have} a bad cough, high temperature and {my} breathing is quick and shallow
      {I} {am} shivering, coughing muck and puffing even in the chair
    `),
    nurse: lines(`
      fever, productive cough, SOB, crackles R base
      chesty cough + rigors, breathless, looks unwell
      febrile with increased WOB, purulent sputum
      cough/fever/SOB, worsening, poor intake
    `),
    physician: lines(`
      fever, productive cough and increasing breathlessness
      worsening cough with rigors and dyspnoea at rest
      febrile respiratory illness with tachypnoea
      cough with purulent sputum, fever and exertional dyspnoea
    `),
    terse: lines(`
      fever cough SOB
      chesty cough, breathless
      fever, SOB, sputum
      cough rigors SOB
    `),
    vitals: { tempC: [38.6, 39.0], hr: [112, 122], rr: [23, 24], spo2: [91, 93] },
    absent: ['chest pain', 'haemoptysis'],
    diagnosis: ['pneumonia', 'sepsis'],
  },
  {
    id: 'common-cold',
    system: 'breathing',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [5, 60],
    onset: 'days',
    lay: lines(`
      {I} {have} a runny nose, a bit of a cough and a scratchy throat
      {I} {'ve} got the sniffles and {keep} sneezing, just want something to help
      {I} {have} a head cold, blocked nose and a tickly cough
      it's a cold really, snotty nose and sneezing, {I} {am} eating and drinking fine
      {I} {am} all bunged up with a runny nose and mild sore throat
      {I} {have} a dry tickly cough and a stuffy nose, otherwise fine
    `),
    nurse: lines(`
      coryzal, mild cough, eating/drinking, well
      runny nose + sneezing, afebrile, chest clear
      URTI sx, congestion, looks well
      cold sx, dry cough, obs normal
    `),
    physician: lines(`
      runny nose, sneezing and a mild dry cough
      coryzal symptoms with a scratchy throat, clinically well
      nasal congestion and mild cough without fever
      an uncomplicated head cold
    `),
    terse: lines(`
      runny nose, cough
      cold symptoms
      blocked nose, sneezing
      sniffles, sore throat
    `),
    absent: ['fever', 'breathlessness', 'chest pain', 'wheeze', 'rash'],
    diagnosis: [],
  },
  {
    id: 'lingering-cough',
    system: 'breathing',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (X-ray at most)',
    ages: [20, 50],
    onset: 'weeks',
    lay: lines(`
      {I} {have} a dry cough left over from a cold that won't go away, {I} {feel} well otherwise
      {I} {keep} coughing at night, nothing comes up, no other problems
      this tickly cough is hanging on since the flu, {I} {am} back at work
      {I} {have} an annoying cough that lingers, worse when {I} {lie} down
      {I} can't get rid of a dry cough, it keeps {my} partner awake
      {I} {have} had a hacking dry cough, no fever, sleeping fine otherwise
    `),
    nurse: lines(`
      post viral dry cough, well, chest clear
      persistent non-productive cough, no red flags, sats 99%
      lingering cough after URTI, afebrile
      dry cough on/off, non smoker, no wt loss
    `),
    physician: lines(`
      a lingering dry cough following a viral illness
      a persistent non-productive cough without other symptoms
      post-viral cough, chest clear, well
      a nocturnal dry cough with normal examination
    `),
    terse: lines(`
      lingering dry cough
      cough since cold
      dry cough, well
      tickly cough weeks
    `),
    absent: ['haemoptysis', 'weight loss', 'fever', 'breathlessness', 'chest pain'],
    diagnosis: [],
  },
  {
    id: 'croup-mild',
    system: 'breathing',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (oral medicine), no stridor at rest',
    ages: [1, 4],
    onset: 'day',
    lay: lines(`
      {I} {have} a barky cough like a seal at night, but {I} {am} running around now
      {my} cough sounds like a dog barking, no noise when {I} {breathe} quietly, drinking well
      {I} woke with a seal like bark and a hoarse voice, fine this morning and playing
      {my} cough is barky and {my} voice croaky, happy and feeding
      {I} {have} a hoarse barking cough with a cold, breathing looks easy
      {I} {cough} like a sea lion, otherwise cheerful and pink
    `),
    nurse: lines(`
      barking cough, no stridor at rest, playful, sats 98%
      seal-like cough overnight, hoarse, no recession, drinking
      barky cough + coryza, happy, no increased WOB
      hoarse voice, barking cough, well perfused, no stridor
    `),
    physician: lines(`
      a barking cough and hoarse voice without stridor at rest
      a seal-like cough overnight, now playful with easy breathing
      barking cough with coryza and no recession
      a hoarse barking cough, drinking well and alert
    `),
    terse: lines(`
      barking cough, playful
      barky cough no stridor
      seal cough, well
      hoarse, barking cough
    `),
    absent: ['drooling', 'stridor at rest', 'recession'],
    diagnosis: ['croup'],
  },
  {
    id: 'bronchiolitis-distress',
    system: 'breathing',
    facts: { highRisk: true, resources: 2, dangerVitals: true },
    basis: 'row 31 (recession, fast breathing)',
    ages: [0.25, 0.95],
    onset: 'days',
    lay: lines(`
      {I} {am} breathing so fast the ribs suck in, and {I} {am} taking less than half the bottles
      {I} {have} a snotty cold and now the chest is pulling in under the ribs with every breath
      {I} {am} fighting for breath, ribs showing with each one, and won't feed
      {my} nostrils flare and the tummy heaves with each breath, hardly drank today
      {I} {am} wheezy and panting, too breathless to finish a feed
      {my} breathing is hard work, skin pulling in between the ribs, and only one wet nappy today
    `),
    nurse: lines(`
      RR 66, subcostal + intercostal recession, feeds <50%
      increased WOB, nasal flaring, wheeze, poor feeding
      recession mod-severe, sats 92%, coryzal
      bronchiolitic picture, RR 68, tracheal tug, taking 1/3 feeds
    `),
    physician: lines(`
      tachypnoea with moderate recession and poor feeding after coryza
      wheeze, nasal flaring and reduced feeds
      increased work of breathing and half-normal intake
      coryzal illness with respiratory rate of 66 and recession
    `),
    terse: lines(`
      fast breathing, ribs pulling in
      recession, poor feeding
      baby breathless, not feeding
      baby breathless, wheezy, not feeding
    `),
    vitals: { rr: [62, 70], hr: [160, 178], spo2: [91, 93] },
    diagnosis: ['bronchiolitis'],
  },
];
