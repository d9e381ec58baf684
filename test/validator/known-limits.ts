const ANY =
  'the reference does not look at the type in a reference that it cannot resolve, where R4 itself allows any resource';

/**
 * Resources on which the two validators differ, each with the reason.
 *
 * By name of the wrong resource. `stricter` says which of the two rejects it.
 */
export const KNOWN_LIMITS: Readonly<
  Record<string, { readonly stricter: 'ours' | 'reference'; readonly reason: string }>
> = {
  'triage-task: about a group': { stricter: 'ours', reason: ANY },
  'triage-task: focus on an observation': { stricter: 'ours', reason: ANY },
  'nurse-signature-provenance: about a patient': { stricter: 'ours', reason: ANY },
};
