import type { Rule } from './catalogue-rule.ts';
import { DRUG_RULES } from './drugs/drug-rules.ts';
import { CARDIAC_RULES } from './rules/cardiac.ts';
import { NEURO_RULES } from './rules/neuro.ts';
import { RESPIRATORY_RULES } from './rules/respiratory.ts';
import { VITAL_RULES } from './rules/vitals.ts';

/** Every rule that ships, in the order of the catalogue page. */
export const CATALOGUE: readonly Rule[] = [
  ...VITAL_RULES,
  ...CARDIAC_RULES,
  ...NEURO_RULES,
  ...RESPIRATORY_RULES,
  ...DRUG_RULES,
];
