import { describe, expect, it } from 'vitest';
import { withModelsQuestion } from '#cds-service/assess/models-question.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { Prediction } from '#models/contract.ts';

const unsure: Prediction = {
  name: 'triage',
  version: 'test',
  provider: 'cpu',
  probabilities: { low: 0.2, medium: 0.5, high: 0.25, critical: 0.05 },
  criticalOutcome: 0.02,
  set: ['high', 'medium'],
  zone: 'ask',
  outOfDistribution: false,
  effects: [],
  ask: [
    { fact: 'systolic', change: 0.08 },
    { fact: 'spo2', change: 0.03 },
  ],
};
const onset = { id: 'ask-onset', text: 'When did it begin?', reason: 'Time decides.' };
const pressure = { id: 'measure-pressure', text: 'Measure blood pressure.', reason: 'Shock hides.' };

describe('the question of the middle zone', () => {
  it('puts the measurement that could change most first', () => {
    const [first, second] = withModelsQuestion([onset], unsure);
    expect(first?.id).toBe('measure-pressure');
    expect(second).toBe(onset);
  });

  it('moves a question that is asked already to the front, in its own words', () => {
    expect(withModelsQuestion([onset, pressure], unsure)).toEqual([pressure, onset]);
  });

  it('never asks more than five', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...onset, id }));
    expect(withModelsQuestion(many, unsure).map(({ id }) => id)).toEqual([
      'measure-pressure',
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it.each<[string, Prediction | ReturnType<typeof unavailable>]>([
    ['the model is sure', { ...unsure, zone: 'low' }],
    ['the patient is unlike its training', { ...unsure, outOfDistribution: true }],
    ['nothing is worth asking', { ...unsure, ask: [{ fact: 'spo2', change: 0.001 }] }],
    ['there is no model', unavailable('not-installed')],
  ])('leaves the questions as they are when %s', (_when, prediction) => {
    expect(withModelsQuestion([onset], prediction)).toEqual([onset]);
  });
});
