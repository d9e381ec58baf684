import { randomBytes, randomUUID } from 'node:crypto';
import type { Registry } from './auth/registry.ts';
import { isLoopback, type ServiceConfig } from './config.ts';
import type { FhirFetch } from './fhir/fhir-fetch.ts';
import { readPatientData } from './fhir/read-patient-data.ts';
import { launchUrlOf } from './http/app-routes.ts';
import type { Models } from './open-models.ts';
import type { PipelineDeps } from './pipeline-deps.ts';
import { triage } from './triage/triage.ts';

interface Parts {
  readonly config: ServiceConfig;
  readonly registry: Registry;
  readonly models: Models;
  readonly version: string;
  readonly fetch: FhirFetch;
  readonly now: () => Date;
}

/** Every effect and setting of the pipeline, for a service that is reached at `url`. */
export function buildPipelineDeps(
  { config, registry, models, version, fetch, now }: Parts,
  url: string,
  onStage?: PipelineDeps['onStage'],
): PipelineDeps {
  return {
    ...models,
    triage,
    readPatientData: (request, signal) =>
      readPatientData(request, {
        fetch,
        signal,
        isAllowedServer: (fhirServer) => isAllowedServer(fhirServer, config, registry),
      }),
    now,
    newId: randomUUID,
    newHandle: () => randomBytes(24).toString('base64url'),
    onStage,
    settings: {
      launchUrl: launchUrlOf(url),
      inferenceBudget: config.inferenceMs,
      versions: { service: version },
      ...(config.clinic === undefined ? {} : { clinic: config.clinic }),
    },
  };
}

/**
 * The second net: the edge has checked that the server is this client's (`access-policy.ts`). Where authentication is
 * off, this machine's servers are allowed beside the registered ones.
 */
function isAllowedServer(fhirServer: string, { cdsAuth }: ServiceConfig, registry: Registry): boolean {
  if (cdsAuth === 'none' && isLoopback(new URL(fhirServer).hostname)) return true;
  const base = fhirServer.replace(/\/+$/, '');
  return registry
    .current()
    .clients.some(({ fhirServers, smart }) => fhirServers.includes(base) || smart?.iss === base);
}
