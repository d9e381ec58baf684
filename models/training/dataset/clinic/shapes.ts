import { many, object, prune } from '#fhir-mappers/resource-shape.ts';
import { RESOURCE_SHAPES } from '#fhir-mappers/resource-shapes.ts';

const coding = object(() => ({ system: 'string', code: 'string', display: 'string' }));
const concept = object(() => ({ coding: many(coding), text: 'string' }));
const reference = object(() => ({ reference: 'string' }));
const extension = object(() => ({ url: 'string', valueCodeableConcept: concept, valueCode: 'string' }));
const note = many(object(() => ({ text: 'string' })));

/** What is kept of the resources that hold a nurse's conclusion; identifiers, people and narratives are not. */
const CONCLUSION_SHAPES = {
  ClinicalImpression: object(() => ({
    resourceType: 'string',
    id: 'string',
    extension: many(extension),
    status: 'string',
    subject: reference,
    encounter: reference,
    effectiveDateTime: 'string',
    previous: reference,
    finding: many(
      object(() => ({ extension: many(extension), itemCodeableConcept: concept, basis: 'string' })),
    ),
    note,
  })),
  Task: object(() => ({
    resourceType: 'string',
    id: 'string',
    status: 'string',
    priority: 'string',
    code: concept,
    focus: reference,
    for: reference,
    note,
  })),
} as const;

const SHAPES = { ...RESOURCE_SHAPES, ...CONCLUSION_SHAPES };

/** Types of which resources are kept, and those that are only read for names and signatures. */
export const KEPT_TYPES: ReadonlySet<string> = new Set(Object.keys(SHAPES));
export const READ_TYPES: ReadonlySet<string> = new Set([
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
]);

/** The elements of a resource that are used, nothing else; undefined for another type or an empty one. */
export function pruned(resource: { readonly resourceType: string }): object | undefined {
  const shape = (SHAPES as Readonly<Record<string, (typeof SHAPES)[keyof typeof SHAPES]>>)[
    resource.resourceType
  ];
  return shape === undefined ? undefined : (prune(resource, shape) as object | undefined);
}
