import { isA } from '#terminology/lexicon/lexicon.ts';
import type { Detail } from './modifiers.ts';
import type { Judgement } from './scene.ts';

interface Derivation {
  readonly of: string;
  readonly severity?: 'severe';
  readonly onset?: 'sudden';
  /** Any of these sides named with it. */
  readonly sides?: readonly string[];
  /** All of these sites. */
  readonly state?: 'past';
  readonly gives: string;
}

/** What a finding with its details is called, so that a rule can ask for it by name. */
const DERIVATIONS: readonly Derivation[] = [
  { of: 'headache', severity: 'severe', gives: 'severe-headache' },
  { of: 'headache', severity: 'severe', onset: 'sudden', gives: 'thunderclap-headache' },
  { of: 'abdominal-pain', severity: 'severe', gives: 'severe-abdominal-pain' },
  { of: 'abdominal-pain', onset: 'sudden', gives: 'sudden-abdominal-pain' },
  { of: 'flank-pain', severity: 'severe', gives: 'severe-flank-pain' },
  { of: 'pelvic-pain', onset: 'sudden', gives: 'sudden-pelvic-pain' },
  { of: 'shortness-of-breath', severity: 'severe', gives: 'severe-shortness-of-breath' },
  { of: 'shortness-of-breath', onset: 'sudden', gives: 'sudden-shortness-of-breath' },
  { of: 'vision-loss', onset: 'sudden', gives: 'sudden-vision-loss' },
  { of: 'hearing-loss', onset: 'sudden', gives: 'sudden-hearing-loss' },
  { of: 'loss-of-balance', onset: 'sudden', gives: 'sudden-loss-of-balance' },
  { of: 'vaginal-bleeding', severity: 'severe', gives: 'heavy-vaginal-bleeding' },
  { of: 'rectal-bleeding', severity: 'severe', gives: 'large-rectal-bleeding' },
  { of: 'haemoptysis', severity: 'severe', gives: 'massive-haemoptysis' },
  { of: 'bleeding', severity: 'severe', gives: 'severe-bleeding' },
  { of: 'pain', severity: 'severe', gives: 'severe-pain' },
  { of: 'high-blood-pressure', severity: 'severe', gives: 'severe-high-blood-pressure' },
  { of: 'leg-swelling', sides: ['left', 'right'], gives: 'unilateral-leg-swelling' },
  { of: 'leg-swelling', sides: ['both'], gives: 'leg-oedema' },
  { of: 'arm-swelling', sides: ['left', 'right'], gives: 'arm-swelling-unilateral' },
  { of: 'leg-weakness', sides: ['both'], gives: 'bilateral-leg-weakness' },
  { of: 'sciatica', sides: ['both'], gives: 'bilateral-sciatica' },
  { of: 'retractions', severity: 'severe', gives: 'severe-retractions' },
  { of: 'stroke', state: 'past', gives: 'past-stroke' },
  { of: 'tia', state: 'past', gives: 'past-stroke' },
  { of: 'heart-attack', state: 'past', gives: 'past-heart-attack' },
  { of: 'dvt', state: 'past', gives: 'past-dvt-pe' },
  { of: 'pulmonary-embolism', state: 'past', gives: 'past-dvt-pe' },
  { of: 'blood-clot', state: 'past', gives: 'past-dvt-pe' },
  { of: 'ectopic-pregnancy', state: 'past', gives: 'prior-ectopic' },
  { of: 'suicide-attempt', state: 'past', gives: 'past-suicide-attempt' },
  { of: 'intentional-overdose', state: 'past', gives: 'past-suicide-attempt' },
];

/** Limbs are not all legs: swelling of these parts is not that of a leg as such. */
const NOT_WHOLE_LEG = [
  'knee-swelling',
  'toe-swelling',
  'foot-swelling',
  'hip-swelling',
  'buttock-swelling',
  'heel-swelling',
];

interface Derived {
  readonly id: string;
  readonly state: Judgement['state'];
}

/** Concepts that a finding with this detail also is. `past` becomes a history that is present. */
export function deriveConcepts(
  id: string,
  sites: readonly string[],
  detail: Detail,
  judgement: Judgement,
): Derived[] {
  const derived: Derived[] = [];
  for (const rule of DERIVATIONS) {
    if (!isA(id, rule.of) || id === rule.gives) continue;
    if (rule.severity !== undefined && detail.severity !== rule.severity) continue;
    if (rule.onset !== undefined && detail.onset !== rule.onset) continue;
    if (rule.sides !== undefined && !rule.sides.some((side) => sites.includes(side))) continue;
    if (rule.of === 'leg-swelling' && NOT_WHOLE_LEG.some((part) => isA(id, part))) continue;
    if (rule.state !== undefined) {
      if (judgement.state === 'past') derived.push({ id: rule.gives, state: 'present' });
    } else if (!isA(id, rule.gives)) derived.push({ id: rule.gives, state: judgement.state });
  }
  return derived;
}
