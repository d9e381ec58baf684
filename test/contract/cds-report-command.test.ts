import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { anAssessment, aRule } from '../support/assessment.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const command = resolve(import.meta.dirname, '../../cds-service/src/report.ts');

function report(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], {
    env: { ...process.env, PRESCREEN_DATA: folder },
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('npm run report', () => {
  it('CH-114 counts outcomes by reason, rule and model, and what was left without an answer', async () => {
    const store = openSqliteStore(join(folder, 'prescreen.sqlite'));
    const at = '2026-11-21T10:00:00.000Z';
    await store.saveOutcome({
      binding: { client: 'North', patient: 'p1' },
      user: 'Practitioner/n1',
      at,
      cards: [
        { uuid: 'a', suggestions: [] },
        { uuid: 'b', suggestions: [] },
      ],
      assessment: anAssessment({ rules: [aRule('sbp-low', 'high')] }),
    });
    await store.saveFeedback(
      'North',
      [
        {
          card: 'a',
          outcome: 'overridden',
          outcomeTimestamp: at,
          acceptedSuggestions: [],
          overrideReason: { reason: { code: 'known-baseline' } },
        },
      ],
      at,
    );
    await store.appendAudit({ at, event: 'signed' });
    await store.close();
    const { status, stdout } = report();
    expect(status).toBe(0);
    expect(stdout).toContain('1\toverridden\tknown-baseline\tmedium\tnone\tsbp-low');
    expect(stdout).toContain('without: 1');
    expect(JSON.parse(report('--json').stdout).cards).toEqual({ shown: 2, reported: 1 });
  });

  it('ends with 1 when the audit log was tampered with', () => {
    const db = new DatabaseSync(join(folder, 'prescreen.sqlite'));
    db.exec("DROP TRIGGER audit_is_append_only_1; UPDATE audit SET event = 'written'");
    db.close();
    const { status, stdout } = report();
    expect(status).toBe(1);
    expect(stdout).toContain('BROKEN at row 1');
  });
});
