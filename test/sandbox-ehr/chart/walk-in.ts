import { FULL_ACCESS } from '../fhir/access.ts';
import type { SandboxParts } from '../start-sandbox.ts';

/** A visit for a patient who has none: the reason is kept in the patient's own words. Gives its id. */
export function registerVisit(
  { server, now }: SandboxParts,
  patient: string,
  reason: string,
): string | undefined {
  if (server.repository.rowOf('Patient', patient) === undefined) return undefined;
  const reply = server.handle({
    method: 'POST',
    url: 'Encounter',
    headers: {},
    access: FULL_ACCESS,
    body: {
      resourceType: 'Encounter',
      status: 'arrived',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'AMB',
        display: 'ambulatory',
      },
      subject: { reference: `Patient/${patient}` },
      period: { start: now().toISOString() },
      ...(reason ? { reasonCode: [{ text: reason }] } : {}),
    },
  });
  return reply.body?.id;
}
