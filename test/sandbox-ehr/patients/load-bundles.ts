import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AnyResource, FhirError } from '../fhir/fhir-error.ts';
import type { FhirServer } from '../fhir/interactions.ts';
import { checkResource } from '../fhir/validate.ts';
import { keep, readKept } from '../smart/kept.ts';

/** What could not be loaded, named so that a person can find it. */
export interface Refusal {
  readonly file: string;
  /** `Patient/abc`, or the position in the bundle; absent when the whole file was refused. */
  readonly resource?: string;
  readonly reason: string;
}

export interface LoadReport {
  readonly files: number;
  /** Files that were loaded before and have not changed. */
  readonly unchanged: number;
  readonly resources: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Loads every `*.json` FHIR Bundle of a folder beside what is there, one transaction a file.
 *
 * Ids are kept where they can be, so loading again changes nothing. A resource that is not valid R4 is refused
 * and named; the rest of its file is loaded. References that point to a search (`Practitioner?identifier=...`)
 * become references by identifier, because what they mean is not in the bundle.
 */
export function loadBundles(
  server: FhirServer,
  folder: string,
  onProgress: (line: string) => void = () => undefined,
): LoadReport {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  let unchanged = 0;
  let resources = 0;
  const refusals: Refusal[] = [];
  for (const [position, name] of files.entries()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const mark = createHash('sha256').update(text).digest('hex');
    const key = `loaded-${basename(name)}`;
    if (readKept<string>(server.repository.db, key) === mark) {
      unchanged++;
      continue;
    }
    const loaded = loadFile(server, { name, text });
    keep(server.repository.db, key, mark);
    resources += loaded.resources;
    refusals.push(...loaded.refusals);
    onProgress(`${position + 1}/${files.length} ${name}: ${loaded.resources} resources`);
  }
  return { files: files.length, unchanged, resources, refusals };
}

function loadFile(
  { repository }: FhirServer,
  { name, text }: { name: string; text: string },
): { resources: number; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  let bundle: AnyResource;
  try {
    bundle = JSON.parse(text) as AnyResource;
  } catch {
    return { resources: 0, refusals: [{ file: name, reason: 'not JSON' }] };
  }
  const entries = entriesOf(bundle);
  if (!entries) return { resources: 0, refusals: [{ file: name, reason: 'not a FHIR Bundle or resource' }] };
  const ids = new Map<object, string>();
  const references = new Map<string, string>();
  for (const [position, { fullUrl, resource }] of entries.entries()) {
    const id = idOf({ fullUrl, resource, position, file: name });
    ids.set(resource, id);
    if (fullUrl) references.set(fullUrl, `${resource.resourceType}/${id}`);
  }
  const resources = repository.db.transaction(() => {
    let count = 0;
    for (const { resource } of entries) {
      const id = ids.get(resource)!;
      try {
        repository.update(checkResource({ ...(relink(resource, references) as AnyResource), id }));
        count++;
      } catch (error) {
        if (!(error instanceof FhirError)) throw error;
        refusals.push({ file: name, resource: `${resource.resourceType}/${id}`, reason: error.message });
      }
    }
    return count;
  });
  return { resources, refusals };
}

interface LoadEntry {
  readonly fullUrl?: string;
  readonly resource: AnyResource;
}

function entriesOf(bundle: AnyResource): LoadEntry[] | undefined {
  if (typeof bundle?.resourceType !== 'string') return undefined;
  if (bundle.resourceType !== 'Bundle') return [{ resource: bundle }];
  const entries = (bundle.entry ?? []) as Partial<LoadEntry>[];
  return entries.flatMap(({ fullUrl, resource }) => (resource ? [{ fullUrl, resource }] : []));
}

/** The resource's own id, else the uuid of its fullUrl, else one made from file and position. */
function idOf(entry: LoadEntry & { position: number; file: string }): string {
  const { resource, fullUrl } = entry;
  if (typeof resource.id === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(resource.id)) return resource.id;
  const uuid = /^urn:uuid:([0-9a-f-]{36})$/i.exec(fullUrl ?? '')?.[1];
  if (uuid) return uuid;
  return createHash('sha256').update(`${entry.file}#${entry.position}`).digest('hex').slice(0, 32);
}

function relink(value: unknown, references: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => relink(item, references));
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  if (typeof source.reference === 'string') return relinkReference(source, references);
  return Object.fromEntries(Object.entries(source).map(([key, child]) => [key, relink(child, references)]));
}

function relinkReference(source: Record<string, unknown>, references: ReadonlyMap<string, string>): object {
  const reference = source.reference as string;
  const real = references.get(reference);
  if (real) return { ...source, reference: real };
  const search = /^([A-Z][A-Za-z]+)\?identifier=([^|]*)\|(.+)$/.exec(reference);
  if (!search) return source;
  const { reference: _search, ...rest } = source;
  return { ...rest, type: search[1], identifier: { system: search[2] || undefined, value: search[3] } };
}
