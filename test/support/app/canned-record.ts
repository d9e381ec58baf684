import type { Bundle, FhirResource } from 'fhir/r4';
import type { Review } from '#fhir-mappers/review.ts';

/** The transaction for a review, in the shape of the service's, with a signature that means nothing. */
export function cannedRecord(review: Review, signed: boolean): Bundle<FhirResource> {
  const subject = { reference: 'Patient/p1' };
  const nurse = { reference: 'Practitioner/n1', display: 'Ana Diaz, RN' };
  const recorded = new Date().toISOString();
  const identifier = [{ system: 'urn:example', value: review.assessmentId }];
  const ifNoneExist = `identifier=urn:example|${review.assessmentId}`;
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        resource: {
          resourceType: 'ClinicalImpression',
          status: 'completed',
          subject,
          identifier,
          description: `Triage priority: ${review.priority}`,
          summary: review.summary,
        },
        request: { method: 'POST', url: 'ClinicalImpression', ifNoneExist },
      },
      {
        resource: {
          resourceType: 'Task',
          status: 'requested',
          intent: 'order',
          identifier,
          for: subject,
          description: review.nextSteps.join(' '),
          owner: { display: review.handover.to },
          restriction: { period: { end: recorded } },
        },
        request: { method: 'POST', url: 'Task', ifNoneExist },
      },
      {
        resource: {
          resourceType: 'Provenance',
          target: [{ reference: 'ClinicalImpression/1' }],
          recorded,
          agent: [{ who: nurse }],
          ...(signed
            ? {
                signature: [
                  {
                    type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.1' }],
                    when: recorded,
                    who: nurse,
                    data: 'bm90aGluZw==',
                  },
                ],
              }
            : {}),
        },
        request: { method: 'POST', url: 'Provenance' },
      },
    ],
  };
}
