import { importJWK, type JWK, SignJWT } from 'jose';
import type { FhirServer } from '../fhir/interactions.ts';
import { CLIENT_IDS, type Trouble, withoutDenied } from '../fhir/trouble.ts';
import type { AuthorizationServer } from '../smart/authorization-server.ts';
import {
  type CdsCard,
  cdsResponseSchema,
  type DiscoveredService,
  discoverySchema,
  outcomeSchema,
} from './cds-response.ts';
import { type HookContext, runPrefetch } from './prefetch.ts';

interface CdsClientOptions {
  /** Base URL of the CDS service; undefined while none is connected. */
  readonly serviceUrl: () => string | undefined;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly key: JWK;
  readonly fhirUrl: string;
  readonly server: FhirServer;
  readonly authorization: AuthorizationServer;
  readonly trouble: Readonly<Trouble>;
}

/** What came of firing a hook at one service. `failed` says why in words for the chart. */
export type HookAnswer =
  | {
      readonly kind: 'cards';
      readonly serviceId: string;
      readonly hookInstance: string;
      readonly cards: CdsCard[];
    }
  | { readonly kind: 'failed'; readonly serviceId?: string; readonly reason: string };

export interface FeedbackItem {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly outcomeTimestamp: string;
  readonly acceptedSuggestions?: readonly { readonly id: string }[];
  readonly overrideReason?: { readonly reason?: object; readonly userComment?: string };
}

export interface CdsClient {
  fire(hook: 'patient-view' | 'encounter-start', context: HookContext): Promise<HookAnswer[]>;
  /** Resolves to the status of the answer; 0 when there was none. */
  sendFeedback(serviceId: string, feedback: readonly FeedbackItem[]): Promise<number>;
}

const TIMEOUT_MS = 10_000;
const TOKEN_SECONDS = 300;
const JWT_SECONDS = 120;
const DISCOVERY_MS = 60_000;

const READ_TYPES = [
  'Patient',
  'Encounter',
  'Condition',
  'MedicationStatement',
  'MedicationRequest',
  'AllergyIntolerance',
  'Observation',
  'QuestionnaireResponse',
];

/** The chart as a CDS Hooks client: discovery, hooks and feedback, each call with a JWT of its own. */
export function createCdsClient(options: CdsClientOptions): CdsClient {
  const { authorization, fhirUrl, server, trouble } = options;
  let discovered: { url: string; at: number; services: DiscoveredService[] } | undefined;

  async function call(url: string, body?: object): Promise<Response> {
    return fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${await signJwt(options, url)}`,
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
  }

  async function discover(base: string): Promise<DiscoveredService[]> {
    if (discovered?.url === base && Date.now() - discovered.at < DISCOVERY_MS) return discovered.services;
    const response = await call(`${base}/cds-services`);
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    const { services } = discoverySchema.parse(await response.json());
    discovered = { url: base, at: Date.now(), services };
    return services;
  }

  async function fireAt(base: string, service: DiscoveredService, context: HookContext): Promise<HookAnswer> {
    const { id: serviceId } = service;
    const hookInstance = crypto.randomUUID();
    const scope = withoutDenied(
      READ_TYPES.map((type) => `patient/${type}.rs`),
      trouble,
    ).join(' ');
    const token = await authorization.issueToken({
      scope,
      patient: context.patientId,
      encounter: context.encounterId,
      practitioner: context.userId.replace('Practitioner/', ''),
      expiresIn: TOKEN_SECONDS,
    });
    const access = await authorization.authenticate(token);
    const prefetch = runPrefetch(service.prefetch ?? {}, {
      server,
      access: access!,
      context,
      mode: trouble.prefetch,
    });
    try {
      const response = await call(`${base}/cds-services/${encodeURIComponent(serviceId)}`, {
        hook: service.hook,
        hookInstance,
        fhirServer: fhirUrl,
        fhirAuthorization: {
          access_token: token,
          token_type: 'Bearer',
          expires_in: TOKEN_SECONDS,
          scope,
          subject: CLIENT_IDS.service,
          patient: context.patientId,
        },
        context,
        ...(Object.keys(prefetch).length > 0 ? { prefetch } : {}),
      });
      if (!response.ok) return { kind: 'failed', serviceId, reason: await refusalOf(response) };
      const parsed = cdsResponseSchema.safeParse(await response.json());
      if (!parsed.success) return { kind: 'failed', serviceId, reason: 'its answer could not be read' };
      return { kind: 'cards', serviceId, hookInstance, cards: parsed.data.cards };
    } catch (error) {
      return { kind: 'failed', serviceId, reason: reasonOf(error) };
    }
  }

  return {
    async fire(hook, context) {
      const base = options.serviceUrl();
      if (base === undefined) return [{ kind: 'failed', reason: 'no CDS service is connected' }];
      try {
        const services = (await discover(base)).filter((service) => service.hook === hook);
        return await Promise.all(services.map((service) => fireAt(base, service, context)));
      } catch (error) {
        return [{ kind: 'failed', reason: reasonOf(error) }];
      }
    },
    async sendFeedback(serviceId, feedback) {
      const base = options.serviceUrl();
      if (base === undefined) return 0;
      const url = `${base}/cds-services/${encodeURIComponent(serviceId)}/feedback`;
      return call(url, { feedback }).then(
        ({ status }) => status,
        () => 0,
      );
    },
  };
}

/** The status, and what the service's OperationOutcome says, if it sent one. */
async function refusalOf(response: Response): Promise<string> {
  const body = outcomeSchema.safeParse(await response.json().catch(() => undefined));
  const issue = body.data?.issue[0];
  const words = issue?.details?.text ?? issue?.diagnostics;
  return `it answered ${response.status}${words ? ` (${words.slice(0, 300)})` : ''}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it did not answer in time';
  if (error instanceof Error && error.message.startsWith('discovery answered')) return error.message;
  return 'it could not be reached';
}

/** CDS Hooks 2.0, "Trusting CDS Clients": `aud` is the exact URL of the call, `jti` is used once. */
async function signJwt({ issuer, jwksUrl, key }: CdsClientOptions, audience: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: key.kid!, jku: jwksUrl })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${JWT_SECONDS}s`)
    .setJti(crypto.randomUUID())
    .sign(await importJWK(key, 'ES384'));
}
