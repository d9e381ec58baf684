import type { Condition } from '../condition.ts';
import { ABDOMEN } from './abdomen.ts';
import { BODY_CHEMISTRY_AND_INFECTION } from './body-chemistry-and-infection.ts';
import { BREATHING } from './breathing.ts';
import { HEART_AND_VESSELS } from './heart-and-vessels.ts';
import { INJURIES } from './injuries.ts';
import { MIND } from './mind.ts';
import { NERVES } from './nerves.ts';
import { POISONS_AND_SURROUNDINGS } from './poisons-and-surroundings.ts';
import { PREGNANCY } from './pregnancy.ts';
import { URINARY_AND_GENITAL } from './urinary-and-genital.ts';

/** Every condition of the generator. */
export const CONDITIONS: readonly Condition[] = [
  ...ABDOMEN,
  ...BODY_CHEMISTRY_AND_INFECTION,
  ...BREATHING,
  ...HEART_AND_VESSELS,
  ...INJURIES,
  ...MIND,
  ...NERVES,
  ...POISONS_AND_SURROUNDINGS,
  ...PREGNANCY,
  ...URINARY_AND_GENITAL,
];
