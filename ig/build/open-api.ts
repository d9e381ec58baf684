import { z } from 'zod';
import { assessmentSchema } from '#fhir-mappers/assessment.ts';
import { reviewSchema } from '#fhir-mappers/review.ts';

/** JSON Schema of the assessment as it travels in a card, from the schema that parses it. */
export function assessmentJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://prescreen.org/fhir/assessment.schema.json',
    title: 'Assessment, version 1',
    ...z.toJSONSchema(assessmentSchema, { io: 'output' }),
  };
}

const REF = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });
const answer = (description: string, schema: object) => ({ description, content: json(schema) });
const refused = (description: string) => ({ description, content: json(REF('OperationOutcome')) });
const APP = [{ session: [] }];

/** A request of the app's session. */
function appCall(summary: string, body: object | undefined, reply: object): object {
  return {
    summary,
    security: APP,
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: answer('Done.', reply),
      401: refused('session-expired'),
      403: refused('other-patient, not-a-clinician'),
      409: refused('conflict, already-written'),
    },
  };
}

const PATHS = {
  '/cds-services': {
    get: {
      summary: 'CDS Hooks discovery',
      security: [{ cdsClient: [] }],
      responses: {
        200: answer('The services.', { type: 'object', required: ['services'] }),
        401: { description: 'Bare.' },
      },
    },
  },
  '/cds-services/nurse-triage': {
    post: {
      summary: 'patient-view and encounter-start',
      security: [{ cdsClient: [] }],
      requestBody: { required: true, content: json(REF('CdsRequest')) },
      responses: {
        200: answer('Cards; none means that there is nothing to say.', REF('CdsResponse')),
        400: refused('request-invalid'),
        401: { description: 'Bare.' },
        412: refused('data-unavailable, patient-mismatch'),
        413: refused('too-large'),
        429: refused('too-many-requests'),
        503: refused('overloaded'),
      },
    },
  },
  '/cds-services/nurse-triage/feedback': {
    post: {
      summary: 'CDS Hooks feedback',
      security: [{ cdsClient: [] }],
      requestBody: { required: true, content: json(REF('Feedback')) },
      responses: {
        200: { description: 'Kept.' },
        400: refused('request-invalid'),
        401: { description: 'Bare.' },
      },
    },
  },
  '/app/config.json': {
    get: {
      summary: 'Configuration of the app',
      responses: { 200: answer('Registered issuers.', { type: 'object' }) },
    },
  },
  '/api/session': {
    post: {
      summary: "Opens a session after validating the nurse's id_token",
      requestBody: {
        required: true,
        content: json({ type: 'object', required: ['iss', 'idToken', 'accessToken', 'patient'] }),
      },
      responses: {
        200: answer('A session token.', { type: 'object', required: ['token', 'expiresIn', 'practitioner'] }),
        401: refused('unauthorised'),
      },
    },
  },
  '/api/assessment': {
    get: {
      ...appCall('The proposal of a handle, or the newest of the patient', undefined, REF('Assessment')),
      parameters: [{ name: 'handle', in: 'query', schema: { type: 'string', maxLength: 200 } }],
    },
  },
  '/api/assess': {
    post: appCall(
      'Assesses again, with what the nurse answered or measured',
      { type: 'object' },
      REF('Assessment'),
    ),
  },
  '/api/preview': { post: appCall('The transaction as it would be signed', REF('Review'), REF('Bundle')) },
  '/api/sign': { post: appCall('The signed transaction', REF('Review'), REF('Bundle')) },
  '/api/written': {
    post: appCall(
      'Closes the proposal',
      { type: 'object', required: ['assessmentId', 'clinicalImpression'] },
      { type: 'object' },
    ),
  },
  '/api/verify': {
    post: appCall(
      'Checks a signed resource',
      { type: 'object', required: ['resource', 'provenance'] },
      { type: 'object', required: ['valid', 'reason'] },
    ),
  },
  '/.well-known/jwks.json': {
    get: {
      summary: 'Public signing keys',
      responses: { 200: answer('A JWK Set.', { type: 'object', required: ['keys'] }) },
    },
  },
  '/health': { get: { summary: 'Alive', responses: { 200: answer('Alive.', { type: 'object' }) } } },
  '/ready': {
    get: {
      summary: 'State of each part',
      responses: { 200: answer('Ready.', { type: 'object' }), 503: answer('Not ready.', { type: 'object' }) },
    },
  },
  '/metrics': { get: { summary: 'Prometheus', responses: { 200: { description: 'Text.' } } } },
};

/** The service's interfaces as OpenAPI 3.1. Schemas come from the code that parses; FHIR types are named only. */
export function openApi(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prescreen nurse triage',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: PATHS,
    components: {
      securitySchemes: {
        cdsClient: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT of a registered CDS client' },
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'Opaque token of POST /api/session' },
      },
      schemas: {
        Assessment: z.toJSONSchema(assessmentSchema, { io: 'output' }),
        Review: z.toJSONSchema(reviewSchema, { io: 'input' }),
        CdsRequest: {
          type: 'object',
          required: ['hook', 'hookInstance', 'context'],
          description: 'CDS Hooks 2.0 request',
        },
        CdsResponse: {
          type: 'object',
          required: ['cards'],
          description:
            'CDS Hooks 2.0 response; a card with a proposal has extension["org.prescreen.assessment"], schema Assessment',
        },
        Feedback: {
          type: 'object',
          required: ['feedback'],
          description: 'CDS Hooks 2.0 feedback; logical model triage-feedback',
        },
        Bundle: {
          type: 'object',
          required: ['resourceType'],
          description: 'FHIR R4 Bundle of type transaction',
        },
        OperationOutcome: {
          type: 'object',
          required: ['resourceType', 'issue'],
          description: 'FHIR R4 OperationOutcome; codes in CodeSystem service-error',
        },
      },
    },
  };
}
