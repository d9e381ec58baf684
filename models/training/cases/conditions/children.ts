import { type Condition, lines } from '../condition.ts';

/** What is particular to babies and children. */
export const CHILDREN: readonly Condition[] = [
  {
    id: 'newborn-fever',
    system: 'child',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 31 (under 3 months, 38.0 or more)',
    ages: [0.03, 0.22],
    onset: 'hours',
    lay: lines(`
      {I} {am} only a few weeks old and {have} a temperature of 38.4
      {I} {feel} hot and the thermometer says 38.6, {I} {am} feeding a bit less
      {I} {have} a fever of 101.3, born last month
      {I} {am} warm and grizzly, rectal temperature 38.5, only weeks old
      {my} temp is 38.3 and {I} {am} a brand new baby
      {I} {have} been burning up to 38.7 today and {am} sleepier than usual
    `),
    nurse: lines(`
      neonate/young infant T 38.4, feeding less
      febrile infant <3/12, T 38.6, no focus
      temp 38.5 rectal, wks old, irritable
      fever 38.3 in young baby, alert
    `),
    physician: lines(`
      a fever of 38.4 without a source
      a rectal temperature of 38.6 and reduced feeding
      fever in the first weeks of life
      a documented temperature of 38.5 at home
    `),
    terse: lines(`
      newborn fever 38.5
      baby 6 weeks, fever
      neonate T 38.4
      infant weeks old, temp 38.6
    `),
    absent: ['cough', 'rash', 'vomiting'],
    vitals: { tempC: [38.2, 38.8], hr: [140, 172] },
    diagnosis: ['sepsis', 'meningitis'],
  },
  {
    id: 'baby-floppy-grey',
    system: 'child',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 31; ESI v5 A (flaccid infant)',
    ages: [0.03, 0.9],
    onset: 'hours',
    lay: lines(`
      {I} {am} floppy like a rag doll, grey, and won't wake for a feed
      {I} {am} limp and pale with blotchy skin and a strange weak cry
      {my} lips are blue and {I} {have} stopped breathing twice for several seconds
      {I} {am} not responding, just lying there grey and cold
      {I} {have} gone mottled and limp, {I} can't get {my} eyes open
      {I} {am} moaning, ashen and floppy, no wet nappy since yesterday
    `),
    nurse: lines(`
      floppy, mottled, weak cry, CRT 5s
      infant lethargic, not rousable for feeds, grey
      apnoeas + cyanosis, hypotonic
      flaccid, pale, RR 70 grunting, unresponsive to voice
    `),
    physician: lines(`
      hypotonia, mottling and a weak cry
      apnoeic episodes with cyanosis and lethargy
      a grey, floppy infant who cannot be roused to feed
      poor perfusion and unresponsiveness
    `),
    terse: lines(`
      floppy grey baby
      infant limp, mottled
      baby blue, not breathing well
      baby won't wake, grey
    `),
    vitals: { hr: [184, 205], rr: [66, 78], spo2: [84, 90], avpu: 'P' },
    diagnosis: ['sepsis', 'meningitis'],
  },
  {
    id: 'baby-green-vomit',
    system: 'child',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 32',
    ages: [0.03, 1.5],
    onset: 'hours',
    lay: lines(`
      {I} {am} bringing up bright green vomit and {my} tummy is swollen
      {I} {scream} and pull {my} legs up every few minutes and then go pale and quiet
      {my} nappy had jelly like red stuff in it and {I} {keep} screaming in bursts
      {I} {am} vomiting green bile, again and again
      {I} {have} fits of crying with knees up to the chest and now blood in the nappy
      {my} sick is the colour of spinach and {I} won't take any milk
    `),
    nurse: lines(`
      bilious vomiting, distended abdo
      intermittent screaming, drawing up legs, pale, redcurrant stool
      green vomit x4, not feeding
      episodic colicky crying + blood pr, lethargic between
    `),
    physician: lines(`
      bilious vomiting and abdominal distension
      episodic screaming with pallor and drawing up of the legs
      repeated green vomiting and refusal of feeds
      blood and mucus in the stool with intermittent inconsolable crying
    `),
    terse: lines(`
      baby vomiting green
      bilious vomiting infant
      drawing legs up, bloody stool
      redcurrant jelly stool
    `),
    absent: ['fever', 'cough'],
    diagnosis: ['intussusception', 'volvulus'],
  },
  {
    id: 'toddler-fever-well',
    system: 'child',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; NICE NG143 green signs',
    ages: [1.5, 6],
    onset: 'day',
    lay: lines(`
      {I} {have} a temperature but {am} playing and drinking as normal
      {I} {have} a fever and runny nose, perks right up after paracetamol
      {I} {am} hot with a cold, eating a bit less but running about
      {I} {have} a fever of 38.4, jabs are up to date, smiling and weeing fine
      {my} cheeks are flushed with a temperature, {I} {am} happy watching telly and drinking juice
      {I} {have} a snotty nose and a mild fever, wet nappies as usual
    `),
    nurse: lines(`
      T 38.3, coryza, playful, drinking, CRT <2
      febrile but alert and interactive, imms UTD
      fever + runny nose, good fluid intake, wet nappies
      temp responds to paracetamol, active in waiting room
    `),
    physician: lines(`
      fever and coryza in a playful well-hydrated child
      a fever of 38.3 with normal behaviour and drinking
      a mild febrile viral illness, alert and interactive
      fever with runny nose and no danger signs
    `),
    terse: lines(`
      fever, playing, drinking
      temp, runny nose, well
      toddler fever, happy
      fever, alert, playful
    `),
    absent: ['rash', 'stiff neck', 'drowsiness', 'breathing difficulty', 'vomiting'],
    vitals: { tempC: [38.0, 38.5] },
    diagnosis: [],
  },
  {
    id: 'febrile-fit-recovered',
    system: 'child',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 26 (first ever)',
    ages: [1, 5],
    onset: 'hours',
    lay: lines(`
      {I} had a fit with a high fever, went stiff and shook for two minutes, awake but sleepy now
      {my} temperature shot up and {I} started jerking, first time ever, lasted a minute
      {I} {have} a fever and had a convulsion, eyes rolled back, now crying and cuddly
      {I} twitched all over while burning hot, it stopped on its own, never happened before
      {I} had a first seizure with a temperature and {am} now drinking
      {I} went blue round the mouth and shook with fever for two minutes, now looking about
    `),
    nurse: lines(`
      first seizure w/ fever 39.2, 2 min, now alert
      generalised jerking, febrile, self terminated, no hx
      1st fit with temp, post ictal then normal
      fever + convulsion 1 min, GCS 15 now
    `),
    physician: lines(`
      a first generalised convulsion lasting two minutes with fever
      a brief seizure during a febrile illness, now recovering
      a self-limiting convulsion with a temperature of 39.2, no previous seizures
      a first fit associated with high fever, alert now
    `),
    terse: lines(`
      first fit with fever
      febrile, seizure, now awake
      fever and convulsion
      first seizure, hot
    `),
    absent: ['stiff neck', 'rash', 'head injury'],
    vitals: { tempC: [38.9, 39.6] },
    diagnosis: [],
  },
  {
    id: 'baby-bruises',
    system: 'child',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 32 (bruising in a non-mobile infant, inconsistent history)',
    ages: [0.1, 0.6],
    onset: 'day',
    lay: lines(`
      {I} {have} bruises on {my} cheeks and ribs and can't even roll over yet, nobody knows how
      {I} {have} a bruise shaped like fingers on {my} arm, the sitter says {I} fell
      {my} leg is swollen and {I} {don't} move it, {my} stepdad says {I} bumped it but {I} can't crawl
      there are marks on {my} tummy and ear that nobody can explain
      {I} {have} purple marks on {my} back, too young to roll, story keeps changing
      {my} thigh is bruised and sore to touch, no one saw anything happen
    `),
    nurse: lines(`
      bruising cheek/torso, non mobile infant, no explanation
      swollen thigh, hx inconsistent, pre-mobile
      unexplained ear + abdominal bruises
      bruise pattern arm, carer account changes
    `),
    physician: lines(`
      unexplained bruising in an infant who cannot yet roll
      a swollen thigh with an inconsistent account
      torso and ear bruising without a plausible mechanism
      patterned arm bruises and a changing history
    `),
    terse: lines(`
      bruises, non-mobile baby
      unexplained bruising infant
      swollen leg, story changes
      bruised baby, no explanation
    `),
    absent: ['fever', 'vomiting'],
    diagnosis: ['non-accidental'],
  },
  {
    id: 'limp-fever-child',
    system: 'child',
    facts: { highRisk: true, resources: 2 },
    basis: 'NICE CKS acute childhood limp: fever with refusal to bear weight is an emergency',
    ages: [2, 11],
    onset: 'day',
    lay: lines(`
      {I} won't put {my} foot to the floor, {my} hip hurts and {I} {have} a fever of 38.9
      {my} knee is hot and swollen, {I} {cry} when it's moved and {have} a temperature
      {I} {refuse} to walk and {am} feverish, holding the leg bent
      {I} {have} a high temperature and scream if anyone moves {my} hip
      {my} leg hurts so much {I} can't stand on it and {I} {am} burning up
      {I} stopped walking today, fever since last night, knee looks puffy
    `),
    nurse: lines(`
      refusing to WB, hip held flexed, T 38.9
      hot swollen knee + fever, NWB
      febrile, R hip pain, won't move leg
      acute limp w/ temp 39, irritable on hip rotation
    `),
    physician: lines(`
      fever and refusal to bear weight with hip pain
      a hot swollen knee and a temperature of 38.9
      acute non-weight-bearing limp with fever
      hip irritability with high fever
    `),
    terse: lines(`
      fever, won't walk
      hot swollen knee, fever
      limp and fever, child
      hip pain, fever, NWB
    `),
    absent: ['injury', 'rash', 'cough'],
    vitals: { tempC: [38.6, 39.2], pain: [6, 8] },
    diagnosis: ['septic arthritis'],
  },
  {
    id: 'child-dehydrated-sleepy',
    system: 'child',
    facts: { highRisk: true, newlyConfused: true, resources: 2 },
    basis: 'ESI v5 B (lethargic); NICE NG143 red or amber signs',
    ages: [0.5, 4],
    onset: 'days',
    lay: lines(`
      {I} {have} had diarrhoea and sickness, now {I} {am} sleepy, eyes sunken and no wee for 14 hours
      {I} {am} too drowsy to drink, dry mouth, no tears, after a tummy bug
      {I} {have} been vomiting everything and {am} now listless with a sunken soft spot
      {I} {am} lethargic with cold hands after days of the runs, dry nappies all day
      {I} just lie there after all the vomiting, no wet nappy since last night
      {my} eyes look hollow, {I} {am} hardly bothered to wake and {have} watery poo constantly
    `),
    nurse: lines(`
      D+V, lethargic, sunken eyes, no UO 14h
      drowsy, dry mucosa, CRT 3s, gastro 3/7
      vomiting, listless, sunken fontanelle, dry nappies
      poor intake, quiet and floppyish, no tears, diarrhoea x12
    `),
    physician: lines(`
      lethargy, sunken eyes and anuria after gastroenteritis
      drowsiness with dry mucous membranes and repeated vomiting
      listlessness and a sunken fontanelle following diarrhoea
      reduced urine output and lethargy with profuse diarrhoea
    `),
    terse: lines(`
      D&V, lethargic, no wee
      drowsy, dehydrated toddler
      sunken eyes, vomiting, sleepy
      no wet nappy 14h, listless
    `),
    vitals: { hr: [132, 140] },
    diagnosis: [],
  },
  {
    id: 'nappy-rash',
    system: 'child',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [0.3, 2],
    onset: 'days',
    lay: lines(`
      {my} bottom is red and sore under the nappy, otherwise happy and feeding
      {I} {have} a nappy rash that cream isn't clearing
      {I} {have} red spots in the creases of the nappy area, feeding and smiling as usual
      {my} bum is raw after loose poos, {I} {am} well
      {I} {have} a bright red rash only where the nappy sits, no fever
      {I} {cry} a bit at nappy changes because of the sore skin, fine otherwise
    `),
    nurse: lines(`
      nappy rash, satellite spots, afebrile, feeding well
      perianal redness, happy baby
      sore nappy area 3/7, OTC cream not helping
      diaper area erythema, thriving
    `),
    physician: lines(`
      an erythematous rash confined to the nappy area
      sore nappy-area skin in a thriving baby
      a nappy rash with satellite spots, afebrile
      mild perianal irritation after loose stools
    `),
    terse: lines(`
      nappy rash
      sore bottom baby
      nappy area rash, well
      red nappy area
    `),
    absent: ['fever', 'blisters', 'vomiting'],
    diagnosis: [],
  },
  {
    id: 'baby-feeds-crying-well',
    system: 'child',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; older than 3 months, afebrile, gaining weight',
    ages: [0.3, 0.8],
    onset: 'weeks',
    lay: lines(`
      {I} {am} teething, dribbling and grumpy at night, feeding well
      {I} {bring} up a bit of milk after feeds, happy and putting on weight
      {I} {have} wind and cry in the evening, fine in between
      {I} {chew} everything and {have} red gums, otherwise well
      {I} {have} a cradle cap, flaky scalp, no other problem
      {I} {posset} after bottles, smiling, lots of wet nappies
    `),
    nurse: lines(`
      teething, afebrile, feeding well, wet nappies
      posseting, thriving, no bilious vomit
      evening crying, consolable, normal exam
      cradle cap, well baby
    `),
    physician: lines(`
      teething discomfort in a thriving infant
      effortless regurgitation after feeds with normal weight gain
      evening fussiness, well between episodes
      scalp scaling in a well infant
    `),
    terse: lines(`
      teething, well
      baby brings up milk, thriving
      cradle cap
      windy baby, feeding fine
    `),
    absent: ['fever', 'green vomit', 'blood in the stool'],
    diagnosis: [],
  },
];
