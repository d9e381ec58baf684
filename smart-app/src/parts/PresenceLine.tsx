import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useRef } from 'react';
import type { PresenceInHand } from '../presence/use-presence.ts';
import { clock } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './Notices.module.css';

/** Who else has this patient open, and taking over. Nothing is locked: both may go on. */
export function PresenceLine({ presence, claim }: PresenceInHand) {
  const { say, language } = useWords();
  // Once held and now another's: that is news to her.
  const hadIt = useRef(false);
  if (presence?.holder === 'me') hadIt.current = true;
  const { others = [], holder } = presence ?? {};
  const at = (time: string) => clock(time, language);
  return (
    <div role="status" data-presence={holder === 'me' ? 'mine' : holder ? 'theirs' : undefined}>
      {others.length > 0 && (
        <div className={classes.notice}>
          <IconUsers size={20} aria-hidden />
          <span>
            {holder && holder !== 'me'
              ? say(hadIt.current ? 'presence.tookOver' : 'presence.has', {
                  name: holder.name,
                  time: at(hadIt.current ? (holder.claimedAt ?? holder.since) : holder.since),
                })
              : say('presence.looks', { name: others.map(({ name }) => name).join(', ') })}
          </span>
          {holder !== 'me' && (
            <Button variant="default" size="sm" onClick={claim}>
              {say(hadIt.current ? 'presence.takeBack' : 'presence.takeOver')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
