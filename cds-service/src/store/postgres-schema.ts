import type { PoolClient } from 'pg';

/** The schema, step by step. A step that was released is never changed: add another one. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE proposals (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    patient TEXT NOT NULL,
    encounter TEXT,
    seen_by TEXT NOT NULL,
    as_of TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'signed', 'written')),
    assessment TEXT NOT NULL,
    written TEXT,
    written_at TEXT
  );
  CREATE INDEX proposals_by_patient ON proposals (client, patient, sequence);

  CREATE TABLE cards (
    uuid TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    hook_instance TEXT,
    shown_at TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    assessment TEXT REFERENCES proposals (id)
  );

  CREATE TABLE handles (
    hash TEXT PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES proposals (id),
    expires BIGINT NOT NULL,
    bound_to TEXT
  );
  CREATE INDEX handles_by_expiry ON handles (expires);

  CREATE TABLE feedback (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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
    quarantined BOOLEAN NOT NULL,
    assessment TEXT REFERENCES proposals (id),
    UNIQUE (card, outcome, outcome_timestamp, content_hash)
  );

  CREATE TABLE token_ids (
    client TEXT NOT NULL,
    jti TEXT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (client, jti)
  );
  CREATE INDEX token_ids_by_expiry ON token_ids (expires);

  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    expires BIGINT NOT NULL
  );

  CREATE TABLE signed (
    assessment TEXT NOT NULL REFERENCES proposals (id),
    content_hash TEXT NOT NULL,
    signer TEXT NOT NULL,
    bundle TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (assessment, content_hash)
  );

  CREATE TABLE audit (
    sequence BIGINT PRIMARY KEY,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    actor TEXT,
    assessment TEXT,
    code TEXT
  );
  CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;
  CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
  `,
];

/** Any number, the same in every instance: who holds it may change the schema. */
const MIGRATION_LOCK = 7_236_001;

/**
 * Brings the schema to the newest step, all or nothing. Of instances that start together one does it, the others wait.
 *
 * @throws Error when the database was written by a newer release: going on could lose what it knows.
 */
export async function migratePostgres(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query('CREATE TABLE IF NOT EXISTS schema_step (step INTEGER NOT NULL)');
  const { rows } = await client.query<{ step: number }>(
    'SELECT coalesce(max(step), 0) AS step FROM schema_step',
  );
  const at = rows[0]?.step ?? 0;
  if (at > STEPS.length) throw new Error(`store-too-new: schema ${at}, this release knows ${STEPS.length}`);
  for (const [index, step] of STEPS.entries()) {
    if (index < at) continue;
    await client.query(step);
    await client.query('INSERT INTO schema_step VALUES ($1)', [index + 1]);
  }
}
