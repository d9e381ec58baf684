import { describe, expect, it } from 'vitest';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { findProposal } from '#smart-app/session/find-proposal.ts';
import { Problem } from '#smart-app/smart/problem.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

const context = { patient: 'p1', encounter: 'e1', appContext: 'h', needsBanner: true, granted: [] };
const refuse = (code: 'no-assessment' | 'handle-expired' | 'other-patient') =>
  Promise.reject(new Problem(code));
const found = (change: Partial<Assessment> = {}, isSigned = false) => ({
  assessment: cannedAssessment(change),
  isSigned,
});
const assess = async () => cannedAssessment({ hook: 'now' });

describe('findProposal', () => {
  it('asks with the handle of the card', async () => {
    const asked: unknown[] = [];
    const findAssessment = async (handle: string | undefined) => {
      asked.push(handle);
      return found();
    };
    await findProposal({ findAssessment, assess }, context);
    expect(asked).toEqual(['h']);
  });

  it('takes the newest when the handle has run out, and says so', async () => {
    const findAssessment = (handle: string | undefined) =>
      handle ? refuse('handle-expired') : Promise.resolve(found());
    expect((await findProposal({ findAssessment, assess }, context)).notice).toBe('handle-expired');
  });

  it('makes one now when there is none', async () => {
    const found = await findProposal({ findAssessment: () => refuse('no-assessment'), assess }, context);
    expect(found).toMatchObject({ notice: 'made-now', assessment: { hook: 'now' } });
  });

  it('looks again when the last one is signed, and says so', async () => {
    const service = { findAssessment: async () => found({}, true), assess };
    expect(await findProposal(service, context)).toMatchObject({
      notice: 'signed-already',
      assessment: { hook: 'now' },
    });
  });

  it('SM-26 stops at the handle of another patient', async () => {
    const service = { findAssessment: () => refuse('other-patient'), assess };
    await expect(findProposal(service, context)).rejects.toMatchObject({ code: 'other-patient' });
  });

  it('never shows an assessment of somebody else, whatever the service answers', async () => {
    const findAssessment = async () => found({ subject: { patient: 'p2' } });
    await expect(findProposal({ findAssessment, assess }, context)).rejects.toMatchObject({
      code: 'other-patient',
    });
  });
});
