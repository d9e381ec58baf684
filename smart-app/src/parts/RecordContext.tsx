import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from 'react';
import type { FhirServer } from '../api/fhir.ts';

const RecordDialog = lazy(() =>
  import('./RecordDialog.tsx').then(({ RecordDialog }) => ({ default: RecordDialog })),
);

const Context = createContext<(reference: string) => void>(() => undefined);

/** Lets every part inside show a resource of the chart in full. */
export function RecordProvider({ server, children }: { server: FhirServer; children: ReactNode }) {
  const [open, setOpen] = useState<string>();
  return (
    <Context value={setOpen}>
      {children}
      {open && (
        <Suspense>
          <RecordDialog reference={open} server={server} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Context>
  );
}

/** Opens a resource of the chart, by its reference. */
export function useOpenRecord(): (reference: string) => void {
  return useContext(Context);
}
