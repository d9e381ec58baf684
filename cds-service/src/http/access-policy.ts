import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { RegisteredClient, Registrations } from '../auth/registry.ts';
import { isLoopback } from '../config.ts';

/**
 * Checks that a caller speaks for the FHIR server and the client id that it names, before anything is fetched.
 *
 * @param client - Undefined where authentication is off: then any registered server may be named, and this machine.
 * @throws ServiceError `request-invalid` for a server that is not registered (CH-22), `forbidden` for a token that was
 *   issued to somebody else (CH-25).
 */
export function checkFhirAccess(
  { fhirServer, fhirAuthorization }: CdsRequest,
  client: RegisteredClient | undefined,
  { clients }: Registrations,
): void {
  if (fhirServer !== undefined && !isRegistered(fhirServer, client, clients)) {
    throw new ServiceError('request-invalid', {
      detail: 'This FHIR server is not registered for this client.',
      keys: ['fhirServer'],
    });
  }
  const subject = client?.subject;
  if (subject !== undefined && fhirAuthorization && fhirAuthorization.subject !== subject) {
    throw new ServiceError('forbidden', { keys: ['fhirAuthorization.subject'] });
  }
}

/**
 * The registered clinic that a proposal belongs to.
 *
 * Without authentication it is the one whose FHIR server was named, or the only one there is.
 */
export function clinicOf(
  request: CdsRequest,
  client: RegisteredClient | undefined,
  { clients }: Registrations,
): string {
  if (client) return client.name;
  const server = request.fhirServer;
  const named = clients.find(({ fhirServers }) => server !== undefined && isOneOf(server, fhirServers));
  return named?.name ?? (clients.length === 1 ? clients[0]?.name : undefined) ?? 'local';
}

function isRegistered(
  server: string,
  client: RegisteredClient | undefined,
  clients: readonly RegisteredClient[],
): boolean {
  if (client) return isOneOf(server, client.fhirServers);
  return (
    isLoopback(new URL(server).hostname) || clients.some(({ fhirServers }) => isOneOf(server, fhirServers))
  );
}

/** Exact base URL; a slash at the end makes no difference. */
function isOneOf(server: string, servers: readonly string[]): boolean {
  return servers.includes(server.replace(/\/+$/, ''));
}
