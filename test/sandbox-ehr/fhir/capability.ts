import { resourceTypes, searchParamsOf } from './definitions.ts';
import type { AnyResource } from './fhir-error.ts';

interface CapabilityOptions {
  readonly fhirUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** ISO date of the running server's start. */
  readonly date: string;
}

const INTERACTIONS = [
  'read',
  'vread',
  'update',
  'patch',
  'delete',
  'history-instance',
  'create',
  'search-type',
];
const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/** States what the server does, and nothing that it does not: built from the parameters that are indexed. */
export function capabilityStatement({
  fhirUrl,
  authorizeUrl,
  tokenUrl,
  date,
}: CapabilityOptions): AnyResource {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'Prescreen sandbox EHR', version: '1' },
    implementation: {
      description: 'A small clinic EHR for trying Prescreen. Synthetic data only.',
      url: fhirUrl,
    },
    fhirVersion: '4.0.1',
    format: ['json'],
    patchFormat: ['application/json-patch+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: OAUTH_URIS,
              extension: [
                { url: 'authorize', valueUri: authorizeUrl },
                { url: 'token', valueUri: tokenUrl },
              ],
            },
          ],
        },
        resource: resourceTypes().map(resourceCapability),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
      },
    ],
  };
}

function resourceCapability(type: string): object {
  const params = [...searchParamsOf(type).values()];
  const references = params.filter(({ kind }) => kind === 'reference');
  return {
    type,
    interaction: INTERACTIONS.map((code) => ({ code })),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: true,
    conditionalCreate: true,
    conditionalRead: 'not-match',
    conditionalUpdate: true,
    conditionalDelete: 'not-supported',
    referencePolicy: ['literal', 'logical'],
    searchInclude: references.map(({ code }) => `${type}:${code}`),
    searchParam: [
      { name: '_id', type: 'token', definition: 'http://hl7.org/fhir/SearchParameter/Resource-id' },
      {
        name: '_lastUpdated',
        type: 'date',
        definition: 'http://hl7.org/fhir/SearchParameter/Resource-lastUpdated',
      },
      ...params.map(({ code, kind, url }) => ({ name: code, type: kind, definition: url })),
    ],
    operation: [
      { name: 'validate', definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate' },
    ],
  };
}
