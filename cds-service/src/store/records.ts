import { createHash } from 'node:crypto';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { FeedbackItem, Proposal, ProposalState, SignedRecord } from './contract.ts';

/** A row of `proposals`, as every database gives it. */
export interface ProposalRow {
  readonly client: string;
  readonly patient: string;
  readonly encounter: string | null;
  readonly user: string;
  readonly state: string;
  readonly assessment: string;
}

/** A row of `signed`. */
export interface SignedRow {
  readonly assessment: string;
  readonly content_hash: string;
  readonly signer: string;
  readonly bundle: string;
}

/** The proposal of a row. Its assessment was written from a checked value and is protected by the database's rights. */
export function asProposal(row: ProposalRow): Proposal {
  const { client, patient, encounter, user, state, assessment } = row;
  return {
    binding: encounter === null ? { client, patient } : { client, patient, encounter },
    user,
    state: state as ProposalState,
    assessment: JSON.parse(assessment) as Assessment,
  };
}

/** The signed transaction of a row. */
export function asSigned(row: SignedRow): SignedRecord {
  return {
    assessmentId: row.assessment,
    contentHash: row.content_hash,
    signer: row.signer,
    bundle: JSON.parse(row.bundle),
  };
}

/** What is kept of a handle: who reads the database cannot use it. */
export function hashOfHandle(handle: string): string {
  return createHash('sha256').update(handle).digest('hex');
}

/** Tells a repeat from a correction. The client is part of it, so that nobody can forestall another's report. */
export function hashOfFeedback(client: string | undefined, item: FeedbackItem): string {
  const { acceptedSuggestions, overrideReason } = item;
  return createHash('sha256')
    .update(JSON.stringify([client ?? null, acceptedSuggestions, overrideReason ?? null]))
    .digest('hex');
}
