/** Consciousness, brain, nerves, spine, headache. One line each: id | display | kind | broader | codes. */
export const NERVOUS_SYSTEM = `
altered-mental-state | altered mental state | sign | neuro-symptom | icd:R41.82
neuro-symptom | neurological symptom | group
neuro-deficit | neurological deficit | group | neuro-symptom
stroke-sign | sign of stroke | group | neuro-deficit
unresponsive | unresponsive | sign | altered-mental-state life-threat
unconscious | unconscious | sign | unresponsive
responds-to-pain | responds only to pain | sign | altered-mental-state life-threat
responds-to-voice | responds only to voice | sign | altered-mental-state
will-not-wake | will not wake | sign | unresponsive
hard-to-wake | hard to wake | sign | drowsy
drowsy | drowsy | sign | altered-mental-state | icd:R40.0
lethargic | lethargic | sign | drowsy
obtunded | obtunded | sign | altered-mental-state
loss-of-consciousness | loss of consciousness | symptom | neuro-symptom | icd:R40.20
brief-loss-of-consciousness | brief loss of consciousness | symptom | loss-of-consciousness
found-down | found on the floor | mechanism
long-lie | long time on the floor | mechanism
confusion | confusion | sign | altered-mental-state | icd:R41.0
new-confusion | new confusion | sign | confusion
disorientation | disorientation | sign | confusion
delirium | delirium | diagnosis | confusion
agitation | agitation | sign | behaviour-change
combative | combative | sign | agitation
behaviour-change | change of behaviour | sign
not-acting-right | not acting like themselves | sign | altered-mental-state behaviour-change
worse-dementia | sudden decline with dementia | sign | confusion
baseline-confusion | confused as usual | sign
memory-loss | memory loss | symptom | neuro-symptom
amnesia | amnesia | symptom | memory-loss
transient-global-amnesia | repeats the same questions | sign | confusion memory-loss
hallucinations | hallucinations | symptom | psychosis-symptom
seizure | seizure | symptom | neuro-symptom | icd:R56.9
ongoing-seizure | seizure now | sign | seizure life-threat
prolonged-seizure | seizure of more than 5 minutes | sign | seizure
repeated-seizures | repeated seizures | sign | seizure
first-seizure | first seizure | sign | seizure
status-epilepticus | status epilepticus | diagnosis | ongoing-seizure | icd:G40.901
febrile-seizure | febrile seizure | diagnosis | seizure | icd:R56.00
post-ictal | post-ictal | sign | seizure
typical-seizure | usual seizure of known epilepsy | sign | seizure
absence-seizure | staring spell | symptom | seizure
seizure-like-activity | seizure-like activity | symptom | seizure
infantile-spasms | infantile spasms | symptom | seizure
ran-out-of-seizure-medicine | ran out of seizure medicine | history
tongue-bite | bitten tongue | sign
involuntary-movement | involuntary movements | sign | neuro-symptom
tremor | tremor | symptom | neuro-symptom
muscle-twitching | muscle jerks or twitching | symptom | involuntary-movement
clonus-rigidity | rigidity or clonus | sign | neuro-symptom
facial-droop | facial droop | sign | stroke-sign | icd:R29.810
arm-drift | arm drift | sign | stroke-sign arm-weakness
one-sided-weakness | weakness on one side | sign | stroke-sign weakness-neurological
weakness-neurological | limb weakness | symptom | neuro-deficit
paralysis | paralysis | sign | neuro-deficit
bilateral-leg-weakness | weakness of both legs | sign | neuro-deficit leg-weakness
ascending-weakness | weakness that climbs up the body | sign | neuro-deficit
one-sided-numbness | numbness on one side | symptom | stroke-sign sensory-symptom
facial-numbness | numb face | symptom | stroke-sign sensory-symptom
sensory-symptom | numbness or tingling | symptom | neuro-symptom | icd:R20.2
loss-of-sensation | loss of feeling | symptom | sensory-symptom
slurred-speech | slurred speech | sign | stroke-sign speech-problem | icd:R47.81
speech-problem | difficulty speaking | sign | neuro-symptom
unable-to-speak | unable to speak | sign | stroke-sign speech-problem
word-finding-difficulty | trouble finding words | sign | stroke-sign speech-problem
aphasia | aphasia | sign | stroke-sign speech-problem | icd:R47.01
stuttering | stuttering | symptom | speech-problem
sudden-vision-loss | sudden loss of vision | symptom | stroke-sign vision-loss
vision-loss | loss of vision | symptom | eye-symptom | icd:H54.7
hemianopia | loss of half of the visual field | sign | stroke-sign vision-loss
double-vision | double vision | symptom | neuro-symptom vision-change | icd:H53.2
gaze-deviation | eyes turned to one side | sign | stroke-sign
unequal-pupils | unequal pupils | sign | neuro-deficit
fixed-pupils | fixed or dilated pupils | sign | neuro-deficit
pinpoint-pupils | pinpoint pupils | sign | opioid-toxidrome
loss-of-balance | loss of balance | symptom | stroke-sign
sudden-loss-of-balance | sudden loss of balance | symptom | loss-of-balance
ataxia | unsteady walk | sign | neuro-deficit
coordination-loss | loss of coordination | sign | neuro-deficit
difficulty-walking | difficulty walking | symptom
unable-to-walk | unable to walk | sign | difficulty-walking
stroke | stroke | diagnosis | neuro-emergency | sct:230690007 icd:I63.9
neuro-emergency | neurological emergency | group
tia | transient ischaemic attack | diagnosis | neuro-emergency | icd:G45.9
brain-bleed | bleeding in the head | diagnosis | neuro-emergency | icd:I62.9
subarachnoid-haemorrhage | subarachnoid haemorrhage | diagnosis | brain-bleed | icd:I60.9
last-known-well | last known well | onset
wake-up-onset | woke up with it | onset
symptoms-resolved | symptoms gone now | course
bells-palsy | Bell's palsy | diagnosis | facial-droop
headache | headache | symptom | pain neuro-symptom | sct:25064002 icd:R51.9
thunderclap-headache | sudden severe headache | symptom | headache severe-headache | icd:G44.53
severe-headache | severe headache | symptom | headache
worst-headache | worst headache of life | symptom | severe-headache
migraine | migraine | diagnosis | headache | icd:G43.909
migraine-with-aura | migraine with aura | history | migraine
usual-headache | usual headache | symptom | headache
tension-headache | tension headache | diagnosis | headache
exertional-headache | headache on exertion | symptom | headache
positional-headache | headache worse lying or bending | symptom | headache
morning-headache | morning headache | symptom | headache
scalp-tenderness | tender scalp | sign | gca-sign
jaw-claudication | jaw pain on chewing | symptom | gca-sign
gca-sign | sign of giant cell arteritis | group
giant-cell-arteritis | giant cell arteritis | diagnosis | headache | icd:M31.6
neck-stiffness | stiff neck | sign | meningism
meningism | sign of meningitis | group
photophobia | light hurts the eyes | symptom | meningism | icd:H53.149
phonophobia | sound hurts | symptom
meningitis | meningitis | diagnosis | infection neuro-emergency | icd:G03.9
encephalitis | encephalitis | diagnosis | infection neuro-emergency
bulging-fontanelle | bulging fontanelle | sign | infant-danger-sign meningism
shunt | brain shunt | device
shunt-problem | shunt problem | symptom | device-problem neuro-emergency
dizziness | dizziness | symptom | neuro-symptom | icd:R42
vertigo | vertigo | symptom | dizziness
light-headedness | light-headedness | symptom | dizziness
bppv | positional vertigo | diagnosis | vertigo
nystagmus | nystagmus | sign | neuro-deficit
tinnitus | ringing in the ears | symptom | ear-symptom
weakness | general weakness | symptom | general-symptom | icd:R53.1
fatigue | tiredness | symptom | general-symptom | icd:R53.83
sudden-collapse | collapse | symptom | loss-of-consciousness
collapse-in-sport | collapse during sport | symptom | sudden-collapse syncope-on-exertion
saddle-numbness | numb saddle area | symptom | cauda-equina-sign sensory-symptom
cauda-equina-sign | sign of cauda equina compression | group
bowel-incontinence | loss of bowel control | symptom | cauda-equina-sign | icd:R15.9
urinary-incontinence | loss of bladder control | symptom | urinary-symptom | icd:R32
new-bladder-bowel-problem | new bladder or bowel problem | symptom | cauda-equina-sign
bilateral-sciatica | sciatica on both sides | symptom | cauda-equina-sign sciatica
sciatica | sciatica | symptom | back-pain | icd:M54.30
foot-drop | foot drop | sign | neuro-deficit
cauda-equina | cauda equina syndrome | diagnosis | neuro-emergency | icd:G83.4
spinal-cord-compression | spinal cord compression | diagnosis | neuro-emergency
spinal-injury | spinal injury | injury | trauma
guillain-barre | Guillain-Barre syndrome | diagnosis | neuro-emergency
myasthenia-crisis | myasthenia crisis | diagnosis | neuro-emergency
carpal-tunnel | carpal tunnel | diagnosis | minor-complaint
restless-legs | restless legs | symptom | minor-complaint
insomnia | trouble sleeping | symptom | minor-complaint | icd:G47.00
nightmares | nightmares | symptom
sleepwalking | sleepwalking | symptom
sleep-apnoea | sleep apnoea | history
learning-difficulty | learning difficulty | history
`;
