import { AGE_GROUPS, type EvidenceQuery, type Passage, SETTINGS } from '../contract.ts';

const PREGNANT = 1 << 4;
const NOT_PREGNANT = 1 << 5;
const FIRST_SETTING = 6;

/** Whom a passage is about, as bits: age groups, then pregnant and not pregnant, then settings. */
export function traitsOf({ ageGroups, pregnancy, settings }: Passage): number {
  let bits = 0;
  for (const group of ageGroups) bits |= 1 << AGE_GROUPS.indexOf(group);
  if (pregnancy !== 'never') bits |= PREGNANT;
  if (pregnancy !== 'only') bits |= NOT_PREGNANT;
  for (const setting of settings) bits |= 1 << (FIRST_SETTING + SETTINGS.indexOf(setting));
  return bits;
}

/** True when a passage fits the patient. What the query does not know leaves nothing out. */
export function admits(
  traits: number,
  { ageGroup, pregnant, setting }: Pick<EvidenceQuery, 'ageGroup' | 'pregnant' | 'setting'>,
): boolean {
  if (ageGroup !== undefined && (traits & (1 << AGE_GROUPS.indexOf(ageGroup))) === 0) return false;
  if (pregnant === true && (traits & PREGNANT) === 0) return false;
  if (pregnant === false && (traits & NOT_PREGNANT) === 0) return false;
  return setting === undefined || (traits & (1 << (FIRST_SETTING + SETTINGS.indexOf(setting)))) !== 0;
}
