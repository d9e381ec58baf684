import type { Bundle, DomainResource, Resource, Signature } from 'fhir/r4';
import type { JSONWebKeySet } from 'jose';
import type { Review } from '#fhir-mappers/review.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { signedContent, writeBack } from '#fhir-mappers/write-back.ts';
import type { Session } from '../auth/app-session.ts';
import { checkBinding } from '../auth/check-binding.ts';
import type { AuditEntry } from '../store/audit-chain.ts';
import type { Proposal, Store } from '../store/contract.ts';
import { checkReview } from './check-review.ts';
import { canonicalHash, signDetached } from './detached-jws.ts';
import { isSignedType } from './find-signed-pairs.ts';
import type { SigningKey } from './signing-key.ts';
import { narrativeHash, type Verification, verifyResource } from './verify-resource.ts';

/** What the conclusion is written as: `document` is for an EHR that stores no ClinicalImpression. */
export type WriteMode = 'transaction' | 'document';

/** Previews, signs and verifies nurses' conclusions. */
export interface Signing {
  /** Public keys, for whoever verifies. */
  readonly jwks: JSONWebKeySet;
  /** The transaction as it would be signed, without a signature. */
  preview(review: Review, session: Session, mode: WriteMode): Promise<Bundle>;
  /** The signed transaction. The same review of the same nurse gives the same bytes again. */
  sign(review: Review, session: Session, mode: WriteMode): Promise<Bundle>;
  verify(resource: unknown, provenance: unknown): Promise<Verification>;
}

interface SigningDeps {
  readonly key: SigningKey;
  readonly store: Store;
  readonly now: () => Date;
  /** Told what became of each request to sign. */
  readonly onSigned: (outcome: 'signed' | 'repeated' | 'refused') => void;
}

/** Verification signature of ASTM E1762, as FHIR's `signature-type` lists it. */
const SIGNATURE_TYPE = {
  system: 'urn:iso-astm:E1762-95:2013',
  code: '1.2.840.10065.1.12.1.5',
  display: 'Verification Signature',
};

/** Signs with the service's key, after the session has proven who the nurse is. */
export function createSigning({ key, store, now, onSigned }: SigningDeps): Signing {
  /** The proposal that is reviewed; what the rules refuse is audited. */
  const admit = async (review: Review, session: Session) => {
    const proposal = await store.findProposal(review.assessmentId);
    if (!proposal) throw new ServiceError('no-assessment');
    checkBinding(proposal.binding, session.binding);
    return { proposal, overridden: checkReview(review, proposal.assessment) };
  };

  return {
    jwks: key.jwks,

    async preview(given, session, mode) {
      const review = wellFormed(given);
      const { proposal } = await admit(review, session);
      return build({ review, proposal, session, mode, asOf: now().toISOString() });
    },

    async sign(given, session, mode) {
      const review = wellFormed(given);
      const signer = session.practitioner.reference;
      const actor = { actor: signer, assessment: review.assessmentId };
      try {
        const { proposal, overridden } = await admit(review, session);
        const contentHash = canonicalHash({ review, signer, mode });
        const before = await store.findSigned(review.assessmentId, contentHash);
        if (before) {
          onSigned('repeated');
          return before.bundle as Bundle;
        }
        if (proposal.state === 'written') throw new ServiceError('already-written');
        const at = now().toISOString();
        const bundle = await signedBundle({ review, proposal, session, mode, asOf: at }, key);
        const audit: AuditEntry[] = [{ at, ...actor, event: 'signed', code: contentHash }];
        if (overridden !== undefined) audit.push({ at, ...actor, event: 'below-floor', code: overridden });
        const record = { assessmentId: review.assessmentId, contentHash, signer, bundle };
        const kept = await store.saveSigned(record, audit);
        onSigned('signed');
        return kept.bundle as Bundle;
      } catch (error) {
        if (error instanceof ServiceError) {
          onSigned('refused');
          await store.appendAudit({
            at: now().toISOString(),
            ...actor,
            event: 'sign-refused',
            code: error.code,
          });
        }
        throw error;
      }
    },

    verify: (resource, provenance) => verifyResource(resource, provenance, { jwks: key.jwks }),
  };
}

interface BundleInput {
  readonly review: Review;
  readonly proposal: Proposal;
  readonly session: Session;
  readonly mode: WriteMode;
  /** ISO instant. */
  readonly asOf: string;
}

function build({ review, proposal, session, mode, asOf }: BundleInput, signature?: Signature): Bundle {
  return writeBack({
    review,
    assessment: wellFormed(proposal.assessment),
    practitioner: session.practitioner,
    asOf,
    mode,
    ...(signature === undefined ? {} : { signature }),
  });
}

/** Builds, signs what a nurse concludes, and builds again with the signature in her Provenance. */
async function signedBundle(input: BundleInput, key: SigningKey): Promise<Bundle> {
  const { reference, display } = input.session.practitioner;
  const conclusion = conclusionIn(build(input));
  const { text } = conclusion as DomainResource;
  const claims = {
    signer: reference,
    when: input.asOf,
    ...(text === undefined ? {} : { narrative: narrativeHash(text) }),
  };
  const jws = await signDetached(signedContent(conclusion), claims, key);
  return build(input, {
    type: [SIGNATURE_TYPE],
    when: input.asOf,
    who: { reference, display },
    targetFormat: 'application/fhir+json',
    sigFormat: 'application/jose',
    data: Buffer.from(jws).toString('base64'),
  });
}

/** Half a character, which a chart may hold, has no canonical form: it becomes the replacement character. */
function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  ) as T;
}

/** The resource that carries the nurse's words. */
function conclusionIn(bundle: Bundle): Resource {
  const conclusion = bundle.entry?.find(({ resource }) => resource && isSignedType(resource))?.resource;
  if (!conclusion) throw new Error('the transaction has no conclusion');
  return conclusion;
}
