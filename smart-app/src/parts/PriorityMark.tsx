import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircle,
  IconSquareRotatedFilled,
} from '@tabler/icons-react';
import type { Priority } from '#terminology/priority.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './PriorityMark.module.css';

const SHAPES = {
  critical: IconAlertOctagonFilled,
  high: IconAlertTriangleFilled,
  medium: IconSquareRotatedFilled,
  low: IconCircle,
} as const;

/** The shape of a priority: octagon, triangle, diamond, ring. Always beside its word. */
export function PriorityShape({ priority, size = 24 }: { priority: Priority; size?: number }) {
  const Shape = SHAPES[priority];
  return <Shape size={size} stroke={3} aria-hidden />;
}

/** A priority as word and shape on its colour; never colour alone. */
export function PriorityMark({ priority, large = false }: { priority: Priority; large?: boolean }) {
  const { say } = useWords();
  return (
    <span className={large ? `${classes.mark} ${classes.large}` : classes.mark} data-priority={priority}>
      <PriorityShape priority={priority} size={large ? 28 : 18} />
      <span>{say(`priority.${priority}`)}</span>
    </span>
  );
}
