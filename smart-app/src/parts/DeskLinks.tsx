import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type Issuer, readConfig } from '../smart/config.ts';
import { useWords } from '../words/WordsContext.tsx';

/** Ways to the triage desk's work list, one for each EHR of this installation. */
export function DeskLinks() {
  const { say } = useWords();
  const [issuers, setIssuers] = useState<readonly Issuer[]>([]);
  useEffect(() => {
    readConfig().then(
      (config) => setIssuers(config.issuers),
      () => setIssuers([]),
    );
  }, []);
  return issuers.map(({ iss }) => (
    <Button
      key={iss}
      component="a"
      href={`launch.html?standalone=1&iss=${encodeURIComponent(iss)}`}
      leftSection={<IconListCheck size={20} aria-hidden />}
    >
      {say('problem.list')}
      {issuers.length > 1 && ` · ${new URL(iss).host}`}
    </Button>
  ));
}
