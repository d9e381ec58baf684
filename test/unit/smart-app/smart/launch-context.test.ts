import { describe, expect, it } from 'vitest';
import { readLaunchContext } from '#smart-app/smart/launch-context.ts';

describe('readLaunchContext', () => {
  it('SM-23 stops without a patient', () => {
    for (const patient of [undefined, '', 'Patient/1', 42]) {
      expect(() => readLaunchContext({ patient })).toThrow(expect.objectContaining({ code: 'no-patient' }));
    }
  });

  it('SM-26 takes the appContext from the raw token response, and garbage as none', () => {
    expect(readLaunchContext({ patient: 'p1', appContext: 'h' }).appContext).toBe('h');
    expect(readLaunchContext({ patient: 'p1', appContext: { a: 1 } }).appContext).toBeUndefined();
    expect(readLaunchContext({ patient: 'p1', appContext: 'x'.repeat(3000) }).appContext).toBeUndefined();
  });

  it('SM-27 shows the banner unless the EHR says that it does', () => {
    expect(readLaunchContext({ patient: 'p1' }).needsBanner).toBe(true);
    expect(readLaunchContext({ patient: 'p1', need_patient_banner: true }).needsBanner).toBe(true);
    expect(readLaunchContext({ patient: 'p1', need_patient_banner: false }).needsBanner).toBe(false);
  });

  it('goes on without an encounter', () => {
    expect(readLaunchContext({ patient: 'p1', encounter: 'Encounter/1' }).encounter).toBeUndefined();
  });
});
