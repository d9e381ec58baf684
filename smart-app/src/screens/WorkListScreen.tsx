import { Button, Group, Loader, NativeSelect, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Task } from 'fhir/r4';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { PRIORITIES } from '#terminology/priority.ts';
import { fhirServer } from '../api/fhir.ts';
import { WorkTable } from '../parts/WorkTable.tsx';
import type { Chosen, Entry } from '../session/open-workplace.ts';
import { AppMenu } from '../shell/AppMenu.tsx';
import { asProblem, type Problem } from '../smart/problem.ts';
import { clock } from '../words/format.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';
import { holdOrder } from '../worklist/hold-order.ts';
import { readDesk } from '../worklist/read-desk.ts';
import { type WorkRow, workRows } from '../worklist/rows.ts';
import { takeTask } from '../worklist/take-task.ts';
import classes from './WorkListScreen.module.css';

interface Props {
  readonly entry: Entry;
  readonly onOpen: (chosen: Chosen) => void;
  readonly onForm: (row: WorkRow) => void;
  readonly onLeave: () => void;
}

type Latest = { readonly rows: readonly WorkRow[]; readonly at: Date };
type Filter = 'all' | 'mine' | 'untaken' | (typeof PRIORITIES)[number] | 'none';

/** The record is read again after this time, milliseconds. */
const EVERY = 20_000;
const FILTERS: readonly Filter[] = ['all', 'untaken', 'mine', ...PRIORITIES.toReversed(), 'none'];

/** The triage desk: who is waiting, the most urgent and most overdue first. */
export function WorkListScreen({ entry, onOpen, onForm, onLeave }: Props) {
  const { say, language } = useWords();
  const { connection, identity } = entry;
  const server = useMemo(() => fhirServer(connection), [connection]);
  const [latest, setLatest] = useState<Latest>();
  const [shown, setShown] = useState<readonly string[]>();
  const [problem, setProblem] = useState<Problem>();
  const [filter, setFilter] = useState<Filter>('all');
  const me = { reference: identity.fhirUser, display: identity.name ?? identity.fhirUser };

  const read = useCallback(async () => {
    try {
      const at = new Date();
      const rows = workRows(await readDesk(server), at);
      setLatest({ rows, at });
      setShown((before) => before ?? rows.map(({ encounter }) => encounter));
      setProblem(undefined);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, [server]);
  useEffect(() => {
    document.title = say('list.title');
    void read();
    const timer = setInterval(read, EVERY);
    return () => clearInterval(timer);
  }, [read, say]);

  const take = async (task: Task, forMe: boolean) => {
    try {
      await takeTask(server, task, forMe ? me : undefined);
    } catch (error) {
      setProblem(asProblem(error));
    }
    await read();
  };
  const held = latest && holdOrder(shown ?? [], latest.rows);
  const critical = held?.fresh.filter(({ priority }) => priority === 'critical').length ?? 0;
  const rows = (held?.rows ?? []).filter((row) => fits(row, filter, me.reference));
  return (
    <main className={classes.page}>
      <Group justify="space-between" mb="md" gap="sm">
        <h1 className={classes.title}>{say('list.title')}</h1>
        <Group gap="xs" className={classes.tools}>
          <NativeSelect
            aria-label={say('list.filter')}
            value={filter}
            onChange={({ currentTarget }) => setFilter(currentTarget.value as Filter)}
            data={FILTERS.map((one) => ({ value: one, label: say(`list.filter.${one}`) }))}
          />
          <Button
            variant="default"
            px="sm"
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={read}
          >
            {say('list.refresh')}
          </Button>
          <AppMenu onLeave={onLeave} />
        </Group>
      </Group>
      <div role="status">
        {problem && (
          <p className={classes.problem}>
            {say('list.failed')} {problemWords(problem.code, language).title}.
          </p>
        )}
        {held?.hasChanged && (
          <Button
            variant="default"
            mb="sm"
            onClick={() => setShown(latest?.rows.map(({ encounter }) => encounter))}
          >
            {say('list.changed', { n: held.fresh.length, m: critical })}
          </Button>
        )}
      </div>
      {!latest && !problem && <Loader aria-label={say('app.opening')} />}
      {latest && !problem && latest.rows.length === 0 && (
        <Text fz="lg">{say('list.empty', { time: clock(latest.at, language) })}</Text>
      )}
      {rows.length > 0 && (
        <WorkTable rows={rows} me={me.reference} onOpen={onOpen} onForm={onForm} onTake={take} />
      )}
      {latest && rows.length > 0 && (
        <Text c="dimmed" mt="sm">
          {say('list.updated', { time: clock(latest.at, language) })}
        </Text>
      )}
    </main>
  );
}

function fits({ priority, handover, isTaken }: WorkRow, filter: Filter, me: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return handover?.owner?.reference === me;
    case 'untaken':
      return !isTaken;
    case 'none':
      return priority === undefined;
    default:
      return priority === filter;
  }
}
