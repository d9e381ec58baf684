import { NativeSelect, TextInput } from '@mantine/core';
import type { Dispatch } from 'react';
import { FOLLOW_UPS, type FollowUp, type Review } from '#fhir-mappers/review.ts';
import { PRIORITY_MEANING } from '#terminology/priority.ts';
import type { Draft } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './decision.module.css';

const ROLES = ['triage-nurse', 'charge-nurse', 'physician'] as const;
const ORDERS = Object.keys(FOLLOW_UPS) as FollowUp[];

/** Who takes over, by when, whether a physician is called, and what is ordered with one touch. */
export function TakeOver({ draft, dispatch }: { draft: Draft; dispatch: Dispatch<Action> }) {
  const { say } = useWords();
  const set = (change: Partial<Draft>, field?: string) =>
    dispatch({ type: 'set', change, ...(field ? { field } : {}) });
  const usual = draft.priority && PRIORITY_MEANING[draft.priority].withinMinutes;
  return (
    <section data-region tabIndex={-1} aria-labelledby="take-title">
      <h2 id="take-title" className={classes.title}>
        {say('take.title')}
      </h2>
      <div className={classes.pair}>
        <NativeSelect
          label={say('take.to')}
          value={draft.to}
          onChange={({ currentTarget }) => set({ to: currentTarget.value as Review['handover']['to'] })}
          data={ROLES.map((role) => ({ value: role, label: say(`take.${role}`) }))}
        />
        <TextInput
          label={say('take.within')}
          inputMode="numeric"
          placeholder={usual === undefined ? '' : String(usual)}
          value={draft.withinMinutes ?? ''}
          onChange={({ currentTarget: { value } }) => set({ withinMinutes: minutesOf(value) }, 'within')}
        />
      </div>
      <TextInput
        mt="xs"
        label={say('take.name')}
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value }, 'name')}
      />
      <Tick
        label={say('take.escalate')}
        checked={draft.escalate}
        onChange={(escalate) => set({ escalate })}
      />
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{say('follow.title')}</legend>
        <div className={classes.ticks}>
          {ORDERS.map((order) => (
            <Tick
              key={order}
              label={say(`follow.${order}`)}
              checked={draft.followUps.includes(order)}
              onChange={(wanted) =>
                set({
                  followUps: wanted
                    ? [...draft.followUps, order]
                    : draft.followUps.filter((o) => o !== order),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </section>
  );
}

function Tick(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={props.checked}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}

// Whole minutes up to a day; anything else leaves the time that belongs to the level.
function minutesOf(typed: string): number | undefined {
  const minutes = Number(typed);
  return /^\d{1,4}$/.test(typed) && minutes <= 1440 ? minutes : undefined;
}
