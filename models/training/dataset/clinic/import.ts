import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseReference } from '#fhir-mappers/reference.ts';
import type { StartProgress } from '../progress.ts';
import type { Store } from '../store.ts';
import { KEPT_TYPES, READ_TYPES } from './shapes.ts';

interface AnyResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [name: string]: unknown;
}

/** Larger bundles belong in NDJSON: a JSON file is read whole. */
const LARGEST_BUNDLE = 256 * 1024 * 1024;
/** Lines between two commits: what a killed build does again. */
const BATCH = 2000;

/** Files of an export, in the order in which they are read. */
export function exportFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:ndjson|json)$/i.test(name))
    .sort();
}

/**
 * Reads an export into the store: NDJSON line by line, bundles file by file. What cannot be parsed is listed and skipped.
 *
 * Goes on after the last line that was committed.
 */
export async function importExport(folder: string, store: Store, start: StartProgress): Promise<void> {
  for (const name of exportFiles(folder)) {
    const file = join(folder, name);
    const mark = `import/${name}`;
    const done = store.mark(mark) ?? '0';
    if (done === 'all') continue;
    if (/\.ndjson$/i.test(name)) await importLines(file, name, { store, start, from: Number(done) });
    else store.together(() => importBundle(file, name, store));
    store.setMark(mark, 'all');
  }
}

async function importLines(
  file: string,
  name: string,
  { store, start, from }: { readonly store: Store; readonly start: StartProgress; readonly from: number },
): Promise<void> {
  const progress = start(name, statSync(file).size);
  let line = 0;
  let bytes = 0;
  let batch: (readonly [number, string])[] = [];
  const flush = (): void => {
    store.together(() => {
      for (const [at, text] of batch) keepText(text, `${name}:${at}`, store);
      store.setMark(`import/${name}`, String(line));
    });
    batch = [];
    progress.done(bytes);
  };
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (line <= from || text.trim() === '') continue;
    batch.push([line, text]);
    if (batch.length >= BATCH) flush();
  }
  flush();
  progress.end();
}

function keepText(text: string, where: string, store: Store): void {
  const parsed = parse(text);
  if (!isResource(parsed)) leaveOut(store, where, 'no FHIR resource');
  else keep(parsed, where, store);
}

function importBundle(file: string, name: string, store: Store): void {
  if (statSync(file).size > LARGEST_BUNDLE) {
    leaveOut(store, name, 'bundle too large: use NDJSON');
    return;
  }
  const parsed = parse(readFileSync(file, 'utf8'));
  if (!isResource(parsed)) {
    leaveOut(store, name, 'no FHIR resource');
    return;
  }
  if (parsed.resourceType !== 'Bundle') {
    keep(parsed, name, store);
    return;
  }
  const entries = Array.isArray(parsed.entry) ? (parsed.entry as readonly unknown[]) : [];
  const resources = entries.map((entry) => (entry as { resource?: unknown } | null)?.resource);
  const urns = new Map<string, string>();
  for (const [at, resource] of resources.entries()) {
    const { fullUrl } = (entries[at] ?? {}) as { fullUrl?: unknown };
    if (typeof fullUrl === 'string' && isResource(resource) && resource.id !== undefined)
      urns.set(fullUrl, `${resource.resourceType}/${resource.id}`);
  }
  for (const [at, resource] of resources.entries()) {
    const where = `${name}#${at}`;
    if (!isResource(resource)) leaveOut(store, where, 'no FHIR resource');
    else keep(resolved(resource, urns) as AnyResource, where, store);
  }
}

/** `urn:uuid:` references of a bundle by the ids of its resources. */
function resolved(value: unknown, urns: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, urns));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'reference' && typeof inner === 'string' ? (urns.get(inner) ?? inner) : resolved(inner, urns),
    ]),
  );
}

/** People and places that belong to no patient are kept under this name. */
export const SHARED = '';

function keep(resource: AnyResource, where: string, store: Store): void {
  const { resourceType, id } = resource;
  if (resourceType === 'Provenance') {
    keepSignature(resource, store);
    return;
  }
  if (!KEPT_TYPES.has(resourceType) && !READ_TYPES.has(resourceType)) return;
  if (typeof id !== 'string' || !/^[A-Za-z0-9.-]{1,64}$/.test(id)) {
    leaveOut(store, where, `${resourceType} without a usable id`);
    return;
  }
  const patient = patientOf(resource);
  if (patient === undefined) {
    leaveOut(store, where, `${resourceType} of nobody`);
    return;
  }
  store.db
    .prepare('INSERT OR REPLACE INTO resource VALUES (?, ?, ?, ?)')
    .run(patient, resourceType, id, JSON.stringify(resource));
}

/** Of a Provenance only this is kept: which impressions it signs. */
function keepSignature({ target, signature }: AnyResource, store: Store): void {
  if (!Array.isArray(signature) || !Array.isArray(target)) return;
  if (!signature.some((one: { data?: unknown } | null) => typeof one?.data === 'string')) return;
  for (const one of target as readonly ({ reference?: unknown } | null)[]) {
    const parsed = typeof one?.reference === 'string' ? parseReference(one.reference) : undefined;
    if (parsed?.type === 'ClinicalImpression')
      store.db.prepare('INSERT OR IGNORE INTO signed VALUES (?)').run(parsed.id);
  }
}

function patientOf(resource: AnyResource): string | undefined {
  const { resourceType, id } = resource;
  if (resourceType === 'Patient') return id;
  if (/^(?:Medication|Practitioner|PractitionerRole|Organization|Location)$/.test(resourceType))
    return SHARED;
  const reference = (resource.subject ?? resource.patient ?? resource.for) as
    | { reference?: unknown }
    | undefined;
  const parsed = typeof reference?.reference === 'string' ? parseReference(reference.reference) : undefined;
  return parsed !== undefined && (parsed.type === undefined || parsed.type === 'Patient')
    ? parsed.id
    : undefined;
}

function leaveOut(store: Store, where: string, why: string): void {
  store.addProblem({ source: 'clinic', where, why });
}

function isResource(value: unknown): value is AnyResource {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { resourceType?: unknown }).resourceType === 'string'
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
