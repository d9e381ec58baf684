import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Patient } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { isSexSpecific } from '#cds-service/triage/describe-trigger.ts';
import { GENERAL_QUESTIONS } from '#cds-service/triage/general-questions.ts';
import { normalRange } from '#cds-service/triage/normal-range.ts';
import { RAISERS } from '#cds-service/triage/protocol/raisers.ts';
import { PROTOCOL_ROWS } from '#cds-service/triage/protocol/rows.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { rankOf } from '#terminology/priority.ts';
import { chartOf, judge, sampleOfCases, snapshotOf } from '../../../support/generated-cases.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

/** What may explain a difference between the sexes, each with its reason. */
const NAMED = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/triage/sex-rules.json'), 'utf8'),
) as Readonly<Record<'rules' | 'rows' | 'questions', Readonly<Record<string, string>>>>;

const CASES = sampleOfCases(29, 40);
const SNAPSHOTS = CASES.map((one) => snapshotOf(chartOf(one)));
const urgency = (snapshot: ClinicalSnapshot): number => rankOf(judge(snapshot).priority);

describe('what decides is the patient’s state, not the patient', () => {
  it('reads the recorded sex only in the rules that are listed with their reason', () => {
    const rules = CATALOGUE.filter(({ when }) => isSexSpecific(when)).map(({ id }) => id);
    expect(rules.toSorted()).toEqual(Object.keys(NAMED.rules).toSorted());
    const rows = PROTOCOL_ROWS.filter(
      ({ lowWhen }) => typeof lowWhen === 'object' && isSexSpecific(lowWhen),
    ).map(({ concepts }) => concepts[0]);
    expect(rows).toEqual(Object.keys(NAMED.rows));
    expect(RAISERS.filter(({ when }) => isSexSpecific(when))).toEqual([]);
    const asked = GENERAL_QUESTIONS.filter(({ when }) => isSexSpecific(when)).map(({ id }) => id);
    expect(asked).toEqual(Object.keys(NAMED.questions));
  });

  it('gives both sexes the same priority but for those rules', () => {
    const unexplained = SNAPSHOTS.flatMap((snapshot) => {
      const { patient } = snapshot;
      const [her, his] = (['female', 'male'] as const).map((sex) =>
        judge({ ...snapshot, patient: { ...patient, sex } }),
      );
      if (her!.priority === his!.priority) return [];
      const named = [...her!.findings.hits, ...his!.findings.hits].some(({ id }) => id in NAMED.rules);
      const urinary = snapshot.findings.some(({ concept }) =>
        PROTOCOL_ROWS.find(({ concepts }) => concepts[0] === 'dysuria')!.concepts.includes(concept),
      );
      return named || urinary ? [] : [`${her!.priority} / ${his!.priority}`];
    });
    expect(unexplained).toEqual([]);
  });

  it('reads neither name, race, ethnicity, language, address nor marital state of the chart', () => {
    for (const one of CASES) {
      const data = chartOf(one);
      if (data.patient.state !== 'present') throw new Error('a case has a patient');
      const other: Patient = {
        ...data.patient.value,
        name: [{ family: 'Okafor-Nguyen', given: ['Xochitl'] }],
        maritalStatus: { text: 'widowed' },
        address: [{ use: 'temp', text: 'no fixed abode', postalCode: '00000' }],
        communication: [{ language: { coding: [{ code: 'so' }] }, preferred: true }],
        extension: ['race', 'ethnicity', 'birthsex', 'genderIdentity'].map((what) => ({
          url: `http://hl7.org/fhir/us/core/StructureDefinition/us-core-${what}`,
          extension: [{ url: 'text', valueString: 'Black or African American' }],
        })),
      };
      const { findings } = judge(snapshotOf({ ...data, patient: { state: 'present', value: other } }));
      expect(findings).toEqual(judge(snapshotOf(data)).findings);
    }
  });
});

describe('adding and removing data', () => {
  it('never lowers by adding what another rule’s own narrative tells', () => {
    const emergencies = CATALOGUE.filter(({ floor }) => floor !== 'medium').flatMap(({ id, fires }) =>
      fires.map((text) => ({ id, findings: calledOut(narrativeSnapshot({ text })) })),
    );
    const lowered = SNAPSHOTS.flatMap((snapshot, index) =>
      [1, 2, 3, 4].flatMap((turn) => {
        const { id, findings } = emergencies[(index * 41 + turn * 977) % emergencies.length]!;
        const more = { ...snapshot, findings: [...snapshot.findings, ...findings] };
        // What no floor decides may be calmed by a complaint that is read where none was; a floor never.
        const wasUp = urgency(snapshot) >= rankOf('high');
        return wasUp && urgency(more) < urgency(snapshot) ? [`${id}: ${textOf(snapshot)}`] : [];
      }),
    );
    expect(lowered).toEqual([]);
  });

  it('never lowers by taking a normal measurement away, and NEWS2 then names what is missing', () => {
    for (const snapshot of SNAPSHOTS) {
      const whole = judge(snapshot);
      for (const measurement of snapshot.measurements) {
        const less = {
          ...snapshot,
          measurements: snapshot.measurements.filter((other) => other !== measurement),
        };
        const part = judge(less);
        const [low, high] = normalRange(measurement.kind, snapshot) ?? [0, 0];
        if (measurement.value >= low && measurement.value <= high)
          expect(rankOf(part.priority), textOf(snapshot)).toBeGreaterThanOrEqual(rankOf(whole.priority));
        const score = part.findings.news2;
        if (score !== undefined) {
          expect(score.atLeast).toBeLessThanOrEqual(whole.findings.news2!.atLeast);
          expect(score.missing.length).toBeGreaterThanOrEqual(whole.findings.news2!.missing.length);
        }
      }
    }
  });

  it('never lowers by a list that could not be read where an empty one was read', () => {
    for (const snapshot of SNAPSHOTS)
      for (const list of ['conditions', 'medicines', 'allergies'] as const) {
        const empty = urgency({ ...snapshot, [list]: { state: 'known-empty' } });
        expect(urgency({ ...snapshot, [list]: unavailable('timeout') })).toBe(empty);
      }
  });

  it('never lowers by a vital sign that went stale while it was normal, and asks for it again', () => {
    for (const snapshot of SNAPSHOTS) {
      if (snapshot.measurements.length === 0) continue;
      const normal = snapshot.measurements.every(({ kind, value }) => {
        const [low, high] = normalRange(kind, snapshot) ?? [0, Number.POSITIVE_INFINITY];
        return value >= low && value <= high;
      });
      if (!normal) continue;
      const old = {
        ...snapshot,
        measurements: snapshot.measurements.map((measurement) => ({ ...measurement, stale: true })),
      };
      const { priority, findings } = judge(old);
      expect(rankOf(priority), textOf(snapshot)).toBeGreaterThanOrEqual(urgency(snapshot));
      if (priority !== 'critical') expect(findings.questions.map(({ id }) => id)).toContain('measure-again');
    }
  });
});

/** Findings of a narrative that warn: neither reassuring ones nor those of others. */
function calledOut(snapshot: ClinicalSnapshot) {
  return snapshot.findings.filter(({ concept, state }) => {
    const kind = lookUpConcept(concept)?.kind;
    return state === 'present' && kind !== 'reassuring' && kind !== 'reassurance';
  });
}

function textOf({ complaint }: ClinicalSnapshot): string {
  return complaint.state === 'present' ? complaint.value.text : '';
}
