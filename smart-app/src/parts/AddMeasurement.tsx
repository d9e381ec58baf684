import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import { readableUnit } from '../review/handover-lines.ts';
import { readMeasurement } from '../review/measurement-input.ts';
import { useWords } from '../words/WordsContext.tsx';

interface Props {
  readonly kind: VitalKind;
  readonly onAdd: (value: number) => void;
  /** The field stands open from the start. */
  readonly open?: boolean;
  /** Names the vital sign on the button, where the text beside it does not. */
  readonly named?: boolean;
}

/** A button that becomes a field: type the value, Enter adds it. */
export function AddMeasurement({ kind, onAdd, open = false, named = false }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState<string | undefined>(open ? '' : undefined);
  const [error, setError] = useState<string>();
  const name = say(`vital.${kind}`);
  const unit = readableUnit(VITAL_SIGNS[kind].unit);
  if (typed === undefined) {
    return (
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        aria-label={say('missing.addNamed', { name })}
        onClick={() => setTyped('')}
      >
        {named ? name : say('missing.add')}
      </Button>
    );
  }
  const add = () => {
    const read = readMeasurement(kind, typed);
    if (read.ok) onAdd(read.value);
    else setError(say('missing.implausible', { name, low: read.low, high: read.high, unit }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group gap="xs" align="start" wrap="nowrap">
        <TextInput
          aria-label={say('missing.value', { name, unit })}
          inputMode="decimal"
          autoFocus
          w={150}
          value={typed}
          error={error}
          rightSection={<span>{unit}</span>}
          rightSectionWidth={60}
          rightSectionPointerEvents="none"
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setError(undefined);
          }}
          onKeyDown={(event) => event.key === 'Escape' && !open && setTyped(undefined)}
        />
        <Button type="submit" variant="default">
          {say('missing.add')}
        </Button>
      </Group>
    </form>
  );
}
