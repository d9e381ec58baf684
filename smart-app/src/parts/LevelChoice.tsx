import { useRef } from 'react';
import { PRIORITIES, type Priority } from '#terminology/priority.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './LevelChoice.module.css';
import { PriorityShape } from './PriorityMark.tsx';

interface Props {
  readonly chosen: Priority | undefined;
  /** `by` tells whether it was pointed at: arrow keys pass through levels that are not meant. */
  readonly onChoose: (level: Priority, by: 'pointer' | 'keyboard') => void;
  readonly title: string;
  readonly invalid?: boolean;
}

/** Four levels as radio buttons with shape and word. None is chosen for the nurse. */
export function LevelChoice({ chosen, onChoose, title, invalid = false }: Props) {
  const { say } = useWords();
  const by = useRef<'pointer' | 'keyboard'>('keyboard');
  return (
    <fieldset
      className={classes.set}
      data-invalid={invalid || undefined}
      id="level"
      onPointerDown={() => {
        by.current = 'pointer';
      }}
      onKeyDown={() => {
        by.current = 'keyboard';
      }}
    >
      <legend className={classes.title}>{title}</legend>
      <div className={classes.choices}>
        {PRIORITIES.map((level) => (
          <label
            key={level}
            className={classes.choice}
            data-priority={level}
            data-chosen={chosen === level || undefined}
          >
            <input
              type="radio"
              name="level"
              className="hidden"
              checked={chosen === level}
              onChange={() => onChoose(level, by.current)}
            />
            <PriorityShape priority={level} size={20} />
            <span>{say(`priority.${level}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
