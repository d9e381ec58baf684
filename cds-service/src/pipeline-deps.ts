import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { CdsResponse } from '#fhir-mappers/cds-hooks/card.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import type { Embedder, MeaningHead, NarrativeModel, TriageModel } from '#models/contract.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import type { OperatingPoint } from './assess/combine.ts';
import type { EvidenceStore } from './retrieval/contract.ts';
import type { Triage } from './triage/rule.ts';

/** Every effect and every setting of the pipeline, built once in `service.ts`. Nothing else is reached from here. */
export interface PipelineDeps {
  /** Prefetch first, then FHIR reads for what is missing. */
  readonly readPatientData: (request: CdsRequest, signal: AbortSignal) => Promise<PatientData>;
  readonly embedder: Embedder;
  readonly meaning: MeaningHead;
  readonly narrative: NarrativeModel;
  readonly triageModel: TriageModel;
  readonly evidence: EvidenceStore;
  /** The catalogue with the clinic's own rules. */
  readonly triage: Triage;
  readonly now: () => Date;
  readonly newId: () => string;
  /** A single-use opaque handle for the smart link's `appContext`. */
  readonly newHandle: () => string;
  /** Told the name and milliseconds of every stage; for metrics and tracing. */
  readonly onStage?: (stage: string, milliseconds: number) => void;
  readonly settings: PipelineSettings;
}

export interface PipelineSettings {
  /** Registered launch URL of the app, as the smart link carries it. */
  readonly launchUrl: string;
  /** Public page that explains the source of the cards. */
  readonly aboutUrl?: string;
  /** Milliseconds for models and retrieval together; rules need none of it. */
  readonly inferenceBudget: number;
  readonly staleAfterHours?: Partial<Record<VitalKind, number>>;
  readonly operatingPoint?: OperatingPoint;
  /** Tenant whose own documents are searched beside ours. */
  readonly clinic?: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** What one hook call leads to. `assessment` and `handle` are there when a card carries a proposal. */
export interface HookOutcome {
  readonly response: CdsResponse;
  readonly assessment?: Assessment;
  readonly handle?: string;
}

export type Pipeline = (
  request: CdsRequest,
  options: { readonly signal: AbortSignal },
) => Promise<HookOutcome>;
