import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Keeping } from '../session/use-kept-draft.ts';
import { clock } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './SignBar.module.css';

interface Props {
  readonly keeping: Keeping | undefined;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly disabled: boolean;
  readonly onReview: () => void;
}

/** Always at the foot: is my work kept, undo, and the one primary action. */
export function SignBar({ keeping, canUndo, onUndo, disabled, onReview }: Props) {
  const { say, language } = useWords();
  return (
    <div className={classes.bar} data-region tabIndex={-1}>
      <span className={keeping?.state === 'failed' ? classes.failed : classes.keeping}>
        {keeping &&
          say(
            `draft.${keeping.state}`,
            keeping.state === 'saved' ? { time: clock(keeping.at, language) } : {},
          )}
      </span>
      <ActionIcon
        aria-label={say('draft.undo')}
        disabled={!canUndo}
        onClick={onUndo}
        title={say('draft.undo')}
      >
        <IconArrowBackUp aria-hidden />
      </ActionIcon>
      <Button size="lg" className={classes.sign} disabled={disabled} onClick={onReview}>
        {say('sign.review')}
      </Button>
    </div>
  );
}
