import { type Finding, wrong } from './finding.ts';

/** Something to validate, or why there is nothing. */
export type Input =
  | { readonly name: string; readonly resource: unknown }
  | { readonly name: string; readonly refused: Finding };

/** Types that R5 added: whoever sends one does not speak R4. Not complete; a hint for people. */
const AFTER_R4 = new Set([
  'ActorDefinition',
  'ArtifactAssessment',
  'BiologicallyDerivedProductDispense',
  'ConditionDefinition',
  'DeviceAssociation',
  'DeviceDispense',
  'DeviceUsage',
  'EncounterHistory',
  'FormularyItem',
  'GenomicStudy',
  'ImagingSelection',
  'InventoryItem',
  'InventoryReport',
  'MolecularDefinition',
  'NutritionIntake',
  'Permission',
  'RequestOrchestration',
  'Requirements',
  'SubscriptionTopic',
  'TestPlan',
  'Transport',
]);

/** Reads one JSON text. Every way of being no R4 JSON has its own code. */
export function readText(name: string, text: string): Input {
  const refuse = (code: Finding['code'], why: string): Input => ({ name, refused: wrong(code, '', why) });
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return refuse('not-json', 'it is empty');
  if (trimmed.startsWith('<')) return refuse('xml', 'this is XML: send FHIR JSON');
  let resource: unknown;
  try {
    resource = JSON.parse(trimmed);
  } catch (error) {
    // The parser's message repeats the text, which may be about a patient; only the position is kept.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    return refuse(
      'not-json',
      position === undefined ? 'it ends too early' : `broken at character ${position}`,
    );
  }
  const version = otherVersion(resource);
  return version === undefined ? { name, resource } : refuse('other-version', version);
}

function otherVersion(resource: unknown): string | undefined {
  const { resourceType, fhirVersion } = (resource ?? {}) as { resourceType?: unknown; fhirVersion?: unknown };
  if (typeof resourceType === 'string' && AFTER_R4.has(resourceType)) {
    return `${resourceType} came after R4 (4.0.1)`;
  }
  const versions = [fhirVersion].flat().filter((each) => typeof each === 'string');
  return versions.length > 0 && !versions.some((each) => each.startsWith('4.0'))
    ? `it says FHIR ${versions.join(', ')}, and this is R4 (4.0.1)`
    : undefined;
}
