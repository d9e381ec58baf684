import type { IdentifierKind } from './kinds.ts';
import type { KnownIdentifier } from './known.ts';

/** Elements of Patient, RelatedPerson, Practitioner, Organization and Location that say who and where. */
interface Identified {
  readonly name?: unknown;
  readonly telecom?: readonly { readonly system?: string; readonly value?: string }[];
  readonly address?: unknown;
  readonly identifier?: readonly { readonly value?: string; readonly type?: unknown }[];
  readonly contact?: readonly Identified[];
}

const TELECOM: Readonly<Record<string, IdentifierKind>> = {
  phone: 'phone',
  sms: 'phone',
  pager: 'phone',
  fax: 'fax',
  email: 'email',
  url: 'url',
};

/**
 * What the fields of one resource tell about identity, to be looked for in the chart's free texts.
 *
 * Reads any shape: strings are collected wherever a name, address, telecom or identifier has them.
 */
export function identifiersOf(resource: object): readonly KnownIdentifier[] {
  const { name, telecom, address, identifier, contact } = resource as Identified;
  const found: KnownIdentifier[] = [
    ...stringsIn(name, NAME_PARTS).map((text) => ({ kind: 'name' as const, text })),
    ...stringsIn(address, ADDRESS_PARTS).map((text) => ({ kind: 'place' as const, text })),
    ...listOf(telecom).flatMap(({ system, value }) =>
      typeof value === 'string' ? [{ kind: TELECOM[system ?? ''] ?? ('phone' as const), text: value }] : [],
    ),
    ...listOf(identifier).flatMap(({ value }) =>
      typeof value === 'string' ? [{ kind: 'mrn' as const, text: value }] : [],
    ),
    ...listOf(contact).flatMap((one) => identifiersOf(one)),
  ];
  return found.filter(({ text }) => text.trim().length > 1);
}

/** `Practitioner/1 (Dr Okoro)`: displays of references to people and places, anywhere in a resource. */
export function referencedNames(resource: unknown, depth = 0): readonly KnownIdentifier[] {
  if (depth > 12 || typeof resource !== 'object' || resource === null) return [];
  if (Array.isArray(resource)) return resource.flatMap((item) => referencedNames(item, depth + 1));
  const { reference, display } = resource as { reference?: unknown; display?: unknown };
  const own: KnownIdentifier[] =
    typeof reference === 'string' &&
    typeof display === 'string' &&
    /(?:Patient|Practitioner|PractitionerRole|RelatedPerson|Person)\//.test(reference)
      ? [{ kind: 'name', text: display }]
      : typeof reference === 'string' &&
          typeof display === 'string' &&
          /(?:Organization|Location)\//.test(reference)
        ? [{ kind: 'place', text: display }]
        : [];
  return [...own, ...Object.values(resource).flatMap((inner) => referencedNames(inner, depth + 1))];
}

const NAME_PARTS = new Set(['family', 'given', 'text', 'name']);
/** Not `state` and `country`, which may stand, nor `use`, `type` and `period`. */
const ADDRESS_PARTS = new Set(['line', 'city', 'district', 'postalCode']);

function stringsIn(value: unknown, parts: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, parts));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (parts.has(name) ? stringsIn(inner, parts) : []));
}

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
