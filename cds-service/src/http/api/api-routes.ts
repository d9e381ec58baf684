import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { reviewSchema } from '#fhir-mappers/review.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { Session } from '../../auth/app-session.ts';
import { checkBinding } from '../../auth/check-binding.ts';
import { whenGone } from '../answer-hook.ts';
import type { AppDeps } from '../deps.ts';
import { jsonBody } from '../json-body.ts';
import { limitRate } from '../limits.ts';
import { onlyMethods } from '../only-methods.ts';
import { answerDraft } from './draft-route.ts';
import { findProposal } from './find-proposal.ts';
import { nurseInputSchema } from './nurse-input.ts';
import { parseBody } from './parse-body.ts';

const fhirId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);

const sessionSchema = z.object({
  iss: z.url({ protocol: /^https?$/ }),
  idToken: z.string().min(1).max(16_384),
  accessToken: z.string().min(1).max(16_384),
  nonce: z.string().max(500).optional(),
  patient: fhirId,
  encounter: fhirId.optional(),
});

const writtenSchema = z.object({
  assessmentId: z.uuid(),
  clinicalImpression: z.string().regex(/^(ClinicalImpression|DocumentReference)\/[A-Za-z0-9.-]{1,64}$/),
  task: z
    .string()
    .regex(/^Task\/[A-Za-z0-9.-]{1,64}$/)
    .optional(),
});

const verifySchema = z.object({
  resource: z.looseObject({ resourceType: z.string() }),
  provenance: z.looseObject({ resourceType: z.literal('Provenance') }),
});

const handleSchema = z.string().min(1).max(200).optional();

const modeSchema = z.enum(['transaction', 'document']).default('transaction');

const modeOf = ({ query }: Request) => parseBody(modeSchema, query.mode);

type Handler = (request: Request, response: Response, session: Session) => Promise<void>;

/** The API of the nurse's app. Every route but the first needs the session that it gives. */
export function apiRoutes(deps: AppDeps): Router {
  const { config, store, sessions, signing, now } = deps;
  const router = Router();
  const body = jsonBody(config.maxBodyBytes);

  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(limitRate(config.ratePerMinute));

  const signedIn: RequestHandler = async (request, response, next) => {
    response.locals.session = await sessions.find(request.headers.authorization);
    next();
  };
  const post = (path: string, handler: Handler) => {
    router.all(path, onlyMethods('POST'));
    router.post(path, signedIn, body, (request: Request, response: Response) =>
      handler(request, response, response.locals.session),
    );
  };

  router.all('/session', onlyMethods('POST'));
  router.post('/session', body, async (request: Request, response: Response) => {
    const { token, expiresIn, practitioner, draftKey } = await sessions.open(
      parseBody(sessionSchema, request.body),
    );
    response.json({ token, expiresIn, practitioner, draftKey });
  });

  router.all('/assessment', onlyMethods('GET'));
  router.get('/assessment', signedIn, async (request, response) => {
    const handle = parseBody(handleSchema, request.query.handle);
    const session: Session = response.locals.session;
    const { assessment, state } = await findProposal(handle, session, { store, now: now().getTime() });
    response.set('X-Proposal-State', state).json(assessment);
  });

  post('/assess', async (request, response, session) => {
    const input = parseBody(nurseInputSchema, request.body);
    const signal = AbortSignal.any([whenGone(response), AbortSignal.timeout(config.timeBudgetMs)]);
    const assessment = await deps.assessNow(asHookCall(session, deps), input, { signal });
    await store.saveOutcome({
      binding: session.binding,
      user: session.practitioner.reference,
      at: now().toISOString(),
      cards: [],
      assessment,
    });
    response.json(assessment);
  });

  router.all('/draft', onlyMethods('POST'));
  router.post(
    '/draft',
    signedIn,
    body,
    answerDraft(deps, (session) => asHookCall(session, deps)),
  );

  post('/preview', async (request, response, session) => {
    response.json(await signing.preview(parseBody(reviewSchema, request.body), session, modeOf(request)));
  });

  post('/sign', async (request, response, session) => {
    response.json(await signing.sign(parseBody(reviewSchema, request.body), session, modeOf(request)));
  });

  post('/written', async (request, response, session) => {
    const { assessmentId, ...written } = parseBody(writtenSchema, request.body);
    const proposal = await store.findProposal(assessmentId);
    if (!proposal) throw new ServiceError('no-assessment');
    checkBinding(proposal.binding, session.binding);
    if (proposal.state === 'proposed')
      throw new ServiceError('conflict', { detail: 'It is not signed yet.' });
    await store.closeProposal(written, {
      at: now().toISOString(),
      event: 'written',
      actor: session.practitioner.reference,
      assessment: assessmentId,
    });
    deps.metrics.signed.inc({ outcome: 'written' });
    response.json({ state: 'written' });
  });

  post('/verify', async (request, response) => {
    const { resource, provenance } = parseBody(verifySchema, request.body);
    response.json(await signing.verify(resource, provenance));
  });

  router.use(() => {
    throw new ServiceError('not-found');
  });
  return router;
}

/** The hook call that reads what the session may read, now. @throws ServiceError `session-expired`. */
function asHookCall({ accessToken, binding, iss, practitioner }: Session, { newId }: AppDeps): CdsRequest {
  // After a restart the access token is gone, because it is never written down: the app opens a new session.
  if (accessToken === undefined) throw new ServiceError('session-expired');
  const { patient: patientId, encounter: encounterId } = binding;
  return {
    hook: encounterId === undefined ? 'patient-view' : 'encounter-start',
    hookInstance: newId(),
    fhirServer: iss,
    fhirAuthorization: {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 300,
      // What was granted is not known here: the EHR itself refuses what was not.
      scope: 'patient/*.rs',
      subject: 'prescreen',
    },
    context: {
      userId: practitioner.reference,
      patientId,
      ...(encounterId === undefined ? {} : { encounterId }),
    },
    prefetch: {},
  };
}
