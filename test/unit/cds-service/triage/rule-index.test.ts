import { describe, expect, it } from 'vitest';
import { askRules } from '#cds-service/triage/ask-rules.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { CIRCUMSTANCES } from '#cds-service/triage/circumstances.ts';
import { evaluate } from '#cds-service/triage/evaluate.ts';
import { indexFacts } from '#cds-service/triage/fact-index.ts';
import { indexTriggers, mayBeMet } from '#cds-service/triage/rule-index.ts';
import { ancestorsOf } from '#cds-service/triage/triage.ts';
import { all, any, from, has, not, vital } from '#cds-service/triage/trigger.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';
import { emptySnapshot, finding, measured } from '../../../support/snapshot.ts';

const factsOf = (snapshot: Parameters<typeof indexFacts>[0]) => indexFacts(snapshot, ancestorsOf);

describe('the index of triggers', () => {
  it('leaves out no rule that fires: every narrative of the catalogue gives what asking all of them gives', () => {
    for (const text of CATALOGUE.flatMap(({ fires, spares }) => [...fires, ...spares])) {
      const facts = factsOf(narrativeSnapshot({ text }));
      const everyone = CATALOGUE.filter(({ when }) => evaluate(when, facts, CIRCUMSTANCES) !== undefined);
      expect(
        askRules(CATALOGUE, facts)
          .map(({ id }) => id)
          .toSorted(),
        text,
      ).toEqual(everyone.map(({ id }) => id).toSorted());
    }
  });

  it('asks few rules of a plain complaint', () => {
    const index = indexTriggers(CATALOGUE.map(({ when }) => when));
    const facts = factsOf(emptySnapshot({ findings: [finding('toothache')] }));
    expect(mayBeMet(index, facts).length).toBeLessThan(CATALOGUE.length / 4);
  });

  it('always asks what can be met without a fact of its own', () => {
    const index = indexTriggers([
      from(65),
      not(has('fever')),
      any(has('cough'), from(80)),
      all(from(65), has('cough')),
      vital('spo2', { below: 90 }),
    ]);
    expect(mayBeMet(index, factsOf(emptySnapshot()))).toEqual([0, 1, 2]);
    expect(mayBeMet(index, factsOf(emptySnapshot({ findings: [finding('cough')] })))).toEqual([0, 1, 2, 3]);
    expect(mayBeMet(index, factsOf(emptySnapshot({ measurements: [measured('spo2', 99)] })))).toEqual([
      0, 1, 2, 4,
    ]);
  });
});
