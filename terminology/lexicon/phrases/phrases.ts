import { ABDOMEN_URINARY_GENITAL_PHRASES } from './abdomen-urinary-genital.ts';
import { AIRWAY_BREATHING_CIRCULATION_PHRASES } from './airway-breathing-circulation.ts';
import { NERVOUS_SYSTEM_PHRASES } from './nervous-system.ts';

/** Every table of wordings. */
export const PHRASE_TABLES: readonly string[] = [
  AIRWAY_BREATHING_CIRCULATION_PHRASES,
  NERVOUS_SYSTEM_PHRASES,
  ABDOMEN_URINARY_GENITAL_PHRASES,
];
