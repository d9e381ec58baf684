import { useEffect, useRef } from 'react';
import type { Obstacle } from '../review/check-review.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Obstacles.module.css';

/** What keeps the review from being signed, with a link to each place. Focused when it appears. */
export function Obstacles({ obstacles, asked }: { obstacles: readonly Obstacle[]; asked: number }) {
  const { say } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  if (obstacles.length === 0) return null;
  return (
    <section className={classes.box} ref={box} tabIndex={-1} aria-labelledby="obstacles-title">
      <h2 id="obstacles-title" className={classes.title}>
        {say('sign.obstacles')}
      </h2>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle.code}>
            <a
              href={`#${obstacle.at}`}
              onClick={(event) => {
                event.preventDefault();
                focusAt(obstacle.at);
              }}
            >
              {say(
                `obstacle.${obstacle.code}`,
                obstacle.code === 'below-floor' ? { floor: say(`priority.${obstacle.floor}`) } : {},
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusAt(id: string): void {
  const place = document.getElementById(id);
  const field = place?.matches('input, textarea, select')
    ? place
    : place?.querySelector<HTMLElement>('input');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
