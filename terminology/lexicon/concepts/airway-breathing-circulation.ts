/** Airway, breathing, circulation and heart. One line each: id | display | kind | broader | codes. */
export const AIRWAY_BREATHING_CIRCULATION = `
airway-problem | airway problem | group
breathing-problem | breathing problem | group
circulation-problem | circulation problem | group
not-breathing | not breathing | sign | breathing-problem life-threat
agonal-breathing | gasping or agonal breathing | sign | breathing-problem life-threat
life-threat | immediate threat to life | group
cardiac-arrest | cardiac arrest | diagnosis | life-threat circulation-problem | sct:410429000 icd:I46.9
no-pulse | no pulse | sign | life-threat circulation-problem
respiratory-arrest | respiratory arrest | diagnosis | life-threat breathing-problem | icd:R09.2
cpr-performed | CPR performed | mechanism | life-threat
post-cardiac-arrest | state after cardiac arrest | diagnosis | life-threat
intubated | intubated | device | life-threat
ventilated | on a ventilator | device | breathing-problem
dead-on-arrival | dead on arrival | diagnosis | life-threat
drowning | drowning or near-drowning | mechanism | life-threat trauma-mechanism | icd:T75.1XXA
choking | choking | symptom | airway-problem life-threat
airway-obstruction | airway obstruction | sign | airway-problem life-threat
foreign-body-airway | foreign body in the airway | diagnosis | airway-problem foreign-body | icd:T17.9
aspiration-event | aspiration or choking episode | symptom | airway-problem
choking-episode-resolved | choking episode, settled | symptom | airway-problem
stridor | stridor | sign | airway-problem upper-airway-sign
drooling | drooling | sign | airway-problem upper-airway-sign
muffled-voice | muffled voice | sign | airway-problem upper-airway-sign
hoarseness | hoarse voice | symptom | throat-symptom
voice-change | change of voice | symptom | hoarseness
tripod-position | sitting forward to breathe | sign | breathing-problem severe-respiratory-distress
upper-airway-sign | upper airway sign | group
throat-closing | throat closing | symptom | airway-problem upper-airway-sign
throat-swelling | throat swelling | symptom | airway-problem throat-symptom
throat-tightness | throat tightness | symptom | throat-symptom airway-problem
tongue-swelling | tongue swelling | sign | airway-problem angioedema
lip-swelling | lip swelling | sign | angioedema
face-swelling | facial swelling | sign | swelling
angioedema | angioedema | diagnosis | allergic-reaction | icd:T78.3XXA
unable-to-swallow-saliva | unable to swallow saliva | sign | airway-problem upper-airway-sign difficulty-swallowing
shortness-of-breath | shortness of breath | symptom | breathing-problem | sct:267036007 icd:R06.02
severe-shortness-of-breath | severe shortness of breath | symptom | shortness-of-breath
severe-respiratory-distress | severe respiratory distress | sign | shortness-of-breath | sct:271825005
respiratory-distress | respiratory distress | sign | shortness-of-breath
sudden-shortness-of-breath | sudden shortness of breath | symptom | shortness-of-breath
exertional-dyspnoea | breathlessness on exertion | symptom | shortness-of-breath
dyspnoea-at-rest | breathlessness at rest | symptom | shortness-of-breath
orthopnoea | breathless lying flat | symptom | shortness-of-breath
paroxysmal-nocturnal-dyspnoea | waking at night breathless | symptom | shortness-of-breath
cannot-speak-sentences | unable to speak in full sentences | sign | severe-respiratory-distress
speaks-few-words | speaking only single words | sign | cannot-speak-sentences
accessory-muscle-use | use of accessory muscles | sign | respiratory-distress
retractions | chest recession | sign | respiratory-distress
severe-retractions | severe chest recession | sign | retractions
grunting | grunting | sign | respiratory-distress
nasal-flaring | nasal flaring | sign | respiratory-distress
head-bobbing | head bobbing with breathing | sign | respiratory-distress
see-saw-breathing | see-saw breathing | sign | severe-respiratory-distress
fast-breathing | fast breathing | sign | breathing-problem
deep-breathing | deep sighing breathing | sign | breathing-problem
slow-breathing | slow or shallow breathing | sign | breathing-problem
irregular-breathing | irregular breathing | sign | breathing-problem
noisy-breathing | noisy breathing | sign | breathing-problem
snoring-respirations | snoring respirations | sign | airway-problem
apnoea-episode | pauses in breathing | sign | breathing-problem
brief-unexplained-event | brief unexplained event in an infant | diagnosis | infant-danger-sign
hyperventilation | hyperventilation | sign | fast-breathing
wheeze | wheeze | sign | breathing-problem | sct:56018004 icd:R06.2
silent-chest | silent chest | sign | severe-respiratory-distress
exhaustion-from-breathing | tiring from breathing | sign | severe-respiratory-distress
inhaler-not-helping | inhaler not helping | symptom | breathing-problem
asthma-attack | asthma attack | diagnosis | breathing-problem | icd:J45.901
severe-asthma-history | past intensive care or intubation for asthma | history | asthma
copd-exacerbation | COPD flare-up | diagnosis | breathing-problem | icd:J44.1
croup | croup | diagnosis | upper-airway-sign | icd:J05.0
barking-cough | barking cough | symptom | cough
bronchiolitis | bronchiolitis | diagnosis | breathing-problem | icd:J21.9
epiglottitis | epiglottitis | diagnosis | airway-problem | icd:J05.10
hypoxia | low oxygen level | sign | breathing-problem | sct:389087006
on-home-oxygen | uses oxygen at home | device | chronic-lung-disease
increased-oxygen-need | needs more oxygen than usual | sign | breathing-problem
oxygen-given | oxygen given | device
pulmonary-embolism | pulmonary embolism | diagnosis | cardiovascular-emergency | sct:706870000 icd:I26.99
pneumonia | pneumonia | diagnosis | infection breathing-problem | sct:233604007 icd:J18.9
pneumothorax | collapsed lung | diagnosis | breathing-problem cardiovascular-emergency | icd:J93.9
pulmonary-oedema | fluid on the lungs | diagnosis | breathing-problem | icd:J81.0
pleural-effusion | pleural effusion | diagnosis | breathing-problem
smoke-inhalation | smoke inhalation | exposure | inhalation-exposure airway-problem | icd:J70.5
inhalation-exposure | inhalation of something harmful | exposure
cough | cough | symptom | respiratory-symptom | sct:49727002 icd:R05.9
respiratory-symptom | respiratory symptom | group
productive-cough | productive cough | symptom | cough
dry-cough | dry cough | symptom | cough
chronic-cough | long-standing cough | symptom | cough
coughing-fits | coughing fits | symptom | cough
whooping-cough | whooping cough | diagnosis | cough
post-tussive-vomiting | vomiting after coughing | symptom | cough
haemoptysis | coughing up blood | symptom | bleeding | icd:R04.2
massive-haemoptysis | coughing up a lot of blood | symptom | haemoptysis life-threat
blood-tinged-sputum | blood-tinged sputum | symptom | haemoptysis
sputum-change | change of sputum | symptom | productive-cough
chest-congestion | chest congestion | symptom | respiratory-symptom
crackles | crackles on the chest | sign | breathing-problem
lung-pain | lung pain | symptom | chest-pain
cyanosis | blue or grey colour | sign | life-threat | icd:R23.0
blue-lips | blue lips | sign | cyanosis
turned-blue-episode | turned blue | sign | cyanosis
acrocyanosis | blue hands and feet | sign
pallor | pale | sign | circulation-problem | icd:R23.1
ashen | grey or ashen | sign | pallor shock-sign
mottled-skin | mottled skin | sign | shock-sign
cold-clammy | cold and clammy | sign | shock-sign
shock | circulatory shock | diagnosis | life-threat | icd:R57.9
shock-sign | sign of poor perfusion | group
poor-perfusion | poor perfusion | sign | shock-sign
delayed-capillary-refill | delayed capillary refill | sign | shock-sign
weak-pulse | weak pulse | sign | shock-sign
low-blood-pressure | low blood pressure | sign | circulation-problem | icd:I95.9
high-blood-pressure | high blood pressure reading | sign | circulation-problem | icd:R03.0
severe-high-blood-pressure | very high blood pressure | sign | high-blood-pressure
arm-pressure-difference | different blood pressure in the arms | sign | aortic-sign
aortic-sign | aortic sign | group
pulse-deficit | missing or unequal pulse | sign | aortic-sign
fast-heart-rate | fast heart rate | sign | rhythm-symptom | icd:R00.0
slow-heart-rate | slow heart rate | sign | rhythm-symptom | icd:R00.1
irregular-heartbeat | irregular heartbeat | sign | rhythm-symptom
palpitations | palpitations | symptom | rhythm-symptom cardiac-symptom | icd:R00.2
rhythm-symptom | heart rhythm symptom | group
cardiac-symptom | cardiac symptom | group
cardiovascular-emergency | cardiovascular emergency | group
svt | supraventricular tachycardia | diagnosis | rhythm-symptom
ventricular-tachycardia | ventricular tachycardia | diagnosis | life-threat rhythm-symptom
heart-block | heart block | diagnosis | rhythm-symptom
icd-shock | implanted defibrillator fired | symptom | rhythm-symptom cardiac-symptom
pacemaker-problem | pacemaker problem | symptom | cardiac-symptom device-problem
chest-pain | chest pain | symptom | pain cardiac-symptom | sct:29857009 icd:R07.9
chest-pressure | chest pressure or tightness | symptom | chest-pain
crushing-chest-pain | crushing chest pain | symptom | chest-pressure
chest-discomfort | chest discomfort | symptom | chest-pain
exertional-chest-pain | chest pain on exertion | symptom | chest-pain
chest-pain-at-rest | chest pain at rest | symptom | chest-pain
pleuritic-chest-pain | chest pain on breathing in | symptom | chest-pain
chest-wall-pain | chest wall pain | symptom | chest-pain
reproducible-chest-pain | chest pain reproduced by pressing | sign | chest-wall-pain
burning-chest-pain | burning in the chest | symptom | chest-pain
tearing-pain | tearing or ripping pain | quality | aortic-sign
positional-chest-pain | chest pain that changes with position | symptom | chest-pain
interscapular-pain | pain between the shoulder blades | symptom | pain upper-back-pain
heart-attack | heart attack | diagnosis | cardiovascular-emergency cardiac-symptom | sct:22298006 icd:I21.9
stemi | ST elevation | diagnosis | heart-attack
abnormal-ecg | abnormal ECG | sign | cardiac-symptom
unstable-angina | unstable angina | diagnosis | cardiovascular-emergency | icd:I20.0
angina | angina | diagnosis | cardiac-symptom
raised-troponin | raised troponin | sign | cardiac-symptom
like-previous-heart-attack | like a previous heart attack | quality | cardiac-symptom
nitrate-not-helping | nitroglycerin not helping | symptom | cardiac-symptom
nitrate-used | took nitroglycerin | medicine | cardiac-symptom
sweating | sweating | symptom | autonomic-sign | icd:R61
cold-sweat | cold sweat | sign | sweating shock-sign
autonomic-sign | autonomic sign | group
aortic-dissection | aortic dissection | diagnosis | cardiovascular-emergency | icd:I71.00
aortic-aneurysm | aortic aneurysm | history | cardiovascular-disease
ruptured-aneurysm | ruptured aneurysm | diagnosis | cardiovascular-emergency life-threat
pulsatile-abdominal-mass | pulsating mass in the abdomen | sign | aortic-sign
marfan | Marfan or connective tissue disease | history | aortic-risk
aortic-risk | risk of aortic disease | group
heart-failure-flare | worsening heart failure | diagnosis | breathing-problem cardiac-symptom | icd:I50.9
leg-oedema | leg swelling, both sides | sign | swelling leg-swelling
oedema | swelling of the body | sign | swelling
rapid-weight-gain | rapid weight gain | symptom
syncope | fainting | symptom | loss-of-consciousness | sct:271594007 icd:R55
syncope-on-exertion | fainting on exertion | symptom | syncope
syncope-without-warning | fainting without warning | symptom | syncope
syncope-lying-or-sitting | fainting while sitting or lying | symptom | syncope
near-syncope | near-fainting | symptom
vasovagal | simple faint | diagnosis | syncope
orthostatic-symptoms | dizzy on standing | symptom | dizziness
dvt | deep vein thrombosis | diagnosis | vascular-problem | sct:132281000119108 icd:I82.409
vascular-problem | vascular problem | group
unilateral-leg-swelling | one leg swollen | sign | leg-swelling vascular-problem
calf-pain | calf pain | symptom | leg-pain
arm-swelling-unilateral | one arm swollen | sign | arm-swelling vascular-problem
cold-limb | cold limb | sign | limb-ischaemia
pale-limb | pale or white limb | sign | limb-ischaemia
pulseless-limb | no pulse in a limb | sign | limb-ischaemia
blue-limb | blue or discoloured limb | sign | limb-ischaemia
limb-ischaemia | threatened limb | group | vascular-problem
limb-ischaemia-suspected | acute limb ischaemia | diagnosis | limb-ischaemia | icd:I74.3
claudication | pain in legs on walking | symptom | vascular-problem
black-toe | black toe or gangrene | sign | limb-ischaemia
phlebitis | phlebitis | diagnosis | vascular-problem
varicose-veins | varicose veins | history | vascular-problem
poor-circulation | poor circulation | symptom | vascular-problem
dialysis-access-bleeding | bleeding from dialysis access | symptom | severe-bleeding bleeding
dialysis-access-problem | dialysis access problem | symptom | device-problem
missed-dialysis | missed dialysis | history | dialysis
heart-symptom | other heart symptom | symptom | cardiac-symptom
murmur | heart murmur | sign | cardiac-symptom
flushing | flushing | symptom
cardiac-event-past | past cardiac event | history
endocarditis | endocarditis | diagnosis | infection
myocarditis | myocarditis or pericarditis | diagnosis | cardiac-symptom
hypertensive-emergency | hypertensive emergency | diagnosis | cardiovascular-emergency | icd:I16.1
uncontrolled-bleeding | bleeding that cannot be stopped | sign | severe-bleeding life-threat
severe-bleeding | severe bleeding | sign | bleeding
spurting-bleeding | spurting bleeding | sign | uncontrolled-bleeding
bleeding | bleeding | symptom
bleeding-controlled | bleeding controlled | reassuring
tourniquet-applied | tourniquet applied | device | severe-bleeding
easy-bruising | easy bruising | symptom
bleeding-gums | bleeding gums | symptom | bleeding
`;
