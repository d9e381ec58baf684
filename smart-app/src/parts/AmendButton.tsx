import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type Problem } from '../smart/problem.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';

/** Opens a correction of what was signed; says so when that cannot be done now. */
export function AmendButton({ onAmend }: { onAmend: () => Promise<void> }) {
  const { say, language } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const amend = () => {
    setBusy(true);
    onAmend().catch((error) => {
      setProblem(asProblem(error));
      setBusy(false);
    });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        loading={busy}
        onClick={amend}
      >
        {say('receipt.amend')}
      </Button>
      {problem && <Text role="alert">{problemWords(problem.code, language).title}</Text>}
    </>
  );
}
