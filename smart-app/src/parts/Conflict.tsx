import { Button, Group, Loader } from '@mantine/core';
import type { ClinicalImpression } from 'fhir/r4';
import { useEffect, useState } from 'react';
import { ASSESSMENT_SYSTEM } from '#fhir-mappers/write-back/input.ts';
import type { FhirServer } from '../api/fhir.ts';
import { useWords } from '../words/WordsContext.tsx';
import { inWords } from '../write/in-words.ts';
import { AmendButton } from './AmendButton.tsx';
import { ResourceCard } from './ResourceCard.tsx';

interface Props {
  readonly server: FhirServer;
  readonly assessmentId: string;
  readonly onAmend: (signed: string) => Promise<void>;
  readonly onDiscard: () => void;
}

/** Somebody signed the same proposal first: shows theirs above ours, and lets the nurse choose. */
export function Conflict({ server, assessmentId, onAmend, onDiscard }: Props) {
  const { say } = useWords();
  const [theirs, setTheirs] = useState<ClinicalImpression | 'none'>();
  useEffect(() => {
    const identifier = encodeURIComponent(`${ASSESSMENT_SYSTEM}|${assessmentId}`);
    server
      .search<ClinicalImpression>('ClinicalImpression', `identifier=${identifier}`)
      .then((found) => setTheirs((found.state === 'present' && found.value[0]) || 'none'));
  }, [server, assessmentId]);
  if (!theirs) return <Loader />;
  if (theirs === 'none') return null;
  return (
    <section aria-label={say('conflict.title')}>
      <h2>{say('conflict.title')}</h2>
      <ResourceCard words={inWords(theirs)}>
        <p>{[theirs.assessor?.display, theirs.date].filter(Boolean).join(', ')}</p>
      </ResourceCard>
      <Group mb="md">
        <AmendButton onAmend={() => onAmend(`ClinicalImpression/${theirs.id}`)} />
        <Button variant="default" onClick={onDiscard}>
          {say('conflict.discard')}
        </Button>
      </Group>
    </section>
  );
}
