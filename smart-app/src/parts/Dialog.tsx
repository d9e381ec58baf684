import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/WordsContext.tsx';

interface Props {
  readonly title: string;
  readonly open?: boolean;
  readonly onClose: () => void;
  readonly size?: ModalRootProps['size'];
  readonly children: ReactNode;
}

/** A dialog. Its heading is no landmark: Mantine's `header` would be a second banner of the page. */
export function Dialog({ title, open = true, onClose, size, children }: Props) {
  const { say } = useWords();
  return (
    <Modal.Root opened={open} onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title fw={700}>{title}</Modal.Title>
          <Modal.CloseButton size={44} aria-label={say('close')} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
