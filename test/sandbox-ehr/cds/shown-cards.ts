import type { CdsCard } from './cds-response.ts';
import type { HookContext } from './prefetch.ts';

/** A card on a nurse's screen, with what is needed to act on it. */
export interface ShownCard {
  readonly uuid: string;
  readonly card: CdsCard;
  readonly serviceId: string;
  readonly context: HookContext;
}

const MOST = 2000;

/**
 * Cards that are on screens now, by their uuid. Memory only: a card is transient, the chart asks again.
 */
export interface ShownCards {
  /** Keeps the cards of a new answer; those of the same service for the same patient and person are gone. */
  replace(serviceId: string, context: HookContext, cards: readonly CdsCard[]): ShownCard[];
  find(uuid: string): ShownCard | undefined;
}

export function createShownCards(): ShownCards {
  const shown = new Map<string, ShownCard>();
  return {
    replace(serviceId, context, cards) {
      for (const [uuid, old] of shown) {
        const isStale =
          old.serviceId === serviceId &&
          old.context.patientId === context.patientId &&
          old.context.userId === context.userId;
        if (isStale) shown.delete(uuid);
      }
      const added = cards.map((card) => ({
        uuid: card.uuid ?? crypto.randomUUID(),
        card,
        serviceId,
        context,
      }));
      for (const each of added) shown.set(each.uuid, each);
      for (const uuid of shown.keys()) {
        if (shown.size <= MOST) break;
        shown.delete(uuid);
      }
      return added;
    },
    find: (uuid) => shown.get(uuid),
  };
}
