import { readConfig } from './config.ts';
import type { OutcomeRow } from './store/contract.ts';
import { openStore } from './store/open-store.ts';

/**
 * `npm run report`: how proposals fared, from the feedback of clients, and whether the audit log is whole.
 *
 * Counts and codes only. `--json` for programs. Exit code 1 when the chain of the audit log is broken.
 */
const store = await openStore(readConfig(process.env));
try {
  const [cards, outcomes, audit] = await Promise.all([
    store.countCards(),
    store.reportOutcomes(),
    store.verifyAudit(),
  ]);
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify({ cards, outcomes, audit }, null, 2)}\n`
      : `${[...linesOf(outcomes), '', ...summaryOf(cards), auditLine(audit)].join('\n')}\n`,
  );
  process.exitCode = audit.intact ? 0 : 1;
} finally {
  await store.close();
}

function linesOf(outcomes: readonly OutcomeRow[]): string[] {
  const rows = outcomes.map(({ count, outcome, reason, priority, model, rules }) =>
    [String(count), outcome, reason, priority, model, rules.join(' ') || 'no rule'].join('\t'),
  );
  return ['count\toutcome\treason\tproposed\tmodel\trules', ...rows];
}

function summaryOf({ shown, reported }: { readonly shown: number; readonly reported: number }): string[] {
  return [`cards shown: ${shown}`, `with feedback: ${reported}`, `without: ${shown - reported}`];
}

function auditLine(audit: Awaited<ReturnType<typeof store.verifyAudit>>): string {
  return audit.intact
    ? `audit log: ${audit.rows} rows, unbroken, head ${audit.head}`
    : `audit log: BROKEN at row ${audit.brokenAt}`;
}
