import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { LeftScreen } from '../screens/LeftScreen.tsx';
import { OpeningScreen } from '../screens/OpeningScreen.tsx';
import { ProblemScreen } from '../screens/ProblemScreen.tsx';
import { type Chosen, type Entry, enter, openWorkplace, type Workplace } from '../session/open-workplace.ts';
import { asProblem, type Problem } from '../smart/problem.ts';
import { mayBePregnant, type WorkRow } from '../worklist/rows.ts';
import { Work } from './Work.tsx';

const WorkListScreen = lazy(() =>
  import('../screens/WorkListScreen.tsx').then(({ WorkListScreen }) => ({ default: WorkListScreen })),
);

const FormScreen = lazy(() =>
  import('../screens/FormScreen.tsx').then(({ FormScreen }) => ({ default: FormScreen })),
);

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'desk' }
  | { readonly state: 'left' }
  | { readonly state: 'form'; readonly row: WorkRow }
  | { readonly state: 'open'; readonly workplace: Workplace }
  | { readonly state: 'stopped'; readonly problem: Problem };

/** The app after the launch: the work list of a desk, or the workplace of one patient, or why not. */
export function App() {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const entry = useRef<Entry>(undefined);
  const started = useRef(false);
  const open = useCallback(async (options: { ignoreHandle?: boolean; chosen?: Chosen } = {}) => {
    setOpening({ state: 'opening' });
    try {
      entry.current ??= await enter();
      if (entry.current.connection.isDesk && !options.chosen) setOpening({ state: 'desk' });
      else setOpening({ state: 'open', workplace: await openWorkplace(entry.current, options) });
    } catch (error) {
      setOpening({ state: 'stopped', problem: asProblem(error) });
    }
  }, []);
  useEffect(() => {
    // The code of a launch is exchanged once, however often React mounts this.
    if (started.current) return;
    started.current = true;
    void open();
  }, [open]);

  switch (opening.state) {
    case 'opening':
      return <OpeningScreen />;
    case 'stopped':
      return (
        <ProblemScreen
          problem={opening.problem}
          onAgain={() => open()}
          onNewest={() => open({ ignoreHandle: true })}
        />
      );
    case 'desk':
      return (
        <Suspense fallback={<OpeningScreen />}>
          <WorkListScreen
            entry={entry.current!}
            onOpen={(chosen) => open({ chosen })}
            onForm={(row) => setOpening({ state: 'form', row })}
            onLeave={() => {
              entry.current?.connection.forget();
              setOpening({ state: 'left' });
            }}
          />
        </Suspense>
      );
    case 'left':
      return <LeftScreen />;
    case 'form':
      return (
        <Suspense fallback={<OpeningScreen />}>
          <FormScreen
            entry={entry.current!}
            chosen={{ patient: opening.row.patient, encounter: opening.row.encounter }}
            mayBePregnant={mayBePregnant(opening.row)}
            onDone={() => open()}
          />
        </Suspense>
      );
    case 'open': {
      const { workplace } = opening;
      return (
        <Work
          // Another proposal is another review: nothing of the old one stays in the page.
          key={workplace.assessment.id}
          workplace={workplace}
          onReopen={(next) => setOpening({ state: 'open', workplace: next })}
          {...(workplace.connection.isDesk ? { onList: () => open() } : {})}
        />
      );
    }
  }
}
