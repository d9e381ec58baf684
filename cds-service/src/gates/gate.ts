import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { Unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';
import type { StoryOpinion } from '../assess/story.ts';
import type { EvidenceQuery, RetrievedEvidence } from '../retrieval/contract.ts';
import type { TriageFindings } from '../triage/rule.ts';

/** A sentence of ours, before it is shown. `grounds` are ids of rules, facts, passages or the protocol. */
export interface Sentence {
  readonly text: string;
  readonly grounds: readonly string[];
}

/** Everything a gate may look at. Complete before the first gate is asked. */
export interface GateInput {
  readonly snapshot: ClinicalSnapshot;
  /** Whom the hook or the session speaks of. */
  readonly subject: { readonly patient: string; readonly encounter?: string };
  readonly query: EvidenceQuery;
  readonly triage: TriageFindings;
  readonly evidence: RetrievedEvidence | Unavailable;
  readonly prediction: Prediction | Unavailable;
  readonly story: StoryOpinion | Unavailable;
  /** Sentences that would be shown, each with what it rests on. */
  readonly sentences: readonly Sentence[];
  /** The same snapshot's triage with audit attributes swapped, for counterfactual fairness. */
  readonly retriage: (snapshot: ClinicalSnapshot) => TriageFindings;
}

export type GateVerdict = {
  /** `abstain`: no proposal can be made on this basis; `escalate`: show it and ask a person to look now. */
  readonly kind: 'pass' | 'abstain' | 'escalate';
  readonly reasons: readonly string[];
};

export interface Gate {
  readonly id: string;
  readonly check: (input: GateInput) => GateVerdict;
}

export interface GateReport {
  readonly decision: GateVerdict['kind'];
  readonly verdicts: readonly (GateVerdict & { readonly gate: string })[];
}
