import type { Condition } from '../condition.ts';
import { ABDOMEN } from './abdomen.ts';
import { BREATHING } from './breathing.ts';
import { HEART_AND_VESSELS } from './heart-and-vessels.ts';
import { NERVES } from './nerves.ts';

/** Every condition of the generator. */
export const CONDITIONS: readonly Condition[] = [...HEART_AND_VESSELS, ...BREATHING, ...NERVES, ...ABDOMEN];
