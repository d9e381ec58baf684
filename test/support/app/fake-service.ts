import type { Assessment } from '#fhir-mappers/assessment.ts';
import { cannedDraft } from './canned-draft.ts';
import { cannedRecord } from './canned-record.ts';
import type { Faults, Reply, Seen } from './fake-clinic.ts';

interface Parts {
  readonly urls: { readonly app: string; readonly ehr: string };
  readonly faults: Faults;
  readonly assessment: () => Assessment;
}

/** A fake of our own service, for the answers that the real one gives only on bad days. */
export function fakeService({ urls, faults, assessment }: Parts) {
  return ({ path, body }: Seen): Reply | Promise<Reply> | undefined => {
    switch (path) {
      case '/app/config.json':
        return {
          status: 200,
          body: {
            issuers: [
              {
                iss: `${urls.ehr}/fhir`,
                clientId: 'prescreen-app',
                scope:
                  'launch openid fhirUser online_access patient/*.rs patient/ClinicalImpression.crus patient/Task.crus patient/Provenance.c',
              },
            ],
            version: '0.1.0',
            ...faults.config,
          },
        };
      case '/api/session':
        return {
          status: 200,
          body: {
            token: 'session-1',
            expiresIn: 3600,
            practitioner: { reference: 'Practitioner/n1', display: 'Ana Diaz, RN' },
            draftKey: Buffer.alloc(32, 7).toString('base64url'),
          },
        };
      case '/api/assessment':
      case '/api/assess':
        return { status: 200, body: assessment() };
      case '/api/draft':
        return cannedDraft(assessment(), JSON.parse(body).kind);
      case '/api/preview':
        return { status: 200, body: cannedRecord(JSON.parse(body), false) };
      case '/api/sign':
        return { status: 200, body: cannedRecord(JSON.parse(body), true) };
      case '/api/written':
        return { status: 200, body: {} };
      case '/api/verify':
        return { status: 200, body: { valid: true, reason: 'ok', signer: 'Ana Diaz, RN' } };
      default:
        return undefined;
    }
  };
}

/** An answer as the service gives it when it refuses. */
export function refusal(status: number, code: string): Reply {
  return {
    status,
    body: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'processing', details: { coding: [{ code }], text: code } }],
    },
  };
}
