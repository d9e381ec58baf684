import { describe, expect, it } from 'vitest';
import type { Finding, FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import { complaintTexts, complaintVector } from '#models/complaint-vector.ts';

function finding(
  concept: string,
  state: FindingState,
  origin: Finding['source']['origin'] = 'complaint',
): Finding {
  return { concept, display: concept, text: concept, state, source: { origin } };
}

describe('the texts that tell the complaint', () => {
  it('are displays of what is present, then the clauses as written', () => {
    const findings = [finding('chest-pain', 'present'), finding('fever', 'uncertain')];
    const clauses = [{ text: 'chest hurts, maybe hot', state: 'present' as const }];
    expect(complaintTexts({ findings, clauses })).toEqual(['chest-pain', 'fever', 'chest hurts, maybe hot']);
  });

  it.each([
    'absent',
    'past',
    'family',
    'hypothetical',
    'other-person',
  ] as const)('leave out what is %s', (state) => {
    const clauses = [{ text: 'no fever', state }];
    expect(complaintTexts({ findings: [finding('fever', state)], clauses })).toEqual([]);
  });

  it('leave out the problem list of the chart and words that only say where, when or how', () => {
    const findings = [finding('diabetes', 'present', 'chart'), finding('left', 'present')];
    expect(complaintTexts({ findings, clauses: [] })).toEqual([]);
  });

  it('are at most sixteen and each once', () => {
    const clauses = Array.from({ length: 40 }, (_, i) => ({
      text: `clause ${i % 30}`,
      state: 'present' as const,
    }));
    expect(complaintTexts({ findings: [], clauses })).toHaveLength(16);
  });
});

describe('the complaint vector', () => {
  it('is the mean', () => {
    expect(complaintVector([Float32Array.of(1, 0), Float32Array.of(0, 1)])).toEqual(
      Float32Array.of(0.5, 0.5),
    );
  });

  it('is nothing without texts', () => {
    expect(complaintVector([])).toBeUndefined();
  });
});
