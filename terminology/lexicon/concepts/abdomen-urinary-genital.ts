/** Gut, liver, urine, genitals. One line each: id | display | kind | broader | codes. */
export const ABDOMEN_URINARY_GENITAL = `
gi-symptom | gut symptom | group
gi-symptom-other | stomach or bowel problem | symptom | gi-symptom
abdominal-pain | abdominal pain | symptom | pain gi-symptom | sct:21522001 icd:R10.9
severe-abdominal-pain | severe abdominal pain | symptom | abdominal-pain
sudden-abdominal-pain | sudden abdominal pain | symptom | abdominal-pain
epigastric-pain | epigastric pain | symptom | upper-abdominal-pain | icd:R10.13
upper-abdominal-pain | upper abdominal pain | symptom | abdominal-pain
lower-abdominal-pain | lower abdominal pain | symptom | abdominal-pain
ruq-pain | right upper abdominal pain | symptom | upper-abdominal-pain | icd:R10.11
luq-pain | left upper abdominal pain | symptom | upper-abdominal-pain | icd:R10.12
rlq-pain | right lower abdominal pain | symptom | lower-abdominal-pain | icd:R10.31
llq-pain | left lower abdominal pain | symptom | lower-abdominal-pain | icd:R10.32
periumbilical-pain | pain around the navel | symptom | abdominal-pain | icd:R10.33
migrating-rlq-pain | pain that moved to the right lower abdomen | symptom | rlq-pain
colicky-pain | colicky pain | quality
right-sided-abdominal-pain | right-sided abdominal pain | symptom | abdominal-pain
left-sided-abdominal-pain | left-sided abdominal pain | symptom | abdominal-pain
abdominal-cramps | abdominal cramps | symptom | abdominal-pain
abdominal-discomfort | abdominal discomfort | symptom | abdominal-pain
rigid-abdomen | rigid abdomen | sign | peritonism
peritonism | peritonism | sign | surgical-abdomen
surgical-abdomen | surgical abdomen | group
rebound-guarding | rebound or guarding | sign | peritonism
pain-out-of-proportion | pain out of proportion | quality
abdominal-distension | swollen abdomen | sign | gi-symptom
no-flatus | no wind or stool passed | symptom | surgical-abdomen
bowel-obstruction | bowel obstruction | diagnosis | surgical-abdomen | icd:K56.609
bloating | bloating | symptom | gi-symptom
abdominal-mass | lump in the abdomen | sign
hernia | hernia | diagnosis
incarcerated-hernia | hernia that is painful or will not go back | sign | surgical-abdomen hernia
appendicitis | appendicitis | diagnosis | surgical-abdomen | sct:74400008 icd:K35.80
perforated-bowel | perforated bowel | diagnosis | surgical-abdomen
cholecystitis | gallbladder inflammation | diagnosis
gallstones | gallstones | history
pancreatitis | pancreatitis | diagnosis | surgical-abdomen | icd:K85.90
diverticulitis | diverticulitis | diagnosis
mesenteric-ischaemia | gut ischaemia | diagnosis | surgical-abdomen
ascites | ascites | sign
paracentesis-request | for fluid drainage | administrative
nausea | nausea | symptom | gi-symptom | icd:R11.0
vomiting | vomiting | symptom | gi-symptom | icd:R11.10
persistent-vomiting | vomiting that does not stop | symptom | vomiting
unable-to-keep-fluids | unable to keep fluids down | symptom | persistent-vomiting dehydration-sign
bilious-vomiting | green vomit | sign | vomiting
faeculent-vomiting | vomit like stool | sign | vomiting surgical-abdomen
projectile-vomiting | projectile vomiting | sign | vomiting
haematemesis | vomiting blood | symptom | gi-bleeding | icd:K92.0
coffee-ground-vomit | coffee-ground vomit | symptom | haematemesis
gi-bleeding | bleeding from the gut | symptom | bleeding | icd:K92.2
melaena | black tarry stool | symptom | gi-bleeding | icd:K92.1
rectal-bleeding | rectal bleeding | symptom | gi-bleeding | icd:K62.5
large-rectal-bleeding | large rectal bleeding | symptom | rectal-bleeding severe-bleeding
blood-on-paper | blood on the paper only | symptom | rectal-bleeding
black-stool | black stool | symptom | gi-bleeding
diarrhoea | diarrhoea | symptom | gi-symptom | icd:R19.7
bloody-diarrhoea | bloody diarrhoea | symptom | diarrhoea gi-bleeding
profuse-diarrhoea | profuse diarrhoea | symptom | diarrhoea
constipation | constipation | symptom | gi-symptom | icd:K59.00
faecal-impaction | faecal impaction | diagnosis | constipation
pale-stool | pale stool | sign
stool-change | change of stool | symptom | gi-symptom
worms | worms | symptom
flatulence | wind | symptom | gi-symptom
heartburn | heartburn or indigestion | symptom | gi-symptom | icd:R12
belching | belching | symptom | gi-symptom
hiccups | hiccups | symptom
difficulty-swallowing | difficulty swallowing | symptom | throat-symptom | icd:R13.10
painful-swallowing | painful swallowing | symptom | throat-symptom
food-bolus | food stuck in the throat | symptom | difficulty-swallowing foreign-body
foreign-body-swallowed | swallowed foreign body | symptom | foreign-body | icd:T18.9
button-battery | button battery swallowed or inserted | exposure | foreign-body-swallowed
magnet-ingestion | swallowed magnets | exposure | foreign-body-swallowed
sharp-object-swallowed | swallowed a sharp object | exposure | foreign-body-swallowed
coin-swallowed | swallowed a coin | exposure | foreign-body-swallowed
foreign-body-rectum | foreign body in the rectum | symptom | foreign-body
poor-appetite | poor appetite | symptom | general-symptom | icd:R63.0
increased-appetite | increased appetite | symptom
not-eating-drinking | not eating or drinking | symptom | dehydration-sign
jaundice | jaundice | sign | icd:R17
liver-symptom | liver or gallbladder symptom | symptom
hepatitis | hepatitis | diagnosis
gastroenteritis | stomach flu | diagnosis | icd:K52.9
food-poisoning | food poisoning | diagnosis
anal-pain | anal or rectal pain | symptom | pain
anal-itching | anal itching | symptom | minor-complaint
rectal-swelling | anal or rectal swelling | symptom
haemorrhoids | haemorrhoids | diagnosis | icd:K64.9
rectal-prolapse | rectal prolapse | sign
perianal-abscess | perianal abscess | diagnosis | abscess
anal-symptom | anal or rectal symptom | symptom
gi-infection | gut infection | diagnosis | infection
feeding-tube | feeding tube | device
feeding-tube-problem | feeding tube problem | symptom | device-problem
ostomy | stoma | device
ostomy-problem | stoma problem | symptom | device-problem
drain-problem | drain problem | symptom | device-problem
kidney-pain | kidney pain | symptom | flank-pain
flank-pain | flank pain | symptom | pain | icd:R10.9
severe-flank-pain | severe flank pain | symptom | flank-pain
kidney-stone | kidney stone | diagnosis | icd:N20.0
pyelonephritis | kidney infection | diagnosis | infection | icd:N10
urinary-symptom | urinary symptom | symptom
dysuria | painful urination | symptom | urinary-symptom | icd:R30.0
urinary-frequency | frequent urination | symptom | urinary-symptom | icd:R35.0
urinary-urgency | urgent urination | symptom | urinary-symptom
nocturia | urination at night | symptom | urinary-symptom
polyuria | large volumes of urine | symptom | urinary-symptom hyperglycaemia-symptom
haematuria | blood in urine | symptom | urinary-symptom bleeding | icd:R31.9
clot-haematuria | blood clots in urine | symptom | haematuria
cloudy-urine | cloudy or smelly urine | symptom | urinary-symptom
dark-urine | dark urine | symptom | urinary-symptom
urinary-retention | unable to pass urine | symptom | urinary-symptom cauda-equina-sign | icd:R33.9
urinary-hesitancy | difficulty passing urine | symptom | urinary-symptom
reduced-urine | little urine | symptom | urinary-symptom dehydration-sign
no-urine | no urine passed | symptom | reduced-urine
bedwetting | bedwetting | symptom | minor-complaint
uti | urinary infection | diagnosis | infection urinary-symptom | icd:N39.0
bladder-pain | bladder pain | symptom | urinary-symptom
bladder-symptom | bladder symptom | symptom | urinary-symptom
kidney-symptom | kidney symptom | symptom | urinary-symptom
urinary-catheter | urinary catheter | device
catheter-problem | catheter problem | symptom | device-problem urinary-symptom
catheter-removal | catheter removal | administrative
kidney-failure | acute kidney failure | diagnosis
normal-testis | testicle lying normally, cremasteric reflex present | reassuring
testicular-pain | testicular pain | symptom | scrotal-symptom pain | icd:N50.819
testicular-swelling | testicular swelling | symptom | scrotal-symptom
scrotal-symptom | scrotal symptom | group
testicular-torsion | testicular torsion | diagnosis | scrotal-symptom | icd:N44.00
testicular-lump | lump in the testicle | symptom | scrotal-symptom
scrotal-itching | itchy groin or scrotum | symptom | minor-complaint
high-riding-testicle | high-riding testicle | sign | testicular-torsion
fournier | perineal gangrene | diagnosis | necrotising-infection
perineal-pain | perineal pain | symptom | pain
penile-pain | penile pain | symptom | pain
penile-discharge | penile discharge | symptom | sti-symptom
penile-swelling | penile swelling | symptom
penile-symptom | penile symptom | symptom
priapism | erection that will not go down | symptom | icd:N48.30
paraphimosis | foreskin stuck behind the head | diagnosis
penile-fracture | penile fracture | injury
foreskin-problem | foreskin problem | symptom
erectile-dysfunction | erectile dysfunction | symptom | minor-complaint
prostate-symptom | prostate symptom | symptom
sti-symptom | symptom of a sexually transmitted infection | symptom
sti-exposure | exposure to a sexually transmitted infection | exposure
genital-sore | genital sore | symptom | sti-symptom
genital-warts | genital warts | symptom | minor-complaint
sexual-problem | sexual problem | symptom | minor-complaint
vaginal-bleeding | vaginal bleeding | symptom | bleeding gynaecological-symptom | icd:N93.9
gynaecological-symptom | gynaecological symptom | group
heavy-vaginal-bleeding | heavy vaginal bleeding | symptom | vaginal-bleeding severe-bleeding
soaking-pads | soaking a pad an hour | symptom | heavy-vaginal-bleeding
passing-clots | passing clots | symptom | heavy-vaginal-bleeding
spotting | vaginal spotting | symptom | vaginal-bleeding
heavy-period | heavy period | symptom | vaginal-bleeding
irregular-period | irregular period | symptom | gynaecological-symptom
missed-period | missed period | symptom | gynaecological-symptom possible-pregnancy
painful-period | painful period | symptom | gynaecological-symptom pelvic-pain
premenstrual-symptom | premenstrual symptom | symptom | minor-complaint
menopausal-symptom | menopausal symptom | symptom | minor-complaint
postmenopausal-bleeding | bleeding after the menopause | symptom | vaginal-bleeding
postcoital-bleeding | bleeding after intercourse | symptom | vaginal-bleeding
intermenstrual-bleeding | bleeding between periods | symptom | vaginal-bleeding
midcycle-pain | mid-cycle pain | symptom | pelvic-pain
vaginal-discharge | vaginal discharge | symptom | gynaecological-symptom | icd:N89.8
vaginal-pain | vaginal pain | symptom | gynaecological-symptom pain
vaginal-itching | vaginal itching | symptom | gynaecological-symptom minor-complaint
vaginal-infection | vaginal infection | diagnosis | gynaecological-symptom
yeast-infection | yeast infection | diagnosis | minor-complaint vaginal-infection
vaginal-dryness | vaginal dryness | symptom | minor-complaint
vulvar-symptom | vulval symptom | symptom | gynaecological-symptom
bartholin | Bartholin abscess | diagnosis | abscess gynaecological-symptom
vaginal-foreign-body | foreign body in the vagina | symptom | foreign-body
retained-tampon | retained tampon | symptom | vaginal-foreign-body
pelvic-pain | pelvic pain | symptom | pain gynaecological-symptom | icd:R10.2
sudden-pelvic-pain | sudden one-sided pelvic pain | symptom | pelvic-pain
pelvic-pressure | pelvic pressure | symptom | gynaecological-symptom
pelvic-infection | pelvic infection | diagnosis | infection gynaecological-symptom | icd:N73.9
ovarian-torsion | ovarian torsion | diagnosis | gynaecological-symptom | icd:N83.53
ovarian-cyst | ovarian cyst | diagnosis | gynaecological-symptom
uterine-prolapse | prolapse | diagnosis | gynaecological-symptom
fibroids | fibroids | history | gynaecological-symptom
infertility | infertility | minor | minor-complaint
toxic-shock | toxic shock | diagnosis | infection life-threat
breast-pain | breast pain | symptom | pain
breast-lump | breast lump | symptom
breast-infection | breast infection | diagnosis | infection
breast-symptom | breast symptom | symptom
bloody-nipple-discharge | bloody nipple discharge | sign | nipple-discharge
nipple-discharge | nipple discharge | symptom
iud | intrauterine device | device
emergency-contraception | emergency contraception | administrative
contraception-request | contraception request | administrative
shoulder-tip-pain | shoulder-tip pain | symptom | pain
`;
