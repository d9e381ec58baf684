import type { Store } from './contract.ts';
import { appendAuditRows } from './postgres-audit.ts';
import type { Postgres } from './postgres-session.ts';
import { asProposal, asSigned, hashOfHandle, type ProposalRow, type SignedRow } from './records.ts';

type ProposalStore = Pick<
  Store,
  | 'saveOutcome'
  | 'findProposal'
  | 'newestProposal'
  | 'findByHandle'
  | 'bindHandle'
  | 'findSigned'
  | 'saveSigned'
  | 'closeProposal'
>;

const COLUMNS = 'p.client, p.patient, p.encounter, p.seen_by AS "user", p.state, p.assessment';
const SIGNED =
  'SELECT assessment, content_hash, signer, bundle FROM signed WHERE assessment = $1 AND content_hash = $2';

/** Proposals, their handles and what became of them, in PostgreSQL. */
export function postgresProposals(db: Postgres): ProposalStore {
  const findOne = async (text: string, values: readonly unknown[]) => {
    const { rows } = await db.query<ProposalRow>(text, values);
    return rows[0] && asProposal(rows[0]);
  };

  return {
    saveOutcome: ({ binding, user, hookInstance = null, at, cards, assessment, handle }) =>
      db.transaction(async (connection) => {
        const { client, patient, encounter = null } = binding;
        if (assessment) {
          await connection.query(
            `INSERT INTO proposals (id, client, patient, encounter, seen_by, as_of, assessment)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
            [assessment.id, client, patient, encounter, user, assessment.asOf, JSON.stringify(assessment)],
          );
        }
        if (assessment && handle) {
          await connection.query(
            'INSERT INTO handles (hash, assessment, expires) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
            [hashOfHandle(handle.value), assessment.id, handle.expires],
          );
        }
        const suggestions = cards.map((card) => JSON.stringify(card.suggestions));
        await connection.query(
          `INSERT INTO cards (uuid, client, hook_instance, shown_at, suggestions, assessment)
           SELECT uuid, $3, $4, $5, suggestions, $6 FROM unnest($1::text[], $2::text[]) AS c (uuid, suggestions)
           ON CONFLICT DO NOTHING`,
          [cards.map(({ uuid }) => uuid), suggestions, client, hookInstance, at, assessment?.id ?? null],
        );
      }),

    findProposal: (assessmentId) =>
      findOne(`SELECT ${COLUMNS} FROM proposals AS p WHERE id = $1`, [assessmentId]),

    // A hook without an encounter speaks of the patient as she is now, so it counts for any encounter.
    newestProposal: ({ client, patient, encounter = null }) =>
      findOne(
        `SELECT ${COLUMNS} FROM proposals AS p
         WHERE client = $1 AND patient = $2 AND ($3::text IS NULL OR encounter = $3 OR encounter IS NULL)
         ORDER BY sequence DESC LIMIT 1`,
        [client, patient, encounter],
      ),

    async findByHandle(handle, now) {
      const { rows } = await db.query<ProposalRow & { expires: string; bound_to: string | null }>(
        `SELECT ${COLUMNS}, h.expires, h.bound_to FROM handles AS h JOIN proposals AS p ON p.id = h.assessment
         WHERE h.hash = $1`,
        [hashOfHandle(handle)],
      );
      const row = rows[0];
      if (!row) return { state: 'unknown' };
      if (Number(row.expires) <= now) return { state: 'expired' };
      const proposal = asProposal(row);
      return row.bound_to === null
        ? { state: 'present', proposal }
        : { state: 'present', proposal, boundTo: row.bound_to };
    },

    async bindHandle(handle, practitioner) {
      await db.query('UPDATE handles SET bound_to = $1 WHERE hash = $2 AND bound_to IS NULL', [
        practitioner,
        hashOfHandle(handle),
      ]);
    },

    async findSigned(assessmentId, contentHash) {
      const { rows } = await db.query<SignedRow>(SIGNED, [assessmentId, contentHash]);
      return rows[0] && asSigned(rows[0]);
    },

    saveSigned: (record, audit) =>
      db.transaction(async (connection) => {
        const { assessmentId, contentHash, signer, bundle } = record;
        // Waits for another instance that is signing the same, and then finds that it was first.
        const { rowCount } = await connection.query(
          `INSERT INTO signed (assessment, content_hash, signer, bundle, signed_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING`,
          [assessmentId, contentHash, signer, JSON.stringify(bundle), audit[0]?.at ?? ''],
        );
        if (rowCount === 0) {
          const { rows } = await connection.query<SignedRow>(SIGNED, [assessmentId, contentHash]);
          return rows[0] ? asSigned(rows[0]) : record;
        }
        await connection.query(`UPDATE proposals SET state = 'signed' WHERE id = $1 AND state = 'proposed'`, [
          assessmentId,
        ]);
        await appendAuditRows(connection, audit);
        return record;
      }),

    closeProposal: (written, audit) =>
      db.transaction(async (connection) => {
        const { rowCount } = await connection.query(
          `UPDATE proposals SET state = 'written', written = $1, written_at = $2
           WHERE id = $3 AND state <> 'written'`,
          [JSON.stringify(written), audit.at, audit.assessment ?? ''],
        );
        if (rowCount === 1) await appendAuditRows(connection, [audit]);
      }),
  };
}
