import { Button, Container, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconListCheck,
  IconRefresh,
  IconShieldCheck,
} from '@tabler/icons-react';
import type { Provenance } from 'fhir/r4';
import { useEffect, useRef, useState } from 'react';
import type { SignatureVerdict } from '../api/service.ts';
import { AmendButton } from '../parts/AmendButton.tsx';
import { ResourceCard } from '../parts/ResourceCard.tsx';
import { ResourceView } from '../parts/ResourceView.tsx';
import { Section } from '../parts/Section.tsx';
import type { Workplace } from '../session/open-workplace.ts';
import { asProblem } from '../smart/problem.ts';
import { clock } from '../words/format.ts';
import { problemWords } from '../words/problems.ts';
import { useWords } from '../words/WordsContext.tsx';
import { inWords } from '../write/in-words.ts';
import { arrivalOf, type ReadBack, readBack, signedProvenance, signedResource } from '../write/read-back.ts';
import classes from './ReceiptScreen.module.css';

interface Props {
  readonly workplace: Workplace;
  readonly written: readonly ReadBack[];
  readonly onAmend: (signed: string) => Promise<void>;
  /** Back to the work list, where there is one. */
  readonly onList?: () => void;
}

/** What stands in the record now, as the record itself says, with a button that checks the signature. */
export function ReceiptScreen({ workplace, written, onAmend, onList }: Props) {
  const { say, language } = useWords();
  const [found, setFound] = useState({ items: written, at: new Date() });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const signed = found.items.find(({ reference }) => reference.startsWith('ClinicalImpression/'))?.reference;
  const arrival = arrivalOf(found.items);
  const whole = arrival === 'whole';
  const again = async () => {
    const references = found.items.map(({ reference }) => reference);
    setFound({ items: await readBack(workplace.server, references), at: new Date() });
  };
  const Icon = whole ? IconCircleCheck : IconAlertTriangle;
  return (
    <Container component="main" size="md" className={classes.page} data-receipt={arrival}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        <Icon size={36} aria-hidden className={whole ? classes.good : classes.bad} />
        {say(`receipt.${arrival}`)}
      </h1>
      <Text>
        {say('receipt.text', { time: clock(found.at, language) })} {whole && !onList && say('receipt.done')}
        {arrival === 'unsigned' && say('receipt.unsignedText')}
      </Text>
      <Group my="md">
        {onList && (
          <Button leftSection={<IconListCheck size={20} aria-hidden />} onClick={onList}>
            {say('list.back')}
          </Button>
        )}
        <Verify workplace={workplace} items={found.items} isMain={!onList} />
        {signed && <AmendButton onAmend={() => onAmend(signed)} />}
      </Group>
      <h2 className={classes.subtitle}>{say('receipt.entries')}</h2>
      {found.items.map((item) =>
        item.state === 'there' ? (
          <ResourceCard key={item.reference} words={inWords(item.resource)}>
            <p className={classes.reference} data-written={item.reference}>
              {item.reference} · {say('receipt.there')}
            </p>
            <Section title={say('preview.fhir')}>
              <ResourceView resource={item.resource} />
            </Section>
          </ResourceCard>
        ) : (
          <p key={item.reference} className={classes.bad}>
            {item.reference} · {say('receipt.notRead')}
          </p>
        ),
      )}
      {!whole && (
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={again}>
          {say('receipt.retry')}
        </Button>
      )}
    </Container>
  );
}

interface VerifyProps {
  readonly workplace: Workplace;
  readonly items: readonly ReadBack[];
  /** One filled button on a screen: this one, unless there is a list to go back to. */
  readonly isMain: boolean;
}

function Verify({ workplace, items, isMain }: VerifyProps) {
  const { say, language } = useWords();
  const [verdict, setVerdict] = useState<SignatureVerdict | 'busy'>();
  const resource = signedResource(items);
  const provenance = signedProvenance(items);
  if (!resource || !provenance) return null;
  const verify = () => {
    setVerdict('busy');
    workplace.service
      .verify(resource, provenance)
      .then(setVerdict, (error) =>
        setVerdict({ valid: false, reason: problemWords(asProblem(error).code, language).title }),
      );
  };
  return (
    <>
      <Button
        variant={isMain ? 'filled' : 'default'}
        leftSection={<IconShieldCheck size={20} aria-hidden />}
        loading={verdict === 'busy'}
        onClick={verify}
      >
        {say('receipt.verify')}
      </Button>
      <Text role="status" fw={600} data-valid={verdict && verdict !== 'busy' ? verdict.valid : undefined}>
        {verdict === 'busy' && say('receipt.verifying')}
        {verdict &&
          verdict !== 'busy' &&
          (verdict.valid
            ? say('receipt.valid', { signer: signerOf(provenance) ?? verdict.signer })
            : say('receipt.invalid', { reason: verdict.text ?? verdict.reason }))}
      </Text>
    </>
  );
}

function signerOf({ signature }: Provenance): string | undefined {
  return signature?.[0]?.who.display;
}
