import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from 'fhir/r4';
import { checkReview } from '#cds-service/signing/check-review.ts';
import { createSigning } from '#cds-service/signing/signing.ts';
import { openSigningKey, type SigningKey } from '#cds-service/signing/signing-key.ts';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import type { CdsResponse } from '#fhir-mappers/cds-hooks/card.ts';
import { EXAMPLE_PATHS, type ExamplePath } from './example-reviews.ts';
import { assessSandboxPatient, EXAMPLE_NOW } from './sandbox-assessment.ts';

/** What the system emitted on one path. */
export interface Emitted {
  readonly path: ExamplePath;
  readonly cards: CdsResponse;
  readonly bundle: Bundle;
}

/** All paths, with the public keys that their signatures were made with. */
export interface EmittedAll {
  readonly emitted: readonly Emitted[];
  readonly jwks: SigningKey['jwks'];
}

/** Runs every path: pipeline, the nurse's review, and the service's own signing with a new key. */
export async function emitAll(): Promise<EmittedAll> {
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-guide-'));
  try {
    const key = await openSigningKey(join(folder, 'key.json'));
    const emitted: Emitted[] = [];
    for (const [index, path] of EXAMPLE_PATHS.entries())
      emitted.push(await emit(path, index + 1, { folder, key }));
    return { emitted, jwks: key.jwks };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function emit(
  path: ExamplePath,
  number: number,
  { folder, key }: { readonly folder: string; readonly key: SigningKey },
): Promise<Emitted> {
  const id = `7e57ab1e-0000-4000-8000-${String(number).padStart(10, '0')}00`;
  const { response, assessment } = await assessSandboxPatient(path.ask, id);
  if (!assessment) throw new Error(`${path.name}: there is no proposal`);
  const review = path.review(assessment);
  checkReview(review, assessment);
  const { patient, encounter } = assessment.subject;
  const binding = { client: 'sandbox', patient, ...(encounter === undefined ? {} : { encounter }) };
  const store = openSqliteStore(join(folder, `${path.name}.db`));
  try {
    const user = 'Practitioner/nurse-diaz';
    await store.saveOutcome({ binding, user, at: EXAMPLE_NOW.toISOString(), cards: [], assessment });
    const signing = createSigning({
      key,
      store,
      now: () => new Date(EXAMPLE_NOW.getTime() + 4 * 60_000),
      onSigned: () => undefined,
    });
    const session = {
      binding,
      iss: 'https://ehr.example/fhir',
      practitioner: { reference: user, display: 'Ana Diaz, RN' },
      expires: EXAMPLE_NOW.getTime() + 3_600_000,
      accessToken: undefined,
    };
    return { path, cards: response, bundle: await signing.sign(review, session, path.mode) };
  } finally {
    await store.close();
  }
}
