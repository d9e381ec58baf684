import { describe, expect, it } from 'vitest';
import { findingsOfAnswer } from '#cds-service/triage/answer-question.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { GENERAL_QUESTIONS } from '#cds-service/triage/general-questions.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { moreUrgent, rankOf } from '#terminology/priority.ts';
import { chartOf, judge, sampleOfCases, snapshotOf } from '../../../support/generated-cases.ts';
import { narrativeSnapshot, TEST_TIME } from '../../../support/narrative-snapshot.ts';

const CASES = sampleOfCases(31, 30);
const JUDGED = CASES.map((one) => {
  const snapshot = snapshotOf(chartOf(one));
  return { one, snapshot, ...judge(snapshot) };
});

describe('the questions of the synthetic cases', () => {
  it('are at most five, each could raise, and those that could raise most come first', () => {
    for (const { priority, findings } of JUDGED) {
      const effects = findings.questions.map(({ couldRaiseTo }) => rankOf(couldRaiseTo!));
      expect(effects.length).toBeLessThanOrEqual(5);
      expect(effects).toEqual(effects.toSorted((a, b) => b - a));
      for (const effect of effects) expect(effect).toBeGreaterThan(rankOf(priority));
      expect(new Set(findings.questions.map(({ id }) => id)).size).toBe(findings.questions.length);
    }
  });

  it('are asked in every register of what is not critical', () => {
    const asked = new Map<string, number[]>();
    for (const { one, priority, findings } of JUDGED) {
      if (priority === 'critical') continue;
      const { register } = one as unknown as { readonly register: string };
      asked.set(register, [...(asked.get(register) ?? []), findings.questions.length]);
    }
    expect(asked.size).toBe(5);
    for (const counts of asked.values())
      expect(counts.filter((count) => count > 0).length / counts.length).toBeGreaterThan(0.4);
  });

  it('never lower by a yes, never lower by a no, and are not asked again', () => {
    for (const { snapshot, priority, findings } of JUDGED)
      for (const { id } of findings.questions)
        for (const answer of ['yes', 'no']) {
          const told = findingsOfAnswer({ questionId: id, answer, at: TEST_TIME });
          if (told.length === 0) continue;
          const after = judge({ ...snapshot, findings: [...snapshot.findings, ...told] });
          if (answer === 'yes') expect(rankOf(after.priority), id).toBeGreaterThanOrEqual(rankOf(priority));
          else if (rankOf(priority) >= rankOf('high'))
            expect(rankOf(after.priority), id).toBeGreaterThanOrEqual(rankOf(priority));
          expect(
            after.findings.questions.map((question) => question.id),
            id,
          ).not.toContain(id);
        }
  });
});

describe('every question of a rule', () => {
  const asking = CATALOGUE.filter(({ question }) => question !== undefined);

  it.each(
    asking.map((rule) => [rule.id, rule] as const),
  )('%s is about concepts or vital signs, and says why', (_id, { question }) => {
    expect(question!.about.length).toBeGreaterThan(0);
    expect(question!.text.endsWith('?') || question!.text.endsWith('.')).toBe(true);
    expect(question!.reason.length).toBeGreaterThan(15);
  });

  it('raises by its yes in most narratives that make it half met', () => {
    // A narrative of another rule that half meets this one: a plain yes must lead somewhere.
    const tried = new Map<string, { yes: number; raised: number }>();
    for (const text of CATALOGUE.flatMap(({ spares }) => spares)) {
      const snapshot = narrativeSnapshot({ text, ageYears: 45 });
      const before = judge(snapshot);
      for (const { id, couldRaiseTo } of before.findings.questions) {
        if (!id.startsWith('ask-') || GENERAL_QUESTIONS.some((general) => general.id === id)) continue;
        const told = findingsOfAnswer({ questionId: id, answer: 'yes', at: TEST_TIME });
        if (told.length === 0) continue;
        const { priority } = judge({ ...snapshot, findings: [...snapshot.findings, ...told] });
        const tally = tried.get(id) ?? { yes: 0, raised: 0 };
        tally.yes += 1;
        if (moreUrgent(priority, couldRaiseTo!) === priority) tally.raised += 1;
        tried.set(id, tally);
      }
    }
    expect(tried.size).toBeGreaterThan(12);
    const all = [...tried.values()];
    const raised = all.reduce((sum, tally) => sum + tally.raised, 0);
    const asked = all.reduce((sum, tally) => sum + tally.yes, 0);
    const weak = [...tried].filter(([, tally]) => tally.raised === 0).map(([id]) => id);
    expect(raised / asked, `never raised by yes: ${weak.join(' ')}`).toBeGreaterThan(0.85);
  });

  it('names concepts that exist', () => {
    const unknown = asking.flatMap(({ question }) =>
      question!.about.filter((id) => lookUpConcept(id) === undefined && !/^[a-z0-9-]+$/.test(id)),
    );
    expect(unknown).toEqual([]);
  });
});
