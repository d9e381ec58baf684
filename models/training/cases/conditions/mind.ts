import { type Condition, lines } from '../condition.ts';

/** Suicidal thoughts, psychosis, agitation, anxiety, sleep, violence at home. */
export const MIND: readonly Condition[] = [
  {
    id: 'suicide-plan',
    system: 'mind',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 27',
    ages: [14, 75],
    onset: 'days',
    lay: lines(`
      {I} {want} to end it all and {I} {have} the rope ready
      {I} can't go on, {I} {'ve} written goodbye letters and saved up tablets
      {I} {plan} to jump off the bridge tonight
      {I} {don't} want to be alive any more and {I} {know} how {I} would do it
      {I} {have} thoughts of killing {myself} that won't stop, with a plan
      {I} {think} everyone would be better off without {me} and {I} {have} bought what {I} {need} to do it
      {I} tried to hang {myself} last night and {am} sorry it didn't work
    `),
    nurse: lines(`
      SI with plan and means, tearful
      suicidal ideation, plan to OD, stockpiled meds
      attempted hanging last night, alert, no neck sx, still suicidal
      expressing intent to end life, written note
    `),
    physician: lines(`
      suicidal ideation with a specific plan
      active suicidal intent and stockpiled tablets
      suicidal thoughts after a recent attempt
      severe hopelessness with intent to die
    `),
    terse: lines(`
      suicidal with plan
      wants to die
      SI, has means
      suicidal thoughts, plan
    `),
    absent: ['overdose', 'self injury today', 'hallucinations'],
    diagnosis: ['depressive disorder'],
  },
  {
    id: 'psychosis-command',
    system: 'mind',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 27 (command hallucinations, violent)',
    ages: [17, 50],
    onset: 'days',
    lay: lines(`
      {I} {hear} voices telling {me} to hurt people
      {I} {think} the neighbours are poisoning {me} and {I} {'ve} been up for five nights shouting
      {I} {am} talking to people who aren't there and threatened {my} brother with a knife
      the voices order {me} to cut {myself}
      {I} {believe} the TV is sending {me} messages, {am} pacing and smashing things
      {I} {want} to kill {my} boss and {I} {know} where he lives
    `),
    nurse: lines(`
      command hallucinations to harm others, agitated
      acutely psychotic, paranoid, not slept 5/7
      homicidal thoughts, named target
      responding to unseen stimuli, threatening, security called
    `),
    physician: lines(`
      command auditory hallucinations to harm others
      an acute psychotic state with paranoia and aggression
      homicidal ideation with a named victim
      severe agitation with persecutory delusions
    `),
    terse: lines(`
      hearing voices, threatening
      command hallucinations
      homicidal thoughts
      acutely psychotic, agitated
    `),
    absent: ['fever', 'head injury', 'drug use'],
    diagnosis: ['schizophrenia', 'bipolar'],
  },
  {
    id: 'low-mood-safe',
    system: 'mind',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource; no thoughts of self-harm',
    ages: [16, 65],
    onset: 'weeks',
    lay: lines(`
      {I} {have} been feeling down and tearful, no thoughts of hurting {myself}, would like to talk to someone
      {my} mood is low since the break up, {I} {am} safe, still going to work
      {I} {feel} flat and can't enjoy things, never suicidal, want help
      {I} {have} been crying a lot after losing {my} job, not thinking of self harm
      {I} {feel} depressed but safe, want to restart counselling
      {I} {am} sad most days, eating and sleeping ok, no dark thoughts
    `),
    nurse: lines(`
      low mood, no SI/HI, safe, supportive partner
      tearful, denies self harm thoughts, wants counselling
      depressed mood for weeks, future plans +, no risk
      low mood post separation, contracts for safety
    `),
    physician: lines(`
      low mood for several weeks without suicidal ideation
      sadness after a separation, no self-harm thoughts
      a request for help with low mood, functioning and safe
      tearfulness and low energy, future oriented
    `),
    terse: lines(`
      low mood, safe
      feeling down, no SI
      depressed, wants counselling
      tearful, not suicidal
    `),
    absent: ['suicidal thoughts', 'hallucinations', 'self harm'],
    diagnosis: [],
  },
  {
    id: 'panic-usual-settling',
    system: 'mind',
    facts: { resources: 1 },
    basis: 'ESI v5 C: one resource (ECG at most); young, known, settling',
    ages: [16, 28],
    onset: 'hours',
    lay: lines(`
      {I} had one of {my} usual panic attacks, tingly fingers and fast breathing, nearly over now
      {I} {get} panic attacks, this was the same as always, settled with slow breathing
      {my} anxiety is up because of exams, {I} {feel} on edge but ok
      {I} {have} had anxiety for years and felt panicky on the bus, calm now
      {I} felt a wave of panic in the shop with pins and needles in both hands, gone now
      {I} {am} anxious and can't relax, {I} {have} had this before, breathing normal now
    `),
    nurse: lines(`
      typical panic attack, settled, obs normal
      known anxiety, hyperventilating earlier, now calm, sats 99%
      panic sx w/ bilat hand tingling, resolved
      anxious re exams, no SI, obs NAD
    `),
    physician: lines(`
      a typical panic attack in known anxiety, now settled
      transient hyperventilation with tingling of both hands
      increased anxiety around examinations, no risk
      a resolved panic episode with normal observations
    `),
    terse: lines(`
      panic attack, settled
      anxiety
      usual panic attack
      anxious, calm now
    `),
    absent: ['chest pain', 'fainting', 'suicidal thoughts'],
    diagnosis: [],
  },
  {
    id: 'sleep-trouble',
    system: 'mind',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 65],
    onset: 'weeks',
    lay: lines(`
      {I} can't get to sleep at night, lying awake worrying about work
      {I} {wake} at four every morning and {want} something to help
      {I} {have} trouble sleeping since the night shifts
      {my} sleep is all over the place, tired but otherwise well
      {I} {toss} and turn, only a few hours' sleep, want advice
      {I} {need} help with insomnia, nothing else wrong
    `),
    nurse: lines(`
      insomnia, work stress, no SI
      poor sleep since shift change, well
      requests help with sleep
      early waking, functioning
    `),
    physician: lines(`
      difficulty falling asleep related to work stress
      insomnia after a change of shifts
      early waking without mood symptoms
      poor sleep, otherwise well
    `),
    terse: lines(`
      can't sleep
      insomnia
      poor sleep, well
      trouble sleeping
    `),
    absent: ['suicidal thoughts', 'hallucinations', 'chest pain'],
    diagnosis: [],
  },
  {
    id: 'partner-strangled',
    system: 'mind',
    facts: { highRisk: true, resources: 2 },
    basis: 'row 41',
    ages: [17, 60],
    onset: 'hours',
    lay: lines(`
      {my} partner put his hands round {my} throat and squeezed until {I} saw stars
      {I} {was} choked by {my} ex last night, {my} voice is hoarse and neck sore
      {I} {was} raped last night and {I} {don't} know what to do
      {I} {was} attacked and forced to have sex
      {my} husband beats {me} and says he will kill {me}, {I} {am} scared to go home
      someone grabbed {me} by the neck and {I} passed out for a moment
    `),
    nurse: lines(`
      strangled by partner, hoarse, neck bruising
      alleged sexual assault last night, tearful
      DV, threats to kill, unsafe at home
      manual strangulation w/ brief LOC, petechiae
    `),
    physician: lines(`
      strangulation by a partner with hoarseness
      a disclosure of sexual assault
      domestic violence with threats to life
      manual strangulation with transient loss of consciousness
    `),
    terse: lines(`
      strangled by partner
      sexual assault
      domestic violence, threats to kill
      raped last night
    `),
    absent: ['bleeding', 'weakness', 'fever'],
    diagnosis: [],
  },
  {
    id: 'violent-behaviour-drugs',
    system: 'mind',
    facts: { highRisk: true, resources: 2 },
    basis: 'ESI v5 B: severe agitation, high risk',
    ages: [17, 48],
    othersOnly: true,
    onset: 'hours',
    lay: lines(`
      {I} took meth and {am} screaming, punching walls and won't calm down
      {I} {have} taken something, {am} sweating, paranoid and trying to fight everybody
      {I} {am} wild eyed after cocaine, thinks people are after {me} and lashing out
      {I} {am} completely out of control after pills at the club, ripping {my} clothes off
      {I} {am} raging and swinging at people after taking speed
      {I} took spice, {am} staring and then exploding at everyone
    `),
    nurse: lines(`
      acutely agitated after methamphetamine, violent, security x4
      stimulant intoxication, paranoid, combative
      cocaine, aggressive, diaphoretic, lashing out
      drug induced agitation, restrained by police
    `),
    physician: lines(`
      severe agitation and violence after methamphetamine
      stimulant intoxication with paranoia and aggression
      combative behaviour after cocaine use
      drug-related acute behavioural disturbance
    `),
    terse: lines(`
      meth, violent
      agitated, combative, drugs
      cocaine, aggressive
      violent, police present
    `),
    vitals: { hr: [112, 128], tempC: [37.2, 37.8] },
    diagnosis: [],
  },
];
