import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServiceConfig } from '../config.ts';

/** Headers must arrive within this time, milliseconds: a slow sender holds a connection, nothing more. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 30_000;

/**
 * Opens the port, with TLS where it is configured. Nothing answers yet: the application is attached next.
 *
 * @throws Error of the system when the port is taken or not permitted.
 */
export async function listen(
  config: Pick<ServiceConfig, 'host' | 'port' | 'tls'>,
): Promise<{ readonly server: Server; readonly address: string }> {
  const { host, port, tls } = config;
  const server: Server = tls
    ? createTlsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) })
    : createServer();
  server.headersTimeout = HEADERS_WITHIN;
  server.requestTimeout = REQUEST_WITHIN;
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const { port: bound } = server.address() as AddressInfo;
  return { server, address: `${tls ? 'https' : 'http'}://${name}:${bound}` };
}

/** Accepts nothing more and waits for requests in progress; after the grace period their connections are cut. */
export async function finish(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
