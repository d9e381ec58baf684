import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftEvent, DraftedNote, DraftKind } from '#fhir-mappers/drafted-note.ts';
import type { Service } from '../../api/service.ts';
import { requestDraft } from './request-draft.ts';

type Progress = Extract<DraftEvent, { event: 'progress' }>;
type Sentence = DraftedNote['sentences'][number];

/** What the panel shows. Sentences come one by one, each checked already. */
export type DraftState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'writing';
      readonly stage: Progress['stage'];
      readonly tokens: number;
      readonly sentences: readonly Sentence[];
    }
  | { readonly state: 'there'; readonly note: DraftedNote }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed' };

/** One draft at a time; leaving the screen cancels it, and so does a newer proposal. */
export function useDraftNote(service: Service, assessmentId: string) {
  const [state, setState] = useState<DraftState>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft of another proposal is no longer true.
  useEffect(() => {
    setState({ state: 'idle' });
    return cancel;
  }, [assessmentId, cancel]);

  const write = useCallback(
    async (kind: DraftKind) => {
      cancel();
      const mine = new AbortController();
      running.current = mine;
      setState({ state: 'writing', stage: 'reading', tokens: 0, sentences: [] });
      const isMine = () => running.current === mine;
      try {
        const note = await requestDraft(
          service,
          { assessmentId, kind },
          {
            signal: mine.signal,
            onEvent: (event) => isMine() && setState((before) => advance(before, event)),
          },
        );
        if (isMine()) setState({ state: 'there', note });
      } catch {
        if (isMine()) setState({ state: 'failed' });
        else if (mine.signal.aborted)
          setState((before) => (before.state === 'writing' ? { state: 'cancelled' } : before));
      }
    },
    [service, assessmentId, cancel],
  );
  return { state, write, cancel };
}

function advance(before: DraftState, event: DraftEvent): DraftState {
  if (before.state !== 'writing') return before;
  if (event.event === 'progress')
    return { ...before, stage: event.stage, tokens: event.tokens ?? before.tokens };
  if (event.event === 'sentence') return { ...before, sentences: [...before.sentences, event.sentence] };
  return before;
}
