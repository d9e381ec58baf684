/**
 * Labels of the reason-for-visit classification (NCHS, public domain) that no other table reads: groups of diseases,
 * routine services, and entries that say little. Every label must be read as something.
 */
export const REASON_FOR_VISIT_PHRASES = `
identity-concern: problems with identity and self esteem; identity and self esteem; self esteem problem; transgender
memory-loss: disturbances of memory; memory disturbances; memory ~ (disturbance|disturbances); memory disturbance; disturbance of memory
poor-appetite: abnormal appetite; appetite ~ abnormal
stool-change: (change|changes) in size ~ (color|colour|shape|odor|odour)
psychosis-symptom: organic psychoses; functional psychoses; organic psychosis; functional psychosis
anxiety: neuroses; neurosis
behaviour-problem: personality ~ character; personality and character disorders; character disorders
gi-symptom-other: (disease|diseases) of (esophagus|oesophagus); (esophagus|oesophagus) ~ stomach; disease of stomach; diseases of stomach
penile-symptom: diseases of male genital organs; disease of male genital organs
vulvar-symptom: diseases of female reproductive; other diseases of female reproductive system; disease of female genital organs
urinary-symptom: diseases genitourinary system; genitourinary disease; other diseases genitourinary
lab-request: glucose level determination; glucose determination
procedure-visit: diagnostic endoscopies; diagnostic endoscopy; (cauterization|cauterisation) ~ sites; major surgery; minor surgery; irrigation ~ lavage; irrigation and lavage
imaging-request: mammography; mammogram; xerography; breast thermography
suture-removal: (stitches|staples|sutures|clips) due out; stitches due; have .. stitches out; suture ~ (insertion|removal); sutures ~ removal
medicine-administration: injections; for injection; for injections
referral-request: corrective appliances; corrective appliance; for corrective appliance
counselling-visit: family history of other disease; family history of disease
family-problem: other problems of family relationship; problems of family relationship; family relationship problem
social-problem: social adjustment problems; social adjustment; police involvement
test-result: for cytology findings; cytology findings; for radiological findings; radiological findings; abnormal radiological findings
unclear-entry: complaints nec; problems ~ complaints; complaints ~ nec; other reason for visit
administrative-visit: required by party; reason for visit required by party
`;
