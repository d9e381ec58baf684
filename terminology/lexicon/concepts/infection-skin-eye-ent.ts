/** Fever, infection, skin, allergy, eye, ear, nose, throat, teeth. One line each: id | display | kind | broader | codes. */
export const INFECTION_SKIN_EYE_ENT = `
general-symptom | general symptom | group
infection | infection | diagnosis
fever | fever | symptom | general-symptom | sct:386661006 icd:R50.9
high-fever | high fever | symptom | fever
fever-not-responding | fever that does not come down | symptom | fever
low-grade-fever | slight fever | symptom | fever
feels-hot | feels hot | symptom | fever
feels-cold | feels cold | symptom | general-symptom
temperature-symptom | temperature symptom | symptom | general-symptom
chills | chills | symptom | general-symptom
rigors | shaking chills | symptom | chills
night-sweats | night sweats | symptom
hot-flushes | hot flushes | symptom
malaise | feeling unwell | symptom | general-symptom | icd:R53.81
looks-ill | looks ill | sign
toxic-appearing | toxic appearance | sign | looks-ill
general-decline | general decline | symptom
body-aches | body aches | symptom | pain general-symptom | icd:M79.10
weight-loss | weight loss | symptom | icd:R63.4
weight-gain | weight gain | symptom
excessive-thirst | excessive thirst | symptom | hyperglycaemia-symptom
swollen-glands | swollen glands | symptom
sepsis | sepsis | diagnosis | infection life-threat | icd:A41.9
septic-shock | septic shock | diagnosis | sepsis shock
suspected-infection | suspected infection | diagnosis | infection
non-blanching-rash | non-blanching rash | sign | rash meningism
purpura | purple spots | sign | non-blanching-rash
petechiae | petechiae | sign | non-blanching-rash
meningococcal | meningococcal disease | diagnosis | sepsis | icd:A39.4
viral-infection | viral infection | diagnosis | infection minor-complaint
flu | flu | diagnosis | infection
flu-like-symptoms | flu-like symptoms | symptom
cold | common cold | symptom | respiratory-symptom minor-complaint
runny-nose | runny nose | symptom | respiratory-symptom
nasal-congestion | blocked nose | symptom | respiratory-symptom
sneezing | sneezing | symptom | minor-complaint
upper-respiratory-infection | upper respiratory infection | diagnosis | respiratory-symptom
covid | COVID-19 | diagnosis | infection
bronchitis | bronchitis | diagnosis | respiratory-symptom
tuberculosis | tuberculosis | diagnosis | infection
malaria | malaria | diagnosis | infection
recent-travel | recent travel | exposure
tropical-travel | travel to the tropics | exposure | recent-travel
long-journey | long journey or flight | exposure
sick-contact | contact with someone ill | exposure
infection-exposure | exposure to an infection | exposure
hiv | HIV | history | immunosuppressed
mononucleosis | glandular fever | diagnosis | infection
strep-throat | strep throat | diagnosis | infection throat-symptom
shingles | shingles | diagnosis | rash | icd:B02.9
shingles-eye | shingles near the eye | sign | shingles eye-symptom
tetanus | tetanus infection | diagnosis | infection
osteomyelitis | bone infection | diagnosis | infection
septic-joint | infected joint | diagnosis | infection
hot-swollen-joint | hot swollen joint | sign | joint-swelling
unable-to-move-joint | cannot move the joint | sign
spinal-infection | spinal infection | diagnosis | infection
fungal-infection | fungal infection | diagnosis | minor-complaint
parasites | parasites | diagnosis
lice | head lice | diagnosis | minor-complaint
scabies | scabies | diagnosis | minor-complaint
thrush | oral thrush | diagnosis | minor-complaint
systemic-inflammatory-response | systemic inflammatory response | diagnosis | infection
rash | rash | symptom | skin-symptom | icd:R21
skin-symptom | skin symptom | symptom
widespread-rash | widespread rash | symptom | rash
painful-rash | painful rash | symptom | rash
itching | itching | symptom | skin-symptom | icd:L29.9
hives | hives | symptom | rash allergic-reaction | icd:L50.9
allergic-reaction | allergic reaction | diagnosis | icd:T78.40XA
anaphylaxis | anaphylaxis | diagnosis | allergic-reaction life-threat | icd:T78.2XXA
epipen-used | adrenaline auto-injector used | medicine | allergic-reaction
allergen-exposure | contact with a known allergen | exposure
food-allergy | food allergy | history
nut-exposure | nuts eaten | exposure | allergen-exposure
seafood-exposure | seafood eaten | exposure | allergen-exposure
new-medicine-reaction | reaction to a medicine | symptom | allergic-reaction
medicine-side-effect | side effect of a medicine | symptom
new-medicine | new medicine started | exposure
contact-dermatitis | contact dermatitis | diagnosis | rash minor-complaint
poison-ivy | poison ivy | exposure | rash minor-complaint
blisters | blisters | symptom | skin-symptom
skin-peeling | skin peeling | sign | skin-symptom
severe-skin-reaction | blistering skin reaction | sign | rash life-threat
mucosal-sores | sores of mouth, eyes or genitals with rash | sign
cellulitis | cellulitis | diagnosis | skin-infection | icd:L03.90
skin-infection | skin infection | diagnosis | infection skin-symptom
spreading-redness | spreading redness | sign | skin-infection
rapidly-spreading-redness | rapidly spreading redness | sign | spreading-redness
red-streaks | red streaks | sign | skin-infection
crepitus | crackling under the skin | sign
skin-necrosis | black or dead skin | sign
necrotising-infection | necrotising infection | diagnosis | skin-infection life-threat | icd:M72.6
abscess | abscess | diagnosis | skin-infection | icd:L02.91
wound-infection | infected wound | sign | skin-infection
pus | pus | sign
impetigo | impetigo | diagnosis | skin-infection minor-complaint
diabetic-foot | diabetic foot ulcer | sign | skin-ulcer
skin-ulcer | skin ulcer | sign | skin-symptom
pressure-sore | pressure sore | sign | skin-ulcer
skin-lesion | skin lesion | symptom | skin-symptom
skin-lump | skin lump | symptom | skin-symptom
suspicious-mole | mole that grows, darkens or bleeds | sign | mole-change
erythema-migrans | expanding ring-shaped rash | sign | rash
red-warm-skin | red and warm skin | sign | skin-symptom
mole-change | change of a mole | symptom | skin-symptom
wart | wart | minor | minor-complaint
acne | acne | minor | minor-complaint
dry-skin | dry skin | symptom | minor-complaint skin-symptom
skin-discolouration | skin discolouration | symptom | skin-symptom
skin-defect | skin defect | sign | skin-symptom
eczema | eczema | diagnosis | rash minor-complaint
psoriasis | psoriasis | history | minor-complaint
hair-problem | hair or scalp problem | symptom | minor-complaint
nail-problem | nail problem | symptom | minor-complaint
ingrown-nail | ingrown nail | symptom | minor-complaint
paronychia | infected nail fold | diagnosis | skin-infection minor-complaint
athletes-foot | athlete's foot | diagnosis | minor-complaint
ringworm | ringworm | diagnosis | minor-complaint
insect-bite | insect bite | injury | bite-or-sting
bite-or-sting | bite or sting | injury
tick-bite | tick bite | injury | bite-or-sting
bee-sting | bee or wasp sting | injury | bite-or-sting
spider-bite | spider bite | injury | bite-or-sting
scorpion-sting | scorpion sting | injury | bite-or-sting envenomation
jellyfish-sting | jellyfish sting | injury | bite-or-sting envenomation
snake-bite | snake bite | injury | bite-or-sting envenomation
envenomation | venomous bite or sting | group
eye-symptom | eye symptom | symptom
eye-pain | eye pain | symptom | eye-symptom pain | icd:H57.10
red-eye | red eye | symptom | eye-symptom
painful-red-eye | painful red eye | sign | red-eye eye-pain
eye-discharge | eye discharge | symptom | eye-symptom
conjunctivitis | pink eye | diagnosis | eye-symptom minor-complaint | icd:H10.9
eye-itching | itchy eyes | symptom | eye-symptom minor-complaint
watery-eye | watery eyes | symptom | eye-symptom
vision-change | change of vision | symptom | eye-symptom
blurred-vision | blurred vision | symptom | vision-change | icd:H53.8
floaters-flashes | flashes or floaters | symptom | vision-change
visual-curtain | curtain over the vision | symptom | vision-loss
halos | haloes around lights | symptom | vision-change
acute-glaucoma | acute glaucoma | diagnosis | eye-symptom | icd:H40.213
retinal-detachment | retinal detachment | diagnosis | eye-symptom
chemical-eye-splash | chemical in the eye | exposure | eye-injury chemical-exposure
eye-injury | eye injury | injury | trauma eye-symptom | icd:S05.90XA
penetrating-eye-injury | penetrating eye injury | injury | eye-injury
metal-in-eye | metal in the eye | injury | foreign-body-eye
dry-socket | painful socket after a tooth was taken out | diagnosis | dental-symptom
foreign-body-eye | foreign body in the eye | injury | eye-symptom foreign-body
corneal-abrasion | scratched eye | injury | eye-symptom
high-speed-eye-particle | metal or high-speed particle in the eye | mechanism | foreign-body-eye
blood-in-eye | blood inside the eye | sign | eye-injury
subconjunctival-haemorrhage | red patch on the white of the eye | sign | eye-symptom minor-complaint
irregular-pupil | irregular pupil | sign | eye-injury
welders-flash | welder's flash | injury | eye-symptom
eyelid-problem | eyelid problem | symptom | eye-symptom
stye | stye | diagnosis | eyelid-problem minor-complaint
eye-swelling | swelling around the eye | sign | eye-symptom
normal-eye-movements | eye moves fully and without pain | reassuring
orbital-cellulitis | infection around the eye | diagnosis | infection eye-symptom | icd:H05.019
painful-eye-movement | painful eye movements | sign | eye-symptom
bulging-eye | bulging eye | sign | eye-symptom
drooping-eyelid | drooping eyelid | sign | eye-symptom neuro-deficit
contact-lens | contact lens | device | eye-symptom
contact-lens-problem | contact lens problem | symptom | eye-symptom
abnormal-eye-movement | abnormal eye movements | sign | eye-symptom
eye-appearance | abnormal look of the eye | sign | eye-symptom
ear-symptom | ear symptom | symptom
ear-pain | ear pain | symptom | ear-symptom pain | icd:H92.09
ear-discharge | ear discharge | symptom | ear-symptom
ear-bleeding | bleeding from the ear | symptom | ear-symptom bleeding
ear-infection | ear infection | diagnosis | ear-symptom
ear-wax | ear wax | minor | ear-symptom minor-complaint
ear-blocked | blocked ear | symptom | ear-symptom minor-complaint
foreign-body-ear | foreign body in the ear | symptom | foreign-body ear-symptom
hearing-loss | hearing loss | symptom | ear-symptom | icd:H91.90
sudden-hearing-loss | sudden hearing loss | symptom | hearing-loss
mastoid-swelling | swelling behind the ear | sign | ear-symptom
swimmers-ear | swimmer's ear | diagnosis | ear-infection minor-complaint
perforated-eardrum | burst eardrum | injury | ear-symptom
nosebleed | nosebleed | symptom | bleeding nose-symptom | icd:R04.0
prolonged-nosebleed | nosebleed that will not stop | symptom | nosebleed
nose-symptom | nose symptom | symptom
foreign-body-nose | foreign body in the nose | symptom | foreign-body nose-symptom
loss-of-smell | loss of smell or taste | symptom | nose-symptom
sinus-problem | sinus problem | symptom | respiratory-symptom
sinusitis | sinus infection | diagnosis | sinus-problem
septal-haematoma | swelling inside the nose after injury | sign
throat-symptom | throat symptom | symptom
sore-throat | sore throat | symptom | throat-symptom pain | icd:J02.9
throat-irritation | throat irritation | symptom | throat-symptom
throat-lump | lump in the throat | symptom | throat-symptom
tonsillitis | tonsillitis | diagnosis | throat-symptom
tonsil-symptom | tonsil symptom | symptom | throat-symptom
quinsy | peritonsillar abscess | diagnosis | throat-symptom airway-problem | icd:J36
trismus | cannot open the mouth | sign
uvula-swelling | swollen uvula | sign | throat-symptom
post-tonsillectomy-bleed | bleeding after tonsillectomy | symptom | bleeding airway-problem
ludwigs | infection of the floor of the mouth | diagnosis | airway-problem infection
floor-of-mouth-swelling | swelling under the tongue or jaw | sign | airway-problem
neck-swelling | neck swelling | sign | swelling
foreign-body-throat | foreign body in the throat | symptom | foreign-body throat-symptom
fish-bone | fish bone stuck | symptom | foreign-body-throat
toothache | toothache | symptom | dental-symptom pain | icd:K08.89
dental-symptom | dental symptom | symptom
fluctuant-abscess | abscess ready to be drained | diagnosis | abscess
dental-abscess | dental abscess | diagnosis | dental-symptom abscess
dental-trauma | broken tooth | injury | dental-symptom trauma
knocked-out-tooth | knocked-out tooth | injury | dental-trauma
post-extraction-bleeding | bleeding after tooth extraction | symptom | bleeding dental-symptom
dental-cavity | dental cavity | minor | dental-symptom minor-complaint
gum-pain | gum pain | symptom | dental-symptom pain
lost-filling | lost filling or crown | minor | dental-symptom minor-complaint
mouth-ulcer | mouth sore | symptom | minor-complaint
mouth-pain | mouth pain | symptom | pain
mouth-bleeding | bleeding from the mouth | symptom | bleeding
mouth-symptom | mouth symptom | symptom
tongue-symptom | tongue symptom | symptom | mouth-symptom
lip-symptom | lip symptom | symptom | mouth-symptom
chapped-lips | chapped lips | minor | minor-complaint
cold-sore | cold sore | minor | minor-complaint
jaw-pain | jaw pain | symptom | pain
jaw-symptom | jaw symptom | symptom
jaw-dislocation | dislocated jaw | injury | dislocation
tmj | jaw joint problem | diagnosis | minor-complaint
face-pain | facial pain | symptom | pain
face-symptom | facial symptom | symptom
lump | lump | symptom
foreign-body | foreign body | symptom
hay-fever | hay fever | diagnosis | minor-complaint
allergies-seasonal | allergies | symptom | minor-complaint
`;
