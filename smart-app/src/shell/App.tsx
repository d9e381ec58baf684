import { useCallback, useEffect, useRef, useState } from 'react';
import { OpeningScreen } from '../screens/OpeningScreen.tsx';
import { ProblemScreen } from '../screens/ProblemScreen.tsx';
import { openWorkplace, type Workplace } from '../session/open-workplace.ts';
import { asProblem, type Problem } from '../smart/problem.ts';
import { Work } from './Work.tsx';

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly workplace: Workplace }
  | { readonly state: 'stopped'; readonly problem: Problem };

/** The app after the launch: opens the workplace, then shows it or says why not. */
export function App() {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const started = useRef(false);
  const open = useCallback((ignoreHandle: boolean) => {
    setOpening({ state: 'opening' });
    openWorkplace(ignoreHandle).then(
      (workplace) => setOpening({ state: 'open', workplace }),
      (error) => setOpening({ state: 'stopped', problem: asProblem(error) }),
    );
  }, []);
  useEffect(() => {
    // The code of a launch is exchanged once, however often React mounts this.
    if (started.current) return;
    started.current = true;
    open(false);
  }, [open]);
  if (opening.state === 'opening') return <OpeningScreen />;
  if (opening.state === 'stopped') {
    return (
      <ProblemScreen problem={opening.problem} onAgain={() => open(false)} onNewest={() => open(true)} />
    );
  }
  const { workplace } = opening;
  return (
    <Work
      // Another proposal is another review: nothing of the old one stays in the page.
      key={workplace.assessment.id}
      workplace={workplace}
      onReopen={(next) => setOpening({ state: 'open', workplace: next })}
    />
  );
}
