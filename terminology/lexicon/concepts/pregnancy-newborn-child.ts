/** Pregnancy, birth, newborns, infants and children. One line each: id | display | kind | broader | codes. */
export const PREGNANCY_NEWBORN_CHILD = `
pregnant | pregnant | pregnancy | sct:72892002
possible-pregnancy | possibly pregnant | pregnancy
first-trimester | first trimester | pregnancy | pregnant
second-trimester | second trimester | pregnancy | pregnant
third-trimester | third trimester | pregnancy | pregnant
twin-pregnancy | twin pregnancy | pregnancy | pregnant
postpartum | recently gave birth | pregnancy
recent-caesarean | recent caesarean | pregnancy | postpartum recent-surgery
recent-miscarriage | recent miscarriage or abortion | pregnancy
miscarriage | miscarriage | diagnosis | pregnancy-problem | icd:O03.9
pregnancy-problem | problem of pregnancy | symptom
ectopic-pregnancy | ectopic pregnancy | diagnosis | pregnancy-problem | icd:O00.90
prior-ectopic | previous ectopic pregnancy | history
assisted-conception | assisted conception | history
bleeding-in-pregnancy | bleeding in pregnancy | symptom | vaginal-bleeding pregnancy-problem | icd:O46.90
pain-in-pregnancy | pain in pregnancy | symptom | abdominal-pain pregnancy-problem
postpartum-bleeding | bleeding after birth | symptom | vaginal-bleeding | icd:O72.1
labour | in labour | symptom | pregnancy-problem | icd:O80
contractions | contractions | symptom | pregnancy-problem labour
preterm-labour | preterm labour | diagnosis | labour
imminent-birth | baby is coming | sign | labour
crowning | baby's head showing | sign | imminent-birth life-threat
urge-to-push | urge to push | symptom | imminent-birth
waters-broken | waters broken | symptom | pregnancy-problem | icd:O42.90
preterm-waters-broken | waters broken before 37 weeks | symptom | waters-broken
cord-prolapse | umbilical cord showing | sign | life-threat pregnancy-problem | icd:O69.0XX0
reduced-fetal-movement | baby moving less | symptom | pregnancy-problem | icd:O36.8190
no-fetal-movement | baby not moving in the womb | symptom | reduced-fetal-movement
fetal-movement-normal | baby moving normally in the womb | reassuring
intrauterine-pregnancy | pregnancy seen in the womb | reassuring
preeclampsia | pre-eclampsia | diagnosis | pregnancy-problem | sct:398254007 icd:O14.90
eclampsia | eclampsia | diagnosis | life-threat pregnancy-problem seizure | icd:O15.9
hellp | HELLP syndrome | diagnosis | preeclampsia
placental-abruption | placental abruption | diagnosis | pregnancy-problem
placenta-praevia | placenta praevia | history | pregnancy-problem
hyperemesis | severe vomiting of pregnancy | diagnosis | vomiting pregnancy-problem
morning-sickness | morning sickness | symptom | nausea
trauma-in-pregnancy | injury in pregnancy | injury | trauma pregnancy-problem
postpartum-problem | problem after birth | symptom
postpartum-depression | low mood after birth | symptom | depression
postpartum-psychosis | psychosis after birth | diagnosis | psychosis-symptom
thoughts-of-harming-baby | thoughts of harming the baby | symptom | homicidal-ideation
mastitis | mastitis | diagnosis | breast-infection
breastfeeding | breastfeeding | pregnancy
breastfeeding-problem | breastfeeding problem | symptom | minor-complaint
birth-outside-hospital | baby born outside hospital | mechanism | life-threat
pregnancy-test-request | pregnancy test or check | administrative
prenatal-visit | antenatal visit | administrative
postnatal-visit | postnatal visit | administrative
abortion-request | abortion request | administrative
perinatal-condition | newborn condition | symptom
infant-danger-sign | danger sign in an infant | group
floppy | floppy | sign | infant-danger-sign
poor-feeding | poor feeding | symptom | infant-danger-sign
refusing-feeds | refusing feeds | symptom | poor-feeding
feeding-problem | feeding problem | symptom
weak-cry | weak or high-pitched cry | sign | infant-danger-sign
inconsolable | inconsolable crying | sign | infant-danger-sign
crying-more | crying or fussy | symptom
irritable-child | irritable | sign
no-wet-nappies | no wet nappies | sign | dehydration-sign infant-danger-sign
fewer-wet-nappies | fewer wet nappies | symptom | dehydration-sign
sunken-fontanelle | sunken fontanelle | sign | dehydration-sign infant-danger-sign
sunken-eyes | sunken eyes | sign | dehydration-sign
no-tears | crying without tears | sign | dehydration-sign
dry-mouth | dry mouth | sign | dehydration-sign
dehydration-sign | sign of dehydration | group
dehydration | dehydration | diagnosis | dehydration-sign | icd:E86.0
drawing-up-legs | drawing up legs | sign
redcurrant-stool | redcurrant jelly stool | sign | gi-bleeding
intussusception | intussusception | diagnosis | surgical-abdomen
pyloric-stenosis | pyloric stenosis | diagnosis
infant-regurgitation | spitting up | symptom | minor-complaint
infant-colic | colic | symptom | minor-complaint
reflux-infant | infant reflux | symptom | minor-complaint
newborn-jaundice | newborn jaundice | sign | jaundice
umbilical-problem | navel problem | symptom
umbilical-infection | infected navel | sign | infection
bruise-non-mobile-infant | bruise on an infant who does not crawl | sign | safeguarding-concern
non-mobile-infant | infant not yet mobile | history
inconsistent-history | history does not fit | sign | safeguarding-concern
safeguarding-concern | safeguarding concern | group
child-abuse | child abuse or neglect | mechanism | safeguarding-concern abuse
not-moving-limb | not using a limb | sign
pulled-elbow | pulled elbow | injury | minor-complaint
limping-child | limp | symptom
refuses-to-bear-weight-child | child refuses to walk | sign | unable-to-bear-weight
not-immunised | not immunised | history
up-to-date-immunisations | immunised as scheduled | reassuring
premature-baby | born premature | history
congenital-heart-disease | congenital heart disease | history | cardiovascular-disease
developmental-delay | developmental delay | history
teething | teething | minor | minor-complaint
nappy-rash | nappy rash | symptom | rash minor-complaint
cradle-cap | cradle cap | minor | minor-complaint
hand-foot-mouth | hand, foot and mouth disease | diagnosis | viral-rash
chickenpox | chickenpox | diagnosis | viral-rash
measles | measles | diagnosis | viral-rash infection
fifth-disease | slapped cheek disease | diagnosis | viral-rash
viral-rash | viral rash | symptom | rash
kawasaki | Kawasaki disease | diagnosis
fever-over-5-days | fever for five days or more | symptom | fever
ear-pulling | pulling at the ear | symptom | ear-symptom
growth-concern | growth concern | minor | minor-complaint
thumb-sucking | thumb sucking | minor | minor-complaint
temper-tantrums | temper tantrums | behaviour | minor-complaint
breath-holding-spell | breath-holding spell | symptom
well-child | well child visit | administrative
swallowed-medicine-child | child swallowed medicine | exposure | poisoning
left-in-hot-car | left in a hot car | exposure | heat-exposure
playful | playful | reassuring
alert-interactive | alert and interactive | reassuring
eating-drinking-well | eating and drinking well | reassuring
wet-nappies-normal | normal wet nappies | reassuring
consolable | consolable | reassuring
smiling | smiling | reassuring
`;
