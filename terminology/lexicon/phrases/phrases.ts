import { ABDOMEN_URINARY_GENITAL_PHRASES } from './abdomen-urinary-genital.ts';
import { AIRWAY_BREATHING_CIRCULATION_PHRASES } from './airway-breathing-circulation.ts';
import { COURSE_AND_QUALITY_PHRASES } from './course-and-quality.ts';
import { EYE_EAR_NOSE_THROAT_PHRASES } from './eye-ear-nose-throat.ts';
import { HISTORY_MEDICINE_SOCIAL_PHRASES } from './history-medicine-social.ts';
import { INFECTION_SKIN_PHRASES } from './infection-skin.ts';
import { MENTAL_TOXICOLOGY_METABOLIC_PHRASES } from './mental-toxicology-metabolic.ts';
import { NERVOUS_SYSTEM_PHRASES } from './nervous-system.ts';
import { PREGNANCY_NEWBORN_CHILD_PHRASES } from './pregnancy-newborn-child.ts';
import { REASON_FOR_VISIT_PHRASES } from './reason-for-visit-labels.ts';
import { SAYINGS_MEDICAL_PHRASES } from './sayings-medical.ts';
import { SAYINGS_SURGICAL_PHRASES } from './sayings-surgical.ts';
import { TRAUMA_ENVIRONMENT_PHRASES } from './trauma-environment.ts';

/** Every table of wordings. */
export const PHRASE_TABLES: readonly string[] = [
  HISTORY_MEDICINE_SOCIAL_PHRASES,
  MENTAL_TOXICOLOGY_METABOLIC_PHRASES,
  COURSE_AND_QUALITY_PHRASES,
  ABDOMEN_URINARY_GENITAL_PHRASES,
  AIRWAY_BREATHING_CIRCULATION_PHRASES,
  EYE_EAR_NOSE_THROAT_PHRASES,
  INFECTION_SKIN_PHRASES,
  NERVOUS_SYSTEM_PHRASES,
  PREGNANCY_NEWBORN_CHILD_PHRASES,
  TRAUMA_ENVIRONMENT_PHRASES,
  SAYINGS_MEDICAL_PHRASES,
  SAYINGS_SURGICAL_PHRASES,
  REASON_FOR_VISIT_PHRASES,
];
