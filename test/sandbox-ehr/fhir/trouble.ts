import { FhirError } from './fhir-error.ts';
import type { FhirCall } from './interactions.ts';
import type { Repository } from './repository.ts';

/** Trouble that a tester switches on to see how the service and the app bear it. */
export interface Trouble {
  /** What the chart sends with a hook: every template, only the first half of them, or none. */
  prefetch: 'full' | 'partial' | 'none';
  /** How the FHIR server answers. */
  fhir: 'normal' | 'error' | 'slow';
  /** Whose calls the FHIR trouble meets: the CDS service's (its token), the app's, or everyone's. */
  fhirFor: 'service' | 'app' | 'all';
  /** Delay of a slow answer, milliseconds. */
  slowMs: number;
  /** Resource types whose scopes are not granted, neither to the service nor to the app. */
  deniedTypes: readonly string[];
}

export const NO_TROUBLE: Readonly<Trouble> = {
  prefetch: 'full',
  fhir: 'normal',
  fhirFor: 'service',
  slowMs: 3000,
  deniedTypes: [],
};

/** Client ids as the authorization server knows them. */
export const CLIENT_IDS = { service: 'prescreen-cds', app: 'prescreen-app' } as const;

/** Whether anything at all is switched on. */
export function isAnyTrouble({ fhir, prefetch, deniedTypes }: Readonly<Trouble>): boolean {
  return fhir !== 'normal' || prefetch !== 'full' || deniedTypes.length > 0;
}

/** Whether the trouble that is switched on meets this caller. */
export function isTroubled(trouble: Readonly<Trouble>, clientId: string): boolean {
  return trouble.fhir !== 'normal' && (trouble.fhirFor === 'all' || CLIENT_IDS[trouble.fhirFor] === clientId);
}

/** Tag on a Patient whose module of this name is broken in this sandbox: `broken-AllergyIntolerance`. */
export const TROUBLE_TAG_SYSTEM = 'https://prescreen.org/fhir/CodeSystem/sandbox-trouble';

/**
 * Throws (500) when the call asks for data of a patient whose module for them is broken.
 *
 * The fault belongs to the patient's data, not to the caller: chart, service and app all meet it.
 */
export function assertModuleWorks(repository: Repository, call: FhirCall): void {
  const [path = '', query = ''] = call.url.split('?');
  const [type = '', id] = path.split('/');
  if (!BREAKABLE.has(type) || (call.method !== 'GET' && !path.endsWith('_search'))) return;
  const params = new URLSearchParams(path.endsWith('_search') ? String(call.body ?? '') : query);
  const asked = params.get('patient') ?? params.get('subject') ?? '';
  const patients =
    id && id !== '_search' ? ownersOf(repository, type, id) : [asked.replace(/^.*Patient\//, '')];
  if (patients.some((patient) => isBroken(repository, patient, type)))
    throw new FhirError('exception', `The module that keeps ${type} cannot be reached`);
}

const BREAKABLE = new Set(['AllergyIntolerance']);

function ownersOf(repository: Repository, type: string, id: string): string[] {
  const rid = repository.rowOf(type, id);
  if (rid === undefined) return [];
  return repository.db
    .all<{ patient: string }>('SELECT patient FROM ix_compartment WHERE rid = ?', rid)
    .map(({ patient }) => patient);
}

function isBroken(repository: Repository, patient: string, type: string): boolean {
  if (repository.rowOf('Patient', patient) === undefined) return false;
  const tags = repository.read('Patient', patient).meta.tag ?? [];
  return tags.some(({ system, code }) => system === TROUBLE_TAG_SYSTEM && code === `broken-${type}`);
}

/** The scopes without those for denied types. */
export function withoutDenied(scopes: readonly string[], trouble: Readonly<Trouble>): string[] {
  return scopes.filter((scope) => !trouble.deniedTypes.some((type) => scope.includes(`/${type}.`)));
}
