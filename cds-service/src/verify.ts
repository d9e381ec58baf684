import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';
import { fetchBackendToken } from './auth/backend-token.ts';
import { fetchJson } from './auth/fetch-json.ts';
import { readConfig } from './config.ts';
import { findSignedPairs, type SignedPair } from './signing/find-signed-pairs.ts';
import { publicKeysOf } from './signing/signing-key.ts';
import { verifyResource } from './signing/verify-resource.ts';

const USAGE = `Checks that a signed resource is what a nurse signed.

  npm run verify -- <bundle.json>
  npm run verify -- <FHIR base url> ClinicalImpression/<id> [--token <access token>]
  npm run verify -- <FHIR base url> ClinicalImpression/<id> --client <id> --key <file>

  --jwks <url or file>   public keys to trust; default: those of this service's data folder
  --client, --key        read as a registered backend client, with its private key as a JWK
Exit code: 0 valid, 1 not valid, 2 wrong use.`;

/** Wrong use of the command: said with the usage, exit code 2. */
class UsageError extends Error {}

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const privateKeySchema = z.looseObject({ kty: z.string(), kid: z.string(), d: z.string() });

/** What checking a signature needs to read. */
const READING = 'system/ClinicalImpression.r system/DocumentReference.r system/Provenance.rs';

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(
    `${error instanceof Error ? error.message : 'It failed.'}\n${isUsage ? `\n${USAGE}\n` : ''}`,
  );
  process.exitCode = 2;
}

async function run(args: readonly string[]): Promise<boolean> {
  const { positionals, values } = readArguments(args);
  const [where, reference] = positionals;
  if (where === undefined) throw new UsageError('What is to be checked?');
  const jwks = await readKeys(values.jwks);
  const pairs =
    reference === undefined
      ? pairsInFile(where)
      : await pairsOnServer(where, reference, await tokenFor(where, values));
  if (pairs.length === 0) {
    process.stdout.write('Not valid: there is no signed resource.\n');
    return false;
  }
  let isValid = true;
  for (const { name, resource, provenance, fullUrl } of pairs) {
    const { valid, text } = await verifyResource(resource, provenance, { jwks, fullUrl });
    isValid &&= valid;
    process.stdout.write(`${valid ? 'Valid' : 'Not valid'}: ${name}. ${text}\n`);
  }
  return isValid;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        jwks: { type: 'string' },
        client: { type: 'string' },
        key: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : '');
  }
}

interface Access {
  readonly token?: string | undefined;
  readonly client?: string | undefined;
  readonly key?: string | undefined;
}

async function tokenFor(server: string, { token, client, key }: Access): Promise<string | undefined> {
  if (client === undefined && key === undefined) return token;
  if (client === undefined || key === undefined || token !== undefined)
    throw new UsageError('Give --client and --key together, or --token.');
  const jwk = privateKeySchema.safeParse(readJson(key, 'give a private key as a JWK'));
  if (!jwk.success) throw new UsageError(`${key} is not a private key.`);
  return fetchBackendToken(server, { clientId: client, key: jwk.data as JWK }, READING);
}

async function readKeys(given: string | undefined): Promise<JSONWebKeySet> {
  if (given === undefined) {
    const file = join(readConfig(process.env).dataFolder, 'signing-key.json');
    return publicKeysOf(readJson(file, 'give the public keys with --jwks'));
  }
  const json = /^https?:/.test(given) ? await fetchJson(given) : readJson(given, 'it holds no keys');
  const parsed = keySetSchema.safeParse(json);
  if (!parsed.success) throw new UsageError(`${given} is not a JWK Set.`);
  return parsed.data as JSONWebKeySet;
}

function readJson(file: string, hint: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} cannot be read as JSON: ${hint}.`);
  }
}

function pairsInFile(file: string): readonly SignedPair[] {
  return findSignedPairs(readJson(file, 'give a Bundle'));
}

/** The resource, and every Provenance that speaks of it. */
async function pairsOnServer(
  server: string,
  reference: string,
  token: string | undefined,
): Promise<readonly SignedPair[]> {
  const base = server.replace(/\/+$/, '');
  const headers = {
    accept: 'application/fhir+json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const read = (path: string) =>
    fetchJson(`${base}/${path}`, { headers, maxBytes: 8_388_608, timeoutMs: 10_000 });
  const name = reference.includes('/') ? reference : `ClinicalImpression/${reference}`;
  const resource = await read(name);
  const provenances = await read(`Provenance?target=${encodeURIComponent(name)}`);
  return findSignedPairs({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ fullUrl: `${base}/${name}`, resource }, ...entriesOf(provenances)],
  });
}

function entriesOf(bundle: unknown): readonly unknown[] {
  return z.object({ entry: z.array(z.unknown()).default([]) }).safeParse(bundle).data?.entry ?? [];
}
