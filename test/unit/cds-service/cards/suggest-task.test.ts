import type { Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { suggestTask } from '#cds-service/cards/suggest-task.ts';
import { anAssessment } from '../../../support/assessment.ts';

const SMART_CODES = 'http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes';

function suggested(): Task {
  const request = {
    hook: 'patient-view',
    hookInstance: 'h1',
    context: { userId: 'Practitioner/n1', patientId: 'p1' },
    prefetch: {},
  };
  const { actions } = suggestTask({
    assessment: anAssessment(),
    request: request as never,
    uuid: 'u1',
    launchUrl: 'https://triage.example/app/launch.html',
    handle: 'handle-1',
  });
  return actions?.[0]?.resource as Task;
}

describe('the Task that a card suggests', () => {
  // Required of the profile task-ehr-launch of SMART App Launch 2.2: code by pattern, exactly one input with the
  // application as a url, at most one with the app context as a string.
  it('SM-31 can launch the app from the EHR’s own list, with the same handle as the link', () => {
    const { code, input = [] } = suggested();
    const of = (type: string) =>
      input.filter(({ type: { coding = [] } }) =>
        coding.some(({ system, code }) => system === SMART_CODES && code === type),
      );
    expect(code?.coding).toContainEqual({ system: SMART_CODES, code: 'launch-app-ehr' });
    expect(of('smartonfhir-application').map(({ valueUrl }) => valueUrl)).toEqual([
      'https://triage.example/app/launch.html',
    ]);
    expect(of('smartonfhir-appcontext').map(({ valueString }) => valueString)).toEqual(['handle-1']);
  });

  it('is a draft that decides nothing', () => {
    expect(suggested()).toMatchObject({ status: 'draft', intent: 'proposal' });
  });
});
