import { type Database, INDEX_KINDS } from './database.ts';
import { type AnyResource, FhirError } from './fhir-error.ts';
import { compartmentsOf, type IndexRow, indexResource, normaliseReference } from './index-resource.ts';
import { paramId } from './param-id.ts';

/** A stored resource: always with id, version and time. */
export interface Stored extends AnyResource {
  id: string;
  meta: { versionId: string; lastUpdated: string } & NonNullable<AnyResource['meta']>;
}

export interface HistoryEntry {
  readonly version: number;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly updated: number;
  /** Absent for a deletion. */
  readonly resource?: Stored;
}

interface Row {
  readonly rid: number;
  readonly version: number;
  readonly deleted: number;
  readonly body: string;
}

/**
 * Resources with their versions and search index in one database. Every call is atomic.
 *
 * It knows nothing of HTTP and of who asks; validation and access are decided above it.
 */
export interface Repository {
  readonly db: Database;
  readonly fhirUrl: string;
  /** Throws `not-found` or `deleted` (410). */
  read(type: string, id: string): Stored;
  /** The row number of a live resource, for access conditions; undefined when there is none. */
  rowOf(type: string, id: string): number | undefined;
  /** The same for a resource that may have been deleted: its history still belongs to its patient. */
  rowEver(type: string, id: string): number | undefined;
  vread(type: string, id: string, version: string): Stored;
  history(type: string, id: string): HistoryEntry[];
  create(resource: AnyResource, id?: string): Stored;
  /** Creates when the id is new. `ifMatch` is a version number; a difference is `conflict` (412). */
  update(resource: AnyResource, options?: { ifMatch?: string }): { resource: Stored; isNew: boolean };
  remove(type: string, id: string, options?: { ifMatch?: string }): void;
}

export function openRepository(db: Database, options: { fhirUrl: string; now: () => Date }): Repository {
  const { fhirUrl, now } = options;
  const rowFor = (type: string, id: string) =>
    db.get<Row>('SELECT rid, version, deleted, body FROM resource WHERE type = ? AND id = ?', type, id);

  function liveRow(type: string, id: string): Row {
    const row = rowFor(type, id);
    if (!row) throw new FhirError('not-found', `${type}/${id} does not exist`);
    if (row.deleted) throw new FhirError('deleted', `${type}/${id} was deleted`);
    return row;
  }

  function writeIndex(rid: number, resource: Stored): void {
    const rows = indexResource(resource, fhirUrl);
    for (const row of rows) insertIndexRow(rid, paramId(resource.resourceType, row.code), row);
    for (const patient of [...compartmentsOf(resource, rows), ...inheritedCompartments(resource)])
      db.run('INSERT OR IGNORE INTO ix_compartment (patient, rid) VALUES (?, ?)', patient, rid);
  }

  /**
   * A Provenance belongs to whom its targets belong to: R4's own rule sees only targets that are Patients, and
   * the signature of a ClinicalImpression would belong to nobody.
   */
  function inheritedCompartments(resource: Stored): string[] {
    if (resource.resourceType !== 'Provenance') return [];
    const targets = (resource.target ?? []) as { reference?: string }[];
    return targets.flatMap(({ reference }) => {
      const [type, id] = normaliseReference(reference ?? '', fhirUrl).split('/');
      if (!type || !id) return [];
      return db
        .all<{ patient: string }>(
          'SELECT c.patient FROM resource r JOIN ix_compartment c ON c.rid = r.rid WHERE r.type = ? AND r.id = ?',
          type,
          id,
        )
        .map(({ patient }) => patient);
    });
  }

  function insertIndexRow(rid: number, pid: number, row: IndexRow): void {
    switch (row.kind) {
      case 'token':
        db.run('INSERT OR IGNORE INTO ix_token VALUES (?, ?, ?, ?)', pid, row.value, row.system, rid);
        return;
      case 'reference':
        db.run('INSERT OR IGNORE INTO ix_reference VALUES (?, ?, ?)', pid, row.target, rid);
        return;
      case 'date':
        db.run('INSERT OR IGNORE INTO ix_date VALUES (?, ?, ?, ?)', pid, row.low, row.high, rid);
        return;
      case 'string':
        db.run('INSERT OR IGNORE INTO ix_string VALUES (?, ?, ?, ?)', pid, row.folded, row.exact, rid);
        return;
      case 'number':
        db.run('INSERT OR IGNORE INTO ix_number VALUES (?, ?, ?, ?)', pid, row.low, row.high, rid);
        return;
      case 'uri':
        db.run('INSERT OR IGNORE INTO ix_uri VALUES (?, ?, ?)', pid, row.value, rid);
        return;
      case 'quantity':
        db.run(
          'INSERT INTO ix_quantity VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...([pid, row.value, row.system, row.unit, row.canonical, row.dimension, rid] as const),
        );
    }
  }

  function clearIndex(rid: number): void {
    for (const kind of INDEX_KINDS) db.run(`DELETE FROM ix_${kind} WHERE rid = ?`, rid);
  }

  function write(resource: AnyResource, id: string, row: Row | undefined): Stored {
    const version = (row?.version ?? 0) + 1;
    const updated = now();
    const meta = { ...resource.meta, versionId: String(version), lastUpdated: updated.toISOString() };
    const { resourceType, ...rest } = resource;
    const stored: Stored = { resourceType, ...rest, id, meta };
    const body = JSON.stringify(stored);
    const ms = updated.getTime();
    let rid: number;
    if (row) {
      rid = row.rid;
      db.run(
        'UPDATE resource SET version = ?, updated = ?, deleted = 0, body = ? WHERE rid = ?',
        version,
        ms,
        body,
        rid,
      );
      clearIndex(rid);
      db.run('DELETE FROM ix_compartment WHERE rid = ?', rid);
    } else {
      rid = db.run(
        'INSERT INTO resource (type, id, version, updated, body) VALUES (?, ?, ?, ?, ?)',
        ...([resourceType, id, version, ms, body] as const),
      ).lastInsertRowid;
    }
    db.run('INSERT INTO history VALUES (?, ?, ?, ?, ?)', rid, version, ms, row ? 'PUT' : 'POST', body);
    writeIndex(rid, stored);
    return stored;
  }

  return {
    db,
    fhirUrl,
    read: (type, id) => JSON.parse(liveRow(type, id).body) as Stored,
    rowOf(type, id) {
      const row = rowFor(type, id);
      return row && !row.deleted ? row.rid : undefined;
    },
    rowEver: (type, id) => rowFor(type, id)?.rid,
    vread(type, id, version) {
      const row = rowFor(type, id);
      const found =
        row && /^\d+$/.test(version)
          ? db.get<{ body: string | null }>(
              'SELECT body FROM history WHERE rid = ? AND version = ?',
              row.rid,
              Number(version),
            )
          : undefined;
      if (!found) throw new FhirError('not-found', `${type}/${id} has no version ${version}`);
      if (found.body === null)
        throw new FhirError('deleted', `Version ${version} of ${type}/${id} is its deletion`);
      return JSON.parse(found.body) as Stored;
    },
    history(type, id) {
      const row = rowFor(type, id);
      if (!row) throw new FhirError('not-found', `${type}/${id} does not exist`);
      return db
        .all<{ version: number; method: HistoryEntry['method']; updated: number; body: string | null }>(
          'SELECT version, method, updated, body FROM history WHERE rid = ? ORDER BY version DESC',
          row.rid,
        )
        .map(({ body, ...entry }) =>
          body === null ? entry : { ...entry, resource: JSON.parse(body) as Stored },
        );
    },
    create: (resource, id = crypto.randomUUID()) => db.transaction(() => write(resource, id, undefined)),
    update(resource, updateOptions = {}) {
      const { id } = resource;
      if (!id) throw new FhirError('required', 'The resource has no id');
      return db.transaction(() => {
        const row = rowFor(resource.resourceType, id);
        assertVersion(row, updateOptions.ifMatch);
        const isNew = !row || row.deleted === 1;
        return { resource: write(resource, id, row), isNew };
      });
    },
    remove(type, id, removeOptions = {}) {
      db.transaction(() => {
        const row = rowFor(type, id);
        if (!row) throw new FhirError('not-found', `${type}/${id} does not exist`);
        if (row.deleted) return;
        assertVersion(row, removeOptions.ifMatch);
        const version = row.version + 1;
        const ms = now().getTime();
        db.run(
          'UPDATE resource SET version = ?, updated = ?, deleted = 1 WHERE rid = ?',
          version,
          ms,
          row.rid,
        );
        db.run('INSERT INTO history VALUES (?, ?, ?, ?, ?)', row.rid, version, ms, 'DELETE', null);
        clearIndex(row.rid);
      });
    },
  };
}

function assertVersion(row: Row | undefined, ifMatch: string | undefined): void {
  if (ifMatch === undefined) return;
  if (!row || row.deleted)
    throw new FhirError('conflict', 'If-Match names a version of a resource that does not exist');
  if (ifMatch !== '*' && String(row.version) !== ifMatch)
    throw new FhirError('conflict', `The current version is ${row.version}, not ${ifMatch}`);
}
