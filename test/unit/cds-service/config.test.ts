import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '#cds-service/config.ts';

const PRODUCTION = {
  PRESCREEN_HOST: '0.0.0.0',
  PRESCREEN_PUBLIC_URL: 'https://triage.example',
  PRESCREEN_PROXY: '1',
};

function issuesOf(env: Record<string, string>) {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues.map(({ setting, code }) => `${setting} ${code}`);
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing: JWT, loopback, port 4100', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4100,
      cdsAuth: 'jwt',
      mode: 'development',
      openDiscovery: false,
    });
  });

  it('takes an empty value as not set', () => {
    expect(readConfig({ PRESCREEN_PORT: '' }).port).toBe(4100);
  });

  it('names every setting that is wrong, at once', () => {
    expect(issuesOf({ PRESCREEN_PORT: 'x', PRESCREEN_CDS_AUTH: 'maybe' })).toEqual([
      'PRESCREEN_PORT invalid',
      'PRESCREEN_CDS_AUTH invalid',
    ]);
  });

  it('reports a name that nobody reads', () => {
    expect(readConfig({ PRESCREEN_PROT: '1', PATH: '/bin' }).unknownSettings).toEqual(['PRESCREEN_PROT']);
  });

  it.each([
    '0.0.0.0',
    '::',
    'triage.example',
    '10.0.0.1',
  ])('refuses to let everybody in while listening on %s', (host) => {
    const env = {
      ...PRODUCTION,
      PRESCREEN_HOST: host,
      PRESCREEN_MODE: 'development',
      PRESCREEN_CDS_AUTH: 'none',
    };
    expect(issuesOf(env)).toEqual(['PRESCREEN_CDS_AUTH unsafe']);
  });

  it.each(['127.0.0.1', 'localhost', '::1', '127.8.9.1'])('takes authentication off on %s', (host) => {
    expect(readConfig({ PRESCREEN_HOST: host, PRESCREEN_CDS_AUTH: 'none' }).cdsAuth).toBe('none');
  });

  it('is strict without being told when it faces the network', () => {
    expect(issuesOf({ PRESCREEN_HOST: '0.0.0.0' })).toEqual([
      'PRESCREEN_TLS_CERT unsafe',
      'PRESCREEN_PUBLIC_URL missing',
    ]);
  });

  it('CH-74 production starts with TLS or a declared proxy only', () => {
    expect(issuesOf({ ...PRODUCTION, PRESCREEN_PROXY: '' })).toEqual(['PRESCREEN_TLS_CERT unsafe']);
    expect(issuesOf(PRODUCTION)).toEqual([]);
    expect(
      issuesOf({
        ...PRODUCTION,
        PRESCREEN_PROXY: '',
        PRESCREEN_TLS_CERT: 'a.pem',
        PRESCREEN_TLS_KEY: 'b.pem',
      }),
    ).toEqual([]);
  });

  it('CH-73 production refuses public test keys and missing authentication', () => {
    const env = {
      PRESCREEN_MODE: 'production',
      PRESCREEN_PUBLIC_URL: 'https://a.example',
      PRESCREEN_PROXY: '1',
    };
    expect(issuesOf({ ...env, PRESCREEN_ALLOW_TEST_KEYS: 'true' })).toEqual([
      'PRESCREEN_ALLOW_TEST_KEYS unsafe',
    ]);
    expect(issuesOf({ ...env, PRESCREEN_CDS_AUTH: 'none' })).toEqual(['PRESCREEN_CDS_AUTH unsafe']);
  });

  it('production speaks to a database on another machine only over verified TLS', () => {
    const on = (url: string) => issuesOf({ ...PRODUCTION, PRESCREEN_DATABASE_URL: url });
    expect(on('postgresql://u:p@db.example/prescreen')).toEqual(['PRESCREEN_DATABASE_URL unsafe']);
    expect(on('postgresql://u:p@db.example/prescreen?sslmode=require')).toEqual([
      'PRESCREEN_DATABASE_URL unsafe',
    ]);
    expect(on('postgresql://u:p@db.example/prescreen?sslmode=verify-full')).toEqual([]);
    expect(on('postgresql://u:p@localhost/prescreen')).toEqual([]);
    expect(on('mysql://u:p@localhost/prescreen')).toEqual(['PRESCREEN_DATABASE_URL invalid']);
  });

  it('asks Weaviate only where its URL is set', () => {
    expect(readConfig({ PRESCREEN_WEAVIATE_URL: 'http://localhost:8080' }).weaviate).toBeUndefined();
    expect(issuesOf({ PRESCREEN_EVIDENCE: 'weaviate' })).toEqual(['PRESCREEN_WEAVIATE_URL missing']);
    const env = { PRESCREEN_EVIDENCE: 'weaviate', PRESCREEN_WEAVIATE_URL: 'http://localhost:8080/' };
    expect(readConfig(env).weaviate).toEqual({ url: 'http://localhost:8080', apiKey: undefined });
  });

  it('production speaks to Weaviate on another machine only over TLS and with a key', () => {
    const on = (url: string, key = '') =>
      issuesOf({
        ...PRODUCTION,
        PRESCREEN_EVIDENCE: 'weaviate',
        PRESCREEN_WEAVIATE_URL: url,
        PRESCREEN_WEAVIATE_KEY: key,
      });
    expect(on('http://search.example')).toEqual([
      'PRESCREEN_WEAVIATE_URL unsafe',
      'PRESCREEN_WEAVIATE_KEY missing',
    ]);
    expect(on('https://search.example', 'a-key')).toEqual([]);
    expect(on('http://127.0.0.1:8080')).toEqual([]);
  });

  it('wants certificate and key together', () => {
    expect(issuesOf({ PRESCREEN_TLS_CERT: 'a.pem' })).toEqual(['PRESCREEN_TLS_KEY missing']);
  });

  it.each([
    ['none', 'none'],
    ['2', 2],
    ['10.0.0.0/8, 192.168.1.1', ['10.0.0.0/8', '192.168.1.1']],
  ])('reads the proxy %s', (given, expected) => {
    expect(readConfig({ PRESCREEN_PROXY: given }).proxy).toEqual(expected);
  });

  it('refuses a proxy that is no address', () => {
    expect(issuesOf({ PRESCREEN_PROXY: 'everybody' })).toEqual(['PRESCREEN_PROXY invalid']);
  });

  it('documents each setting in the table of the README', () => {
    const readme = readFileSync(new URL('../../../cds-service/README.md', import.meta.url), 'utf8');
    const documented = [...readme.matchAll(/^\| `(PRESCREEN_[A-Z_]+)`/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});
