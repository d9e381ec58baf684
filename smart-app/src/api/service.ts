import type { Bundle, Provenance, Resource } from 'fhir/r4';
import { z } from 'zod';
import { type Assessment, assessmentSchema } from '#fhir-mappers/assessment.ts';
import type { Review } from '#fhir-mappers/review.ts';
import { Problem } from '../smart/problem.ts';
import { type Call, send } from './request.ts';

const sessionSchema = z.object({
  token: z.string().min(1),
  expiresIn: z.number(),
  practitioner: z.object({ reference: z.string(), display: z.string().optional() }),
  /** Key for the crash copy of a draft, 32 bytes base64url, the same in each session of this user and patient. */
  draftKey: z.string().optional(),
});

export type ServiceSession = z.infer<typeof sessionSchema>;

const verdictSchema = z.object({
  valid: z.boolean(),
  reason: z.string().optional(),
  /** One sentence for people. */
  text: z.string().optional(),
  signer: z.string().optional(),
  when: z.string().optional(),
});

export type SignatureVerdict = z.infer<typeof verdictSchema>;

/** What the nurse adds before the proposal is made again. */
export interface Additions {
  readonly answers?: readonly {
    readonly questionId: string;
    readonly text: string;
    readonly answer: string;
  }[];
  readonly measurements?: readonly { readonly kind: string; readonly value: number; readonly unit: string }[];
  readonly complaint?: string;
}

/** Everything that opens a session: the service checks each part itself. */
export interface SessionRequest {
  readonly iss: string;
  readonly idToken: string;
  readonly accessToken: string;
  readonly nonce?: string | undefined;
  readonly patient: string;
  readonly encounter?: string | undefined;
}

/** A proposal, and whether it is signed already. */
export interface FoundProposal {
  readonly assessment: Assessment;
  readonly isSigned: boolean;
}

/** Our own service, as one signed-in nurse sees it. */
export interface Service {
  readonly session: ServiceSession;
  findAssessment(handle: string | undefined): Promise<FoundProposal>;
  assess(additions: Additions, signal?: AbortSignal): Promise<Assessment>;
  preview(review: Review, mode: WriteMode): Promise<Bundle>;
  sign(review: Review, mode: WriteMode): Promise<Bundle>;
  reportWritten(report: WrittenReport): Promise<void>;
  verify(resource: Resource, provenance: Provenance): Promise<SignatureVerdict>;
}

export type WriteMode = 'transaction' | 'ordered' | 'document';

export interface WrittenReport {
  readonly assessmentId: string;
  readonly clinicalImpression?: string;
  readonly task?: string;
}

/** Opens a session at the service with what the launch gave. */
export async function openService(open: () => Promise<SessionRequest>): Promise<Service> {
  let session = await openSession(await open());
  // A session that ran out is opened again once; the second refusal is told to the nurse.
  const answer = async (path: string, options: Call = {}) => {
    try {
      return await send(path, { ...options, token: session.token });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      session = await openSession(await open());
      return send(path, { ...options, token: session.token });
    }
  };
  const call = async (path: string, options: Call = {}) => (await answer(path, options)).body;
  const post = (path: string, body: unknown, signal?: AbortSignal) =>
    call(path, { method: 'POST', body, ...(signal ? { signal } : {}) });
  return {
    get session() {
      return session;
    },
    findAssessment: async (handle) => {
      const { body, headers } = await answer(
        `/api/assessment${handle ? `?handle=${encodeURIComponent(handle)}` : ''}`,
      );
      return { assessment: parse(body), isSigned: headers.get('x-proposal-state') === 'written' };
    },
    assess: async (additions, signal) => parse(await post('/api/assess', additions, signal)),
    preview: async (review, mode) => (await post(`/api/preview${modeQuery(mode)}`, review)) as Bundle,
    sign: async (review, mode) => (await post(`/api/sign${modeQuery(mode)}`, review)) as Bundle,
    reportWritten: async (report) => {
      await post('/api/written', report);
    },
    verify: async (resource, provenance) =>
      verdictSchema.parse(await post('/api/verify', { resource, provenance })),
  };
}

async function openSession(request: SessionRequest): Promise<ServiceSession> {
  const { body } = await send('/api/session', { method: 'POST', body: request }).catch((error) => {
    // The service tried to read the patient with this nurse's token, and the record said no.
    if (error instanceof Problem && error.code === 'other-patient')
      throw new Problem('patient-refused', { status: error.status, cause: error });
    const refused = error instanceof Problem && (error.status === 401 || error.status === 403);
    throw refused && error.code !== 'not-a-clinician'
      ? new Problem('session-refused', { status: error.status, detail: error.detail, cause: error })
      : error;
  });
  return sessionSchema.parse(body);
}

function modeQuery(mode: WriteMode): string {
  return mode === 'document' ? '?mode=document' : '';
}

function parse(body: unknown): Assessment {
  const parsed = assessmentSchema.safeParse(body);
  if (!parsed.success) throw new Problem('unexpected', { detail: 'the proposal has an unknown shape' });
  return parsed.data;
}
