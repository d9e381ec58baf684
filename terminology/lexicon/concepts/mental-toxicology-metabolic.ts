/** Mental health, poisons, substances, metabolic and blood. One line each: id | display | kind | broader | codes. */
export const MENTAL_TOXICOLOGY_METABOLIC = `
mental-health-crisis | mental health crisis | group
suicidal-ideation | suicidal thoughts | symptom | mental-health-crisis | icd:R45.851
suicidal-plan | suicidal plan | symptom | suicidal-ideation
suicidal-intent | intent to die | symptom | suicidal-ideation
suicidal-means | means of suicide at hand | symptom | suicidal-ideation
suicide-attempt | suicide attempt | mechanism | suicidal-ideation | icd:T14.91XA
past-suicide-attempt | past suicide attempt | history
passive-suicidal-ideation | wish to be dead | symptom | suicidal-ideation
self-harm | self-harm | mechanism | mental-health-crisis
self-harm-thoughts | thoughts of self-harm | symptom | mental-health-crisis
self-cutting | self-inflicted cut | mechanism | self-harm
jumped-from-height | jumped from a height | mechanism | suicide-attempt fall-from-height
homicidal-ideation | thoughts of harming others | symptom | mental-health-crisis
violent-behaviour | violent behaviour | behaviour | mental-health-crisis agitation
psychosis-symptom | psychotic symptom | symptom | mental-health-crisis
command-hallucinations | voices giving commands | symptom | psychosis-symptom hallucinations
hearing-voices | hearing voices | symptom | hallucinations
delusions | delusions | symptom | psychosis-symptom
paranoia | paranoia | symptom | psychosis-symptom
mania | mania | symptom | mental-health-crisis
catatonia | catatonia | sign | psychosis-symptom
depression | depression | symptom | mental-health-symptom | icd:F32.A
mental-health-symptom | mental health symptom | group
low-mood | low mood | symptom | depression
hopelessness | hopelessness | symptom | depression
anxiety | anxiety | symptom | mental-health-symptom | icd:F41.9
panic-attack | panic attack | symptom | anxiety
phobia | phobia | symptom | mental-health-symptom
anger | anger | behaviour | mental-health-symptom
restlessness | restlessness | symptom
obsessions | obsessions | symptom | mental-health-symptom
stress | stress | symptom | mental-health-symptom
grief | grief | social
eating-disorder | eating disorder | history | mental-health-symptom
identity-concern | identity concern | social
behaviour-problem | behaviour problem | behaviour
nervousness | nervousness | symptom | anxiety
psychiatric-evaluation | mental health evaluation | administrative
off-psychiatric-medicine | stopped psychiatric medicine | history
feels-unsafe | does not feel safe | social | abuse
overdose | overdose | exposure | poisoning | sct:55680006
intentional-overdose | intentional overdose | exposure | overdose suicide-attempt
accidental-overdose | accidental overdose | exposure | overdose
extra-dose-taken | extra dose taken | exposure
poisoning | poisoning | exposure
unknown-ingestion | swallowed something unknown | exposure | poisoning
paracetamol-overdose | paracetamol overdose | exposure | overdose
aspirin-overdose | aspirin overdose | exposure | overdose
iron-overdose | iron overdose | exposure | overdose
tricyclic-overdose | antidepressant overdose | exposure | overdose
opioid-overdose | opioid overdose | exposure | overdose opioid-toxidrome
opioid-toxidrome | opioid poisoning sign | group
benzodiazepine-overdose | sedative overdose | exposure | overdose
insulin-overdose | insulin overdose | exposure | overdose
beta-blocker-overdose | heart or blood pressure medicine overdose | exposure | overdose
carbon-monoxide | carbon monoxide | exposure | poisoning inhalation-exposure | icd:T58.91XA
gas-exposure | gas or fumes | exposure | inhalation-exposure
caustic-ingestion | swallowed a corrosive | exposure | poisoning
bleach-ingestion | swallowed bleach | exposure | caustic-ingestion
detergent-pod | laundry pod | exposure | caustic-ingestion
hydrocarbon-ingestion | swallowed petrol or lamp oil | exposure | poisoning
antifreeze-ingestion | swallowed antifreeze or toxic alcohol | exposure | poisoning
pesticide-exposure | pesticide exposure | exposure | poisoning
rat-poison | rat poison | exposure | poisoning
mushroom-ingestion | ate wild mushrooms | exposure | poisoning
plant-ingestion | ate a plant | exposure | poisoning
household-product-ingestion | swallowed a household product | exposure | poisoning
nicotine-ingestion | swallowed nicotine | exposure | poisoning
cannabis-ingestion | cannabis eaten | exposure | poisoning drug-use
chemical-exposure | chemical exposure | exposure
chemical-on-skin | chemical on the skin | exposure | chemical-exposure
radiation-exposure | radiation or bioterror exposure | exposure
body-packing | swallowed drug packets | exposure | poisoning
spiked-drink | spiked drink | exposure | poisoning
non-toxic-ingestion | swallowed something harmless | exposure
naloxone-given | naloxone given | medicine | opioid-overdose
drug-use | drug use | behaviour
injecting-drug-use | injecting drug use | behaviour | drug-use
cocaine-use | cocaine or stimulant use | behaviour | drug-use
opioid-use | opioid use | behaviour | drug-use
nitrous-oxide-use | laughing gas use | behaviour | drug-use
cannabis-use | cannabis use | behaviour | drug-use
substance-misuse | substance misuse | behaviour | drug-use
drug-intoxication | drug intoxication | diagnosis | drug-use
drug-withdrawal | drug withdrawal | diagnosis | drug-use
opioid-withdrawal | opioid withdrawal | diagnosis | drug-withdrawal
benzodiazepine-withdrawal | sedative withdrawal | diagnosis | drug-withdrawal
drug-dependence | drug dependence | history | drug-use
alcohol-use | alcohol use | behaviour
alcohol-intoxication | drunk | sign | alcohol-use | icd:F10.929
alcohol-poisoning | alcohol poisoning | diagnosis | alcohol-intoxication poisoning
alcohol-dependence | alcohol dependence | history | alcohol-use
alcohol-withdrawal | alcohol withdrawal | diagnosis | alcohol-use | icd:F10.939
delirium-tremens | delirium tremens | diagnosis | alcohol-withdrawal delirium
detox-request | detoxification request | administrative
smoking | smoking | behaviour
vaping | vaping | behaviour
serotonin-syndrome | serotonin syndrome | diagnosis | poisoning
lithium-toxicity | lithium toxicity | diagnosis | poisoning
digoxin-toxicity | digoxin toxicity | diagnosis | poisoning
yellow-vision | yellow vision | symptom | vision-change
diabetes | diabetes | history | sct:44054006 icd:E11.9
type-1-diabetes | type 1 diabetes | history | diabetes | icd:E10.9
gestational-diabetes | diabetes of pregnancy | history | diabetes
hypoglycaemia | low blood sugar | sign | glucose-problem | icd:E16.2
severe-hypoglycaemia | severe low blood sugar | sign | hypoglycaemia
hyperglycaemia | high blood sugar | sign | glucose-problem | icd:R73.9
glucose-reads-high | meter reads HI | sign | hyperglycaemia
glucose-reads-low | meter reads LO | sign | hypoglycaemia
glucose-problem | blood sugar problem | symptom
hyperglycaemia-symptom | symptom of high blood sugar | group
ketones | ketones | sign | glucose-problem
fruity-breath | fruity breath | sign | glucose-problem
dka | diabetic ketoacidosis | diagnosis | glucose-problem life-threat | icd:E11.10
hhs | hyperosmolar state | diagnosis | glucose-problem life-threat | icd:E11.00
insulin-pump | insulin pump | device
insulin-pump-problem | insulin pump problem | symptom | device-problem glucose-problem
missed-insulin | missed insulin | history | glucose-problem
adrenal-insufficiency | adrenal insufficiency | history | steroid-dependent | icd:E27.40
adrenal-crisis | adrenal crisis | diagnosis | life-threat | icd:E27.2
thyroid-disease | thyroid disease | history
thyroid-storm | thyroid storm | diagnosis | life-threat
abnormal-lab | abnormal laboratory result | sign
dangerous-lab-value | laboratory value in the danger range | sign | abnormal-lab
hyperkalaemia | high potassium | sign | abnormal-lab | icd:E87.5
hypokalaemia | low potassium | sign | abnormal-lab
hyponatraemia | low sodium | sign | abnormal-lab
hypercalcaemia | high calcium | sign | abnormal-lab
severe-anaemia | very low haemoglobin | sign | abnormal-lab anaemia
anaemia | anaemia | diagnosis | abnormal-lab | icd:D64.9
low-platelets | low platelets | sign | abnormal-lab
high-inr | high INR | sign | abnormal-lab
raised-lactate | raised lactate | sign | abnormal-lab
neutropenia | low neutrophils | sign | immunosuppressed abnormal-lab | icd:D70.9
positive-blood-culture | positive blood culture | sign | abnormal-lab infection
raised-creatinine | raised creatinine | sign | abnormal-lab
sickle-cell | sickle cell disease | history | icd:D57.1
sickle-crisis | sickle cell crisis | diagnosis | sickle-cell | icd:D57.00
haemophilia | haemophilia or bleeding disorder | history
bleeding-disorder | bleeding disorder | history | haemophilia
blood-disorder | blood disorder | history
tumour-lysis | tumour lysis | diagnosis
endocrine-symptom | hormone or metabolic problem | symptom
febrile-neutropenia | neutropenic fever | diagnosis | fever neutropenia life-threat
transfusion-reaction | transfusion reaction | diagnosis
`;
