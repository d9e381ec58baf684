import { useCallback, useEffect, useRef, useState } from 'react';
import { type DraftStore, type KeptDraft, openDrafts } from '../drafts/draft-store.ts';
import type { Draft } from '../review/draft.ts';
import type { Workplace } from './open-workplace.ts';

/** Where the draft stands: what the nurse reads at the foot of the page. */
export type Keeping =
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'failed' };

/** A pause in typing after which the draft is kept, milliseconds. */
const PAUSE = 300;

/**
 * Keeps the draft while it changes, and gives back one that was kept before.
 *
 * @param onFound - Called once, when an earlier draft of this nurse and this visit is there.
 */
export function useKeptDraft(workplace: Workplace, draft: Draft, onFound: (kept: KeptDraft) => void) {
  const store = useRef<DraftStore>(undefined);
  const [keeping, setKeeping] = useState<Keeping>();
  const [ready, setReady] = useState(false);
  const found = useRef(onFound);
  const latest = useRef(draft);
  const kept = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  latest.current = draft;

  const keep = useCallback((what: Draft) => {
    const at = new Date();
    kept.current = what;
    store.current?.save(what, at).then(
      () => setKeeping({ state: 'saved', at }),
      () => setKeeping({ state: 'failed' }),
    );
  }, []);

  useEffect(() => {
    const { practitioner, connection, context, service } = workplace;
    const owner = {
      practitioner: practitioner.reference,
      server: connection.serverUrl,
      patient: context.patient,
      encounter: context.encounter,
    };
    openDrafts(owner, service.session.draftKey, { session: sessionStorage, local: localStorage })
      .then(async (opened) => {
        store.current = opened;
        const earlier = await opened.load();
        // A correction begins with what was signed, not with an older draft.
        if (earlier && !workplace.seed) found.current(earlier);
      })
      .finally(() => setReady(true));
  }, [workplace]);

  useEffect(() => {
    if (!ready || draft === kept.current) return;
    setKeeping({ state: 'saving' });
    timer.current = setTimeout(() => keep(draft), PAUSE);
    return () => clearTimeout(timer.current);
  }, [draft, ready, keep]);

  useEffect(() => {
    const flush = () => {
      if (latest.current !== kept.current) keep(latest.current);
    };
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, [keep]);

  function discard(): void {
    clearTimeout(timer.current);
    kept.current = latest.current;
    store.current?.remove();
    setKeeping(undefined);
  }

  return { keeping, discard };
}
