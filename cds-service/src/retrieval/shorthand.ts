/**
 * Shorthand of triage notes and letters, `short: words`. Only what has one meaning at a triage desk; capitals
 * count for short words that are English words as well.
 */
const SHORTHAND = `
ACS: acute coronary syndrome
AF: atrial fibrillation
AAA: abdominal aortic aneurysm
ALI: acute limb ischaemia
APH: antepartum haemorrhage
BM: blood glucose
BP: blood pressure
BPs: blood pressures
CAP: community acquired pneumonia
CBG: capillary blood glucose
CCF: heart failure
CES: cauda equina syndrome
CKD: chronic kidney disease
CO: carbon monoxide
COCP: combined oral contraceptive pill
CP: chest pain
CT: scan
CVA: stroke
D&V: diarrhoea and vomiting
DKA: diabetic ketoacidosis
DOAC: direct oral anticoagulant
DSH: deliberate self harm
DTs: delirium tremens
DVT: deep vein thrombosis
DM: diabetes
GCA: giant cell arteritis
GCS: Glasgow coma score
GI: gastrointestinal
GTN: nitrate
HA: headache
Hb: haemoglobin
HHS: hyperosmolar hyperglycaemic state
HI: head injury
HR: heart rate pulse
HTN: hypertension
ICD: implanted defibrillator
IVDU: injects drugs
K: potassium
LBP: low back pain
LMP: last menstrual period, possibly pregnant
LOC: loss of consciousness
LVF: heart failure
MI: heart attack
MSCC: metastatic spinal cord compression
N&V: nausea and vomiting
NAI: non-accidental injury
NOF: hip fracture
OD: overdose
PE: pulmonary embolism
PET: pre-eclampsia
PID: pelvic inflammatory disease
PMB: postmenopausal bleeding
PND: waking breathless at night
PPH: postpartum haemorrhage
PR: rectal
PV: vaginal
RFM: reduced fetal movement
RIF: right lower abdomen
RLQ: right lower abdomen
RR: respiratory rate breathing
RTC: road traffic crash
RUQ: right upper abdomen
SAH: subarachnoid haemorrhage
SI: suicidal thoughts
SOB: shortness of breath
SOBOE: breathless on exertion
SpO2: oxygen saturation
sats: oxygen saturation
SVT: supraventricular tachycardia
T: temperature
T1DM: type 1 diabetes
T2DM: type 2 diabetes
TATT: tired all the time
TIA: transient ischaemic attack
UTI: urinary tract infection
VT: ventricular tachycardia
abdo: abdominal
cap refill: capillary refill
pred: prednisolone steroid
`;

const WORDS: ReadonlyMap<string, string> = new Map(
  SHORTHAND.trim()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]),
);

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(${[...WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`,
  'gu',
);

/** Spells out the shorthand of a note, so that words and meaning can be searched: `RR 32` is `respiratory rate ...`. */
export function spellOut(text: string): string {
  return text.replace(PATTERN, (short) => WORDS.get(short) ?? short);
}
