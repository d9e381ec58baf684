import { type AnyResource, FhirError } from './fhir-error.ts';
import type { HistoryEntry, Stored } from './repository.ts';

/** What a FHIR call is answered with, without its transport. */
export interface FhirReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: AnyResource;
}

/** All versions of a resource, the newest first, as a history Bundle. */
export function historyBundle(entries: readonly HistoryEntry[], fullUrl: string): AnyResource {
  const path = fullUrl.split('/').slice(-2).join('/');
  return {
    resourceType: 'Bundle',
    type: 'history',
    total: entries.length,
    entry: entries.map(({ version, method, updated, resource }) => ({
      fullUrl,
      ...(resource ? { resource } : {}),
      request: { method, url: method === 'POST' ? path.split('/')[0] : path },
      response: {
        status: method === 'POST' ? '201' : method === 'DELETE' ? '204' : '200',
        etag: `W/"${version}"`,
        lastModified: new Date(updated).toISOString(),
      },
    })),
  };
}

/** The version in an `If-Match` header: `W/"3"` gives `3`. Undefined without a header. */
export function versionOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const match = /^(?:W\/)?"?([^"]+)"?$/.exec(header.trim());
  if (!match) throw new FhirError('value', 'If-Match cannot be read');
  return match[1];
}

/** A resource with its version. */
export function found(resource: Stored): FhirReply {
  return { status: 200, headers: versionHeaders(resource), body: resource };
}

export function etagOf(resource: Stored): string {
  return `W/"${resource.meta.versionId}"`;
}

export function versionHeaders(resource: Stored): Record<string, string> {
  return { ETag: etagOf(resource), 'Last-Modified': new Date(resource.meta.lastUpdated).toUTCString() };
}

export function locationOf(fhirUrl: string, { resourceType, id, meta }: Stored): string {
  return `${fhirUrl}/${resourceType}/${id}/_history/${meta.versionId}`;
}

export function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
