import { useEffect, useState } from 'react';

const SIGNS = ['pointerdown', 'keydown'] as const;

/** True after nobody has touched the page for a while; `wake` ends it. */
export function useIdle(after: number): { readonly isIdle: boolean; readonly wake: () => void } {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), after);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), after);
    };
    for (const sign of SIGNS) addEventListener(sign, again);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, again);
    };
  }, [after]);
  return { isIdle, wake: () => setIdle(false) };
}
