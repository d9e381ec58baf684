/**
 * Checks any CDS Hooks 2.0 service over the network, one line per requirement.
 *
 * usage: npm run conformance -- --base <url> [--jwk key.json --iss <issuer> [--jku <url>] [--tenant <t>]]
 *          [--fhir-port <port>] [--only CH-01,CH-02] [--json out.json] [--junit out.xml]
 *
 * `--jwk` is a private key (JWK) that the service knows for `--iss`. `--fhir-port` lets the runner answer as a
 * FHIR server on that loopback port; register http://127.0.0.1:<port>/fhir with the service first.
 * Exit code: 0 all passed or not applicable, 1 a failure, 2 wrong use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import type { Identity } from './client.ts';
import { startRecordingFhirServer } from './recording-fhir-server.ts';
import { countsOf, junit, line } from './report.ts';
import { runChecks } from './run-checks.ts';

const OPTIONS = {
  base: { type: 'string' },
  jwk: { type: 'string' },
  iss: { type: 'string' },
  jku: { type: 'string' },
  tenant: { type: 'string' },
  'fhir-port': { type: 'string' },
  only: { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const values = options();
  if (values === undefined) return 2;
  const identity = identityOf(values);
  if (identity === null) return misuse('--jwk and --iss belong together');
  const port = values['fhir-port'];
  const fhir = port === undefined ? undefined : await startRecordingFhirServer(Number(port));
  try {
    const results = await runChecks({
      base: values.base,
      onResult: (result) => process.stdout.write(`${line(result)}\n`),
      ...(identity === undefined ? {} : { identity }),
      ...(fhir === undefined ? {} : { fhir }),
      ...(values.only === undefined ? {} : { only: values.only.split(',') }),
    });
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
    if (values.junit !== undefined) writeFileSync(values.junit, junit(results));
    const counts = countsOf(results);
    process.stdout.write(
      `\n${counts.pass} passed, ${counts.fail} failed, ${counts['not-applicable']} not applicable\n`,
    );
    return counts.fail === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await fhir?.close();
  }
}

function options() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.base !== undefined) return { ...values, base: values.base };
    misuse('--base <url> is needed: the address before /cds-services');
  } catch (error) {
    misuse(error instanceof Error ? error.message : String(error));
  }
  return undefined;
}

/** `undefined` without a key, `null` when only half of it was given. */
function identityOf(values: {
  jwk?: string;
  iss?: string;
  jku?: string;
  tenant?: string;
}): Identity | undefined | null {
  if (values.jwk === undefined && values.iss === undefined) return undefined;
  if (values.jwk === undefined || values.iss === undefined) return null;
  return {
    jwk: JSON.parse(readFileSync(values.jwk, 'utf8')) as JWK,
    issuer: values.iss,
    ...(values.jku === undefined ? {} : { jku: values.jku }),
    ...(values.tenant === undefined ? {} : { tenant: values.tenant }),
  };
}

function misuse(reason: string): number {
  process.stderr.write(
    `${reason}\nusage: npm run conformance -- --base <url> [--jwk key.json --iss <issuer>]\n`,
  );
  return 2;
}
