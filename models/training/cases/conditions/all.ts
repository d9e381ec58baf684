import type { Condition } from '../condition.ts';
import { ABDOMEN } from './abdomen.ts';
import { BODY_CHEMISTRY_AND_INFECTION } from './body-chemistry-and-infection.ts';
import { BREATHING } from './breathing.ts';
import { CHILDREN } from './children.ts';
import { EYES_EARS_THROAT } from './eyes-ears-throat.ts';
import { HEART_AND_VESSELS } from './heart-and-vessels.ts';
import { INJURIES } from './injuries.ts';
import { MIND } from './mind.ts';
import { NERVES } from './nerves.ts';
import { PAPERWORK } from './paperwork.ts';
import { POISONS_AND_SURROUNDINGS } from './poisons-and-surroundings.ts';
import { PREGNANCY } from './pregnancy.ts';
import { SKIN_AND_JOINTS } from './skin-and-joints.ts';
import { TWO_RESOURCES } from './two-resources.ts';
import { URINARY_AND_GENITAL } from './urinary-and-genital.ts';

/** Every condition of the generator. */
export const CONDITIONS: readonly Condition[] = [
  ...ABDOMEN,
  ...BODY_CHEMISTRY_AND_INFECTION,
  ...BREATHING,
  ...CHILDREN,
  ...EYES_EARS_THROAT,
  ...HEART_AND_VESSELS,
  ...INJURIES,
  ...MIND,
  ...NERVES,
  ...PAPERWORK,
  ...POISONS_AND_SURROUNDINGS,
  ...PREGNANCY,
  ...SKIN_AND_JOINTS,
  ...TWO_RESOURCES,
  ...URINARY_AND_GENITAL,
];
