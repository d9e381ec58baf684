import type { Task } from 'fhir/r4';
import { useCallback, useEffect, useRef, useState } from 'react';
import { listOf } from '#fhir-mappers/data-state.ts';
import type { FhirServer } from '../api/fhir.ts';
import type { Workplace } from '../session/open-workplace.ts';
import { allows } from '../smart/scopes.ts';
import {
  type Nurse,
  ownCriterion,
  ownTask,
  type Presence,
  presenceOf,
  presenceQuery,
  signOfLeaving,
  signOfLife,
  type Visit,
} from './presence.ts';

/** Who else looks, and how to say "I am on it". */
export interface PresenceInHand {
  readonly presence: Presence | undefined;
  readonly claim: () => void;
}

/** The record is asked after this time, milliseconds; a sign of life lasts several of them. */
const EVERY = 15_000;

/**
 * Says in the record that this nurse has the visit open, and reads who else has.
 *
 * Only ever a help: what cannot be read or written leaves the nurse alone with her work, as before. Who opens a
 * visit that nobody holds takes it at once.
 *
 * @param isWorking - False once it is signed: she is gone for the others.
 */
export function usePresence(workplace: Workplace, isWorking: boolean): PresenceInHand {
  const { server, context, practitioner } = workplace;
  const [presence, setPresence] = useState<Presence>();
  const beat = useRef<(claim?: boolean) => Promise<void>>(undefined);
  const isAble = ['c', 'u', 's'].every((one) => allows(context.granted, 'Task', one as 'c'));

  useEffect(() => {
    if (!isWorking || !isAble) return;
    const visit = { patient: context.patient, encounter: context.encounter };
    const sayer = speaker(server, visit, practitioner);
    let isHere = true;
    beat.current = async (claim = false) => {
      const seen = await sayer.live(claim).catch(() => undefined);
      if (isHere) setPresence(seen);
    };
    void beat.current();
    const again = () => document.visibilityState === 'visible' && void beat.current?.();
    const timer = setInterval(again, EVERY);
    addEventListener('visibilitychange', again);
    return () => {
      isHere = false;
      beat.current = undefined;
      clearInterval(timer);
      removeEventListener('visibilitychange', again);
      setPresence(undefined);
      void sayer.leave().catch(() => undefined);
    };
  }, [server, context, practitioner, isWorking, isAble]);

  return { presence, claim: useCallback(() => void beat.current?.(true), []) };
}

/** The two things a nurse says of herself, one after the other, never at once. */
function speaker(server: FhirServer, visit: Visit, me: Nurse) {
  let last: Promise<unknown> = Promise.resolve();
  let hasLeft = false;
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return next;
  };
  const read = async () => {
    const found = await server.search<Task>('Task', presenceQuery(visit));
    // Not knowing who looks is not "nobody looks".
    if (found.state === 'unavailable') throw new Error(found.code);
    return listOf(found);
  };
  const live = async (claim: boolean): Promise<Presence | undefined> => {
    if (hasLeft) return undefined;
    const tasks = await read();
    const now = new Date();
    const seen = presenceOf(tasks, visit, me, now);
    const takes = claim || seen.holder === undefined;
    const before = ownTask(tasks, visit, me);
    const own = signOfLife(visit, me, { before, now, claim: takes ? now : undefined });
    await keep(server, own, { before, criterion: ownCriterion(visit, me) });
    return presenceOf([...tasks.filter((task) => task !== before), own], visit, me, now);
  };
  const leave = async () => {
    hasLeft = true;
    const before = ownTask(await read(), visit, me);
    if (before) await server.update(signOfLeaving(before, new Date()), before.meta?.versionId);
  };
  return { live: (claim: boolean) => inTurn(() => live(claim)), leave: () => inTurn(leave) };
}

// Found among the open ones it is renewed; else made, or the one of an earlier visit to this page is opened again.
async function keep(
  server: FhirServer,
  own: Task,
  { before, criterion }: { before: Task | undefined; criterion: string },
): Promise<void> {
  if (before) return server.update(own, before.meta?.versionId);
  const reference = await server.create(own, criterion);
  const found = await server.read<Task>(reference);
  if (found.lastModified === own.lastModified) return;
  await server.update({ ...own, id: found.id! }, found.meta?.versionId);
}
