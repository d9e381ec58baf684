import { type Condition, lines } from '../condition.ts';

/** Falls, crashes, wounds, burns, bites. */
export const INJURIES: readonly Condition[] = [
  {
    id: 'gunshot-or-stab-trunk',
    system: 'injury',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A (penetrating trauma to head, neck, chest or abdomen)',
    ages: [15, 50],
    onset: 'minutes',
    lay: lines(`
      {I} {was} stabbed in the chest and {am} coughing blood
      {I} got shot in the stomach, there is blood everywhere
      somebody knifed {me} in the neck and it's pumping out
      {I} {have} a knife wound in {my} back and {I} can't get air
      {I} {have} been shot in the chest and {am} going cold
      {I} {have} a stab wound in the belly and {my} insides are showing
    `),
    nurse: lines(`
      GSW abdomen, pale, HR 136
      stab wound L chest, SOB, BP 84/50
      penetrating neck trauma, expanding haematoma
      stab to back, decreased air entry L, clammy
    `),
    physician: lines(`
      a gunshot wound to the abdomen
      a stab wound to the left chest with respiratory distress
      penetrating neck trauma with an expanding haematoma
      an abdominal stab wound with evisceration
    `),
    terse: lines(`
      GSW chest
      stabbed in chest
      stab wound abdomen
      gunshot belly
    `),
    vitals: { sbp: [76, 92], hr: [118, 140], rr: [24, 32], spo2: [90, 94] },
    diagnosis: ['tamponade'],
  },
  {
    id: 'crash-shocked',
    system: 'injury',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A: major trauma with hypoperfusion',
    ages: [16, 75],
    onset: 'minutes',
    lay: lines(`
      {I} {was} thrown from the car and {am} barely conscious, breathing in grunts, white as chalk
      {I} {was} hit by a lorry, {my} thigh is bent the wrong way and {I} {am} cold and drifting off
      {I} fell off a roof, won't answer properly and one side of the chest isn't moving
      {I} came off a motorbike at speed, belly is swelling and {I} {keep} passing out
      {I} {was} run over, both legs are crushed and the blood won't stop
      {I} {was} in a head on smash, only moaning now, skin grey and clammy
    `),
    nurse: lines(`
      ejected MVC, GCS 8, BP 82/40, HR 138
      ped vs lorry, open femur, shocked, SBP 78
      fall 8m, flail chest, sats 84%, GCS 10
      MBC high speed, distended abdo, hypotensive
    `),
    physician: lines(`
      ejection from a vehicle with a GCS of 8 and hypotension
      a pedestrian struck by a lorry with open femoral fracture and shock
      a fall from eight metres with flail chest and hypoxia
      a high-speed motorcycle crash with abdominal distension and a systolic pressure of 78
    `),
    terse: lines(`
      MVC ejected, GCS 8
      major trauma, BP 80
      fell from roof, unresponsive
      run over, shocked
    `),
    vitals: { sbp: [70, 86], hr: [124, 144], rr: [26, 34], spo2: [84, 91], avpu: 'P' },
    diagnosis: ['haemothorax'],
  },
  {
    id: 'fall-from-height-stable',
    system: 'injury',
    facts: { highRisk: true, resources: 2 },
    basis: 'ESI v5 B (fall of 6 m or more, ejection)',
    ages: [18, 62],
    onset: 'hours',
    lay: lines(`
      {I} fell about seven metres off scaffolding and {my} back and heel hurt, {I} {am} awake and talking
      {I} came off a third floor balcony, {I} {am} alert but sore everywhere
      {I} {was} thrown out of the car when it rolled, {I} can talk and {my} ribs hurt
      {I} dropped twenty five feet from a tree and landed on {my} feet, spine is painful
      {I} {was} knocked off {my} motorbike at 50 mph, {I} {feel} alright but {my} pelvis aches
      the car flipped over and the passenger beside {me} died, {I} {have} a sore chest and neck
    `),
    nurse: lines(`
      fall 7m, GCS 15, lumbar + heel pain, haem stable
      ejected from rollover MVC, alert, rib pain
      MBC 50mph, pelvic pain, obs stable
      high speed RTC with fatality in vehicle, neck/chest soreness
    `),
    physician: lines(`
      a fall of seven metres with back and heel pain, haemodynamically stable
      ejection in a rollover crash, alert with rib pain
      a high-speed motorcycle crash with pelvic pain
      a fall from a third-floor balcony, fully alert
    `),
    terse: lines(`
      fell 7 metres
      ejected from car, alert
      motorbike crash 50mph
      fall from third floor
    `),
    absent: ['loss of consciousness', 'vomiting', 'numbness'],
    vitals: { pain: [5, 7] },
    diagnosis: [],
  },
  {
    id: 'head-knock-blood-thinner',
    system: 'injury',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 25',
    ages: [58, 92],
    onset: 'hours',
    lay: lines(`
      {I} tripped and banged {my} head on the kerb and {I} {am} on blood thinners
      {I} bumped the back of {my} head in the bath, {I} {take} warfarin, just a small lump
      {I} fell out of bed and hit {my} forehead, {I} {am} on rivaroxaban
      {I} slipped on the step and cracked {my} head, {I} {take} apixaban for {my} heart, feel alright
      {I} knocked {my} head on the cupboard hard, got a headache, and {I} {take} a blood thinning pill
      {I} had a fall with a bang to the head and {I} {take} clopidogrel and a thinner
    `),
    nurse: lines(`
      fall, head strike, on apixaban, GCS 15
      HI on warfarin, small haematoma, no LOC
      mechanical fall, occipital bump, anticoagulated
      head injury, DOAC, mild HA
    `),
    physician: lines(`
      a ground-level fall with head strike while taking apixaban
      minor head injury on warfarin, neurologically normal
      a forehead contusion in an anticoagulated patient
      a fall with occipital impact on rivaroxaban
    `),
    terse: lines(`
      head injury, on warfarin
      hit head, blood thinners
      fall head strike apixaban
      bumped head, anticoagulated
    `),
    absent: ['vomiting', 'loss of consciousness', 'weakness', 'seizure'],
    chart: { medications: ['apixaban'] },
    diagnosis: ['haemorrhage', 'subdural'],
  },
  {
    id: 'head-knock-vomiting',
    system: 'injury',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 25 (two vomits, amnesia)',
    ages: [6, 55],
    onset: 'hours',
    lay: lines(`
      {I} hit {my} head on the ice, {I} {'ve} been sick three times and can't remember it
      {I} {was} knocked out at rugby, keep asking the same question and vomiting
      {I} came off {my} bike onto {my} head, passed out and threw up four times
      {I} got a kick to the head, vomited twice and {feel} dopey
      {I} fell down the stairs on {my} head, there's a gap in {my} memory and {I} {keep} being sick
      a swing hit {me} in the head, {I} {'ve} vomited three times since and {am} sleepy
    `),
    nurse: lines(`
      HI, LOC 1 min, vomited x3, amnesia
      head injury rugby, repetitive questioning, vomit x2, GCS 14
      fall downstairs, head strike, retrograde amnesia, V x4
      bike fall, KO'd, drowsy, vomiting
    `),
    physician: lines(`
      head injury with loss of consciousness, amnesia and repeated vomiting
      a sports head injury with repetitive questioning and GCS 14
      a fall on the head followed by three episodes of vomiting
      blunt head trauma with amnesia and drowsiness
    `),
    terse: lines(`
      head injury, vomiting x3
      knocked out, amnesia
      HI, LOC, vomiting
      head injury drowsy
    `),
    absent: ['neck pain', 'seizure', 'weakness'],
    diagnosis: ['haemorrhage', 'fracture'],
  },
  {
    id: 'head-knock-minor',
    system: 'injury',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; row 25 without its triggers',
    ages: [6, 45],
    onset: 'hours',
    lay: lines(`
      {I} bumped {my} head on a cupboard door, small lump, acting normal and feeling fine
      {I} knocked heads with a friend at football, {I} {remember} everything, just a sore bump
      {I} {have} a little egg on {my} forehead after walking into a door, no other problems
      {I} banged {my} head getting out of the car, slight headache, completely normal
      {I} hit {my} head on a shelf, didn't black out, back at work already
      {I} fell off the sofa and bumped {my} head, cried for a second and {am} back to playing
    `),
    nurse: lines(`
      minor HI, no LOC/vomiting/amnesia, GCS 15, small haematoma
      bumped head on door, alert, normal behaviour
      trivial head knock, well, neuro NAD
      low impact head bump, forehead swelling, GCS 15
    `),
    physician: lines(`
      a trivial bump to the head without loss of consciousness
      a small forehead haematoma after a low-impact knock
      minor head injury with full recall and normal neurology
      a low-energy head bump, asymptomatic
    `),
    terse: lines(`
      bumped head, fine
      minor head bump
      small lump head, well
      head knock, no LOC
    `),
    absent: ['vomiting', 'loss of consciousness', 'memory loss', 'drowsiness'],
    vitals: { pain: [1, 3] },
    diagnosis: [],
  },
  {
    id: 'ankle-twist',
    system: 'injury',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (X-ray)',
    ages: [10, 55],
    onset: 'hours',
    lay: lines(`
      {I} rolled {my} ankle playing netball and it's puffed up, {I} can hobble on it
      {I} twisted {my} foot on the kerb, swollen and bruised but toes are fine
      {my} ankle went over on the stairs, sore on the outside, can walk a bit
      {I} turned {my} ankle in a pothole, it's black and blue
      {I} landed funny on {my} foot at basketball and {my} ankle is the size of an orange
      {I} sprained {my} ankle again, limping but ok
    `),
    nurse: lines(`
      inversion injury R ankle, swollen lateral malleolus, NV intact, WB with limp
      twisted L ankle, bruising, cap refill <2s
      ankle inj at sport, partial WB, no deformity
      rolled ankle, lateral tenderness, neurovascularly intact
    `),
    physician: lines(`
      an inversion injury of the right ankle with lateral swelling
      ankle swelling after a misstep, weight-bearing with a limp
      a twisted ankle without deformity, neurovascularly intact
      lateral ankle pain and bruising after sport
    `),
    terse: lines(`
      twisted ankle
      ankle injury, swollen
      rolled ankle
      sprained ankle, limping
    `),
    absent: ['numbness', 'deformity', 'open wound'],
    vitals: { pain: [3, 8] },
    diagnosis: ['fracture'],
  },
  {
    id: 'wrist-after-fall',
    system: 'injury',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (X-ray, reduction and pain relief); deformed, nerves and vessels intact',
    ages: [8, 80],
    onset: 'hours',
    lay: lines(`
      {I} fell on {my} hand and {my} wrist is bent like a fork, fingers are pink and move
      {my} forearm looks crooked after coming off the trampoline, {I} can feel {my} fingers fine
      {I} put {my} hand out when {I} slipped and now {my} wrist is a funny shape
      {my} wrist is badly swollen and out of line since the fall, hand is warm
      {my} arm is bent where it shouldn't be, no cut, fingers working
      {I} fell off the monkey bars and {my} arm is the wrong shape, skin not broken
    `),
    nurse: lines(`
      FOOSH, wrist deformity, closed, NV intact
      forearm angulated, skin intact, radial pulse present
      dinner fork deformity R wrist, moving fingers, sens normal
      closed deformed distal radius, cap refill ok
    `),
    physician: lines(`
      a closed deformed wrist after a fall on the outstretched hand, neurovascularly intact
      an angulated forearm with intact skin and normal pulses
      a dinner-fork deformity of the wrist with normal sensation
      a closed forearm deformity, fingers well perfused
    `),
    terse: lines(`
      deformed wrist, fall
      FOOSH wrist deformity
      crooked forearm, closed
      wrist deformity, NV intact
    `),
    absent: ['numbness', 'open wound', 'head injury'],
    vitals: { pain: [4, 7] },
    diagnosis: ['Colles'],
  },
  {
    id: 'hip-after-fall',
    system: 'injury',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources or more, stable',
    ages: [70, 94],
    onset: 'hours',
    lay: lines(`
      {I} tripped on the rug and can't put weight on {my} hip, {I} didn't bump {my} head
      {I} went over in the kitchen and {my} groin hurts, the leg looks shorter, {I} {am} comfortable lying still
      {I} slipped and landed on {my} side, hip is too sore to stand on
      {I} had a little fall and now {I} can't walk because of {my} hip, otherwise myself
      {my} leg is turned out and {my} hip hurts when moved, since {I} tripped over the cat
      {I} missed the chair and landed on {my} hip, can't stand up on it
    `),
    nurse: lines(`
      mechanical fall, R hip pain, NWB, shortened + rotated, NV intact
      fall, unable to WB, groin pain, no head strike
      tripped, L hip tender, leg ext rotated, obs stable
      low level fall, hip pain, alert and orientated
    `),
    physician: lines(`
      hip pain and inability to bear weight after a mechanical fall
      a shortened, externally rotated leg after tripping, stable
      groin pain following a low-level fall without head strike
      hip injury after a trip, neurovascularly intact
    `),
    terse: lines(`
      fall, hip pain
      can't weight bear, hip
      hip injury, tripped
      fall, leg shortened
    `),
    absent: ['head injury', 'chest pain', 'fainting', 'blood thinners'],
    vitals: { pain: [4, 6] },
    diagnosis: ['neck of femur', 'hip fracture'],
  },
  {
    id: 'cut-simple',
    system: 'injury',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (sutures)',
    ages: [6, 70],
    onset: 'hours',
    lay: lines(`
      {I} cut {my} finger chopping onions, it has stopped bleeding but may need a stitch
      {I} sliced {my} hand on a tin lid, clean cut, fingers all move
      {I} {have} a gash on {my} shin from the coffee table, not bleeding any more
      {I} split {my} eyebrow on a door, wound edges gape a bit, bleeding stopped with pressure
      {I} {have} a two centimetre cut on {my} knee from a bike fall, cleaned it already
      {I} caught {my} thumb with a craft knife, small deep nick, feeling normal
    `),
    nurse: lines(`
      2cm lac R index finger, bleeding controlled, FROM, sens intact
      clean laceration palm, tendon function ok
      eyebrow lac, haemostasis with pressure, no LOC
      shin laceration 3 cm, not actively bleeding, Td up to date
    `),
    physician: lines(`
      a clean two-centimetre finger laceration, bleeding controlled
      a superficial hand laceration with intact tendons and sensation
      a small shin laceration needing closure
      an eyebrow laceration with haemostasis
    `),
    terse: lines(`
      cut finger
      hand laceration, bleeding stopped
      needs stitches, knee
      small cut thumb
    `),
    absent: ['numbness', 'weakness', 'dirt in the wound'],
    vitals: { pain: [1, 4] },
    diagnosis: [],
  },
  {
    id: 'bleeding-artery-limb',
    system: 'injury',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A: uncontrolled haemorrhage',
    ages: [15, 65],
    onset: 'minutes',
    lay: lines(`
      {I} put {my} arm through a window and blood is spurting out, we can't stop it
      {my} leg was caught by a chainsaw and it's gushing, the towels are soaked through
      blood is squirting from {my} wrist with every heartbeat and {I} {feel} faint
      {my} fistula has burst and blood is jetting across the room
      {I} {have} a deep cut in {my} thigh and it's pumping bright blood despite a belt round it
      {my} hand was cut off at the wrist and it won't stop bleeding
    `),
    nurse: lines(`
      arterial bleed forearm, uncontrolled, tourniquet applied, pale
      chainsaw injury thigh, spurting, BP 84/50
      AV fistula rupture, pulsatile bleeding
      traumatic amputation hand, ongoing haemorrhage
    `),
    physician: lines(`
      pulsatile arterial bleeding from a forearm laceration, not controlled by pressure
      a chainsaw wound to the thigh with ongoing haemorrhage
      rupture of a dialysis fistula with spurting blood
      traumatic hand amputation with active bleeding
    `),
    terse: lines(`
      arterial bleed, spurting
      blood spurting arm
      tourniquet on, bleeding
      fistula burst, pumping blood
    `),
    vitals: { sbp: [76, 92], hr: [118, 138] },
    diagnosis: [],
  },
  {
    id: 'burn-small',
    system: 'injury',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (dressing)',
    ages: [12, 60],
    onset: 'hours',
    lay: lines(`
      {I} burnt {my} finger on the oven, a small blister, ran it under the tap
      {I} splashed a bit of hot oil on {my} forearm, red patch the size of a coin
      {I} touched the iron and {have} a little blister on {my} wrist
      {I} got sunburnt shoulders, sore and red, no blisters
      {I} spilt hot tea on {my} thigh, it's pink and stings, no broken skin
      {I} {have} a small scald on {my} palm, cooled it straight away
    `),
    nurse: lines(`
      small superficial burn finger, blister 1cm, cooled
      minor scald forearm <1% TBSA, pain mild
      sunburn shoulders, erythema only
      contact burn from iron, 2 cm, intact blister
    `),
    physician: lines(`
      a small superficial burn of the forearm from hot oil
      a one-centimetre blister after touching an oven
      simple sunburn without blistering
      a minor scald covering less than one percent
    `),
    terse: lines(`
      small burn finger
      minor scald arm
      sunburn
      blister from iron
    `),
    absent: ['breathing trouble', 'burns to the face', 'fever'],
    vitals: { pain: [2, 5] },
    diagnosis: [],
  },
  {
    id: 'burn-airway',
    system: 'injury',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'ESI v5 A: airway at risk, large burn',
    ages: [16, 75],
    onset: 'minutes',
    lay: lines(`
      {I} {was} trapped in a house fire, {my} voice is hoarse and there is soot in {my} nose and mouth
      {my} face and chest are burnt from a petrol flash and {I} {am} struggling to breathe
      {I} {have} burns over half {my} body from the explosion
      {I} breathed in smoke in the fire, {am} coughing black spit and wheezing, eyebrows singed
      {my} clothes caught fire, {my} skin is hanging off {my} chest and both arms
      {I} pulled myself out of a burning flat, lips swollen and voice croaky with burns to the face
    `),
    nurse: lines(`
      house fire, facial burns, singed nasal hair, hoarse, carbonaceous sputum
      45% TBSA flame burns, tachy
      smoke inhalation, stridor, soot in airway
      petrol flash burn face/chest, SOB, sats 89%
    `),
    physician: lines(`
      flame burns to the face with hoarseness and carbonaceous sputum
      burns covering 45 percent of the body after an explosion
      smoke inhalation with wheeze and singed nasal hair
      a flash burn of face and chest with respiratory distress
    `),
    terse: lines(`
      house fire, hoarse, soot
      45% burns
      facial burns, stridor
      smoke inhalation, wheeze, soot
    `),
    vitals: { hr: [116, 134], rr: [26, 34], spo2: [86, 92], pain: [8, 10] },
    diagnosis: [],
  },
  {
    id: 'bite-hand-dog',
    system: 'injury',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 42',
    ages: [6, 70],
    onset: 'hours',
    lay: lines(`
      a stray dog bit {my} hand while we were travelling, deep punctures
      {I} {was} bitten on the face by a dog, {my} lip is torn
      a bat was in the bedroom and {I} {have} a bite mark on {my} arm
      {my} cat sank its teeth into {my} finger joint and the hand is swelling
      {I} got bitten by a raccoon on the hand
      an unknown dog on holiday bit {my} cheek and it's open
    `),
    nurse: lines(`
      dog bite hand, deep, stray animal abroad
      dog bite face, lip laceration
      bat bite, rabies exposure?
      cat bite over MCP joint, swelling
    `),
    physician: lines(`
      a deep dog bite to the hand from a stray animal abroad
      a facial dog bite with a torn lip
      possible rabies exposure after a bat bite
      a cat bite to the hand over a joint
    `),
    terse: lines(`
      dog bite face
      bat bite
      dog bite hand, stray
      cat bite hand swollen
    `),
    absent: ['fever', 'numbness'],
    vitals: { pain: [3, 6] },
    diagnosis: ['rabies infection'],
  },
  {
    id: 'needle-stick',
    system: 'injury',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 42 (needlestick)',
    ages: [19, 60],
    onset: 'hours',
    lay: lines(`
      {I} pricked {my} finger on a used needle at work
      {I} stepped on a dirty syringe in the park
      {I} stuck {myself} with a needle after taking blood from an HIV patient
      {I} got jabbed by a discarded needle in the bin bag
      a patient's blood splashed in {my} eye and {I} {have} a needle scratch
      {I} {have} a puncture from a used sharp on the ward
    `),
    nurse: lines(`
      needlestick injury at work, source HIV +ve
      trod on used syringe in park
      sharps injury, hollow bore, donor unknown
      NSI L index finger 2h ago
    `),
    physician: lines(`
      a needlestick injury from a used needle
      a sharps injury with an HIV-positive source
      a puncture from a discarded syringe
      an occupational blood exposure by hollow needle
    `),
    terse: lines(`
      needlestick
      used needle injury
      sharps injury, HIV source
      stood on syringe
    `),
    absent: ['fever', 'bleeding'],
    diagnosis: [],
  },
  {
    id: 'insect-bite-local',
    system: 'injury',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [4, 70],
    onset: 'day',
    lay: lines(`
      {I} {have} an itchy red bump from a mosquito bite, a bit swollen
      {I} got stung by a wasp on {my} arm, sore and red just there, breathing fine
      something bit {my} leg in the garden, itchy lump the size of a coin
      {I} {have} lots of itchy insect bites on {my} ankles
      {my} bee sting is a bit puffy round the spot, no other reaction
      a bug bit {my} shoulder, it's itchy and warm but small
    `),
    nurse: lines(`
      insect bite forearm, local reaction only, well
      wasp sting, localised swelling, no systemic sx
      multiple mosquito bites, itchy
      bee sting hand, mild local redness, airway fine
    `),
    physician: lines(`
      a local reaction to an insect bite
      a wasp sting with localised swelling only
      multiple itchy mosquito bites
      mild local redness after a bee sting without systemic signs
    `),
    terse: lines(`
      insect bite, itchy
      wasp sting, local swelling
      mosquito bites
      bee sting, no reaction
    `),
    absent: ['breathing difficulty', 'lip swelling', 'vomiting', 'fever', 'dizziness'],
    diagnosis: [],
  },
  {
    id: 'limb-crush-tense',
    system: 'injury',
    facts: { highRisk: true, severeDistress: true, resources: 2 },
    basis: 'row 29 (pain out of proportion, open fracture)',
    ages: [16, 55],
    onset: 'hours',
    lay: lines(`
      {my} lower leg was crushed, it's rock hard and the pain keeps climbing, toes are tingling
      {my} shin bone is poking through the skin after a tackle
      {my} cast is far too tight, the pain is unbearable and {my} fingers are numb
      {my} calf is swollen tight as a drum after the break and moving {my} toes is agony
      the bone is sticking out of {my} arm
      {my} forearm got trapped in a press, it's tense and {I} {scream} when the fingers are moved
    `),
    nurse: lines(`
      crush inj L lower leg, tense compartments, pain on passive stretch
      open tib/fib #, bone visible, NV present
      tight cast, severe pain, paraesthesia fingers
      forearm crush, pain out of proportion, swollen hard
    `),
    physician: lines(`
      a crush injury with a tense leg and pain on passive stretch
      an open tibial fracture with visible bone
      severe pain and numb fingers inside a tight cast
      forearm swelling with pain out of proportion after a crush injury
    `),
    terse: lines(`
      open fracture leg
      bone through skin
      crush injury, tense leg
      tight cast, numb fingers
    `),
    vitals: { pain: [8, 10] },
    diagnosis: ['compartment syndrome'],
  },
];
