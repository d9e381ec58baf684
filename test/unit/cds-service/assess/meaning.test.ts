import { describe, expect, it } from 'vitest';
import { clausesToRead, matchMeaning } from '#cds-service/assess/meaning.ts';
import { triage } from '#cds-service/triage/triage.ts';
import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { present } from '#fhir-mappers/data-state.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { caseData } from '#models/training/cases/charted-case.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

const NOW = new Date('2026-03-01T10:00:00Z');

function snapshotOf(text: string) {
  const chart = { text, ageYears: 44, sex: 'female' as const, conditions: [], medications: [], vitals: {} };
  return takeSnapshot(caseData(chart, NOW), { asOf: NOW.toISOString(), hook: 'patient-view' });
}

describe('the clauses that the reader by meaning is asked about', () => {
  it('leaves out a clause that the lexicon has read whole', () => {
    expect(clausesToRead(snapshotOf('Headache. Nausea.'))).toEqual([]);
  });

  it('keeps a clause with words that nobody read', () => {
    const [clause] = clausesToRead(snapshotOf('It feels as if a gorilla parked itself there.'));
    expect(clause?.text).toContain('gorilla');
  });

  it('leaves out what is about somebody else or long ago', () => {
    const snapshot = narrativeSnapshot({ text: 'x' });
    const clauses = (['family', 'past', 'absent', 'hypothetical'] as const).map((state) => ({
      text: 'an elephant parked itself on the ribcage',
      span: [0, 40] as const,
      state,
    }));
    const complaint = present({ text: 'x', sources: [], readable: true, clauses });
    expect(clausesToRead({ ...snapshot, complaint })).toEqual([]);
  });
});

describe('when it was said', () => {
  it('is the time of the complaint, not the time of reading it', async () => {
    const told = '2026-03-01T09:20:00Z';
    const snapshot = snapshotOf('It feels as if a gorilla parked itself there.');
    if (snapshot.complaint.state !== 'present') throw new Error('no complaint');
    const sources = [{ origin: 'complaint' as const, at: told, reference: 'Encounter/e1' }];
    const complaint = present({ ...snapshot.complaint.value, sources });
    const clauses = clausesToRead(snapshot);
    const head = { classify: async () => clauses.map(() => [{ concept: 'chest-pain', probability: 0.9 }]) };
    const [finding] = await matchMeaning(
      { snapshot: { ...snapshot, complaint }, clauses, vectors: {} as never },
      head as never,
    );
    expect(finding?.source).toMatchObject({ origin: 'meaning', at: told, reference: 'Encounter/e1' });
  });
});

describe('what cannot be', () => {
  it('is a trouble of pregnancy in somebody who is not pregnant', async () => {
    const guess = async (text: string) => {
      const snapshot = snapshotOf(text);
      const clauses = clausesToRead(snapshot);
      const head = {
        classify: async () => clauses.map(() => [{ concept: 'bleeding-in-pregnancy', probability: 0.9 }]),
      };
      return matchMeaning({ snapshot, clauses, vectors: {} as never }, head as never);
    };
    expect(await guess('Red stuff keeps leaking out down there')).toHaveLength(1);
    expect(await guess('Red stuff keeps leaking out down there, not pregnant')).toEqual([]);
  });
});

describe('what only the reader by meaning found', () => {
  const guessed: Finding = {
    concept: 'not-breathing',
    display: 'not breathing',
    text: 'he has stopped',
    state: 'uncertain',
    source: { origin: 'meaning', span: [0, 5] },
    probability: 0.9,
  };
  const snapshot = narrativeSnapshot({ text: 'he has stopped' });

  it('sends up, and no higher than high', () => {
    const floors = triage({ ...snapshot, findings: [guessed] }).hits.map(({ floor }) => floor);
    expect(floors).toContain('high');
    expect(floors).not.toContain('critical');
  });

  it('takes nothing from what was said', () => {
    const said: Finding = { ...guessed, state: 'present', source: { origin: 'complaint', span: [0, 5] } };
    const floors = triage({ ...snapshot, findings: [said, { ...guessed, concept: 'choking' }] }).hits;
    expect(floors.map(({ floor }) => floor)).toContain('critical');
  });
});
