import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { type OverrideReason as Code, OVERRIDE_REASONS } from '#fhir-mappers/review.ts';
import type { Draft } from '../review/draft.ts';
import { useWords } from '../words/WordsContext.tsx';

interface Props {
  readonly reason: Draft['overrideReason'];
  readonly onChange: (reason: Draft['overrideReason']) => void;
  readonly missing: boolean;
  readonly id?: string;
}

const CODES = Object.keys(OVERRIDE_REASONS) as Code[];

/** Why the nurse's level differs: one of the codes that the card offers too, and words if she likes. */
export function OverrideReason({ reason, onChange, missing, id = 'reason' }: Props) {
  const { say } = useWords();
  return (
    <Stack gap="xs">
      <NativeSelect
        id={id}
        label={say('level.reason')}
        error={missing && !reason ? say('obstacle.no-reason') : undefined}
        value={reason?.code ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? undefined : { ...reason, code: value as Code })
        }
        data={[
          { value: '', label: say('level.reasonChoose') },
          ...CODES.map((code) => ({ value: code, label: say(`override.${code}`) })),
        ]}
      />
      {reason && (
        <Textarea
          label={say('level.reasonText')}
          autosize
          minRows={1}
          maxLength={2000}
          value={reason.text ?? ''}
          error={
            missing && reason.code === 'other' && !reason.text?.trim()
              ? say('obstacle.reason-needs-words')
              : undefined
          }
          onChange={({ currentTarget }) => onChange({ ...reason, text: currentTarget.value || undefined })}
        />
      )}
    </Stack>
  );
}
