import { type Condition, lines } from '../condition.ts';

/** Stable troubles of several systems that need two kinds of resource: the middle of every waiting room. */
export const TWO_RESOURCES: readonly Condition[] = [
  {
    id: 'kidney-stone-known-mild',
    system: 'urinary',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, pain moderate',
    ages: [28, 58],
    onset: 'day',
    lay: lines(`
      {I} {have} a dull ache in {my} side like {my} old kidney stone, bearable with tablets
      {my} stone is niggling again, on and off in the flank, {I} can sit still
      {I} {have} a grumbling pain in {my} side and a pink tinge in {my} wee, not too bad
      {I} {have} a mild stone pain that comes and goes, eating and drinking
      {my} flank aches a bit and {I} passed some gravel before, tolerable
      {I} {think} it is another little stone, sore in the loin but manageable
    `),
    nurse: lines(`
      known stones, mild L flank ache, microscopic haematuria, comfortable
      intermittent flank discomfort 4/10, hx calculi, afebrile
      R loin ache, tolerable, pink urine
      recurrent stone type pain, mild, sitting still
    `),
    physician: lines(`
      a mild intermittent flank ache with known stones, comfortable
      moderate loin discomfort and pink urine, afebrile
      tolerable recurrent stone-type pain
      a dull flank ache with haematuria, pain controlled
    `),
    terse: lines(`
      mild flank ache, stones
      pink urine, mild ache
      known stones, mild pain
      flank ache, comfortable
    `),
    absent: ['fever', 'vomiting', 'pregnancy'],
    vitals: { pain: [3, 5] },
    diagnosis: ['nephrolithiasis'],
  },
  {
    id: 'abdominal-ache-middle',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, stable',
    ages: [20, 58],
    onset: 'days',
    lay: lines(`
      {I} {have} a stomach ache in the middle that won't settle, with nausea and not much appetite
      {my} tummy has hurt on and off and {I} {'ve} been sick a couple of times
      {I} {have} a gnawing pain at the top of {my} belly at night that eases when {I} {eat}
      {I} {have} crampy belly pain and bloating that keeps coming back
      {my} stomach pain is getting on {my} nerves, moderate, with a little vomiting
      {I} {have} belly pain all over, not terrible, and {I} {feel} off {my} food
    `),
    nurse: lines(`
      generalised abdo pain 5/10, nausea, soft abdo
      epigastric gnawing pain, worse at night, no melaena
      intermittent crampy abdo pain + vomiting x2, obs stable
      central abdo discomfort, reduced appetite, no peritonism
    `),
    physician: lines(`
      diffuse moderate abdominal pain with nausea, abdomen soft
      gnawing epigastric pain relieved by food
      intermittent cramping abdominal pain with occasional vomiting
      central abdominal discomfort and reduced appetite
    `),
    terse: lines(`
      abdominal pain, nausea
      tummy pain, vomiting
      epigastric gnawing pain
      abdo cramps, off food
    `),
    absent: ['blood', 'black stools', 'fainting', 'fever', 'chest pain'],
    vitals: { pain: [4, 6] },
    diagnosis: ['ulcer'],
  },
  {
    id: 'miscarriage-none-bleeding-heavy-period',
    system: 'urinary',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (blood tests, ultrasound), stable, not pregnant',
    ages: [36, 50],
    sex: 'female',
    onset: 'days',
    lay: lines(`
      {my} period is much heavier and longer than usual, changing pads every three hours, pregnancy test negative
      {I} {have} been bleeding on and off between periods, a negative test, a bit tired
      {my} periods have been heavy with some small clots, {I} {am} up and about, not pregnant
      {I} {have} had a long heavy period and {feel} drained, {I} can't be pregnant
      {my} monthly bleed won't finish, moderate flow, negative test
      {I} {have} fibroids and this period is a heavy one, steady on {my} feet
    `),
    nurse: lines(`
      menorrhagia, pad q3h, hCG neg, haem stable
      prolonged PV bleed, not pregnant, mild fatigue
      heavy menses + small clots, fibroids, HR 82
      intermenstrual bleeding, hCG neg, obs normal
    `),
    physician: lines(`
      heavy prolonged menstrual bleeding with a negative pregnancy test
      intermenstrual bleeding and mild fatigue, haemodynamically stable
      menorrhagia with known fibroids, changing pads every three hours
      a prolonged moderate vaginal bleed, not pregnant
    `),
    terse: lines(`
      heavy period, not pregnant
      prolonged period, stable
      menorrhagia, hCG neg
      bleeding between periods
    `),
    absent: ['fainting', 'severe pain', 'fever'],
    diagnosis: [],
  },
  {
    id: 'dizzy-older-standing',
    system: 'heart',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (ECG, blood tests), stable',
    ages: [58, 74],
    onset: 'weeks',
    lay: lines(`
      {I} {get} lightheaded for a few seconds when {I} {stand} up since the new pressure pill
      {I} {am} a bit giddy on getting out of bed, never fallen, gone once {I} {am} up
      {my} head swims for a moment when {I} {rise} from a chair, otherwise well
      {I} {have} been woozy on standing, started when {my} water tablet was increased
      {I} {feel} faint-ish briefly when {I} {get} up quickly, {I} never pass out
      standing up makes {me} dizzy for a moment, drinking less lately
    `),
    nurse: lines(`
      postural lightheadedness since new antihypertensive, no falls
      dizzy on standing, brief, no syncope
      woozy on rising, diuretic increased, obs ok
      orthostatic sx, gait steady, no neuro
    `),
    physician: lines(`
      brief postural light-headedness after a change in blood pressure tablets
      dizziness on standing without syncope
      orthostatic symptoms following a diuretic increase
      transient light-headedness on rising, no falls
    `),
    terse: lines(`
      dizzy on standing
      lightheaded getting up
      postural dizziness, new pill
      woozy on rising
    `),
    absent: ['chest pain', 'palpitations', 'weakness', 'black stools', 'headache'],
    diagnosis: [],
  },
  {
    id: 'high-sugar-well',
    system: 'metabolic',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources; row 12 without its triggers',
    ages: [38, 70],
    onset: 'days',
    lay: lines(`
      {my} sugars have been running at 17 with a lot of thirst, {I} {have} type 2 diabetes and {feel} alright
      {I} {am} diabetic, the meter says 16 to 18, no sickness, just peeing more
      {my} blood sugar is up at 290 since the steroid injection in {my} knee, {I} {feel} ok
      {I} {have} type 2 and ran out of metformin, glucose 18 and a dry mouth
      {my} readings are higher than normal, about 16, {I} {am} eating and drinking, no ketones
      {I} {am} thirsty with a sugar of 300, type 2, otherwise well
    `),
    nurse: lines(`
      T2DM, CBG 17, ketones 0.2, thirsty, well
      hyperglycaemia 290 mg/dL after steroid inj, asymptomatic otherwise
      BM 18, out of metformin, no vomiting
      T2DM polyuria, glucose 16.5, alert, drinking
    `),
    physician: lines(`
      a glucose of 17 mmol/L with thirst in type 2 diabetes, no ketones
      raised glucose after a joint steroid injection, well
      hyperglycaemia of 300 mg/dL after running out of metformin
      polyuria and a glucose of 16.5, clinically well
    `),
    terse: lines(`
      T2DM, sugar 17, well
      glucose 300, thirsty
      high sugars, no ketones
      BM 18, ran out metformin
    `),
    absent: ['vomiting', 'abdominal pain', 'drowsiness', 'fever'],
    chart: { conditions: ['Type 2 diabetes mellitus'], medications: ['metformin'] },
    diagnosis: [],
  },
  {
    id: 'foot-sore-diabetic-stable',
    system: 'skin',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (X-ray, blood tests), stable',
    ages: [46, 78],
    onset: 'weeks',
    lay: lines(`
      {I} {am} diabetic and {have} a sore on the sole of {my} foot that isn't healing, a bit smelly
      there is an ulcer on {my} toe with a little discharge, {I} {have} diabetes, no fever
      {my} foot wound is slow to heal and wet, {I} {am} a diabetic, feeling ok
      {I} {have} diabetes and the blister on {my} heel has opened up
      {I} {have} a hole under {my} big toe, it doesn't hurt, and {I} {have} type 2 diabetes
      {my} diabetic foot sore is weeping more than last month
    `),
    nurse: lines(`
      diabetic foot ulcer plantar, mild discharge, afebrile
      non healing toe ulcer, DM, pulses present
      heel wound in diabetic, sloughy, obs normal
      chronic foot ulcer, increased exudate, T2DM
    `),
    physician: lines(`
      a non-healing plantar ulcer in a diabetic, afebrile
      a chronic toe ulcer with mild discharge and type 2 diabetes
      a diabetic heel wound with increased exudate
      a slowly healing foot ulcer with palpable pulses
    `),
    terse: lines(`
      diabetic foot ulcer
      toe ulcer, diabetic, well
      foot sore not healing, DM
      heel ulcer, afebrile
    `),
    absent: ['fever', 'rigors', 'spreading redness', 'severe pain'],
    chart: { conditions: ['Type 2 diabetes mellitus'], medications: ['metformin'] },
    diagnosis: [],
  },
  {
    id: 'shoulder-out',
    system: 'injury',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources (X-ray, reduction), nerves and vessels intact',
    ages: [17, 45],
    onset: 'hours',
    lay: lines(`
      {my} shoulder popped out playing rugby, it looks square, {I} can feel and move {my} fingers
      {my} shoulder came out of its socket again, hand feels normal
      {I} {have} put {my} shoulder out lifting {my} kayak, arm stuck, fingers fine
      {my} kneecap slipped to the side and {my} leg is stuck, foot is warm
      {my} finger is dislocated from catching a ball, bent sideways, still pink
      {my} shoulder slid out in {my} sleep, it has done that before, no numbness
    `),
    nurse: lines(`
      ?anterior shoulder dislocation, recurrent, NV intact
      shoulder deformity after tackle, radial pulse ok, sens normal
      patella dislocated laterally, NV ok
      PIPJ dislocation finger, closed, cap refill <2s
    `),
    physician: lines(`
      a recurrent shoulder dislocation, neurovascularly intact
      a lateral patellar dislocation with normal distal pulses
      a closed finger dislocation, well perfused
      a squared-off shoulder after a tackle with normal sensation
    `),
    terse: lines(`
      shoulder dislocated, NV intact
      shoulder popped out
      kneecap dislocated
      finger dislocated
    `),
    absent: ['numbness', 'open wound', 'neck pain'],
    vitals: { pain: [4, 6] },
    diagnosis: [],
  },
  {
    id: 'shingles-trunk',
    system: 'skin',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; not the eye, not immunosuppressed',
    ages: [40, 68],
    onset: 'days',
    lay: lines(`
      {I} {have} a stripe of burning blisters round one side of {my} ribs
      there's a band of sore little blisters on {my} waist, just the left side
      {I} {think} {I} {have} shingles on {my} back, it tingles and stings
      {I} {have} a painful rash in a line on one side of {my} tummy, otherwise well
      {my} side tingled and then a strip of blisters came up
      {I} {have} crusting blisters in a belt on {my} right side, healthy otherwise
    `),
    nurse: lines(`
      unilateral vesicular rash thoracic dermatome, well
      ?shingles L flank, afebrile, immunocompetent
      dermatomal blisters, burning pain 4/10
      vesicles R trunk, not near eye
    `),
    physician: lines(`
      a unilateral dermatomal vesicular rash of the trunk
      a burning band of blisters on the flank, otherwise well
      a painful thoracic vesicular eruption, immunocompetent
      crusting vesicles in one dermatome
    `),
    terse: lines(`
      shingles on trunk
      band of blisters
      blisters one side ribs
      dermatomal rash, well
    `),
    absent: ['eye symptoms', 'fever', 'headache', 'weakness'],
    vitals: { pain: [2, 5] },
    diagnosis: ['zoster'],
  },
  {
    id: 'jaundice-slow',
    system: 'abdomen',
    facts: { resources: 2 },
    basis: 'ESI v5 C: two resources, stable',
    ages: [32, 72],
    onset: 'weeks',
    lay: lines(`
      {my} eyes have slowly gone yellow, {my} wee is like cola and {I} {itch}, no pain
      {I} {have} turned yellow over the last while, off {my} food, thinking straight
      people say {I} {look} yellow and {my} poo is pale, {I} {feel} tired
      {my} skin is yellowish and itchy, {I} {have} lost a bit of weight
      {I} {have} dark urine and yellow eyes, otherwise getting about
      {I} {have} gradually gone a yellow colour with a dull ache, no fever
    `),
    nurse: lines(`
      painless jaundice, dark urine, pale stools, alert
      gradual yellow sclera, pruritus, obs normal
      jaundiced, wt loss, no confusion
      icteric, dull RUQ ache, afebrile
    `),
    physician: lines(`
      gradual painless jaundice with dark urine and pale stools
      slowly progressive yellowing of the eyes with itching
      jaundice and weight loss, afebrile and alert
      new icterus with a dull ache, haemodynamically stable
    `),
    terse: lines(`
      yellow eyes, dark urine
      painless jaundice
      jaundice, itching
      gone yellow, weeks
    `),
    absent: ['fever', 'confusion', 'bleeding', 'vomiting'],
    diagnosis: ['hepatitis', 'pancreatic'],
  },
  {
    id: 'wheeze-cold-preschool-comfortable',
    system: 'breathing',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (inhaler)',
    ages: [3, 6],
    onset: 'day',
    lay: lines(`
      {I} {have} a little wheeze with a cold, running around and eating
      {I} {have} a snotty nose and a slight whistle in the chest, playing happily
      {my} chest whistles a bit at night with this cold, drinking well and chatting
      {I} {have} a cough and faint wheeze, full of beans
      {I} {get} a wheeze with every cold, comfortable now and blowing bubbles
      {I} {have} a mild wheeze, talks in long sentences and eats {my} tea
    `),
    nurse: lines(`
      mild viral wheeze, no recession, sats 98%, playful
      wheeze + coryza, talking sentences, eating
      faint wheeze, RR 22, comfortable
      viral induced wheeze, well, responds to spacer
    `),
    physician: lines(`
      mild wheeze with coryza, comfortable and playful
      a slight wheeze with a cold and no increased work of breathing
      recurrent viral wheeze, well and eating
      a faint expiratory wheeze with normal saturations
    `),
    terse: lines(`
      mild wheeze, playful
      viral wheeze, comfortable
      slight wheeze with cold
      wheezy cold, eating well
    `),
    absent: ['fever', 'recession', 'blue lips'],
    diagnosis: [],
  },
];
