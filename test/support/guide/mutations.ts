import type { AnyResource } from '#ig/validate/context.ts';
import type { FindingCode } from '#ig/validate/finding.ts';
import { samples } from './samples.ts';

/** One way of being wrong: which profile, how, and the reason that must be named. */
interface Mutation {
  readonly profile: string;
  readonly how: string;
  readonly expect: FindingCode;
  readonly at?: string;
  readonly rule?: string;
  /** Changes the resource in place. */
  // biome-ignore lint/suspicious/noExplicitAny: a wrong resource has no type.
  readonly change: (resource: any) => void;
}

const BASE = 'https://prescreen.org/fhir';

function of(
  profile: string,
  rows: readonly (readonly [string, FindingCode, Mutation['change'], string?])[],
): Mutation[] {
  return rows.map(([how, expect, change, rule]) => ({
    profile,
    how,
    expect,
    change,
    ...(rule ? { rule } : {}),
  }));
}

/** Every wrong resource, each wrong in one way. */
export const MUTATIONS: readonly Mutation[] = [
  ...of('triage-clinical-impression', [
    ['no summary', 'missing', (r) => delete r.summary],
    ['no assessor', 'missing', (r) => delete r.assessor],
    ['no date', 'missing', (r) => delete r.date],
    ['no effective time', 'missing', (r) => delete r.effectiveDateTime],
    ['no status', 'missing', (r) => delete r.status],
    ['no code', 'missing', (r) => delete r.code],
    ['no identifier', 'missing', (r) => delete r.identifier],
    ['no subject', 'missing', (r) => delete r.subject],
    [
      'no AIAST label',
      'no-slice',
      (r) =>
        (r.meta.security = [
          { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
        ]),
    ],
    [
      'no priority',
      'no-slice',
      (r) => (r.extension = r.extension.filter((e: { url: string }) => !e.url.endsWith('triage-priority'))),
    ],
    ['two priorities', 'too-many', (r) => r.extension.push(r.extension[0])],
    ['identifier of another system', 'no-slice', (r) => (r.identifier[0].system = 'urn:other')],
    ['identifier without value', 'missing', (r) => delete r.identifier[0].value],
    ['draft status', 'not-in-value-set', (r) => (r.status = 'in-progress')],
    ['status that does not exist', 'not-in-value-set', (r) => (r.status = 'done')],
    [
      'priority code that does not exist',
      'not-in-value-set',
      (r) => (r.extension[0].valueCodeableConcept.coding[0].code = 'urgent'),
    ],
    [
      'priority from another system',
      'not-in-value-set',
      (r) => (r.extension[0].valueCodeableConcept.coding[0].system = 'urn:other'),
    ],
    [
      'priority as a string',
      'wrong-type',
      (r) => (r.extension[0] = { url: r.extension[0].url, valueString: 'high' }),
    ],
    ['another code than triage', 'no-slice', (r) => (r.code.coding[0].code = '386053000')],
    ['a group as subject', 'wrong-target', (r) => (r.subject.reference = 'Group/g1')],
    ['a patient as assessor', 'wrong-target', (r) => (r.assessor.reference = 'Patient/p1')],
    ['a patient as encounter', 'wrong-target', (r) => (r.encounter = { reference: 'Patient/p1' })],
    [
      'effective as period',
      'wrong-type',
      (r) => {
        delete r.effectiveDateTime;
        delete r.date;
        r.date = '2026-11-20';
        r.effectivePeriod = { start: '2026-11-20' };
      },
    ],
    ['date that does not exist', 'bad-value', (r) => (r.date = '2026-02-30')],
    ['time without zone', 'bad-value', (r) => (r.effectiveDateTime = '2026-11-20T12:00:00')],
    ['unknown element', 'unknown-element', (r) => (r.urgency = 'high')],
    ['unknown element inside', 'unknown-element', (r) => (r.finding[0].certainty = 'high')],
    ['summary as a number', 'bad-value', (r) => (r.summary = 5)],
    ['blank summary', 'bad-value', (r) => (r.summary = '')],
    ['finding without verdict', 'no-slice', (r) => delete r.finding[0].extension],
    [
      'rejected finding among the findings',
      'not-in-value-set',
      (r) => (r.finding[0].extension[0].valueCode = 'rejected'),
    ],
    ['finding by reference', 'too-many', (r) => (r.finding[0].itemReference = { reference: 'Condition/c1' })],
    ['finding without words', 'missing', (r) => delete r.finding[0].itemCodeableConcept.text],
    [
      'verdict on the wrong element',
      'wrong-type',
      (r) =>
        r.extension.push({ url: `${BASE}/StructureDefinition/triage-finding-verdict`, valueCode: 'added' }),
    ],
    [
      'extension of ours that does not exist',
      'unknown-element',
      (r) => r.extension.push({ url: `${BASE}/StructureDefinition/triage-mood`, valueString: 'x' }),
    ],
    [
      'below a floor without a reason',
      'invariant',
      (r) =>
        r.extension.push({
          url: `${BASE}/StructureDefinition/triage-below-floor`,
          valueCoding: { system: `${BASE}/CodeSystem/triage-rule`, code: 'vital-shock' },
        }),
      'tci-1',
    ],
    [
      'reference into its own transaction',
      'invariant',
      (r) => (r.supportingInfo = [{ reference: 'urn:uuid:7e57ab1e-0000-4000-8000-000000000101' }]),
      'tci-2',
    ],
    ['date other than effective time', 'invariant', (r) => (r.date = '2026-11-19'), 'tci-3'],
    [
      'override reason that does not exist',
      'not-in-value-set',
      (r) =>
        r.extension.push({
          url: `${BASE}/StructureDefinition/triage-override-reason`,
          valueCodeableConcept: {
            coding: [{ system: `${BASE}/CodeSystem/override-reason`, code: 'felt-like-it' }],
          },
        }),
    ],
    [
      'extension with value and extensions',
      'invariant',
      (r) => (r.extension[0].extension = [{ url: 'x', valueString: 'y' }]),
      'ext-1',
    ],
    [
      'script in the narrative',
      'invariant',
      (r) => (r.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></div>'),
      'txt-1',
    ],
    ['note that is not an array', 'wrong-type', (r) => (r.note = { text: 'x' })],
    ['empty array', 'empty', (r) => (r.note = [])],
    ['empty object', 'empty', (r) => (r.encounter = {})],
  ]),
  ...of('triage-task', [
    ['no priority', 'missing', (r) => delete r.priority],
    ['no due time', 'missing', (r) => delete r.restriction.period.end],
    ['no focus', 'missing', (r) => delete r.focus],
    ['no requester', 'missing', (r) => delete r.requester],
    ['no receiver', 'missing', (r) => delete r.performerType],
    [
      'receiver that does not exist',
      'not-in-value-set',
      (r) => (r.performerType[0].coding[0].code = 'porter'),
    ],
    ['proposal instead of order', 'not-as-fixed', (r) => (r.intent = 'proposal')],
    ['code of the suggested task', 'not-in-value-set', (r) => (r.code.coding[0].code = 'triage-review')],
    ['priority that does not exist', 'not-in-value-set', (r) => (r.priority = 'high')],
    [
      'due before it begins',
      'invariant',
      (r) => (r.restriction.period.end = '2026-11-19T00:00:00Z'),
      'per-1',
    ],
    ['about a group', 'wrong-target', (r) => (r.for.reference = 'Group/g1')],
    ['focus on an observation', 'wrong-target', (r) => (r.focus.reference = 'Observation/o1')],
    ['changed before it was made', 'invariant', (r) => (r.lastModified = '2026-11-19T00:00:00Z'), 'inv-1'],
    ['bad date', 'bad-value', (r) => (r.authoredOn = '20/11/2026')],
    ['unknown element', 'unknown-element', (r) => (r.dueDate = '2026-11-20')],
  ]),
  ...of('escalation-task', [
    ['routine escalation', 'not-in-value-set', (r) => (r.priority = 'routine')],
    ['to a nurse', 'not-as-fixed', (r) => (r.performerType[0].coding[0].code = 'triage-nurse')],
    ['code of a handover', 'no-slice', (r) => (r.code.coding[0].code = 'handover')],
    [
      'identifier of the handover',
      'invariant',
      (r) => (r.identifier[0].value = r.identifier[0].value.replace('escalation', 'handover')),
      'esc-1',
    ],
  ]),
  ...of('triage-review-task', [
    ['requested instead of draft', 'not-as-fixed', (r) => (r.status = 'requested')],
    ['order instead of proposal', 'not-as-fixed', (r) => (r.intent = 'order')],
    ['no identifier', 'missing', (r) => delete r.identifier],
    ['another code', 'no-slice', (r) => (r.code.coding[0].code = 'handover')],
  ]),
  ...of('ai-proposal-provenance', [
    [
      'no device',
      'dangling',
      (r) =>
        (r.contained = r.contained.map((c: AnyResource) =>
          c.resourceType === 'Device' ? { ...c, id: 'other' } : c,
        )),
      'ref-1',
    ],
    [
      'no proposal',
      'no-slice',
      (r) => (r.entity = r.entity.filter((e: { role: string }) => e.role !== 'quotation')),
    ],
    [
      'no AIAST reason',
      'no-slice',
      (r) =>
        (r.reason = [
          { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }] },
        ]),
    ],
    ['a person as agent', 'wrong-target', (r) => (r.agent[0].who = { reference: 'Practitioner/n1' })],
    ['agent without the AI role', 'missing', (r) => delete r.agent[0].role],
    ['author instead of assembler', 'not-as-fixed', (r) => (r.agent[0].type.coding[0].code = 'author')],
    ['device of another type', 'not-as-fixed', (r) => (r.contained[0].type.coding[0].code = 'Robot')],
    ['device without its version type', 'missing', (r) => delete r.contained[0].version[0].type],
    ['proposal without its words', 'missing', (r) => delete r.contained[1].content[0].attachment.data],
    ['proposal that is not base64', 'bad-value', (r) => (r.contained[1].content[0].attachment.data = '!!!')],
    ['no target', 'missing', (r) => delete r.target],
    ['no instant', 'bad-value', (r) => (r.recorded = '2026-11-20')],
    ['tag of another system', 'no-slice', (r) => (r.meta.tag[0].system = 'urn:other')],
    [
      'contained that nothing refers to',
      'invariant',
      (r) => (r.contained[2] = { resourceType: 'Basic', id: 'lost', code: { text: 'x' } }),
      'dom-3',
    ],
  ]),
  ...of('nurse-signature-provenance', [
    ['no signature', 'missing', (r) => delete r.signature],
    ['no verifier', 'missing', (r) => (r.agent = r.agent.slice(0, 1))],
    ['two authors, no verifier', 'no-slice', (r) => (r.agent[1].type = r.agent[0].type)],
    [
      'signed by somebody else',
      'invariant',
      (r) => (r.signature[0].who.reference = 'Practitioner/other'),
      'nsp-2',
    ],
    [
      'verified by somebody else',
      'invariant',
      (r) => (r.agent[1].who.reference = 'Practitioner/other'),
      'nsp-1',
    ],
    ['a device signs', 'wrong-target', (r) => (r.agent[0].who.reference = 'Device/d1')],
    ['signature without data', 'missing', (r) => delete r.signature[0].data],
    ['signature of another form', 'not-as-fixed', (r) => (r.signature[0].sigFormat = 'image/png')],
    [
      'signature of another type',
      'no-slice',
      (r) => (r.signature[0].type[0].code = '1.2.840.10065.1.12.1.1'),
    ],
    ['not about what was proposed', 'missing', (r) => delete r.entity],
    ['about a patient', 'wrong-target', (r) => (r.target[0].reference = 'Patient/p1')],
    ['another activity', 'not-as-fixed', (r) => (r.activity.coding[0].code = 'AU')],
  ]),
  ...of('triage-note', [
    ['no text', 'missing', (r) => delete r.content[0].attachment.data],
    ['preliminary', 'not-in-value-set', (r) => (r.docStatus = 'preliminary')],
    ['superseded', 'not-as-fixed', (r) => (r.status = 'superseded')],
    ['no author', 'missing', (r) => delete r.author],
    ['another type', 'no-slice', (r) => (r.type.coding[0].code = '11506-3')],
    ['no priority', 'missing', (r) => delete r.extension],
  ]),
  ...of('triage-patient', [
    ['no birth date', 'missing', (r) => delete r.birthDate],
    ['no sex', 'missing', (r) => delete r.gender],
    ['sex that does not exist', 'not-in-value-set', (r) => (r.gender = 'f')],
    ['birth date with a time', 'bad-value', (r) => (r.birthDate = '1980-01-01T00:00:00Z')],
    ['contact without name or way', 'invariant', (r) => (r.contact = [{ gender: 'male' }]), 'pat-1'],
  ]),
  ...of('triage-encounter', [
    ['no period', 'missing', (r) => delete r.period],
    ['no class', 'missing', (r) => delete r.class],
    ['about nobody', 'missing', (r) => delete r.subject],
    ['status that does not exist', 'not-in-value-set', (r) => (r.status = 'here')],
  ]),
  ...of('triage-vital-signs', [
    ['no category', 'missing', (r) => delete r.category],
    ['another category', 'no-slice', (r) => (r.category[0].coding[0].code = 'laboratory')],
    ['no time', 'missing', (r) => delete r.effectiveDateTime],
    [
      'no value at all',
      'invariant',
      (r) => {
        delete r.valueQuantity;
        delete r.component;
      },
      'tvs-1',
    ],
    ['no code', 'missing', (r) => delete r.code],
  ]),
  ...of('pre-screening-response', [
    [
      'no complaint',
      'no-slice',
      (r) =>
        (r.item = r.item
          .filter((i: { linkId: string }) => i.linkId !== 'complaint')
          .concat({ linkId: 'other' })),
    ],
    ['complaint as a date', 'wrong-type', (r) => (r.item[0].answer = [{ valueDate: '2026-11-20' }])],
    ['stopped half-way', 'not-in-value-set', (r) => (r.status = 'stopped')],
    ['no time', 'missing', (r) => delete r.authored],
  ]),
  ...of('pre-screening-questionnaire', [
    ['no complaint item', 'no-slice', (r) => (r.item[0].linkId = 'other')],
    ['complaint as a choice', 'not-as-fixed', (r) => (r.item[0].type = 'choice')],
    ['item without linkId', 'missing', (r) => r.item.push({ text: 'x', type: 'string' })],
  ]),
];

/** A wrong resource, ready to validate. */
export interface WrongOne extends Mutation {
  readonly name: string;
  readonly resource: AnyResource;
}

/** Every wrong resource, made from the richest valid one of its profile. */
export function wrongOnes(): readonly WrongOne[] {
  const all = samples();
  return MUTATIONS.map((mutation) => {
    const same = all.filter(({ profile }) => profile === mutation.profile);
    const richest = same.toSorted((a, b) => size(b.resource) - size(a.resource))[0];
    if (!richest) throw new Error(`there is no example of ${mutation.profile}`);
    const resource = structuredClone(richest.resource);
    mutation.change(resource);
    return { ...mutation, name: `${mutation.profile}: ${mutation.how}`, resource };
  });
}

function size(resource: AnyResource): number {
  return JSON.stringify(resource).length;
}
