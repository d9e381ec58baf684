import { beforeAll, describe, expect, it } from 'vitest';
import { builtGuide } from '#ig/build/built-guide.ts';
import { type Definitions, readDefinitions } from '#ig/validate/definitions.ts';
import { createTerminology } from '#ig/validate/value-sets.ts';
import { samples } from '../../support/guide/samples.ts';

/** Systems whose codes are not in the definitions on hand, each with where our codes come from. */
const NOT_VERIFIABLE_OFFLINE: Readonly<Record<string, string>> = {
  'http://loinc.org': 'LOINC; those from memory are listed in fhir-mappers/README.md',
  'http://snomed.info/sct': 'SNOMED CT; those from memory are listed in fhir-mappers/README.md',
  'http://unitsofmeasure.org': 'UCUM; checked by the UCUM library in fhir-mappers/units.ts',
  'http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS':
    'HL7 AI Transparency on FHIR, 1.0.0-ballot',
  'http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIinputsCS': 'HL7 AI Transparency on FHIR, 1.0.0-ballot',
  'http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes':
    'SMART App Launch 2.2.0, launch of an app by a task',
  'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category': 'US Core',
  'urn:iso-astm:E1762-95:2013': 'ASTM E1762; the codes are in R4 value set signature-type',
  'urn:ietf:bcp:47': 'language tags',
};

/** Codes that are younger than R4's own copy of their system. */
const AFTER_R4 = new Set(['http://terminology.hl7.org/CodeSystem/v3-ObservationValue|AIAST']);

interface Used {
  readonly system: string;
  readonly code: string;
}

/** Every coding in a value. */
function codingsIn(value: unknown): readonly Used[] {
  if (Array.isArray(value)) return value.flatMap(codingsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { system, code } = value as { system?: unknown; code?: unknown };
  const own = typeof system === 'string' && typeof code === 'string' ? [{ system, code }] : [];
  return [...own, ...Object.values(value).flatMap(codingsIn)];
}

describe('every code that the system emits or reads in the examples', () => {
  let definitions: Definitions;
  beforeAll(async () => {
    definitions = readDefinitions((await builtGuide()).resources);
  });

  it('is in its code system, or its system is listed as not verifiable offline', () => {
    const used = new Map(
      samples().flatMap(({ resource }) =>
        codingsIn({ ...resource, meta: { ...(resource.meta as object), tag: [] } }).map(
          (each) => [`${each.system}|${each.code}`, each] as const,
        ),
      ),
    );
    const unknown = [...used].filter(([key, { system, code }]) => {
      if (system in NOT_VERIFIABLE_OFFLINE || AFTER_R4.has(key)) return false;
      const known = definitions.codeSystem(system);
      return !JSON.stringify(known?.concept ?? []).includes(`"code":${JSON.stringify(code)}`);
    });
    expect(unknown.map(([key]) => key)).toEqual([]);
    expect(used.size).toBeGreaterThan(30);
  });

  it('of a signature is one of R4', () => {
    const { membership } = createTerminology(definitions);
    const code = { system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5' };
    expect(membership('http://hl7.org/fhir/ValueSet/signature-type', code)).toBe('in');
  });
});
