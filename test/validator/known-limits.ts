const UNRESOLVED = 'the reference looks at the type of a target only when it can resolve it';

/**
 * Resources on which the two validators differ, each with the reason.
 *
 * By name of the wrong resource. `stricter` says which of the two rejects it.
 */
export const KNOWN_LIMITS: Readonly<
  Record<string, { readonly stricter: 'ours' | 'reference'; readonly reason: string }>
> = {
  'triage-clinical-impression: a group as subject': { stricter: 'ours', reason: UNRESOLVED },
  'triage-clinical-impression: a patient as assessor': { stricter: 'ours', reason: UNRESOLVED },
  'triage-clinical-impression: a patient as encounter': { stricter: 'ours', reason: UNRESOLVED },
  'triage-clinical-impression: extension of ours that does not exist': {
    stricter: 'ours',
    reason:
      'R4 allows any extension; ours may not be invented, because a typing error would lose the priority',
  },
  'triage-task: about a group': { stricter: 'ours', reason: UNRESOLVED },
  'triage-task: focus on an observation': { stricter: 'ours', reason: UNRESOLVED },
  'nurse-signature-provenance: about a patient': { stricter: 'ours', reason: UNRESOLVED },
};
