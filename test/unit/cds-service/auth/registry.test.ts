import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegistry, originsOf, parseRegistry, RegistryError } from '#cds-service/auth/registry.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();

const NORTH = {
  name: 'North',
  iss: 'https://north.example',
  jku: 'https://north.example/jwks.json',
  fhirServers: ['https://north.example/fhir/'],
};

function follow(text: string | undefined) {
  const file = join(folder, `${Math.random()}.json`);
  if (text !== undefined) writeFileSync(file, text);
  let time = 0;
  const said: unknown[] = [];
  const registry = openRegistry({
    file,
    mode: 'development',
    now: () => time,
    onReload: (outcome) => said.push(outcome),
  });
  return { registry, file, said, later: () => (time += 2000) };
}

describe('parseRegistry', () => {
  it('drops the slash at the end of a server', () => {
    const { clients } = parseRegistry(JSON.stringify({ clients: [NORTH] }), 'development');
    expect(clients[0]?.fhirServers).toEqual(['https://north.example/fhir']);
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['a misspelt name', { clients: [{ ...NORTH, fhirserver: 'x' }] }, /clients\.0/],
    ['an issuer without keys', { clients: [{ name: 'a', iss: 'b' }] }, /jku or jwks/],
    ['two of the same name', { clients: [NORTH, NORTH] }, /same name/],
    ['a server that is no URL', { clients: [{ ...NORTH, fhirServers: ['ehr'] }] }, /fhirServers/],
  ])('refuses %s', (_what, value, message) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    expect(() => parseRegistry(text, 'development')).toThrow(message);
  });

  it('takes https only in production', () => {
    const text = JSON.stringify({ clients: [{ ...NORTH, jku: 'http://north.example/jwks.json' }] });
    expect(() => parseRegistry(text, 'production')).toThrow(/https/);
  });
});

describe('openRegistry', () => {
  it('follows the file without a restart', () => {
    const { registry, file, said, later } = follow(JSON.stringify({ clients: [] }));
    expect(registry.current().clients).toEqual([]);
    writeFileSync(file, JSON.stringify({ clients: [NORTH] }));
    later();
    expect(registry.current().clients.map(({ name }) => name)).toEqual(['North']);
    expect(said).toEqual([{ clients: 1 }]);
  });

  it('keeps what it knew when the new file is wrong, and says so once', () => {
    const { registry, file, said, later } = follow(JSON.stringify({ clients: [NORTH] }));
    writeFileSync(file, '{');
    later();
    registry.current();
    later();
    expect(registry.current().clients).toHaveLength(1);
    expect(said).toEqual([{ error: 'the file is not JSON' }]);
  });

  it('knows nobody when there is no file, and everybody again when it appears', () => {
    const { registry, file, later } = follow(undefined);
    expect(registry.current().clients).toEqual([]);
    writeFileSync(file, JSON.stringify({ clients: [NORTH] }));
    later();
    expect(registry.current().clients).toHaveLength(1);
    rmSync(file);
    later();
    expect(registry.current().clients).toEqual([]);
  });

  it('refuses to start with a wrong file', () => {
    expect(() => follow('{')).toThrow(RegistryError);
  });
});

describe('originsOf', () => {
  it('gives the origin of everything a client is reached at', () => {
    const text = JSON.stringify({ clients: [{ ...NORTH, origins: ['https://portal.example'] }] });
    const { clients } = parseRegistry(text, 'production');
    expect([...originsOf(clients)]).toEqual(['https://portal.example', 'https://north.example']);
  });
});
