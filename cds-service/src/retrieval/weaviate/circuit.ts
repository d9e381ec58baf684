/** Leaves a server alone for a while when it fails again and again, so that nobody waits for it in vain. */
export interface Circuit {
  /** False while the server rests. After the rest one caller is let through to try it; the others go without. */
  mayTry(): boolean;
  succeeded(): void;
  failed(): void;
}

/** Failures in a row before it rests. */
const FAILURES = 3;
/** Milliseconds of rest; then it is tried again, so a server that comes back is used within this time. */
const REST = 2_000;

export function createCircuit(now: () => number): Circuit {
  let failures = 0;
  let restsUntil = 0;
  return {
    mayTry() {
      if (failures < FAILURES) return true;
      if (now() < restsUntil) return false;
      restsUntil = now() + REST;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures >= FAILURES) restsUntil = now() + REST;
    },
  };
}
