import './no-eval.ts';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { Surroundings } from './shell/Surroundings.tsx';

createRoot(document.getElementById('root')!).render(
  <Surroundings>
    <App />
  </Surroundings>,
);
