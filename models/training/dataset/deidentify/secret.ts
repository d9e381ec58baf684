import { createHmac } from 'node:crypto';

/**
 * Everything that a keyed hash decides about one patient: the offset of dates and which surrogate takes whose place.
 *
 * Without the secret neither can be undone; with it the same chart gives the same result. Whoever holds the secret can
 * link, so it stays with the clinic and never in the output.
 */
export interface PatientKey {
  /** Whole weeks as days, negative: 4 to 52 weeks back. Whole weeks keep weekdays; back keeps dates out of the future. */
  readonly shiftDays: number;
  /** A stable number below 2^32 for a piece of text. */
  draw(purpose: string, text: string): number;
  /** A stable name of a resource or a patient: 24 hexadecimal digits. */
  pseudonym(text: string): string;
}

const SHORTEST_SECRET = 16;

/** @throws {Error} When the secret is shorter than 16 characters: it could be guessed. */
export function patientKey(secret: string, patient: string): PatientKey {
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`the secret of de-identification needs at least ${SHORTEST_SECRET} characters`);
  const digest = (purpose: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\u0000${patient}\u0000${text}`).digest();
  return {
    shiftDays: -7 * (4 + (digest('shift', '').readUInt32BE() % 49)),
    draw: (purpose, text) => digest(purpose, text).readUInt32BE(),
    pseudonym: (text) => digest('pseudonym', text).toString('hex').slice(0, 24),
  };
}
