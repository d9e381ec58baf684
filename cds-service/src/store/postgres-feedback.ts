import type { OutcomeRow, Store } from './contract.ts';
import type { Postgres } from './postgres-session.ts';
import { hashOfFeedback } from './records.ts';

type FeedbackStore = Pick<Store, 'saveFeedback' | 'reportOutcomes' | 'countCards'>;

// The last word on a card counts; earlier ones stay as history.
const OUTCOMES = `
  SELECT f.outcome, coalesce(f.reason_code, 'none') AS reason,
    coalesce(p.assessment::jsonb #>> '{model,version}', 'none') AS model,
    p.assessment::jsonb ->> 'priority' AS priority,
    coalesce((SELECT jsonb_agg(rule -> 'id' ORDER BY place)
      FROM jsonb_array_elements(p.assessment::jsonb -> 'rules') WITH ORDINALITY AS r (rule, place)), '[]') AS rules,
    count(*)::int AS count
  FROM feedback AS f JOIN proposals AS p ON p.id = f.assessment
  WHERE f.sequence = (SELECT max(sequence) FROM feedback AS later WHERE later.card = f.card AND NOT quarantined)
  GROUP BY 1, 2, 3, 4, 5 ORDER BY count DESC, outcome, reason`;

/** Feedback on cards, in PostgreSQL: history is kept, repeats are not. */
export function postgresFeedback(db: Postgres): FeedbackStore {
  return {
    saveFeedback: (client, items, receivedAt) =>
      db.transaction(async (connection) => {
        const receipt = { stored: 0, repeated: 0, quarantined: 0 };
        for (const item of items) {
          const found = await connection.query<{ client: string; assessment: string | null }>(
            'SELECT client, assessment FROM cards WHERE uuid = $1',
            [item.card],
          );
          const card = found.rows[0];
          const known = card !== undefined && (client === undefined || card.client === client);
          const reason = item.overrideReason?.reason;
          const { rowCount } = await connection.query(
            `INSERT INTO feedback (client, card, outcome, outcome_timestamp, accepted, reason_system, reason_code,
               reason_display, comment, content_hash, received_at, quarantined, assessment)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
            [
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
              !known,
              known ? card.assessment : null,
            ],
          );
          if (rowCount === 0) receipt.repeated += 1;
          else if (known) receipt.stored += 1;
          else receipt.quarantined += 1;
        }
        return receipt;
      }),

    reportOutcomes: async () => [...(await db.query<OutcomeRow>(OUTCOMES)).rows],

    async countCards() {
      const { rows } = await db.query<{ shown: number; reported: number }>(
        `SELECT (SELECT count(*)::int FROM cards) AS shown,
           (SELECT count(DISTINCT card)::int FROM feedback WHERE NOT quarantined) AS reported`,
      );
      return { shown: rows[0]?.shown ?? 0, reported: rows[0]?.reported ?? 0 };
    },
  };
}
