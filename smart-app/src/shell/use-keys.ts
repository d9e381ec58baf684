import { useEffect, useRef } from 'react';

interface Keys {
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** F6 and Shift+F6 move between regions, Ctrl+Z undoes, Ctrl+/ shows the list. No single letters (WCAG 2.1.4). */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (event.key === 'F6') {
        event.preventDefault();
        moveRegion(event.shiftKey ? -1 : 1);
      } else if (command && event.key === 'z' && !event.shiftKey) {
        event.preventDefault();
        latest.current.onUndo();
      } else if (command && event.key === '/') {
        event.preventDefault();
        latest.current.onHelp();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function moveRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null,
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  next?.focus();
}
