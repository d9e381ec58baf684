import type { Rule } from './catalogue-rule.ts';
import { DRUG_RULES } from './drugs/drug-rules.ts';
import { INDICATORS } from './indicators.ts';
import { ABDOMINAL_RULES } from './rules/abdominal.ts';
import { CARDIAC_RULES } from './rules/cardiac.ts';
import { EYE_ENT_RULES } from './rules/eye-ent.ts';
import { INFECTION_RULES } from './rules/infection.ts';
import { MENTAL_RULES } from './rules/mental.ts';
import { METABOLIC_RULES } from './rules/metabolic.ts';
import { NEURO_RULES } from './rules/neuro.ts';
import { OBSTETRIC_RULES } from './rules/obstetric.ts';
import { PAEDIATRIC_RULES } from './rules/paediatric.ts';
import { RESPIRATORY_RULES } from './rules/respiratory.ts';
import { TOXICOLOGY_RULES } from './rules/toxicology.ts';
import { TRAUMA_RULES } from './rules/trauma.ts';
import { UROLOGY_RULES } from './rules/urology.ts';
import { VASCULAR_SKIN_ENVIRONMENT_RULES } from './rules/vascular-skin.ts';
import { VITAL_RULES } from './rules/vitals.ts';

const RULES: readonly Rule[] = [
  ...VITAL_RULES,
  ...CARDIAC_RULES,
  ...NEURO_RULES,
  ...RESPIRATORY_RULES,
  ...INFECTION_RULES,
  ...PAEDIATRIC_RULES,
  ...OBSTETRIC_RULES,
  ...ABDOMINAL_RULES,
  ...UROLOGY_RULES,
  ...TRAUMA_RULES,
  ...TOXICOLOGY_RULES,
  ...MENTAL_RULES,
  ...METABOLIC_RULES,
  ...VASCULAR_SKIN_ENVIRONMENT_RULES,
  ...EYE_ENT_RULES,
  ...DRUG_RULES,
];

/** Every rule that ships, in the order of the catalogue page. */
export const CATALOGUE: readonly Rule[] = RULES.map((rule) =>
  INDICATORS.has(rule.id) ? { ...rule, indicator: true } : rule,
);
