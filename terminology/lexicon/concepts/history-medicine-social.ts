/** Past history, devices, medicine classes, social facts, minor and administrative visits, reassuring facts. One line each: id | display | kind | broader | codes. */
export const HISTORY_MEDICINE_SOCIAL = `
cardiovascular-disease | cardiovascular disease | history
coronary-disease | coronary heart disease | history | cardiovascular-disease | sct:53741008 icd:I25.10
past-heart-attack | past heart attack | history | coronary-disease | sct:399211009
coronary-stent | coronary stent | history | coronary-disease
bypass-surgery | coronary bypass | history | coronary-disease
heart-failure | heart failure | history | cardiovascular-disease | sct:84114007 icd:I50.9
atrial-fibrillation | atrial fibrillation | history | cardiovascular-disease | sct:49436004 icd:I48.91
heart-valve-disease | heart valve disease | history | cardiovascular-disease
prosthetic-valve | artificial heart valve | device | cardiovascular-disease
cardiomyopathy | cardiomyopathy | history | cardiovascular-disease
long-qt | long QT | history | cardiovascular-disease
hypertension | hypertension | history | cardiovascular-disease | sct:38341003 sct:59621000 icd:I10
high-cholesterol | high cholesterol | history
peripheral-artery-disease | peripheral artery disease | history | cardiovascular-disease
past-stroke | past stroke | history | cardiovascular-disease
past-dvt-pe | past blood clot | history
clotting-disorder | clotting disorder | history
blood-clot | blood clot | diagnosis | vascular-problem
cerebral-aneurysm | brain aneurysm | history
family-sudden-death | sudden death in the family | history
family-heart-disease | heart disease in the family | history
family-aneurysm | aneurysm in the family | history
asthma | asthma | history | chronic-lung-disease | sct:195967001 icd:J45.909
copd | COPD | history | chronic-lung-disease | sct:13645005 icd:J44.9
usual-low-oxygen | oxygen saturation usually low | history | chronic-lung-disease
lower-oxygen-target | oxygen target of 88 to 92%, hypercapnic | history | chronic-lung-disease | icd:J96.12
chronic-lung-disease | chronic lung disease | history
cystic-fibrosis | cystic fibrosis | history | chronic-lung-disease
pulmonary-hypertension | pulmonary hypertension | history | chronic-lung-disease
chronic-kidney-disease | chronic kidney disease | history | sct:431855005 icd:N18.9
dialysis | dialysis | history | chronic-kidney-disease
peritoneal-dialysis | peritoneal dialysis | history | dialysis
single-kidney | single kidney | history
liver-disease | chronic liver disease | history
cirrhosis | cirrhosis | history | liver-disease
varices | varices | history | liver-disease
peptic-ulcer | stomach ulcer | history
inflammatory-bowel-disease | inflammatory bowel disease | history
irritable-bowel | irritable bowel | history
reflux | acid reflux | history
epilepsy | epilepsy | history | sct:84757009 sct:128613002 icd:G40.909
dementia | dementia | history | sct:26929004 icd:F03.90
parkinsons | Parkinson's disease | history
multiple-sclerosis | multiple sclerosis | history
myasthenia | myasthenia gravis | history
cerebral-palsy | cerebral palsy | history
paraplegia | paraplegia | history
autism | autism | history
intellectual-disability | intellectual disability | history
down-syndrome | Down syndrome | history
cancer | cancer | history | malignancy
malignancy | cancer or leukaemia | group
leukaemia-lymphoma | leukaemia or lymphoma | history | cancer immunosuppressed
metastatic-cancer | spread cancer | history | cancer
brain-tumour | brain tumour | history | cancer
chemotherapy | cancer treatment | medicine | immunosuppressed cancer
recent-chemotherapy | recent chemotherapy | medicine | chemotherapy
radiotherapy | radiotherapy | medicine | cancer
transplant | transplant | history | immunosuppressed
immunosuppressed | weakened immune system | history
asplenia | no spleen | history | immunosuppressed
steroid-dependent | long-term steroids | medicine
autoimmune-disease | autoimmune disease | history
lupus | lupus | history | autoimmune-disease
rheumatoid-arthritis | rheumatoid arthritis | history | autoimmune-disease arthritis
polymyalgia | polymyalgia | history
osteoporosis | osteoporosis | history
schizophrenia | schizophrenia | history
bipolar | bipolar disorder | history
ptsd | PTSD | history
adhd | ADHD | history
personality-disorder | personality disorder | history
mental-illness | mental illness | history
obesity | obesity | history
malnutrition | malnutrition | history
frail | frail | history
bedridden | bedridden | history
immobility | recent immobility | exposure
recent-surgery | recent surgery | exposure
recent-procedure | recent procedure | exposure
recent-endoscopy | recent endoscopy or colonoscopy | exposure | recent-procedure
recent-dental-work | recent dental work | exposure | recent-procedure
recent-hospital-stay | recent hospital stay | exposure
recent-antibiotics | recent antibiotics | exposure
recent-injection | recent injection or vaccine | exposure
recent-catheterisation | recent heart catheter | exposure | recent-procedure
tonsillectomy | recent tonsillectomy | exposure | recent-surgery
bariatric-surgery | weight-loss surgery | history
hysterectomy | hysterectomy | history
joint-replacement | joint replacement | device
pacemaker | pacemaker | device | cardiovascular-disease
implanted-defibrillator | implanted defibrillator | device | cardiovascular-disease
lvad | heart pump | device | cardiovascular-disease
central-line | central line or port | device
central-line-problem | central line problem | symptom | device-problem
tracheostomy | tracheostomy | device | airway-problem
tracheostomy-problem | tracheostomy problem | symptom | device-problem airway-problem
device-problem | device problem | symptom
hearing-aid | hearing aid | device
wheelchair | wheelchair | device
prosthesis | prosthesis | device
anticoagulant | blood thinner | medicine
antiplatelet | antiplatelet | medicine
warfarin | warfarin | medicine | anticoagulant
insulin | insulin | medicine | diabetes-medicine
diabetes-medicine | diabetes medicine | medicine
sulfonylurea | sulfonylurea | medicine | diabetes-medicine
sglt2-inhibitor | SGLT2 inhibitor | medicine | diabetes-medicine
metformin | metformin | medicine | diabetes-medicine
beta-blocker | beta blocker | medicine
ace-inhibitor | ACE inhibitor or ARB | medicine
diuretic | water pill | medicine
calcium-channel-blocker | calcium channel blocker | medicine
digoxin | digoxin | medicine
antiarrhythmic | antiarrhythmic | medicine
statin | statin | medicine
nitrate | nitrate | medicine
pde5-inhibitor | PDE5 inhibitor | medicine
steroid-medicine | steroid | medicine
immunosuppressant-medicine | immune suppressing medicine | medicine | immunosuppressed
methotrexate | methotrexate | medicine | immunosuppressant-medicine
antithyroid | antithyroid medicine | medicine
clozapine | clozapine | medicine | antipsychotic
antipsychotic | antipsychotic | medicine
antidepressant | antidepressant | medicine
maoi | MAOI | medicine | antidepressant
lithium | lithium | medicine
opioid-medicine | opioid medicine | medicine
benzodiazepine | sedative | medicine
anticonvulsant | seizure medicine | medicine
antibiotic | antibiotic | medicine
nsaid | anti-inflammatory | medicine
paracetamol | paracetamol | medicine
aspirin | aspirin | medicine | antiplatelet
inhaler | inhaler | medicine
nebuliser-used | nebuliser used | medicine
antihistamine | antihistamine | medicine
oral-contraceptive | combined contraceptive pill | medicine | oestrogen
oestrogen | oestrogen | medicine
antiviral | antiviral | medicine
thyroid-medicine | thyroid medicine | medicine
antacid | antacid | medicine
sleeping-pill | sleeping pill | medicine
cold-medicine | cold medicine | medicine
painkiller | painkiller | medicine
medicine-not-helping | medicine does not help | symptom
non-adherence | not taking medicines | history
ran-out-of-medicine | ran out of medicine | administrative
social | social | group
lives-alone | lives alone | social | social
nursing-home | nursing home resident | social | social
homeless | homeless | social | social
no-caregiver | no caregiver | social | social
caregiver-strain | caregiver strain | social | social
in-custody | in custody | social | social
language-barrier | language barrier | social | social
financial-problem | financial problem | social | social
relationship-problem | relationship problem | social | social
family-problem | family problem | social | social
parenting-problem | parent-child problem | social | social
school-problem | school problem | social | social
work-problem | work problem | social | social
legal-problem | legal problem | social | social
social-problem | other social problem | social | social
access-problem | problem with access to care | social | social
refused-care | refused care | social | social
brought-by-ambulance | brought by ambulance | social
brought-by-police | brought by police | social
reassurance-by-other | reassurance by someone else | reassurance
self-reassurance | thinks it is nothing | reassurance
parent-worried | parent very worried | behaviour
feels-impending-doom | sense of impending doom | symptom | cardiac-symptom
minor-complaint | minor complaint | group
same-day-request | somebody asked for it to be seen today | social
administrative-visit | administrative visit | group
advice-request | asks for advice | administrative
medication-refill | medication refill | administrative | administrative-visit
medication-question | medication question | administrative | administrative-visit
medicine-administration | medicine or injection to be given | administrative | administrative-visit
suture-removal | suture removal | administrative | administrative-visit
wound-check | wound check | administrative | administrative-visit
dressing-change | dressing change | administrative | administrative-visit
work-note | work or school note | administrative | administrative-visit
test-result | test result | administrative | administrative-visit
imaging-request | imaging request or copy | administrative | administrative-visit
lab-request | laboratory test request | administrative | administrative-visit
covid-test | COVID test | administrative | administrative-visit
vaccination | vaccination | administrative | administrative-visit
physical-exam | physical examination | administrative | administrative-visit
follow-up | follow-up visit | administrative | administrative-visit
postoperative-visit | postoperative visit | administrative | administrative-visit
preoperative-visit | preoperative visit | administrative | administrative-visit
referral-request | referral request | administrative | administrative-visit
blood-pressure-check | blood pressure check | administrative | administrative-visit
blood-sugar-check | blood sugar check | administrative | administrative-visit
cast-check | cast check or removal | administrative | administrative-visit
procedure-visit | procedure visit | administrative | administrative-visit
counselling-visit | advice or counselling visit | administrative | administrative-visit
dialysis-visit | dialysis visit | administrative | administrative-visit
therapy-visit | therapy visit | administrative | administrative-visit
direct-admission | direct admission | administrative | administrative-visit
transfer | transferred from elsewhere | administrative
screening-visit | screening visit | administrative | administrative-visit
eye-exam | eye examination | administrative | administrative-visit
no-complaint | no complaint | administrative | administrative-visit
unclear-entry | unclear entry | administrative
cosmetic-request | cosmetic request | administrative | administrative-visit
ambulatory | walking | reassuring
no-distress | no distress | reassuring
speaks-full-sentences | speaks in full sentences | reassuring
normal-appetite | normal appetite | reassuring
alert-oriented | alert and oriented | reassuring
normal-vital-signs | normal vital signs | reassuring
well-appearing | looks well | reassuring
tolerating-fluids | tolerating fluids | reassuring
pain-controlled | pain controlled | reassuring
pain-free | no pain | reassuring
improving | improving | course
worsening | worsening | course
resolved | resolved | course
intermittent | comes and goes | course
constant | constant | course
chronic-unchanged | long-standing and unchanged | course
recurrent | recurrent | course
new-onset | new | onset
sudden-onset | sudden onset | onset
gradual-onset | gradual onset | onset
onset-at-rest | began at rest | onset
onset-on-exertion | began on exertion | onset
severity-mild | mild | severity
severity-moderate | moderate | severity
severity-severe | severe | severity
never-had-before | never had before | quality
same-as-before | same as before | quality
unlike-usual | unlike the usual | quality
sharp-quality | sharp | quality
dull-quality | dull | quality
burning-quality | burning | quality
throbbing-quality | throbbing | quality
pressure-quality | pressing | quality
radiation-arm | spreads to the arm | radiation | radiation
radiation-jaw | spreads to the jaw or neck | radiation | radiation
radiation-back | spreads to the back | radiation | radiation
radiation-shoulder | spreads to the shoulder | radiation | radiation
radiation-leg | spreads down the leg | radiation | radiation
radiation-groin | spreads to the groin | radiation | radiation
radiation-abdomen | spreads to the abdomen | radiation | radiation
radiation | pain that spreads | radiation
worse-with-movement | worse with movement | quality
worse-with-breathing | worse with breathing | quality
worse-with-eating | worse with eating | quality
worse-with-exertion | worse with exertion | quality
relieved-by-rest | relieved by rest | quality
figure-of-speech | figure of speech | reassurance
supplement | vitamin or supplement | medicine
malaria-tablets | malaria tablets | medicine
`;
