import type { Bundle, ClinicalImpression, DocumentReference, Provenance, Resource, Task } from 'fhir/r4';
import { EXTENSIONS } from '#fhir-mappers/write-back/impression.ts';
import { AI_ASSERTED } from '#fhir-mappers/write-back/input.ts';
import { conceptText } from '../chart/concept-text.ts';
import { codeOf } from '../worklist/task-facts.ts';

/** One resource in words, for the preview and the receipt. */
export interface InWords {
  readonly type: string;
  readonly title: 'impression' | 'task' | 'handover' | 'order' | 'ai-origin' | 'signature' | 'note' | 'other';
  readonly lines: readonly { readonly label: LineLabel; readonly text: string }[];
}

export type LineLabel =
  | 'level'
  | 'reason'
  | 'floor'
  | 'first'
  | 'complaint'
  | 'text'
  | 'findings'
  | 'notes'
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

function impression(resource: ClinicalImpression): InWords {
  const { description, summary, finding = [], note = [] } = resource;
  const coded = (url: string) => {
    const value = resource.extension?.find((extension) => extension.url === url);
    return conceptText(value?.valueCodeableConcept) ?? value?.valueCoding?.code;
  };
  const findings = finding.map(({ itemCodeableConcept, basis }) =>
    [conceptText(itemCodeableConcept), basis && `“${basis}”`].filter(Boolean).join(' '),
  );
  return {
    type: 'ClinicalImpression',
    title: 'impression',
    lines: lines([
      ['level', coded(EXTENSIONS.priority)],
      ['reason', coded(EXTENSIONS.overrideReason)],
      ['floor', coded(EXTENSIONS.belowFloor)],
      ['first', coded(EXTENSIONS.firstImpression)],
      ['complaint', description],
      ['text', summary],
      ['findings', findings.join('; ')],
      ['notes', note.map(({ text }) => text).join('\n')],
    ]),
  };
}

function task(resource: Task): InWords {
  const { description, code, owner, priority, restriction, performerType, note = [] } = resource;
  const role = conceptText(performerType?.[0]);
  return {
    type: 'Task',
    title: taskTitle(codeOf(resource)),
    lines: lines([
      ['what', description ?? conceptText(code)],
      ['who', [role, owner?.display].filter(Boolean).join(': ')],
      ['due', restriction?.period?.end],
      ['urgency', priority],
      ['notes', note.map(({ text }) => text).join('\n')],
    ]),
  };
}

function taskTitle(code: string | undefined): InWords['title'] {
  if (code === undefined) return 'task';
  return code === 'handover' ? 'handover' : 'order';
}

function provenance({ meta, agent, recorded }: Provenance): InWords {
  const who = agent.map(({ who, type }) =>
    [who.display ?? who.reference ?? who.identifier?.value, conceptText(type)].filter(Boolean).join(', '),
  );
  const isFromTool = meta?.security?.some(({ code }) => code === AI_ASSERTED.code) === true;
  return {
    type: 'Provenance',
    title: isFromTool ? 'ai-origin' : 'signature',
    lines: lines([
      ['agent', who.join('; ')],
      ['recorded', recorded],
    ]),
  };
}

function note({ description, content }: DocumentReference): InWords {
  const written = content?.[0]?.attachment.data;
  return {
    type: 'DocumentReference',
    title: 'note',
    lines: lines([
      ['what', description],
      ['text', written && decode(written)],
    ]),
  };
}

function decode(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}

function lines(pairs: readonly (readonly [LineLabel, string | undefined])[]): InWords['lines'] {
  return pairs.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
