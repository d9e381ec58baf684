import { describe, expect, it } from 'vitest';
import { leavesOpen, settle as settleWith } from '#cds-service/assess/settle.ts';
import type { StoryOpinion } from '#cds-service/assess/story.ts';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { wordingFaults } from '#cds-service/gates/wording.ts';
import type { RuleHit, TriageFindings } from '#cds-service/triage/rule.ts';
import type { DataProblem } from '#fhir-mappers/clinical-snapshot.ts';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Priority } from '#terminology/priority.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';
import { opinionOf } from '../../../support/opinions.ts';

const SOURCE = { organisation: 'us', title: 'test', year: 2026, verified: false };
const hit = (id: string, floor: Priority, more: Partial<RuleHit> = {}): RuleHit => ({
  id,
  title: `Title of ${id}`,
  kind: 'red-flag',
  floor,
  escalate: false,
  facts: [],
  source: SOURCE,
  ...more,
});
const found = (
  hits: readonly RuleHit[],
  protocol: TriageFindings['protocol'] = { priority: 'medium', reasons: [], against: [] },
): TriageFindings => ({ hits, protocol, questions: [], cautions: [] });
const snapshot = narrativeSnapshot({ text: 'fainted and feels fine', ageYears: 40 });
const settle = (findings: TriageFindings, story: StoryOpinion | Unavailable) =>
  settleWith(findings, { story, snapshot });
const INDICATOR = { indicator: true } as const;
const harmless = opinionOf({ urgent: 0.01, unlikeEmergency: true, unlikeCritical: true, soundsMinor: true });

describe('settle', () => {
  it('leaves every floor as it is, whatever the story sounds like', () => {
    for (const floor of ['critical', 'high'] as const) {
      const findings = found([hit('floor', floor)]);
      expect(rulePriority(settle(findings, harmless))).toBe(floor);
    }
  });

  it('takes an indicator to medium when emergencies are hardly told like it, and says so', () => {
    const settled = settle(found([hit('faint', 'high', { ...INDICATOR, escalate: true })]), harmless);
    expect(rulePriority(settled)).toBe('medium');
    expect(settled.hits.some(({ escalate }) => escalate)).toBe(false);
    expect(settled.cautions).toMatchObject([
      { id: 'ask-about-faint', text: expect.stringContaining('Title of faint') },
    ]);
    expect(settled.cautions.flatMap(({ text }) => wordingFaults(text))).toEqual([]);
  });

  it('leaves an indicator high beside a floor, or in a story that says neither yes nor no', () => {
    const beside = found([hit('faint', 'high', INDICATOR), hit('bleed', 'high')]);
    expect(rulePriority(settle(beside, harmless))).toBe('high');
    expect(rulePriority(settle(found([hit('faint', 'high', INDICATOR)]), opinionOf()))).toBe('high');
  });

  it('leaves an indicator high that rests on an answer to a question', () => {
    const answered = [{ text: 'fainted: yes', source: { origin: 'questionnaire' } }] as const;
    const findings = found([hit('faint', 'high', { ...INDICATOR, facts: answered })]);
    expect(rulePriority(settle(findings, harmless))).toBe('high');
    const form = [
      { text: 'fainted', source: { origin: 'questionnaire', reference: 'QuestionnaireResponse/1' } },
    ] as const;
    const told = found([hit('faint', 'high', { ...INDICATOR, facts: form })]);
    expect(rulePriority(settle(told, harmless))).toBe('medium');
  });

  it('keeps a critical indicator at least high, with its physician', () => {
    const settled = settle(found([hit('shock', 'critical', { ...INDICATOR, escalate: true })]), harmless);
    expect(settled.hits).toMatchObject([{ floor: 'high', escalate: true }]);
  });

  it('calls low what the protocol does not know and is told as minor ones are', () => {
    const undecided = { priority: 'medium', undecided: true, reasons: [], against: [] } as const;
    expect(settle(found([], undecided), harmless).protocol.priority).toBe('low');
    expect(settle(found([], undecided), opinionOf({ unlikeEmergency: true })).protocol.priority).toBe(
      'medium',
    );
  });

  it('leaves medium what the protocol or a rule calls medium', () => {
    const decided = { priority: 'medium', reasons: [{ text: 'fever' }], against: [] } as const;
    expect(rulePriority(settle(found([], decided), harmless))).toBe('medium');
    const undecided = { ...decided, undecided: true };
    expect(rulePriority(settle(found([hit('tick', 'medium')], undecided), harmless))).toBe('medium');
  });

  it('changes nothing when nobody could hear the story: a missing model never lowers', () => {
    const findings = found([hit('faint', 'high', INDICATOR)]);
    expect(settle(findings, unavailable('not-installed'))).toBe(findings);
  });
});

describe('on doubted ground nothing is settled', () => {
  const findings = found([hit('faint', 'high', INDICATOR)]);
  const problem = (code: DataProblem['code']): DataProblem => ({ code, about: 'conditions', text: 'why' });

  it.each([
    'unavailable',
    'unread-language',
    'incomplete',
    'implausible',
    'contradictory',
  ] as const)('when something is %s', (code) => {
    const doubted = { ...snapshot, problems: [problem(code)] };
    expect(settleWith(findings, { story: harmless, snapshot: doubted })).toBe(findings);
  });

  it('but no story tells of allergies: a list of them that could not be read changes nothing', () => {
    const unread = { ...snapshot, problems: [{ ...problem('unavailable'), about: 'allergies' }] };
    expect(rulePriority(settleWith(findings, { story: harmless, snapshot: unread }))).toBe('medium');
  });

  it('when the age is not known', () => {
    const ageless = narrativeSnapshot({ text: 'fainted and feels fine' });
    expect(settleWith(findings, { story: harmless, snapshot: ageless })).toBe(findings);
  });

  it('but a vital sign that nobody has measured is a question, not a doubt', () => {
    const unmeasured = { ...snapshot, problems: [problem('missing')] };
    expect(rulePriority(settleWith(findings, { story: harmless, snapshot: unmeasured }))).toBe('medium');
  });
});

describe('leavesOpen', () => {
  it('is false only where a floor has said the most urgent', () => {
    expect(leavesOpen(found([hit('floor', 'critical')]))).toBe(false);
    expect(leavesOpen(found([hit('shock', 'critical', INDICATOR)]))).toBe(true);
    expect(leavesOpen(found([hit('floor', 'high')]))).toBe(true);
    expect(leavesOpen(found([hit('faint', 'high', INDICATOR)]))).toBe(true);
    expect(leavesOpen(found([]))).toBe(true);
  });
});
