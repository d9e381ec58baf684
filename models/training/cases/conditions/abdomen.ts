import { type Condition, lines } from '../condition.ts';

/** Stomach, bowel, liver, bleeding from the gut. */
export const ABDOMEN: readonly Condition[] = [
  {
    id: 'vomiting-blood-shock',
    system: 'abdomen',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 23 (unstable)',
    ages: [35, 80],
    onset: 'minutes',
    lay: lines(`
      {I} {am} vomiting bowls of bright red blood and {feel} faint and cold
      {I} {'ve} brought up pints of blood and passed out on the bathroom floor
      blood is pouring out of {my} mouth every time {I} {heave}, {I} {am} grey and sweaty
      {I} {am} throwing up fresh blood with clots, heart racing and nearly blacking out
      {I} {keep} vomiting blood, lots of it, and {I} {am} too dizzy to sit up
      {I} collapsed after being sick with a huge amount of blood
    `),
    nurse: lines(`
      large volume haematemesis, BP 80/46, HR 132, pale/clammy
      vomiting fresh blood + clots, syncopal, peripherally shut down
      massive UGIB, hypotensive, tachycardic 128
      haematemesis ++, liver disease, SBP 78
    `),
    physician: lines(`
      large-volume haematemesis with hypotension and tachycardia
      repeated vomiting of bright red blood and collapse, BP 80/45
      massive haematemesis with clouded consciousness, known cirrhosis
      fresh haematemesis with pallor and a pulse of 130
    `),
    terse: lines(`
      vomiting blood, BP 78
      massive haematemesis, collapsed
      vomiting blood, faint, grey
      haematemesis hypotensive
    `),
    vitals: { sbp: [70, 86], hr: [122, 142], rr: [22, 28] },
    diagnosis: ['varic', 'ulcer'],
  },
  {
    id: 'black-stools-anticoagulant',
    system: 'abdomen',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 23',
    ages: [58, 86],
    onset: 'days',
    lay: lines(`
      {my} poo has gone black and sticky like tar and {I} {take} blood thinners
      {I} {am} passing tarry black motions and {feel} lightheaded, {I} {am} on apixaban
      {my} stools are jet black and smell awful, {I} {am} on warfarin
      {I} {have} had black treacly stools and {am} tired out, taking blood thinning tablets
      everything {I} {pass} is black as coal, {I} {take} a blood thinner for {my} heart
      {I} brought up some coffee ground looking stuff and {my} motions are black
    `),
    nurse: lines(`
      melaena x3, on apixaban, pale
      black tarry stools, on warfarin, lightheaded standing
      coffee ground vomit + melaena, haemodynamically ok
      PR melaena, anticoagulated, HR 92
    `),
    physician: lines(`
      melaena while taking an anticoagulant
      black tarry stools and light-headedness on warfarin
      coffee-ground vomiting and melaena, haemodynamically stable
      several days of melaena on apixaban
    `),
    terse: lines(`
      black tarry stools
      melaena, on apixaban
      coffee ground vomit
      tarry stools, blood thinners
    `),
    absent: ['abdominal pain', 'fever', 'iron tablets'],
    chart: { conditions: ['Atrial fibrillation'], medications: ['apixaban'] },
    diagnosis: ['ulcer'],
  },
  {
    id: 'right-lower-pain',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (blood tests, imaging), stable',
    ages: [8, 40],
    sex: 'male',
    onset: 'day',
    lay: lines(`
      {my} tummy ache began round the belly button and has moved down to the right, off {my} food
      {I} {have} pain low down on the right side of {my} stomach, worse when {I} {cough} or {walk}
      {my} right lower belly is sore and {I} {feel} queasy with a slight temperature
      there's a steady pain in the right bottom corner of {my} tummy and {I} {don't} want to eat
      {I} {have} a stomach pain that settled on the lower right, {I} {was} sick once
      it hurts low on the right when {I} {go} over bumps in the car, no appetite
    `),
    nurse: lines(`
      RLQ pain migrated from umbilicus, anorexia, nausea
      RIF pain, tender McBurney, low grade temp
      abdo pain R lower quadrant, vomited x1, off food
      right iliac fossa tenderness, guarding mild, T 37.8
    `),
    physician: lines(`
      periumbilical pain that has migrated to the right lower quadrant with anorexia
      right iliac fossa pain and nausea with a low-grade temperature
      right lower quadrant tenderness, worse on movement
      lower right abdominal pain with loss of appetite
    `),
    terse: lines(`
      RLQ pain
      right lower abdominal pain
      RIF pain, nausea
      right tummy pain, anorexia
    `),
    absent: ['diarrhoea', 'blood in stool', 'testicular pain', 'burning when passing urine'],
    vitals: { tempC: [37.3, 37.9], pain: [4, 6] },
    diagnosis: ['appendic'],
  },
  {
    id: 'rigid-abdomen',
    system: 'abdomen',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 24',
    ages: [45, 85],
    onset: 'hours',
    lay: lines(`
      {my} stomach is as hard as a board and {I} can't move for the pain, {I} {am} cold and sweaty
      all of a sudden {I} got a terrible pain in {my} belly, now it's rigid and {I} {feel} faint
      {my} tummy has gone rock hard, the pain is everywhere and {I} {am} going grey
      {I} {have} the most awful belly pain, lying dead still, stomach like concrete, shivering and clammy
      {my} abdomen is solid and agonising and {my} blood pressure is very low
      {my} whole belly is stiff as wood, {I} {scream} if anyone touches it and {I} nearly fainted
    `),
    nurse: lines(`
      rigid abdomen, generalised peritonism, BP 84/50, HR 126
      sudden severe abdo pain, board-like, grey, clammy
      peritonitic, hypotensive, lying still
      abdo rigid + guarding throughout, tachy 130, cold peripheries
    `),
    physician: lines(`
      sudden severe abdominal pain with board-like rigidity and hypotension
      generalised peritonism with tachycardia and a systolic pressure of 84
      a rigid abdomen, pallor and cold sweating
      diffuse abdominal rigidity and shock
    `),
    terse: lines(`
      rigid abdomen, BP 80
      board-like abdomen, clammy
      belly rock hard, grey
      rigid abdomen hypotensive
    `),
    vitals: { sbp: [76, 88], hr: [120, 136], rr: [24, 30], pain: [9, 10] },
    diagnosis: ['perforat', 'peritonitis'],
  },
  {
    id: 'aneurysm-pattern',
    system: 'vessels',
    facts: { lifeSaving: true, resources: 2 },
    basis: 'row 24 (over 60, abdominal or back pain, syncope)',
    ages: [64, 86],
    sex: 'male',
    onset: 'hours',
    lay: lines(`
      {I} {have} a sudden pain in {my} belly and back and {I} fainted when {I} stood up
      {I} collapsed with a dreadful pain in {my} side going to {my} back, and {I} {am} sweating and pale
      there is a throbbing lump in {my} belly, {my} back is in agony and {I} passed out
      {I} {have} a known bulge in the main artery of {my} tummy and now terrible back pain and faintness
      {my} back and stomach pain came on suddenly, then {I} blacked out, and {I} {look} like death
      {I} got a ripping ache in the flank and keeled over in the kitchen
    `),
    nurse: lines(`
      sudden abdo + back pain, syncope, pulsatile mass
      known AAA, severe back pain, pale, BP 86/50
      L flank pain with collapse, clammy, SBP 84
      abdo pain radiating to back, syncopal episode, cold
    `),
    physician: lines(`
      sudden abdominal and back pain with syncope and a pulsatile mass
      flank pain followed by collapse, hypotensive on arrival
      severe back pain with syncope and a known abdominal aortic aneurysm
      abrupt abdominal pain radiating to the back with pallor and collapse
    `),
    terse: lines(`
      abdo back pain, collapsed
      known AAA, back pain
      flank pain, syncope, pale
      pulsatile belly mass, pain
    `),
    vitals: { sbp: [74, 90], hr: [108, 130], pain: [8, 10] },
    diagnosis: ['ruptured'],
  },
  {
    id: 'gallbladder-pain-fever',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, stable',
    ages: [32, 60],
    onset: 'day',
    lay: lines(`
      {I} {have} pain under the right ribs after a fry up, with nausea
      {my} right upper tummy cramps after fatty food and goes through to the shoulder blade
      {I} {get} a gripping pain below {my} ribs on the right, {I} {have} been sick twice
      there is a steady ache in the top right of {my} belly with a mild temperature
      the pain sits under {my} right rib cage and comes in waves after meals, {I} {have} gallstones
      {I} {have} a right sided upper belly pain since last night's takeaway and {I} {feel} sick
    `),
    nurse: lines(`
      RUQ pain post fatty meal, N+V x2, T 37.9
      RUQ tenderness, known gallstones, haemodynamically stable
      colicky right upper abdo pain radiating scapula
      upper R abdo pain, nausea, obs stable
    `),
    physician: lines(`
      right upper quadrant pain after a fatty meal with nausea
      colicky right-sided upper abdominal pain with known gallstones
      right upper quadrant tenderness with a low-grade temperature
      postprandial right upper abdominal pain radiating to the scapula
    `),
    terse: lines(`
      RUQ pain after eating
      right upper abdominal pain
      RUQ pain, nausea
      gallstones, pain right ribs
    `),
    absent: ['jaundice', 'rigors', 'chest pain', 'breathlessness'],
    vitals: { tempC: [37.2, 37.9], pain: [4, 6] },
    diagnosis: ['cholecystitis'],
  },
  {
    id: 'gastroenteritis-mild',
    system: 'abdomen',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; drinks and passes urine',
    ages: [8, 50],
    onset: 'day',
    lay: lines(`
      {I} {have} had a tummy bug, a few loose stools and was sick twice, keeping water down now
      {I} {have} the runs, going about five times a day, drinking fine and weeing normally
      {I} {was} sick yesterday with diarrhoea, better today, just want advice
      it's a stomach bug that is going round school, watery poo, {I} {am} drinking well
      {I} {have} mild cramps and diarrhoea after a dodgy curry, {I} {feel} ok in {myself}
      {I} {have} loose motions and a bit of nausea, able to sip fluids, passing urine
    `),
    nurse: lines(`
      D+V 1/7, tolerating fluids, PU normally, abdo soft
      diarrhoea x5, no blood, well hydrated
      viral GE, vomited x2 now settled, drinking
      loose stools, mild cramps, moist mucosa, obs normal
    `),
    physician: lines(`
      diarrhoea and vomiting that are settling, well hydrated
      watery stools without blood, tolerating fluids
      a short gastroenteritis with normal hydration
      mild cramps and loose stools after a takeaway, well
    `),
    terse: lines(`
      diarrhoea, drinking ok
      tummy bug, settling
      D&V, tolerating fluids
      loose stools, well
    `),
    absent: ['blood in stool', 'fever', 'severe pain', 'dizziness'],
    diagnosis: [],
  },
  {
    id: 'vomiting-dehydrated',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (blood tests, fluids)',
    ages: [18, 60],
    onset: 'days',
    lay: lines(`
      {I} can't keep even water down and {I} {'ve} hardly peed today
      {I} {have} been throwing up and having diarrhoea nonstop, {my} mouth is bone dry
      everything {I} {drink} comes straight back up, {I} {feel} weak and dry
      {I} {'ve} vomited more than ten times and {am} dizzy when {I} {get} up
      {I} {am} so dried out from the runs and sickness, {my} wee is dark and very little
      {I} {have} had vomiting and diarrhoea and can't hold anything in {my} stomach
    `),
    nurse: lines(`
      D+V, unable to tolerate fluids, dry mucosa, reduced UO
      vomiting x10, dehydrated, abdo soft
      persistent N/V/D, dry lips, HR 96, BP ok
      not tolerating PO, poor urine output, alert
    `),
    physician: lines(`
      persistent vomiting and diarrhoea with clinical dehydration
      inability to tolerate oral fluids with reduced urine output
      repeated vomiting with dry mucous membranes, abdomen soft
      protracted gastroenteritis with dehydration
    `),
    terse: lines(`
      vomiting, can't keep fluids
      D&V, dehydrated
      persistent vomiting, weak
      vomiting x10, dry
    `),
    absent: ['blood in vomit', 'abdominal pain', 'fever', 'headache'],
    vitals: { hr: [86, 98] },
    diagnosis: [],
  },
  {
    id: 'bowel-blocked',
    system: 'abdomen',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 24 (vomiting, distension, no flatus)',
    ages: [48, 86],
    onset: 'days',
    lay: lines(`
      {my} belly is blown up like a balloon, {I} {keep} vomiting green and haven't passed wind
      {I} {am} being sick brown smelly stuff, stomach swollen, nothing coming out the other end
      {my} tummy is swollen and griping, no poo or wind, and {I} {can't} stop vomiting
      {I} {have} cramping pains in waves, a huge tight belly and {I} can't even fart
      {my} stomach is bloated hard, bringing up bile, bowels completely stopped
      {I} {haven't} opened {my} bowels or passed gas and {I} {am} throwing up everything with a swollen belly
    `),
    nurse: lines(`
      abdo distension, bilious vomiting, no flatus/BO 3/7, prev laparotomy
      colicky abdo pain, distended, faeculent vomit
      vomiting ++, distended tympanic abdo, absolute constipation
      not passing wind or stool, abdo swollen, vomiting
    `),
    physician: lines(`
      colicky abdominal pain, distension, vomiting and absolute constipation
      bilious vomiting and abdominal distension without flatus
      faeculent vomiting with a distended abdomen after previous surgery
      progressive distension with vomiting, passing neither stool nor gas
    `),
    terse: lines(`
      distended, vomiting, no flatus
      bloated belly, vomiting, constipated
      vomiting bile, swollen abdomen
      abdo distension faeculent vomit
    `),
    absent: ['fever', 'blood in stool', 'chest pain'],
    vitals: { hr: [90, 104], pain: [6, 8] },
    diagnosis: ['obstruct'],
  },
  {
    id: 'constipation-simple',
    system: 'abdomen',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 60],
    onset: 'days',
    lay: lines(`
      {I} {haven't} been to the toilet for a few days, a bit bloated, passing wind fine
      {I} {am} constipated since the codeine, {I} {want} something to get things moving
      {my} poos are like rabbit droppings and {I} {strain} a lot, otherwise well
      {I} {am} bunged up, no pain to speak of, eating normally
      {I} {have} hard stools and {need} advice on what to take
      {I} {go} only every four days, still passing gas and eating
    `),
    nurse: lines(`
      constipation, passing flatus, abdo soft, eating
      BNO 4/7, no vomiting, mild bloating
      hard stools since codeine, well
      straining, small hard motions, soft non tender abdo
    `),
    physician: lines(`
      simple constipation with flatus and a soft abdomen
      hard infrequent stools after codeine
      several days without a bowel motion, eating normally
      straining with hard stools, no alarm features
    `),
    terse: lines(`
      constipation
      constipated, passing wind
      hard stools
      no BM 4 days, well
    `),
    absent: ['vomiting', 'blood', 'weight loss', 'severe pain', 'fever'],
    diagnosis: [],
  },
  {
    id: 'heartburn',
    system: 'abdomen',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 29],
    onset: 'weeks',
    lay: lines(`
      {I} {get} acid coming up into {my} throat after spicy food, antacids fix it
      {I} {have} heartburn at night after late meals, sour taste in {my} mouth
      {my} food repeats on {me} and it burns, a swig of antacid settles it
      {I} {burp} a lot and {get} acid reflux when {I} {lie} down after pizza
      {I} {have} an acidy burning after eating, worse with coffee, goes with tablets from the chemist
      {I} {need} something stronger for {my} heartburn, it only comes after meals
    `),
    nurse: lines(`
      heartburn after meals, relieved by antacid, well
      acid reflux sx, worse lying, no red flags
      dyspepsia post spicy food, sour taste
      GORD type sx on and off, eating well
    `),
    physician: lines(`
      postprandial heartburn relieved by antacids
      acid regurgitation on lying down, no alarm features
      intermittent reflux symptoms after spicy meals
      mild dyspepsia with a sour taste
    `),
    terse: lines(`
      heartburn after meals
      acid reflux
      heartburn, antacids help
      indigestion, sour taste
    `),
    absent: ['weight loss', 'difficulty swallowing', 'vomiting', 'sweating', 'breathlessness'],
    diagnosis: [],
  },
  {
    id: 'piles-bleeding',
    system: 'abdomen',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; spots of blood on paper, no row 23 trigger',
    ages: [20, 48],
    onset: 'days',
    lay: lines(`
      {I} {see} a few spots of bright blood on the toilet paper when {I} {wipe}, and it itches
      {my} piles are playing up, a smear of red on the tissue after straining
      {I} {have} a sore itchy bottom with a little blood on the paper, known haemorrhoids
      there's a small lump by {my} back passage and a drop of blood after a hard poo
      {I} {have} a tiny bit of bleeding when {I} {wipe}, hurts like glass when {I} {go}
      {my} haemorrhoids are sore, only a streak of blood on the paper
    `),
    nurse: lines(`
      small amt bright red blood on wiping, known haemorrhoids, well
      spots PR blood on paper, straining, itchy
      painful defaecation, streak of blood, obs normal
      ext pile, minor bleed on tissue only
    `),
    physician: lines(`
      a little bright blood on wiping with known haemorrhoids
      anal itching and spotting on the paper after straining
      painful defaecation with a streak of fresh blood
      a small external haemorrhoid, minimal bleeding
    `),
    terse: lines(`
      piles, spot of blood
      blood on toilet paper
      itchy haemorrhoids
      anal pain, streak blood
    `),
    absent: ['black stools', 'dizziness', 'weight loss', 'abdominal pain'],
    diagnosis: [],
  },
  {
    id: 'diverticular-pain',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, stable',
    ages: [45, 64],
    onset: 'days',
    lay: lines(`
      {I} {have} a steady ache low on the left of {my} tummy and a bit of a temperature
      {my} lower left belly is tender and {I} {am} alternating between loose and constipated
      there is a nagging pain on the bottom left side, {I} {have} pouches in {my} bowel
      {I} {have} cramps in the left lower belly, eating makes it worse
      {my} left side low down is sore when {I} {press} and {I} {feel} a bit off
      {I} {have} a left sided tummy pain like the last flare of {my} bowel pouches
    `),
    nurse: lines(`
      LLQ pain, low grade temp, hx diverticular disease
      LIF tenderness, loose stools, T 37.8
      left lower abdo pain, eating little, obs stable
      LLQ discomfort, no peritonism
    `),
    physician: lines(`
      left lower quadrant pain with a low-grade temperature
      left iliac fossa tenderness and altered bowel habit
      a recurrence of left lower abdominal pain, no peritonism
      localised left lower quadrant discomfort, haemodynamically stable
    `),
    terse: lines(`
      LLQ pain
      left lower abdominal pain
      LIF pain, low fever
      left belly pain, loose stools
    `),
    absent: ['vomiting', 'blood in stool', 'urinary symptoms'],
    vitals: { tempC: [37.2, 37.9], pain: [3, 6] },
    diagnosis: ['diverticulitis'],
  },
];
