import type { AllergyIntolerance } from 'fhir/r4';
import type { Loaded } from '#fhir-mappers/data-state.ts';
import { conceptText } from './concept-text.ts';

/** One allergy as it is shown. */
export interface AllergyRow {
  readonly id: string | undefined;
  readonly name: string;
  readonly reaction: string | undefined;
  readonly severe: boolean;
  readonly recorded: string | undefined;
}

/**
 * Allergies in words. Four states, because each needs another act of the nurse:
 * `listed`; `none-known` only when the chart states it; `not-recorded` when nothing is stated; `unreadable`.
 */
export type AllergyView =
  | { readonly state: 'listed'; readonly rows: readonly AllergyRow[] }
  | { readonly state: 'none-known'; readonly recorded: string | undefined }
  | { readonly state: 'not-recorded' }
  | { readonly state: 'unreadable' };

// SNOMED CT: no known allergy, no known drug allergy, no known food allergy (and their US findings).
const NONE_KNOWN = new Set(['716186003', '409137002', '428607008', '429625007', '160244002']);
const GONE = new Set(['inactive', 'resolved']);

/** Reads the allergies of the chart. Entries in error, refuted or resolved are not shown. */
export function allergyView(loaded: Loaded<readonly AllergyIntolerance[]>): AllergyView {
  if (loaded.state === 'unavailable') return { state: 'unreadable' };
  const active = loaded.state === 'present' ? loaded.value.filter(isActive) : [];
  const stated = active.find(statesNone);
  const rows = active.filter((allergy) => !statesNone(allergy)).map(rowOf);
  if (rows.length > 0) return { state: 'listed', rows };
  if (stated) return { state: 'none-known', recorded: stated.recordedDate ?? stated.meta?.lastUpdated };
  return { state: 'not-recorded' };
}

function isActive({ verificationStatus, clinicalStatus }: AllergyIntolerance): boolean {
  const verification = verificationStatus?.coding?.[0]?.code;
  const clinical = clinicalStatus?.coding?.[0]?.code;
  return verification !== 'entered-in-error' && verification !== 'refuted' && !GONE.has(clinical ?? '');
}

function statesNone({ code }: AllergyIntolerance): boolean {
  const coded = code?.coding?.some((coding) => NONE_KNOWN.has(coding.code ?? ''));
  return coded === true || /^no known( drug| food)? allerg/i.test(conceptText(code) ?? '');
}

function rowOf(allergy: AllergyIntolerance): AllergyRow {
  const reaction = allergy.reaction?.[0];
  return {
    id: allergy.id,
    name: conceptText(allergy.code) ?? conceptText(reaction?.substance) ?? 'unnamed allergy',
    reaction: reaction?.manifestation.map(conceptText).filter(Boolean).join(', ') || undefined,
    severe: allergy.criticality === 'high' || reaction?.severity === 'severe',
    recorded: allergy.recordedDate,
  };
}
