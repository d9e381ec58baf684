import type { DatabaseSync } from 'node:sqlite';
import type { Priority } from '#terminology/priority.ts';
import type { OutcomeRow, Store } from './contract.ts';
import type { Writer } from './group-commit.ts';
import { hashOfFeedback } from './records.ts';

type FeedbackStore = Pick<Store, 'saveFeedback' | 'reportOutcomes' | 'countCards'>;

interface Card {
  readonly client: string;
  readonly assessment: string | null;
}

/** Feedback on cards, in SQLite: history is kept, repeats are not. */
export function sqliteFeedback(db: DatabaseSync, { write }: Writer): FeedbackStore {
  const cardOwner = db.prepare('SELECT client, assessment FROM cards WHERE uuid = ?');
  const insert = db.prepare(
    `INSERT INTO feedback (client, card, outcome, outcome_timestamp, accepted, reason_system, reason_code,
       reason_display, comment, content_hash, received_at, quarantined, assessment)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  // The last word on a card counts; earlier ones stay as history.
  const outcomes = db.prepare(
    `SELECT outcome, coalesce(reason_code, 'none') AS reason,
       coalesce(json_extract(p.assessment, '$.model.version'), 'none') AS model,
       json_extract(p.assessment, '$.priority') AS priority,
       (SELECT json_group_array(json_extract(value, '$.id')) FROM json_each(p.assessment, '$.rules')) AS rules,
       count(*) AS count
     FROM feedback AS f JOIN proposals AS p ON p.id = f.assessment
     WHERE f.sequence = (SELECT max(sequence) FROM feedback AS later WHERE later.card = f.card AND quarantined = 0)
     GROUP BY 1, 2, 3, 4, 5 ORDER BY count DESC, outcome, reason`,
  );
  const shown = db.prepare('SELECT count(*) AS count FROM cards');
  const reported = db.prepare('SELECT count(DISTINCT card) AS count FROM feedback WHERE quarantined = 0');

  return {
    saveFeedback: (client, items, receivedAt) =>
      write(() => {
        const receipt = { stored: 0, repeated: 0, quarantined: 0 };
        for (const item of items) {
          const card = cardOwner.get(item.card) as Card | undefined;
          const known = card !== undefined && (client === undefined || card.client === client);
          const reason = item.overrideReason?.reason;
          const { changes } = insert.run(
            client ?? null,
            item.card,
            item.outcome,
            item.outcomeTimestamp,
            JSON.stringify(item.acceptedSuggestions),
            reason?.system ?? null,
            reason?.code ?? null,
            reason?.display ?? null,
            item.overrideReason?.userComment ?? null,
            hashOfFeedback(client, item),
            receivedAt,
            known ? 0 : 1,
            known ? card.assessment : null,
          );
          if (Number(changes) === 0) receipt.repeated += 1;
          else if (known) receipt.stored += 1;
          else receipt.quarantined += 1;
        }
        return receipt;
      }),

    reportOutcomes: async () =>
      outcomes.all().map((row): OutcomeRow => {
        const { outcome, reason, model, priority, rules, count } = row as Record<string, string | number>;
        return {
          outcome: outcome as OutcomeRow['outcome'],
          reason: String(reason),
          model: String(model),
          priority: priority as Priority,
          rules: JSON.parse(String(rules)),
          count: Number(count),
        };
      }),

    countCards: async () => ({
      shown: Number(shown.get()?.count),
      reported: Number(reported.get()?.count),
    }),
  };
}
