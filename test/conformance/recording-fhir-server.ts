import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleAnswer } from './sample-requests.ts';

/** What the service under test asked of us. */
export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingFhirServer {
  readonly url: string;
  readonly calls: RecordedCall[];
  /** Resource types that answer with this status, or never (`hang`), until it is emptied. */
  readonly trouble: Map<string, number | 'hang' | 'next-elsewhere'>;
  /** Content type of the answers. */
  contentType: string;
  close(): Promise<void>;
}

export const GOOD_TOKEN = 'conformance-token';

/** A small FHIR server that remembers every call; 401 without the right token. */
export async function startRecordingFhirServer(port = 0): Promise<RecordingFhirServer> {
  const calls: RecordedCall[] = [];
  const trouble: RecordingFhirServer['trouble'] = new Map();
  const state = { contentType: 'application/fhir+json' };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/fhir/, '');
    calls.push({ method: request.method ?? '', path, headers: request.headers });
    const type = path.split(/[/?]/)[1] ?? '';
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': state.contentType });
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${GOOD_TOKEN}`) return answer(401, {});
    const ill = trouble.get(type);
    if (ill === 'hang') return;
    if (typeof ill === 'number') return answer(ill, { resourceType: 'OperationOutcome', issue: [] });
    const found = sampleAnswer(type);
    const elsewhere = { link: [{ relation: 'next', url: `http://localhost.invalid/fhir/${type}?page=2` }] };
    return answer(200, ill === 'next-elsewhere' ? { ...(found as object), ...elsewhere } : found);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    calls,
    trouble,
    get contentType() {
      return state.contentType;
    },
    set contentType(value) {
      state.contentType = value;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
