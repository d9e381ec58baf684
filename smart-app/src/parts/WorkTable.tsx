import { Button } from '@mantine/core';
import type { Task } from 'fhir/r4';
import type { Chosen } from '../session/open-workplace.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { WorkRow } from '../worklist/rows.ts';
import { PriorityMark } from './PriorityMark.tsx';
import classes from './WorkTable.module.css';

interface Props {
  readonly rows: readonly WorkRow[];
  readonly me: string;
  readonly onOpen: (chosen: Chosen) => void;
  /** Hands the tablet to the patient. */
  readonly onForm: (row: WorkRow) => void;
  readonly onTake: (task: Task, forMe: boolean) => void;
}

const COLUMNS = ['priority', 'waiting', 'patient', 'complaint', 'owner', 'open'] as const;

/** Waiting patients as a table; on a phone each row becomes a block. */
export function WorkTable(props: Props) {
  const { say } = useWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.encounter} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, me, onOpen, onForm, onTake }: Props & { readonly row: WorkRow }) {
  const { say } = useWords();
  const { name, priority, waitingMinutes, overMinutes, age, sex, complaint, owner, isTaken, handover } = row;
  const isMine = handover?.owner?.reference === me;
  const who = name ?? say('identity.noName');
  return (
    <tr data-encounter={row.encounter}>
      <td>
        {priority ? (
          <PriorityMark priority={priority} />
        ) : (
          <>
            <em>{say('list.untriaged')}</em>
            {row.proposed && (
              <span className={classes.sub}>
                {say('list.proposed', { level: say(`priority.${row.proposed}`) })}
              </span>
            )}
          </>
        )}
      </td>
      <td className={classes.waiting}>
        {say('list.minutes', { n: waitingMinutes })}
        {overMinutes > 0 && <strong className={classes.over}>{say('list.over', { n: overMinutes })}</strong>}
      </td>
      <th scope="row" className={classes.patient}>
        {who}
        <span className={classes.sub}>
          {say(`sex.${sex}`)}
          {age && ` · ${say(`age.${age.unit}`, { n: age.value })}`}
        </span>
      </th>
      <td className={classes.complaint}>
        {complaint ?? <em>{say(row.isComplaintKnown ? 'chart.nothing' : 'list.seeRecord')}</em>}
      </td>
      <td className={classes.owner}>
        {owner ?? <em>{say('list.nobody')}</em>}
        {handover && (!isTaken || isMine) && (
          <Button
            variant="subtle"
            px="xs"
            aria-label={say(isMine ? 'list.releaseNamed' : 'list.takeNamed', { name: who })}
            onClick={() => onTake(handover, !isMine)}
          >
            {say(isMine ? 'list.release' : 'list.take')}
          </Button>
        )}
        {row.openBy.length > 0 && (
          <span className={classes.open}>{say('list.openBy', { names: row.openBy.join(', ') })}</span>
        )}
        <EscalationLine row={row} onTake={onTake} />
      </td>
      <td className={classes.actions}>
        <Button
          variant="default"
          aria-label={say('list.openNamed', { name: who })}
          onClick={() => onOpen({ patient: row.patient, encounter: row.encounter })}
        >
          {say('list.open')}
        </Button>
        <Button
          variant="subtle"
          px="xs"
          aria-label={say('list.formNamed', { name: who })}
          onClick={() => onForm(row)}
        >
          {say('list.form')}
        </Button>
      </td>
    </tr>
  );
}

function EscalationLine({ row, onTake }: Pick<Props, 'onTake'> & { readonly row: WorkRow }) {
  const { say } = useWords();
  const { escalation } = row;
  if (!escalation) return null;
  return (
    <div className={classes.escalation}>
      <strong>
        {say(escalation.isAlarm ? 'list.alarm' : `list.escalation.${escalation.step}`, {
          n: escalation.askedMinutes,
        })}
      </strong>
      <Button variant="default" px="sm" onClick={() => onTake(escalation.task, true)}>
        {say('list.acknowledge')}
      </Button>
    </div>
  );
}
