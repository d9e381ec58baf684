import { CIRCUMSTANCES } from './circumstances.ts';
import type { FactIndex } from './fact-index.ts';
import { LIMITS } from './limits.ts';
import type { Trigger } from './trigger.ts';

/** The maps of a fact index that a trigger looks into by key. */
type Shelf = 'present' | 'history' | 'denied' | 'vitals' | 'labs' | 'medicines' | 'allergies';

const SHELVES: readonly Shelf[] = [
  'present',
  'history',
  'denied',
  'vitals',
  'labs',
  'medicines',
  'allergies',
];

/** A place where a fact must stand: one of these, or the trigger cannot be met. */
interface Need {
  readonly shelf: Shelf;
  readonly key: string;
}

/** For each shelf and key the triggers that a fact there may meet, and those that may be met without any. */
export interface TriggerIndex {
  readonly byKey: Readonly<Record<Shelf, ReadonlyMap<string, readonly number[]>>>;
  readonly always: readonly number[];
}

/**
 * Arranges triggers by the facts that they need, so that those that cannot be met are not walked.
 *
 * Cautious: a trigger that could be met without a fact of its own (an age, something absent) is always asked.
 */
export function indexTriggers(triggers: readonly Trigger[]): TriggerIndex {
  const byKey = Object.fromEntries(SHELVES.map((shelf) => [shelf, new Map<string, number[]>()])) as Record<
    Shelf,
    Map<string, number[]>
  >;
  const always: number[] = [];
  for (const [at, trigger] of triggers.entries()) {
    const needs = needsOf(trigger);
    if (needs === undefined) {
      always.push(at);
      continue;
    }
    for (const { shelf, key } of needs) {
      const list = byKey[shelf].get(key);
      if (list === undefined) byKey[shelf].set(key, [at]);
      else if (list.at(-1) !== at) list.push(at);
    }
  }
  return { byKey, always };
}

/** Positions of the triggers that these facts might meet, in order. */
export function mayBeMet({ byKey, always }: TriggerIndex, index: FactIndex): readonly number[] {
  const found = new Set(always);
  for (const shelf of SHELVES) {
    const triggers = byKey[shelf];
    for (const key of index[shelf].keys()) {
      const list = triggers.get(key);
      if (list !== undefined) for (const at of list) found.add(at);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const places = (shelf: Shelf, keys: readonly string[]): readonly Need[] =>
  keys.map((key) => ({ shelf, key }));

/** Places of which one must hold a fact; undefined where none need. */
function needsOf(trigger: Trigger): readonly Need[] | undefined {
  if ('all' in trigger) {
    const parts = trigger.all.map(needsOf).filter((needs) => needs !== undefined);
    return parts.length === 0
      ? undefined
      : parts.reduce((least, part) => (part.length < least.length ? part : least));
  }
  if ('any' in trigger) return union(trigger.any);
  if ('of' in trigger) return trigger.atLeast === 0 ? undefined : union(trigger.of);
  if ('finding' in trigger) return places('present', trigger.finding);
  if ('history' in trigger) return places('history', trigger.history);
  if ('denied' in trigger) return places('denied', trigger.denied);
  if ('vital' in trigger) return places('vitals', [trigger.vital]);
  if ('measured' in trigger) return places('vitals', [trigger.measured]);
  if ('beyond' in trigger) return places('vitals', [LIMITS[trigger.beyond]!.vital]);
  if ('lab' in trigger) return places('labs', [trigger.lab]);
  if ('medicine' in trigger) return places('medicines', trigger.medicine);
  if ('allergy' in trigger) return places('allergies', trigger.allergy);
  if ('circumstance' in trigger) return needsOf(CIRCUMSTANCES[trigger.circumstance]!.trigger);
  return undefined;
}

function union(triggers: readonly Trigger[]): readonly Need[] | undefined {
  const parts = triggers.map(needsOf);
  return parts.includes(undefined) ? undefined : parts.flatMap((needs) => needs!);
}
