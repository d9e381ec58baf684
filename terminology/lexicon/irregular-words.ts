/** Words whose stem no rule finds: `stem: forms`. Verbs, plurals, and adjectives that mean their noun. */
export const IRREGULAR = `
bleed: bled bleeds bleeding bleeed blead bleading
fall: fell fallen falls falling
swell: swollen swole swelled swells swelling swollen swolen swellin
break: broke broken breaks breaking
feel: felt feels feeling feelings
keep: kept keeps keeping
los: lose lost loses losing loss losses loosing
throw: threw thrown throws throwing
eat: ate eaten eats eating
drink: drank drinks drinking
tak: take took taken takes taking
wak: wake woke woken wakes waking awoke awaken awakened awakens wakened waken
bite: bites biting bitten bitting
sting: stung stings stinging
go: went gone goes going
com: come came comes coming
begin: began begun begins beginning
get: got gotten gets getting
run: ran runs running
speak: spoke spoken speaks speaking
see: saw seen sees seeing
say: said says saying
giv: give gave given gives
giving: giving
sleep: slept sleeps sleeping
shak: shake shook shaken shakes shaking shaky shakey shakiness
freez: freeze froze frozen freezes freezing
foot: feet
tooth: teeth
child: children kids kid childs
pain: painful pains painfull pian pians pain painfully paining pain
blood: bloody blood bloods
itch: itchy itches itching itchiness itchyness itched
ach: ache aches aching achy ached achey
sor: sore sores soreness
dizzy: dizziness dizzyness dizy dizzy
sleepy: sleepiness
shit: shits
pee: pees peeing peed
pe: pe
die: dies died dying
lie: lies lying lay lain laying
do: do
vomit: vomits vomited vomiting vomitting vomitted vommiting vomitus vommit vomitin vomited
cough: coughs coughed coughing caugh coughin
hurt: hurts hurting hurted hurtin
seiz: seize seizes seized
seizur: seizure seizures siezure siezures sezure sezures siezure
ear: ears
bit: bit
burn: burnt burns burned
burning: burning
dream: dreams
cry: cries cried crying
try: tries tried trying
hav: have has had having haven
be: being been
spit: spits spitting spat
stand: stood stands standing
sit: sits sitting
hear: hears heard hearing
think: thinks thought thinking
teeth: teething
hang: hung hanged hangs
drown: drowned drowning drowns
choke: choke choked chokes choking
shot: shot
shoot: shooting shoots
throat: throats thoat troat throught
stab: stabs
stabbed: stabbed
hit: hits hitting
put: puts putting
cut: cuts cutting
pass: passes passed passing past
faint: fainted fainting faints
limp: limp
limping: limps limping limped
tir: tired tires tiredness tiring
wet: wetting wets
poop: poops pooping pooped poo poos pooing
abdomen: abdominal abdomens
swallow: swallowed swallowing swallows
testicle: testicles
diabet: diabetes diabetic diabetics
allerg: allergy allergic allergies
anxiet: anxiety anxious anxiousness anxieties
depress: depressed depression depressing depressive
suicid: suicide suicidal suicides suicidality
asthma: asthmatic asthma
epilep: epilepsy epileptic
pregnan: pregnant pregnancy pregnancies pregnat preganant pregnent preg prego
breath: breathe breathes breathing breath breaths breathed breating brething breathin
respond: responds responded responding response responses responsive
unrespons: unresponsive unresponsiveness unresponding
conscious: consciousness conciousness consiousness concious conscience consious consciouness
unconscious: unconsciousness unconcious unconsious uncounscious
confus: confused confusion confusing confuse
paralyz: paralyzed paralysed paralysis paralyze paralyse paralized
cyano: cyanosis cyanotic
inflam: inflamed inflammation inflammed inflamation
hemorrhag: hemorrhage haemorrhage hemorrhages hemorrhaging hemorrage hemorrhagic
urin: urine urinate urinates urinated urinating urination urinary
convuls: convulsion convulsions convulsed convulse
dehydrat: dehydrated dehydration
deform: deformed deformity deformities
stiff: stiffness stiffened stiffening
necro: necrosis necrotic
gangren: gangrene gangrenous
infect: infected infection infections infecting infectious
palp: palpitation palpitations palpitating palps palpatations palpitatons palpations palpitation
numb: numbness numbed
weak: weakness weaker weakened weakly
light: lights
pale: pale paleness paler pallid
leg: legs
eye: eyes
knee: knees
toe: toes
arm: arms
worse: worsen worsens worsening worsened worser
better: better
bad: badly
sudden: suddenly suddent
gradual: gradually
drool: drools drooling drooled
snor: snore snores snoring snored
medicin: medicine medicines medication medications meds med medecine medicaton
drug: drugs
pill: pills tablet tablets tab tabs capsule capsules
pillow: pillows
vision: visions eyesight sight visual
hour: hours hr hrs h
minut: minute minutes min mins
self: himself herself myself themself themselves yourself ourselves oneself
day: days
week: weeks wk wks
month: months mo mos mth mths
year: years yr yrs
`;

/** Words that a stemming rule would spoil. They stay as they are. */
export const UNTOUCHED =
  'hanging hive ectopics flue crushing spine tearing fitting fits seizing convulsing bagged severed abruption stabbing baseline nothing something anything everything during morning evening being here there were are one none more same some the me he she time these those than this his was is us as has its gas bus plus yes thus pus always perhaps sometimes across less unless pass mass class glass process abscess access weakness need feed seed speed weed indeed bed red shed led fed med bled hundred witness business king ring thing string spring sling bring wing ceiling wedding pudding pelvis penis testis sepsis diagnosis crisis nos uterus sinus virus anus fetus lupus thrombus diabetes herpes rabies measles scabies series species hives mumps calves ileus pruritus tinnitus acute chronic blue fine nine five knife wife life alive give love glue ms cns ess bruise because since once twice else age ages sprain stone able unable people little single middle needle purple couple bottle ankle muscle testicle vehicle trouble double tingle temple simple simply gaping attacked cleared jammed guarding crowning boiling compressions contacts banging staring balls waters spine spines labored laboring laboured labouring spotting runs bits recession recessions kicking cracked strokes armed nodding emptied blues';
