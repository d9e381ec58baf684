import { Problem } from './problem.ts';

/** What the EHR said about this launch, parsed from the token response. */
export interface LaunchContext {
  readonly patient: string;
  readonly encounter: string | undefined;
  /** Handle that a card's link carried. Untrusted: the service checks whose it is (SM-26). */
  readonly appContext: string | undefined;
  /** The app must show name, identifier and birth date (SM-27). True when the EHR says nothing. */
  readonly needsBanner: boolean;
  readonly granted: readonly string[];
}

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * Reads the launch context.
 *
 * @throws Problem `no-patient` without a patient (SM-23). An unusable encounter or handle is treated as absent.
 */
export function readLaunchContext(response: Readonly<Record<string, unknown>>): LaunchContext {
  const { patient, encounter, appContext, need_patient_banner, scope } = response;
  if (typeof patient !== 'string' || !FHIR_ID.test(patient)) throw new Problem('no-patient');
  return {
    patient,
    encounter: typeof encounter === 'string' && FHIR_ID.test(encounter) ? encounter : undefined,
    appContext: typeof appContext === 'string' && appContext.length <= 2000 ? appContext : undefined,
    needsBanner: need_patient_banner !== false,
    granted: typeof scope === 'string' ? scope.split(/\s+/).filter(Boolean) : [],
  };
}
