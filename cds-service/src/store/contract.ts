import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Priority } from '#terminology/priority.ts';
import type { AuditEntry, AuditFinding } from './audit-chain.ts';

/** Expired handles stay a week, so that an old card is answered with "expired" and not with "unknown". */
export const EXPIRED_HANDLES_KEPT_MS = 7 * 24 * 3_600_000;

/** Whose proposal it is. `client` is the registered clinic, because two EHRs may both know a `Patient/1`. */
export interface Binding {
  readonly client: string;
  /** Bare FHIR ids. */
  readonly patient: string;
  readonly encounter?: string;
}

/** What a hook or a recomputation led to, as it is stored before it is answered. */
export interface NewOutcome {
  readonly binding: Binding;
  /** `Practitioner/1`: who was looking. */
  readonly user: string;
  /** Correlation of the hook call; absent for a recomputation in the app. */
  readonly hookInstance?: string;
  /** ISO instant. */
  readonly at: string;
  /** Cards and suggestions by uuid: what feedback will name. */
  readonly cards: readonly { readonly uuid: string; readonly suggestions: readonly string[] }[];
  /** Absent when the cards carry no proposal. */
  readonly assessment?: Assessment;
  /** Given out as `appContext`; only its hash is kept. `expires` in epoch milliseconds. */
  readonly handle?: { readonly value: string; readonly expires: number };
}

export type ProposalState = 'proposed' | 'signed' | 'written';

export interface Proposal {
  readonly binding: Binding;
  readonly user: string;
  readonly assessment: Assessment;
  readonly state: ProposalState;
}

/** What a handle leads to. Whose it is, is checked by the caller; `expired` is told apart from `unknown`. */
export type HandleAnswer =
  | {
      readonly state: 'present';
      readonly proposal: Proposal;
      /** Practitioner who opened it first; absent when nobody has. */
      readonly boundTo?: string;
    }
  | { readonly state: 'expired' }
  | { readonly state: 'unknown' };

/** One item of feedback, already checked. Times are ISO instants in UTC. */
export interface FeedbackItem {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly outcomeTimestamp: string;
  readonly acceptedSuggestions: readonly string[];
  readonly overrideReason?: {
    readonly reason?: { readonly system?: string; readonly code: string; readonly display?: string };
    readonly userComment?: string;
  };
}

export interface FeedbackReceipt {
  readonly stored: number;
  /** Reported before with the same card, outcome and time. */
  readonly repeated: number;
  /** Names a card we never gave to this client: kept apart, never joined to an assessment. */
  readonly quarantined: number;
}

/** One line of the report on how proposals fared. */
export interface OutcomeRow {
  readonly outcome: 'accepted' | 'overridden';
  readonly reason: string;
  readonly model: string;
  readonly priority: Priority;
  readonly rules: readonly string[];
  readonly count: number;
}

/** The person behind a session, proven by the EHR's id_token. */
export interface SessionRecord {
  readonly binding: Binding;
  /** FHIR base of the EHR, as registered. */
  readonly iss: string;
  readonly practitioner: { readonly reference: string; readonly display: string };
  /** Epoch milliseconds. */
  readonly expires: number;
}

/** A signed transaction, kept so that signing the same content twice gives the same bytes. */
export interface SignedRecord {
  readonly assessmentId: string;
  /** SHA-256 of the canonical review and the signer. */
  readonly contentHash: string;
  readonly signer: string;
  readonly bundle: unknown;
}

/**
 * What the service remembers. Asynchronous throughout, so that a shared database can stand behind it.
 *
 * A promise that resolves is an acknowledgement: the data survive `kill -9` of the process from then on.
 */
export interface Store {
  /** Stores proposal, cards and handle in one step. The same assessment id a second time changes nothing. */
  saveOutcome(outcome: NewOutcome): Promise<void>;
  findProposal(assessmentId: string): Promise<Proposal | undefined>;
  /** The newest proposal of a patient; with an encounter, the newest of that encounter. */
  newestProposal(binding: Binding): Promise<Proposal | undefined>;
  findByHandle(handle: string, now: number): Promise<HandleAnswer>;
  /** From now on the handle is this practitioner's. Changes nothing when it is somebody's already. */
  bindHandle(handle: string, practitioner: string): Promise<void>;

  /** Stores what is new, all items or none. `client` is undefined where authentication is off. */
  saveFeedback(
    client: string | undefined,
    items: readonly FeedbackItem[],
    receivedAt: string,
  ): Promise<FeedbackReceipt>;
  reportOutcomes(): Promise<readonly OutcomeRow[]>;
  /** Cards shown and cards with at least one report: what is left was ignored (CH-114). */
  countCards(): Promise<{ readonly shown: number; readonly reported: number }>;

  /** True the first time; false when this client used the `jti` before and it has not expired (CH-67). */
  burnTokenId(use: {
    readonly client: string;
    readonly jti: string;
    readonly expires: number;
    readonly now: number;
  }): Promise<boolean>;

  /** `tokenHash` is the SHA-256 of the session token; the token itself is never stored. */
  saveSession(tokenHash: string, session: SessionRecord): Promise<void>;
  findSession(tokenHash: string, now: number): Promise<SessionRecord | undefined>;

  findSigned(assessmentId: string, contentHash: string): Promise<SignedRecord | undefined>;
  /**
   * Keeps the bundle, moves the proposal to `signed` and writes the audit rows, in one step. Of two with the same
   * content the first wins, and only it is audited.
   */
  saveSigned(record: SignedRecord, audit: readonly AuditEntry[]): Promise<SignedRecord>;
  /**
   * Moves the proposal to `written` with the references that the EHR gave, and writes the audit row. Repeating it changes
   * nothing.
   */
  closeProposal(written: Readonly<Record<string, string>>, audit: AuditEntry): Promise<void>;

  appendAudit(entry: AuditEntry): Promise<void>;
  /** Follows the chain from the first row. */
  verifyAudit(): Promise<AuditFinding>;

  /** Deletes what has expired: handles, token ids, sessions. */
  sweep(now: number): Promise<void>;
  /** Throws when the store cannot be written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
