import { type Condition, lines } from '../condition.ts';

/** Eyes, ears, nose, throat, teeth. */
export const EYES_EARS_THROAT: readonly Condition[] = [
  {
    id: 'eye-chemical',
    system: 'eye',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 30',
    ages: [8, 70],
    onset: 'minutes',
    lay: lines(`
      {I} got oven cleaner in {my} eye and it's burning like fire
      bleach splashed into both {my} eyes
      cement dust went in {my} eye and {I} can't open it
      {I} squirted drain unblocker in {my} face and {my} eye is agony
      acid from a battery sprayed into {my} eyes
      {I} rubbed a cleaning chemical into {my} eye, vision is cloudy
    `),
    nurse: lines(`
      alkali splash R eye, irrigating
      bleach in both eyes, painful, blurred
      chemical eye injury, oven cleaner, VA reduced
      cement in L eye, severe pain
    `),
    physician: lines(`
      an alkali splash to the right eye
      a chemical eye injury from bleach
      ocular exposure to oven cleaner with blurred vision
      wet cement in the eye with severe pain
    `),
    terse: lines(`
      bleach in eye
      chemical eye splash
      cement in eye
      oven cleaner in eyes
    `),
    vitals: { pain: [7, 9] },
    diagnosis: [],
  },
  {
    id: 'eye-sudden-sight-loss',
    system: 'eye',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 30',
    ages: [45, 84],
    onset: 'hours',
    lay: lines(`
      {I} suddenly lost the sight in {my} left eye, no pain
      there's a dark curtain across {my} eye and flashes of light
      {my} eye is red and really painful with rings round the lights, and {I} {feel} sick
      {I} {have} a shower of floaters and lightning flickers and part of {my} vision is missing
      everything went black in one eye
      {my} eye is rock hard, red, blurry and aching so badly {I} vomited
    `),
    nurse: lines(`
      sudden painless visual loss L eye
      flashes, floaters, curtain over R visual field
      red painful eye, haloes, vomiting, mid-dilated pupil
      acute monocular vision loss
    `),
    physician: lines(`
      sudden painless loss of vision in one eye
      new floaters and flashes with a curtain over the visual field
      an acutely painful red eye with haloes and vomiting
      abrupt monocular blindness
    `),
    terse: lines(`
      sudden vision loss
      curtain over eye, flashes
      painful red eye, haloes
      lost sight one eye
    `),
    absent: ['injury', 'weakness', 'speech problems'],
    diagnosis: ['glaucoma', 'detachment'],
  },
  {
    id: 'eye-pink-sticky',
    system: 'eye',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [3, 60],
    onset: 'days',
    lay: lines(`
      {my} eyes are pink and gummed up in the mornings, sight is fine
      {I} {have} a sticky red eye, gritty but not painful
      {I} {have} itchy watery eyes with the pollen
      {my} eye is bloodshot and goopy, others at school have it
      {I} {have} a stye on {my} eyelid, a little sore lump
      one eye is weepy and crusty, {I} can see normally
    `),
    nurse: lines(`
      bilat sticky eyes, VA normal, no pain
      pink eye, discharge, no photophobia
      itchy watery eyes, hay fever
      stye L upper lid, vision ok
    `),
    physician: lines(`
      sticky red eyes with normal vision
      bilateral eye discharge without pain or photophobia
      itchy watering eyes in the pollen season
      a small eyelid stye
    `),
    terse: lines(`
      pink eye
      sticky eyes
      itchy watery eyes
      stye
    `),
    absent: ['eye pain', 'visual loss', 'contact lenses', 'injury'],
    diagnosis: [],
  },
  {
    id: 'ear-ache-simple',
    system: 'ear',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [3, 45],
    onset: 'days',
    lay: lines(`
      {my} ear hurts after a cold, eating and playing ok
      {I} {have} an earache and it feels blocked
      {my} ear is sore inside after swimming, a bit of discharge
      {I} {keep} pulling at {my} ear and had a cold last week, drinking fine
      {I} {think} {I} {have} wax, {my} hearing is muffled on one side
      {my} ear throbs at night, painkillers help
    `),
    nurse: lines(`
      otalgia L post URTI, well, no mastoid tenderness
      earache + blocked feeling, afebrile
      ext ear sore after swimming, mild discharge
      muffled hearing, wax visible
    `),
    physician: lines(`
      ear pain after a cold, systemically well
      mild otalgia after swimming
      a blocked ear with wax
      unilateral earache without mastoid tenderness
    `),
    terse: lines(`
      earache
      ear pain, well
      blocked ear
      sore ear after swimming
    `),
    absent: ['swelling behind the ear', 'dizziness', 'facial weakness', 'headache'],
    vitals: { pain: [2, 5] },
    diagnosis: [],
  },
  {
    id: 'throat-sore-simple',
    system: 'throat',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (swab)',
    ages: [6, 45],
    onset: 'days',
    lay: lines(`
      {my} throat is sore but {I} can swallow and drink ok
      {I} {have} a sore throat and swollen glands, eating soft food fine
      it hurts a bit to swallow, {my} tonsils have white spots, no trouble breathing
      {I} {have} a scratchy throat and lost {my} voice after the match
      {I} {have} tonsillitis again I reckon, drinking plenty
      {my} throat is raw, mild fever, {I} {feel} ok otherwise
    `),
    nurse: lines(`
      sore throat, tonsils red w/ exudate, swallowing fluids, no trismus
      pharyngitis sx, drinking, voice normal
      sore throat + cervical nodes, T 37.9
      tonsils enlarged, airway clear, tolerating PO
    `),
    physician: lines(`
      a sore throat with tonsillar exudate, swallowing well
      sore throat and tender neck glands, no trismus
      an uncomplicated sore throat, drinking normally
      mild throat pain with a hoarse voice after shouting
    `),
    terse: lines(`
      sore throat
      tonsils sore, drinking
      sore throat, swallowing ok
      scratchy throat
    `),
    absent: ['drooling', 'difficulty breathing', 'rash', 'neck stiffness'],
    vitals: { tempC: [36.8, 37.9], pain: [2, 5] },
    diagnosis: [],
  },
  {
    id: 'throat-one-side-jaw-locked',
    system: 'throat',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 45',
    ages: [15, 50],
    onset: 'days',
    lay: lines(`
      {my} throat is worse on one side, {I} can't open {my} mouth and {my} voice sounds like a hot potato
      {I} can barely open {my} jaw, one tonsil is huge and {I} can't swallow {my} spit
      {my} neck under the jaw is swollen hard, tongue pushed up and {I} {drool}
      {I} had {my} tonsils out a week ago and now {I} {am} spitting fresh blood
      it hurts so much on the left of {my} throat {I} can't open wide or drink, and {I} {sound} muffled
      the floor of {my} mouth is swollen since a bad tooth and {my} tongue feels too big
    `),
    nurse: lines(`
      unilateral throat pain, trismus, hot potato voice, drooling
      ?quinsy, uvula deviated, T 38.6
      day 7 post tonsillectomy, fresh bleeding
      submandibular swelling, woody, raised tongue, dental abscess
    `),
    physician: lines(`
      unilateral throat pain with trismus and a muffled voice
      fresh bleeding one week after tonsillectomy
      floor-of-mouth swelling with an elevated tongue after a dental infection
      a deviated uvula, drooling and trismus
    `),
    terse: lines(`
      throat, can't open mouth
      post tonsillectomy bleed
      trismus, muffled voice
      tongue swollen up, bad tooth
    `),
    absent: ['cough', 'rash'],
    vitals: { tempC: [38.0, 38.7], pain: [7, 8] },
    diagnosis: ['Ludwig'],
  },
  {
    id: 'nose-bleed-long',
    system: 'nose',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 44',
    ages: [55, 88],
    lay: lines(`
      {my} nose has been bleeding for over an hour and won't stop, {I} {am} on warfarin
      {I} {have} a nosebleed that has gone on for 45 minutes with pinching and it runs down {my} throat
      blood is pouring from {my} nose, {I} {take} a blood thinner and can't stop it
      {I} {have} had {my} nose pinched for forty minutes and it's still streaming
      {my} nosebleed soaked two towels and {I} {am} on apixaban
      {my} nose keeps gushing, been at it an hour, swallowing clots
    `),
    nurse: lines(`
      epistaxis >45 min despite pressure, on warfarin
      ongoing nosebleed, posterior, swallowing blood
      epistaxis 1h, DOAC, BP 150/80
      brisk epistaxis not controlled w/ pinching
    `),
    physician: lines(`
      epistaxis for 45 minutes despite compression on warfarin
      persistent posterior nasal bleeding
      an uncontrolled nosebleed in an anticoagulated patient
      prolonged epistaxis with blood running into the throat
    `),
    terse: lines(`
      nosebleed 1 hour, warfarin
      epistaxis won't stop
      nosebleed, blood thinners
      ongoing nosebleed 45 min
    `),
    chart: { medications: ['warfarin'] },
    absent: ['injury', 'fainting'],
    diagnosis: [],
  },
  {
    id: 'nose-bleed-stopped',
    system: 'nose',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource; row 44 without its triggers',
    ages: [5, 40],
    onset: 'hours',
    lay: lines(`
      {I} had a nosebleed for five minutes this morning, it has stopped, {I} {take} no medicines
      {my} nose bled a little when {I} blew it, fine now
      {I} {get} short nosebleeds with a dry nose, none at the moment
      {I} had a small nosebleed that stopped when {I} pinched it
      {I} {have} had two brief nosebleeds this week, both stopped in minutes
      {I} picked {my} nose and it bled for a moment, all over now
    `),
    nurse: lines(`
      brief epistaxis, resolved with pressure, no anticoag
      nosebleed 5 min, stopped, well
      minor recurrent epistaxis, nil active
      small nosebleed after nose blowing, dry now
    `),
    physician: lines(`
      a brief nosebleed that stopped with pressure
      minor recurrent epistaxis, not bleeding now
      a five-minute nosebleed without anticoagulants
      a small self-limiting nosebleed
    `),
    terse: lines(`
      nosebleed, stopped
      brief epistaxis, resolved
      small nosebleed, dry now
      minor nosebleed
    `),
    absent: ['bruising', 'dizziness', 'headache'],
    diagnosis: [],
  },
  {
    id: 'tooth-ache',
    system: 'throat',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource (prescription only)',
    ages: [16, 60],
    onset: 'days',
    lay: lines(`
      {I} {have} toothache in a back molar and the dentist can't see {me} until Monday
      {my} tooth is killing {me} when {I} {drink} cold things, no swelling
      {my} filling fell out and it's sore
      {I} {have} a broken tooth that aches at night
      {my} gum is sore round a wisdom tooth, {I} can open {my} mouth fine
      {I} {have} a nagging tooth pain, painkillers help a bit
    `),
    nurse: lines(`
      dental pain R lower molar, no facial swelling
      lost filling, toothache, afebrile
      wisdom tooth soreness, mouth opening normal
      broken tooth, pain 5/10, well
    `),
    physician: lines(`
      dental pain without facial swelling
      a lost filling with sensitivity to cold
      gum soreness around a wisdom tooth, no trismus
      toothache, afebrile and well
    `),
    terse: lines(`
      toothache
      dental pain
      lost filling, sore
      wisdom tooth pain
    `),
    absent: ['facial swelling', 'fever', 'trouble swallowing'],
    vitals: { pain: [3, 7] },
    diagnosis: [],
  },
  {
    id: 'sinus-pressure',
    system: 'nose',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [16, 60],
    onset: 'days',
    lay: lines(`
      {my} sinuses are blocked, pressure over {my} cheeks and green snot
      {I} {have} hay fever, sneezing and an itchy nose
      {my} face feels full and {my} nose is stuffed since a cold
      {I} {have} a blocked nose and can't smell much, otherwise ok
      {I} {have} a bad case of hay fever, streaming nose and itchy eyes
      {my} cheeks ache when {I} {lean} forward with this cold
    `),
    nurse: lines(`
      sinus congestion, facial pressure, afebrile
      hay fever sx, sneezing, itchy eyes
      nasal congestion post URTI, well
      facial fullness, nasal discharge, no orbital swelling
    `),
    physician: lines(`
      facial pressure and nasal congestion after a cold
      seasonal sneezing and itchy eyes
      purulent nasal discharge with cheek fullness, afebrile
      a blocked nose with reduced smell
    `),
    terse: lines(`
      sinus pressure
      hay fever
      blocked nose, face pressure
      sneezing, itchy eyes
    `),
    absent: ['fever', 'eye swelling', 'neck stiffness', 'visual disturbance'],
    diagnosis: [],
  },
];
