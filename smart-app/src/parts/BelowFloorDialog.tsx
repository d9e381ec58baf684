import { Button, Group, Stack, Text } from '@mantine/core';
import type { Priority } from '#terminology/priority.ts';
import type { Draft } from '../review/draft.ts';
import type { FloorRule } from '../review/floor.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Dialog } from './Dialog.tsx';
import { OverrideReason } from './OverrideReason.tsx';

interface Props {
  readonly rule: FloorRule;
  readonly level: Priority;
  readonly reason: Draft['overrideReason'];
  readonly onReason: (reason: Draft['overrideReason']) => void;
  readonly onKeep: () => void;
  readonly onBelow: () => void;
  readonly onClose: () => void;
}

/** The one interruption: the level is below a safety rule. Names the rule, its facts, and asks for a reason. */
export function BelowFloorDialog({ rule, level, reason, onReason, onKeep, onBelow, onClose }: Props) {
  const { say } = useWords();
  const floor = say(`priority.${rule.floor}`);
  const complete = reason !== undefined && (reason.code !== 'other' || Boolean(reason.text?.trim()));
  return (
    <Dialog title={say('floor.title')} onClose={onClose} size="lg">
      <Stack>
        <Text fz="lg">
          {say('floor.text', { level: say(`priority.${level}`), floor, title: rule.title })}
        </Text>
        {rule.facts.length > 0 && (
          <Text>{say('floor.facts', { facts: rule.facts.map(({ text }) => text).join('; ') })}</Text>
        )}
        <Text fz="sm" c="dimmed">
          {say('source.rule', rule.source)}
          {!rule.source.verified && ` · ${say('source.unverified')}`}
        </Text>
        <Text>{say('floor.say')}</Text>
        <OverrideReason id="floor-reason" reason={reason} onChange={onReason} missing={false} />
        <Group justify="space-between" mt="sm">
          <Button data-autofocus onClick={onKeep}>
            {say('floor.keep', { floor })}
          </Button>
          <Button variant="default" disabled={!complete} onClick={onBelow}>
            {say('floor.below')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
