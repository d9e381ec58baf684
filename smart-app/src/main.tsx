import './no-eval.ts';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { Surroundings } from './shell/Surroundings.tsx';

createRoot(document.getElementById('root')!, {
  // A fault of ours while drawing would leave an empty page: say what happened; a reload brings the draft back.
  onUncaughtError: async () => {
    const [{ showProblem }, { Problem }] = await Promise.all([
      import('./shell/show-problem.tsx'),
      import('./smart/problem.ts'),
    ]);
    showProblem(new Problem('unexpected', { detail: 'drawing the page' }), () => location.reload());
  },
}).render(
  <Surroundings>
    <App />
  </Surroundings>,
);
