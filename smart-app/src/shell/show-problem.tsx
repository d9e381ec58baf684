import '@mantine/core/styles.css';
import '../theme/tokens.css';
import '../theme/base.css';
import { createRoot } from 'react-dom/client';
import { ProblemScreen } from '../screens/ProblemScreen.tsx';
import type { Problem } from '../smart/problem.ts';
import { Surroundings } from './Surroundings.tsx';

/** Shows a problem on a page that has nothing else to show; `onAgain` is offered where trying again can help. */
export function showProblem(problem: Problem, onAgain: () => void): void {
  createRoot(document.getElementById('root')!).render(
    <Surroundings>
      <ProblemScreen problem={problem} onAgain={onAgain} />
    </Surroundings>,
  );
}
