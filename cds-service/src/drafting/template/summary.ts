import type { WrittenSentence } from '../contract.ts';
import { type DraftFact, type FactSheet, ofKind } from '../facts/fact.ts';
import { emptyLists, isUrgent, lower, opening } from './sbar.ts';
import { findingsIn, groupMeasurements, listed, notMeasured, valuesOf } from './telling.ts';

/** Three lines: who and what; what the chart says; what was measured and how urgent it is. */
export function writeSummary(sheet: FactSheet): readonly WrittenSentence[] {
  return [...opening(sheet).slice(0, 1), ...history(sheet), urgency(sheet)];
}

interface Part {
  readonly text: string;
  readonly cites: readonly string[];
}

function history(sheet: FactSheet): readonly WrittenSentence[] {
  const kinds = [
    ['condition', 'problems'],
    ['medicine', 'medicines'],
    ['allergy', 'allergies'],
  ] as const;
  const parts: readonly Part[] = [
    ...ofKind(sheet, 'pregnancy').map(({ id, name = '' }) => ({ text: name, cites: [id] })),
    ...kinds.flatMap(([kind, heading]) => {
      const facts = ofKind(sheet, kind);
      const named = facts.filter(({ name, key }) => name !== undefined && key !== 'said');
      const said = facts.filter(({ key }) => key === 'said');
      const parts = [...naming(named, heading), ...naming(said, `${heading} named by the patient`)];
      if (parts.length > 0) return parts;
      return facts
        .filter(({ key }) => key !== 'nothing-recorded')
        .map(({ id, text }) => ({ text: lower(text).replace(/\.$/, ''), cites: [id] }));
    }),
    ...emptyLists(sheet).map(({ text, cites }) => ({ text: lower(text).replace(/\.$/, ''), cites })),
    ...ofKind(sheet, 'missing')
      .filter(({ key = '' }) => /^(?:part-)?(?:conditions|medicines|allergies|chart)$/.test(key))
      .map(({ id, text }) => ({ text: lower(text).replace(/\.$/, ''), cites: [id] })),
  ];
  return parts.length === 0 ? [] : [join(parts)];
}

function naming(facts: readonly DraftFact[], heading: string): readonly Part[] {
  if (facts.length === 0) return [];
  return [
    { text: `${heading}: ${listed(facts.map(({ name }) => name!))}`, cites: facts.map(({ id }) => id) },
  ];
}

function urgency(sheet: FactSheet): WrittenSentence {
  const { high, low, abnormal, normal } = groupMeasurements(sheet);
  const [priority] = ofKind(sheet, 'priority');
  const [reason] = ofKind(sheet, 'reason');
  const unmeasured = notMeasured(sheet);
  const group = (facts: typeof high, heading: string): readonly Part[] =>
    facts.length === 0 ? [] : [{ text: `${heading}: ${valuesOf(facts)}`, cites: facts.map(({ id }) => id) }];
  const isAbnormal = high.length + low.length + abnormal.length > 0;
  return join([
    {
      text: `Proposed priority: ${priority?.name ?? ''}`,
      cites: priority === undefined ? [] : [priority.id],
    },
    ...(reason !== undefined && isUrgent(sheet)
      ? [{ text: `reason: ${lower(reason.name ?? '').replace(/\.$/, '')}`, cites: [reason.id] }]
      : []),
    ...group(low, 'below the normal range'),
    ...group(high, 'above the normal range'),
    ...group(abnormal, 'not normal'),
    ...(isAbnormal ? [] : group(normal, 'in the normal range')),
    ...(unmeasured.facts.length === 0
      ? []
      : [{ text: `not measured: ${unmeasured.names}`, cites: unmeasured.facts.map(({ id }) => id) }]),
    ...(findingsIn(sheet, 'absent').length === 0
      ? []
      : [
          {
            text: `denied: ${listed(findingsIn(sheet, 'absent').map(({ name }) => name!))}`,
            cites: findingsIn(sheet, 'absent').map(({ id }) => id),
          },
        ]),
  ]);
}

function join(parts: readonly Part[]): WrittenSentence {
  const text = parts.map((part) => part.text).join('; ');
  return {
    text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    cites: parts.flatMap(({ cites }) => cites),
  };
}
