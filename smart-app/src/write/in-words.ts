import type { Bundle, ClinicalImpression, DocumentReference, Provenance, Resource, Task } from 'fhir/r4';
import { conceptText } from '../chart/concept-text.ts';

/** One resource in words, for the preview and the receipt. */
export interface InWords {
  readonly type: string;
  readonly title: 'impression' | 'task' | 'ai-origin' | 'signature' | 'note' | 'other';
  readonly lines: readonly { readonly label: LineLabel; readonly text: string }[];
}

export type LineLabel =
  | 'status'
  | 'text'
  | 'findings'
  | 'what'
  | 'who'
  | 'due'
  | 'urgency'
  | 'agent'
  | 'recorded';

/** A Bundle in words, resource by resource, made from the resources themselves: what is said is what is stored. */
export function bundleInWords(bundle: Bundle): readonly InWords[] {
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [inWords(resource)] : []));
}

/** One resource in words. */
export function inWords(resource: Resource): InWords {
  switch (resource.resourceType) {
    case 'ClinicalImpression':
      return impression(resource as ClinicalImpression);
    case 'Task':
      return task(resource as Task);
    case 'Provenance':
      return provenance(resource as Provenance);
    case 'DocumentReference':
      return note(resource as DocumentReference);
    default:
      return { type: resource.resourceType, title: 'other', lines: [] };
  }
}

function impression({ status, summary, description, finding, note }: ClinicalImpression): InWords {
  const findings = (finding ?? []).map(({ itemCodeableConcept, basis }) =>
    [conceptText(itemCodeableConcept), basis].filter(Boolean).join(': '),
  );
  return {
    type: 'ClinicalImpression',
    title: 'impression',
    lines: lines([
      ['status', status],
      ['what', description],
      ['text', summary],
      ['findings', findings.join('; ')],
      ...(note ?? []).map(({ text }): [LineLabel, string] => ['text', text]),
    ]),
  };
}

function task({
  description,
  code,
  owner,
  priority,
  restriction,
  executionPeriod,
  performerType,
}: Task): InWords {
  return {
    type: 'Task',
    title: 'task',
    lines: lines([
      ['what', description ?? conceptText(code)],
      ['who', owner?.display ?? conceptText(performerType?.[0])],
      ['due', restriction?.period?.end ?? executionPeriod?.end],
      ['urgency', priority],
    ]),
  };
}

function provenance({ agent, recorded, signature, reason }: Provenance): InWords {
  const who = agent.map(({ who, type }) =>
    [who.display ?? who.reference ?? who.identifier?.value, conceptText(type)].filter(Boolean).join(' · '),
  );
  return {
    type: 'Provenance',
    title: (signature?.length ?? 0) > 0 ? 'signature' : 'ai-origin',
    lines: lines([
      ['agent', who.join('; ')],
      ['what', (reason ?? []).map(conceptText).filter(Boolean).join(', ')],
      ['recorded', recorded],
    ]),
  };
}

function note({ description, status }: DocumentReference): InWords {
  return {
    type: 'DocumentReference',
    title: 'note',
    lines: lines([
      ['status', status],
      ['text', description],
    ]),
  };
}

function lines(pairs: readonly (readonly [LineLabel, string | undefined])[]): InWords['lines'] {
  return pairs.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
