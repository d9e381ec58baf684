import type { Bundle, FhirResource, OperationOutcome } from 'fhir/r4';
import type { Sandbox } from './start-sandbox.ts';

export interface FhirAnswer<T = FhirResource> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A FHIR call over HTTP with one token. A string body is sent as it is. */
export type FhirCaller = <T = FhirResource>(
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<FhirAnswer<T>>;

/** Speaks to the sandbox's FHIR server as a client would; without a token it sends none. */
export function fhirCaller(sandbox: Pick<Sandbox, 'fhirUrl'>, token?: string): FhirCaller {
  return async <T>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
  ) => {
    const response = await fetch(path.startsWith('http') ? path : `${sandbox.fhirUrl}/${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : undefined) as T,
    };
  };
}

/** Ids of a searchset's matches, in order. */
export function idsOf(bundle: Bundle): string[] {
  return (bundle.entry ?? [])
    .filter(({ search }) => search?.mode === 'match')
    .map(({ resource }) => resource?.id ?? '');
}

/** The code of the first issue. */
export function issueCode(body: unknown): string | undefined {
  const { resourceType, issue } = body as OperationOutcome;
  return resourceType === 'OperationOutcome' ? issue[0]?.code : undefined;
}
