import type { QuestionnaireResponse, Task } from 'fhir/r4';
import { SYSTEMS } from '#terminology/coding.ts';
import type { FhirServer } from '../api/fhir.ts';

/**
 * Puts a form into the record, once however often it is sent. An emergency also calls staff: a Task that the work
 * list shows at its top.
 *
 * @param emergency - The English questions that were answered yes; empty for none.
 */
export async function sendForm(
  server: FhirServer,
  form: QuestionnaireResponse,
  emergency: readonly string[],
): Promise<void> {
  const key = `${form.identifier?.system}|${form.identifier?.value}`;
  // Staff first: the form can be sent again, the minute cannot.
  if (emergency.length > 0)
    await server.create(alarm(form, emergency), `identifier=${encodeURIComponent(key)}`);
  await server.create(form, `identifier=${encodeURIComponent(key)}`);
}

function alarm(
  { identifier, subject, encounter, authored }: QuestionnaireResponse,
  questions: readonly string[],
): Task {
  return {
    resourceType: 'Task',
    identifier: identifier ? [identifier] : [],
    status: 'requested',
    intent: 'order',
    priority: 'stat',
    code: {
      coding: [{ system: SYSTEMS.taskCode, code: 'prescreening-alert', display: 'Pre-screening alert' }],
      text: 'Pre-screening alert',
    },
    description: `See now. The patient answered yes to: ${questions.join(' ')}`,
    ...(subject ? { for: subject } : {}),
    ...(encounter ? { encounter } : {}),
    ...(authored ? { authoredOn: authored } : {}),
  };
}
