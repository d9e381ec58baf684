import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { ENTERABLE } from '../review/measurement-input.ts';
import { useWords } from '../words/WordsContext.tsx';
import { AddMeasurement } from './AddMeasurement.tsx';

/** A fresh value of any vital sign, also of one that the chart has already. */
export function MeasureAnything({ onAdd }: { onAdd: (kind: VitalKind, value: number) => void }) {
  const { say } = useWords();
  const [kind, setKind] = useState<VitalKind>();
  if (!kind) {
    return (
      <Button
        variant="subtle"
        px="xs"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setKind(ENTERABLE[0])}
      >
        {say('measure.title')}
      </Button>
    );
  }
  return (
    <Group gap="xs" align="start" py={4}>
      <NativeSelect
        aria-label={say('measure.kind')}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value as VitalKind)}
        data={ENTERABLE.map((one) => ({ value: one, label: say(`vital.${one}`) }))}
      />
      <AddMeasurement
        key={kind}
        kind={kind}
        open
        onAdd={(value) => {
          onAdd(kind, value);
          setKind(undefined);
        }}
      />
    </Group>
  );
}
