import type { Bundle, CapabilityStatement, Resource } from 'fhir/r4';
import { isUnavailable, type Loaded, present, unavailable } from '#fhir-mappers/data-state.ts';
import type { SmartConnection } from '../smart/fhir-client.ts';
import { Problem } from '../smart/problem.ts';
import { type Answer, type Call, send } from './request.ts';

/** The EHR's FHIR server, with the nurse's token on every call and on no call to another origin. */
export interface FhirServer {
  read<T extends Resource>(reference: string): Promise<T>;
  /** All matches of a search over its pages; three states, never two. */
  search<T extends Resource>(type: T['resourceType'], query: string): Promise<Loaded<readonly T[]>>;
  transaction(bundle: Bundle): Promise<Bundle>;
  create(resource: Resource, ifNoneExist?: string): Promise<string>;
  update(resource: Resource, version: string | undefined): Promise<void>;
  remove(reference: string): Promise<void>;
  capabilities(): Promise<CapabilityStatement | undefined>;
}

/** Pages followed before a list is called incomplete. */
const MOST_PAGES = 10;

/** Makes the client. A 401 renews the token once and repeats the call (SM-40). */
export function fhirServer(connection: SmartConnection): FhirServer {
  const base = `${connection.serverUrl}/`;
  const call = async (path: string, options: Call = {}): Promise<Answer> => {
    const url = path === '' ? connection.serverUrl : new URL(path, base).href;
    if (path !== '' && !url.startsWith(base)) {
      throw new Problem('forbidden', { detail: 'an address outside of the record' });
    }
    await connection.renewIfNeeded();
    const once = () => send(url, { ...options, token: connection.accessToken() });
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      if (!(await connection.renew())) throw new Problem('session-expired', { status: 401, cause: error });
      return once();
    }
  };
  return {
    read: async <T extends Resource>(reference: string) => (await call(reference)).body as T,
    search: (type, query) => searchAll(call, { type, query }),
    transaction: async (bundle) => (await call('', { method: 'POST', body: bundle })).body as Bundle,
    create: async (resource, ifNoneExist) => {
      const { body, headers } = await call(resource.resourceType, {
        method: 'POST',
        body: resource,
        ...(ifNoneExist ? { headers: { 'if-none-exist': ifNoneExist } } : {}),
      });
      return referenceOf(body, headers.get('location') ?? undefined);
    },
    update: async (resource, version) => {
      await call(`${resource.resourceType}/${resource.id}`, {
        method: 'PUT',
        body: resource,
        ...(version ? { headers: { 'if-match': `W/"${version}"` } } : {}),
      });
    },
    remove: async (reference) => {
      await call(reference, { method: 'DELETE' });
    },
    capabilities: async () => {
      const answer = await call('metadata').catch(() => undefined);
      return answer?.body as CapabilityStatement | undefined;
    },
  };
}

async function searchAll<T extends Resource>(
  call: (path: string) => Promise<Answer>,
  { type, query }: { type: string; query: string },
): Promise<Loaded<readonly T[]>> {
  const found: T[] = [];
  let next: string | undefined = `${type}?${query}`;
  for (let page = 0; next !== undefined; page += 1) {
    if (page === MOST_PAGES) return unavailable('incomplete');
    const answer: Answer | { state: 'unavailable' } = await call(next).catch(stateOf);
    if (isUnavailable(answer)) return answer;
    const bundle = (answer as Answer).body as Bundle | undefined;
    if (bundle?.resourceType !== 'Bundle') return unavailable('wrong-shape');
    const resources = (bundle.entry ?? []).map(({ resource }) => resource);
    if (
      resources.some(
        (resource) => resource?.resourceType === 'OperationOutcome' && type !== 'OperationOutcome',
      )
    ) {
      return unavailable('incomplete');
    }
    found.push(...(resources.filter((resource) => resource?.resourceType === type) as unknown as T[]));
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found.length > 0 ? present(found) : { state: 'known-empty' };
}

function stateOf(error: unknown) {
  const status = error instanceof Problem ? error.status : undefined;
  if (status === 401 || status === 403) return unavailable('forbidden');
  if (status === 404 || status === 400) return unavailable('not-supported');
  return unavailable('failed');
}

function referenceOf(body: unknown, location: string | undefined): string {
  const { resourceType, id } = (body ?? {}) as { resourceType?: string; id?: string };
  if (resourceType && id) return `${resourceType}/${id}`;
  const match = /([A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/|$)/.exec(location ?? '');
  if (!match?.[1]) throw new Problem('refused-by-server', { detail: 'no reference to what was created' });
  return match[1];
}
