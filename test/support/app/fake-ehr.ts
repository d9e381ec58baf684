import type { JWK } from 'jose';
import { cannedChart, searchset } from './canned-chart.ts';
import type { Faults, Reply, Seen } from './fake-clinic.ts';

interface Parts {
  readonly urls: { readonly app: string; readonly ehr: string };
  readonly faults: Faults;
  readonly jwk: JWK;
  readonly idToken: (nonce: string | undefined) => Promise<string>;
}

const TYPES = ['ClinicalImpression', 'Task', 'Provenance', 'Patient', 'Observation'];
const METADATA = {
  resourceType: 'CapabilityStatement',
  rest: [
    {
      mode: 'server',
      interaction: [{ code: 'transaction' }],
      resource: TYPES.map((type) => ({ type, interaction: [{ code: 'create' }, { code: 'read' }] })),
    },
  ],
};

/** A fake EHR: SMART discovery, authorization at once, and a FHIR server that remembers what was posted. */
export function fakeEhr({ urls, faults, jwk, idToken }: Parts) {
  const chart: Record<string, { id?: string }[]> = cannedChart();
  const nonces = new Map<string, string | undefined>();
  const written: { id: string; resourceType: string }[] = [];
  return async (request: Seen): Promise<Reply> => {
    const { path, method, query, body } = request;
    if (path === '/fhir/.well-known/smart-configuration') return { status: 200, body: discovery() };
    if (path === '/jwks') return { status: 200, body: { keys: [jwk] } };
    if (path === '/authorize') return authorize(query);
    if (path === '/token') return token(new URLSearchParams(body));
    if (path === '/fhir/metadata') return { status: 200, body: METADATA };
    if (!request.headers.authorization) return { status: 401, body: {} };
    if (path === '/fhir' && method === 'POST') return transaction(JSON.parse(body));
    const [, , type = '', id] = path.split('/');
    if (id) {
      const found = [...(chart[type] ?? []), ...written].find((resource) => resource.id === id);
      return found ? { status: 200, body: found } : { status: 404, body: {} };
    }
    if (method === 'POST') {
      const resource = { ...JSON.parse(body), id: `w${written.length + 1}` };
      written.push(resource);
      return { status: 201, body: resource };
    }
    return { status: 200, body: searchset((chart[type] ?? []) as never) };
  };

  function discovery() {
    return {
      issuer: urls.ehr,
      jwks_uri: `${urls.ehr}/jwks`,
      authorization_endpoint: `${urls.ehr}/authorize`,
      token_endpoint: `${urls.ehr}/token`,
      grant_types_supported: ['authorization_code'],
      capabilities: ['launch-ehr', 'context-ehr-patient', 'client-public', 'permission-v2'],
      code_challenge_methods_supported: ['S256'],
      ...faults.discovery,
    };
  }

  function authorize(query: URLSearchParams): Reply {
    const code = crypto.randomUUID();
    nonces.set(code, query.get('nonce') ?? undefined);
    const target = new URL(query.get('redirect_uri') ?? '');
    const answer = faults.authorize ?? { code };
    for (const [name, value] of Object.entries({ state: query.get('state') ?? '', ...answer })) {
      target.searchParams.set(name, value);
    }
    return { status: 302, headers: { location: target.href } };
  }

  async function token(form: URLSearchParams): Promise<Reply> {
    const code = form.get('code') ?? '';
    if (form.get('grant_type') === 'authorization_code' && !nonces.has(code)) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    const nonce = nonces.get(code);
    nonces.delete(code);
    const granted = {
      access_token: `access-${crypto.randomUUID()}`,
      token_type: 'Bearer',
      expires_in: 3600,
      patient: 'p1',
      encounter: 'e1',
      appContext: 'handle-1',
      scope:
        'launch openid fhirUser online_access patient/*.rs patient/ClinicalImpression.crus patient/Task.crus patient/Provenance.c',
      id_token: await idToken(nonce),
      refresh_token: 'refresh-1',
      ...faults.token,
    };
    return { status: 200, body: granted };
  }

  function transaction(bundle: { entry: { resource: { resourceType: string } }[] }): Reply {
    const entry = bundle.entry.map(({ resource }) => {
      const id = `w${written.length + 1}`;
      written.push({ ...resource, id });
      return { response: { status: '201', location: `${resource.resourceType}/${id}/_history/1` } };
    });
    return { status: 200, body: { resourceType: 'Bundle', type: 'transaction-response', entry } };
  }
}
