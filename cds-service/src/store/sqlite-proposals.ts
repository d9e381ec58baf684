import type { DatabaseSync } from 'node:sqlite';
import type { HandleAnswer, SignedRecord, Store } from './contract.ts';
import type { Writer } from './group-commit.ts';
import { asProposal, asSigned, hashOfHandle, type ProposalRow, type SignedRow } from './records.ts';
import type { AppendAudit } from './sqlite-audit.ts';

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

const COLUMNS = 'client, patient, encounter, user, state, proposals.assessment AS assessment';

/** Proposals, their handles and what became of them, in SQLite. */
export function sqliteProposals(db: DatabaseSync, { write }: Writer, append: AppendAudit): ProposalStore {
  const insertProposal = db.prepare(
    `INSERT INTO proposals (id, client, patient, encounter, user, as_of, assessment)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const insertCard = db.prepare(
    `INSERT INTO cards (uuid, client, hook_instance, shown_at, suggestions, assessment)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const insertHandle = db.prepare(
    'INSERT INTO handles (hash, assessment, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const byId = db.prepare(`SELECT ${COLUMNS} FROM proposals WHERE id = ?`);
  const newestOfPatient = db.prepare(
    `SELECT ${COLUMNS} FROM proposals WHERE client = ? AND patient = ? ORDER BY sequence DESC LIMIT 1`,
  );
  // A hook without an encounter speaks of the patient as she is now, so it counts for any encounter.
  const newestOfEncounter = db.prepare(
    `SELECT ${COLUMNS} FROM proposals WHERE client = ? AND patient = ? AND (encounter = ? OR encounter IS NULL)
     ORDER BY sequence DESC LIMIT 1`,
  );
  const byHandle = db.prepare(
    `SELECT ${COLUMNS}, expires, bound_to FROM handles JOIN proposals ON proposals.id = handles.assessment
     WHERE hash = ?`,
  );
  const bind = db.prepare('UPDATE handles SET bound_to = ? WHERE hash = ? AND bound_to IS NULL');
  const signedBy = db.prepare(
    'SELECT assessment, content_hash, signer, bundle FROM signed WHERE assessment = ? AND content_hash = ?',
  );
  const insertSigned = db.prepare(
    'INSERT INTO signed (assessment, content_hash, signer, bundle, signed_at) VALUES (?, ?, ?, ?, ?)',
  );
  const markSigned = db.prepare(`UPDATE proposals SET state = 'signed' WHERE id = ? AND state = 'proposed'`);
  const markWritten = db.prepare(
    `UPDATE proposals SET state = 'written', written = ?, written_at = ? WHERE id = ? AND state <> 'written'`,
  );

  const findSigned = (assessmentId: string, contentHash: string): SignedRecord | undefined => {
    const row = signedBy.get(assessmentId, contentHash) as SignedRow | undefined;
    return row && asSigned(row);
  };
  const proposalOf = (row: unknown) => (row === undefined ? undefined : asProposal(row as ProposalRow));

  return {
    saveOutcome: ({ binding, user, hookInstance, at, cards, assessment, handle }) =>
      write(() => {
        const { client, patient, encounter } = binding;
        if (assessment) {
          const { id, asOf } = assessment;
          insertProposal.run(id, client, patient, encounter ?? null, user, asOf, JSON.stringify(assessment));
          if (handle) insertHandle.run(hashOfHandle(handle.value), id, handle.expires);
        }
        for (const { uuid, suggestions } of cards) {
          insertCard.run(
            uuid,
            client,
            hookInstance ?? null,
            at,
            JSON.stringify(suggestions),
            assessment?.id ?? null,
          );
        }
      }),

    findProposal: async (assessmentId) => proposalOf(byId.get(assessmentId)),

    newestProposal: async ({ client, patient, encounter }) =>
      proposalOf(
        encounter === undefined
          ? newestOfPatient.get(client, patient)
          : newestOfEncounter.get(client, patient, encounter),
      ),

    findByHandle: async (handle, now): Promise<HandleAnswer> => {
      const row = byHandle.get(hashOfHandle(handle)) as
        | (ProposalRow & { expires: number; bound_to: string | null })
        | undefined;
      if (!row) return { state: 'unknown' };
      if (row.expires <= now) return { state: 'expired' };
      const proposal = asProposal(row);
      return row.bound_to === null
        ? { state: 'present', proposal }
        : { state: 'present', proposal, boundTo: row.bound_to };
    },

    bindHandle: (handle, practitioner) =>
      write(() => {
        bind.run(practitioner, hashOfHandle(handle));
      }),

    findSigned: async (assessmentId, contentHash) => findSigned(assessmentId, contentHash),

    saveSigned: (record, audit) =>
      write(() => {
        const { assessmentId, contentHash, signer, bundle } = record;
        const before = findSigned(assessmentId, contentHash);
        if (before) return before;
        insertSigned.run(assessmentId, contentHash, signer, JSON.stringify(bundle), audit[0]?.at ?? '');
        markSigned.run(assessmentId);
        for (const entry of audit) append(entry);
        return record;
      }),

    closeProposal: (written, audit) =>
      write(() => {
        const { changes } = markWritten.run(JSON.stringify(written), audit.at, audit.assessment ?? '');
        if (Number(changes) > 0) append(audit);
      }),
  };
}
