/** Injuries, mechanisms, wounds, burns, environment, orthopaedics. One line each: id | display | kind | broader | codes. */
export const TRAUMA_ENVIRONMENT = `
trauma | injury | group
injury | injury | injury | trauma
trauma-mechanism | mechanism of injury | group
dangerous-mechanism | dangerous mechanism | group | trauma-mechanism
multiple-injuries | multiple injuries | injury | trauma
fall | fall | mechanism | trauma-mechanism | icd:W19.XXXA
fall-from-height | fall from height | mechanism | fall dangerous-mechanism
fall-over-six-metres | fall from six metres or more | mechanism | fall-from-height
fall-down-stairs | fall down stairs | mechanism | fall dangerous-mechanism
fall-from-standing | fall from standing | mechanism | fall
fall-out-of-bed | fall out of bed | mechanism | fall
fall-from-horse | fall from a horse | mechanism | fall dangerous-mechanism
repeated-falls | repeated falls | mechanism | fall
mechanical-fall | trip or slip | mechanism | fall
mvc | motor vehicle collision | mechanism | trauma-mechanism | icd:V89.2XXA
high-speed-mvc | high-speed collision | mechanism | mvc dangerous-mechanism
minor-mvc | low-speed collision | mechanism | mvc
rollover | vehicle rolled over | mechanism | mvc dangerous-mechanism
ejected | ejected from vehicle | mechanism | mvc dangerous-mechanism
death-in-crash | death in the same crash | mechanism | mvc dangerous-mechanism
airbag-deployed | airbag deployed | mechanism | mvc
restrained | wore a seat belt | mechanism | mvc
unrestrained | no seat belt | mechanism | mvc
entrapment | trapped in vehicle | mechanism | mvc dangerous-mechanism
pedestrian-struck | pedestrian hit by vehicle | mechanism | mvc dangerous-mechanism
motorcycle-crash | motorcycle crash | mechanism | mvc dangerous-mechanism
bicycle-crash | bicycle crash | mechanism | trauma-mechanism
scooter-crash | scooter crash | mechanism | trauma-mechanism
handlebar-injury | handlebar to the abdomen | mechanism | trauma-mechanism abdominal-trauma
crush-injury | crush injury | mechanism | dangerous-mechanism injury
explosion | explosion | mechanism | dangerous-mechanism
electrocution | electric shock | mechanism | environmental | icd:T75.4XXA
high-voltage | high voltage shock or lightning | mechanism | electrocution dangerous-mechanism
hanging | hanging by the neck | mechanism | strangulation life-threat
strangulation | strangulation | mechanism | assault airway-problem
assault | assault | mechanism | trauma-mechanism abuse
sexual-assault | sexual assault | mechanism | assault | icd:T74.21XA
domestic-violence | domestic violence | mechanism | assault abuse
abuse | abuse or violence | group
elder-abuse | elder abuse | mechanism | abuse
gunshot-wound | gunshot wound | injury | penetrating-trauma
stab-wound | stab wound | injury | penetrating-trauma
penetrating-trauma | penetrating injury | injury | trauma dangerous-mechanism
penetrating-trunk-trauma | penetrating injury of head, neck or trunk | injury | penetrating-trauma life-threat
impaled-object | impaled object | injury | penetrating-trauma
puncture-wound | puncture wound | injury | wound
nail-gun-injury | nail gun injury | mechanism | puncture-wound
stepped-on-nail | stepped on a nail | mechanism | puncture-wound
sports-injury | sports injury | mechanism | trauma-mechanism
struck-by-object | struck by an object | mechanism | trauma-mechanism
machinery-injury | machinery injury | mechanism | trauma-mechanism
high-pressure-injection | high-pressure injection injury | mechanism | injury
blunt-chest-trauma | blow to the chest | injury | chest-injury trauma
blunt-abdominal-trauma | blow to the abdomen | injury | abdominal-trauma trauma
abdominal-trauma | abdominal injury | injury | trauma
seatbelt-sign | seat belt mark | sign | abdominal-trauma
flail-chest | flail chest | sign | life-threat chest-injury
head-injury | head injury | injury | trauma | icd:S09.90XA
minor-head-injury | minor bump of the head | injury | head-injury
skull-fracture-sign | sign of skull fracture | sign | head-injury
clear-fluid-from-nose-ear | clear fluid from nose or ear after injury | sign | skull-fracture-sign
battle-sign | bruise behind the ear or round the eyes | sign | skull-fracture-sign
scalp-haematoma | swelling of the scalp | sign | head-injury
boggy-scalp | boggy scalp swelling | sign | scalp-haematoma
concussion | concussion | diagnosis | head-injury | sct:62106007 icd:S06.0X0A
no-loss-of-consciousness | did not lose consciousness | reassuring
repeated-vomiting-after-injury | repeated vomiting | symptom | vomiting
neck-injury | neck injury | injury | trauma
whiplash | whiplash | injury | neck-injury
midline-neck-tenderness | tender middle of the neck | sign | spinal-injury
back-injury | back injury | injury | trauma
facial-injury | facial injury | injury | trauma
nasal-injury | nose injury | injury | facial-injury
chest-injury | chest injury | injury | trauma
rib-fracture | rib fracture | injury | chest-injury fracture
pelvic-injury | pelvic injury | injury | trauma
fracture | fracture | injury | trauma
open-fracture | open fracture | injury | fracture
hip-fracture-sign | shortened rotated leg | sign | fracture
hip-fracture | broken hip | diagnosis | fracture | icd:S72.009A
dislocation | dislocation | injury | trauma
shoulder-dislocation | dislocated shoulder | injury | dislocation
deformity | deformity | sign | trauma
sprain | sprain or strain | injury | trauma minor-complaint
ankle-sprain | ankle sprain | injury | sprain
muscle-strain | muscle strain | injury | sprain
contusion | bruise | injury | trauma
abrasion | graze | injury | wound minor-complaint
haematoma | haematoma | injury | contusion
wound | wound | injury | trauma
laceration | laceration | injury | wound | icd:T14.8XXA
deep-laceration | deep wound | injury | laceration
minor-cut | small cut | injury | laceration minor-complaint
wound-gaping | gaping wound | sign | laceration
tendon-injury | tendon injury | injury
amputation | amputation | injury | trauma
fingertip-injury | fingertip injury | injury
degloving | degloving injury | injury | trauma
nail-bed-injury | nail injury | injury | minor-complaint
ring-stuck | ring stuck on finger | symptom | minor-complaint
splinter | splinter | injury | minor-complaint foreign-body
fish-hook | fish hook in skin | injury | foreign-body minor-complaint
foreign-body-skin | foreign body in the skin | injury | foreign-body
neurovascular-compromise | numb, cold or pulseless beyond an injury | sign | limb-ischaemia
compartment-syndrome | compartment syndrome | diagnosis | limb-ischaemia
tense-limb | tense swollen limb | sign | compartment-syndrome
pain-on-passive-stretch | pain on passive stretch | sign | compartment-syndrome
tight-cast | tight cast | symptom | device-problem
cast | cast or splint | device
bone-tenderness | tenderness over a bone after an injury | sign
fall-on-outstretched-hand | fall on the outstretched hand | mechanism | fall
flexor-sheath-infection | infected tendon sheath of a finger | diagnosis | skin-infection
jaw-fracture-sign | teeth that no longer meet after a blow | sign | facial-injury
achilles-rupture | Achilles rupture | injury
acl-injury | knee ligament injury | injury
unable-to-bear-weight | unable to bear weight | sign
weight-bearing | able to bear weight | reassuring
full-range-of-motion | full range of movement | reassuring
neurovascularly-intact | circulation and feeling intact | reassuring
burn | burn | injury | trauma | icd:T30.0
scald | scald | mechanism | burn
chemical-burn | chemical burn | injury | burn chemical-exposure
electrical-burn | electrical burn | injury | burn electrocution
major-burn | large burn | injury | burn
full-thickness-burn | full-thickness burn | injury | burn
partial-thickness-burn | blistered burn | injury | burn
minor-burn | small superficial burn | injury | burn minor-complaint
facial-burn | facial burn | injury | burn
airway-burn | airway burn | sign | burn airway-problem
circumferential-burn | circumferential burn | injury | burn
sunburn | sunburn | injury | burn minor-complaint
friction-burn | friction burn | injury | burn
house-fire | house fire | exposure | smoke-inhalation
dog-bite | dog bite | injury | animal-bite
cat-bite | cat bite | injury | animal-bite
human-bite | human bite | injury | animal-bite
bat-exposure | bat exposure | exposure | animal-bite rabies-exposure
bat-bite | bite of a bat | injury | bat-exposure
animal-bite | animal bite | injury | bite-or-sting
rabies-exposure | possible rabies exposure | exposure
needlestick | needlestick injury | exposure | blood-exposure
blood-exposure | exposure to blood or body fluid | exposure
environmental | environmental | group
heat-exposure | heat exposure | exposure | environmental
heat-stroke | heat stroke | diagnosis | environmental life-threat | icd:T67.01XA
heat-exhaustion | heat exhaustion | diagnosis | environmental
hypothermia | hypothermia | diagnosis | environmental | icd:T68.XXXA
cold-exposure | cold exposure | exposure | environmental
frostbite | frostbite | injury | environmental
diving-accident | diving accident | mechanism | environmental
altitude-sickness | altitude sickness | diagnosis | environmental
lightning-strike | lightning strike | mechanism | high-voltage
back-pain | back pain | symptom | pain | icd:M54.9
low-back-pain | low back pain | symptom | back-pain | icd:M54.50
upper-back-pain | upper back pain | symptom | back-pain
chronic-back-pain | long-standing back pain | symptom | back-pain
back-spasm | back spasm | symptom | back-pain
neck-pain | neck pain | symptom | pain
coccyx-pain | tailbone pain | symptom | back-pain
joint-pain | joint pain | symptom | pain
joint-swelling | joint swelling | sign | swelling
gout | gout | diagnosis
arthritis | arthritis | history
muscle-pain | muscle pain | symptom | pain
muscle-cramps | muscle cramps | symptom | pain
rhabdomyolysis | muscle breakdown | diagnosis
rib-pain | rib pain | symptom | chest-wall-pain
hip-pain | hip pain | symptom | pain
groin-pain | groin pain | symptom | pain
limb-symptom | limb symptom | symptom
musculoskeletal-symptom | muscle or joint symptom | symptom
old-injury | old injury | injury | minor-complaint
pain | pain | symptom
severe-pain | severe pain | symptom | pain
uncontrolled-pain | uncontrolled pain | symptom | severe-pain
chronic-pain | chronic pain | symptom | pain
swelling | swelling | symptom
redness | redness | sign
cramps | cramps | symptom | pain
discharge | discharge | sign
symptom | symptom | symptom
not-moving-limb | cannot move a limb | sign
finger-amputation | finger amputation | injury | amputation
general-symptom-other | general symptom | symptom | general-symptom
leg-swelling | leg swelling | sign | limb-swelling
leg-pain | leg pain | symptom | limb-pain
arm-swelling | arm swelling | sign | limb-swelling
arm-weakness | arm weakness | sign | limb-weakness
leg-weakness | leg weakness | sign | limb-weakness
stiffness | stiffness | symptom
posture-problem | posture problem | minor | minor-complaint
post-op-problem | problem after an operation | symptom
post-op-fever | fever after an operation | symptom | post-op-problem fever
post-op-bleeding | bleeding after an operation | symptom | post-op-problem bleeding
wound-dehiscence | wound opened up | sign | post-op-problem
bowel-protruding | bowel showing through a wound | sign | life-threat
implant-complication | complication of an implant | symptom | device-problem
unspecified-accident | accident | mechanism | trauma-mechanism
`;
