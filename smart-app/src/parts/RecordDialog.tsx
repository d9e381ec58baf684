import { Loader } from '@mantine/core';
import type { Resource } from 'fhir/r4';
import { useEffect, useState } from 'react';
import type { FhirServer } from '../api/fhir.ts';
import { recordLines } from '../chart/record-lines.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Dialog } from './Dialog.tsx';
import classes from './ResourceCard.module.css';
import { ResourceView } from './ResourceView.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly reference: string;
  readonly server: FhirServer;
  readonly onClose: () => void;
}

/** One resource of the chart in full, read fresh. */
export function RecordDialog({ reference, server, onClose }: Props) {
  const { say } = useWords();
  const [resource, setResource] = useState<Resource | 'failed'>();
  useEffect(() => {
    server.read<Resource>(reference).then(setResource, () => setResource('failed'));
  }, [reference, server]);
  return (
    <Dialog title={say('chart.recordTitle', { reference })} onClose={onClose} size="lg">
      {resource === undefined && <Loader />}
      {resource === 'failed' && <em>{say('chart.unreadable')}</em>}
      {resource !== undefined && resource !== 'failed' && <Record resource={resource} />}
    </Dialog>
  );
}

function Record({ resource }: { resource: Resource }) {
  const { say } = useWords();
  const lines = recordLines(resource);
  return (
    <>
      <dl className={classes.lines} lang="en">
        {lines.map(({ label, text }) => (
          <div key={`${label} ${text}`} className={classes.line}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Section title={say('preview.fhir')} open={lines.length === 0}>
        <ResourceView resource={resource} />
      </Section>
    </>
  );
}
