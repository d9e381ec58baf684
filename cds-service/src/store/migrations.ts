import type { DatabaseSync } from 'node:sqlite';

/** The schema, step by step. A step that was released is never changed: add another one. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE proposals (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    patient TEXT NOT NULL,
    encounter TEXT,
    user TEXT NOT NULL,
    as_of TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'signed', 'written')),
    assessment TEXT NOT NULL,
    written TEXT,
    written_at TEXT
  ) STRICT;
  CREATE INDEX proposals_by_patient ON proposals (client, patient, sequence);

  CREATE TABLE cards (
    uuid TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    hook_instance TEXT,
    shown_at TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    assessment TEXT REFERENCES proposals (id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE handles (
    hash TEXT PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES proposals (id),
    expires INTEGER NOT NULL,
    bound_to TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handles_by_expiry ON handles (expires);

  CREATE TABLE feedback (
    sequence INTEGER PRIMARY KEY,
    client TEXT,
    card TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_timestamp TEXT NOT NULL,
    accepted TEXT NOT NULL,
    reason_system TEXT,
    reason_code TEXT,
    reason_display TEXT,
    comment TEXT,
    content_hash TEXT NOT NULL,
    received_at TEXT NOT NULL,
    quarantined INTEGER NOT NULL,
    assessment TEXT REFERENCES proposals (id),
    UNIQUE (card, outcome, outcome_timestamp, content_hash)
  ) STRICT;

  CREATE TABLE token_ids (
    client TEXT NOT NULL,
    jti TEXT NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (client, jti)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX token_ids_by_expiry ON token_ids (expires);

  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE signed (
    assessment TEXT NOT NULL REFERENCES proposals (id),
    content_hash TEXT NOT NULL,
    signer TEXT NOT NULL,
    bundle TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (assessment, content_hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    actor TEXT,
    assessment TEXT,
    code TEXT
  ) STRICT;
  CREATE TRIGGER audit_is_append_only_1 BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  CREATE TRIGGER audit_is_append_only_2 BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  `,
];

/**
 * Brings the schema to the newest step, all or nothing.
 *
 * @throws Error when the file was written by a newer release: going on could lose what it knows.
 */
export function migrate(db: DatabaseSync): void {
  const at = (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (at > STEPS.length) {
    throw new Error(`store-too-new: schema ${at}, this release knows ${STEPS.length}`);
  }
  for (const [index, step] of STEPS.entries()) {
    if (index < at) continue;
    db.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
