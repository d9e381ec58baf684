import { Kbd, Table } from '@mantine/core';
import { useWords } from '../words/WordsContext.tsx';
import { Dialog } from './Dialog.tsx';

const KEYS = [
  ['Tab', 'keys.tab'],
  ['F6', 'keys.region'],
  ['↑ ↓ ← →', 'keys.arrows'],
  ['Ctrl + Enter', 'keys.preview'],
  ['Ctrl + Z', 'keys.undo'],
  ['Esc', 'keys.escape'],
  ['Ctrl + /', 'keys.help'],
] as const;

/** The map of the keyboard. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Dialog open={open} title={say('keys.title')} onClose={onClose}>
      <Table verticalSpacing="sm">
        <Table.Tbody>
          {KEYS.map(([key, words]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                <Kbd size="md">{key}</Kbd>
              </Table.Th>
              <Table.Td>{say(words)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
