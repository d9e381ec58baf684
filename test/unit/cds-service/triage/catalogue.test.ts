import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { cataloguePage } from '#cds-service/triage/catalogue-page.ts';
import { CIRCUMSTANCES } from '#cds-service/triage/circumstances.ts';
import { CAUTIONS } from '#cds-service/triage/drugs/caution-rows.ts';
import { GENERAL_QUESTIONS } from '#cds-service/triage/general-questions.ts';
import { RAISERS } from '#cds-service/triage/protocol/raisers.ts';
import { PROTOCOL_ROWS } from '#cds-service/triage/protocol/rows.ts';
import type { Trigger } from '#cds-service/triage/trigger.ts';
import { conceptsOf, triggerSchema } from '#cds-service/triage/trigger-schema.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { VITAL_KINDS } from '#terminology/vital-signs.ts';

const triggers: readonly (readonly [string, Trigger])[] = [
  ...CATALOGUE.map((rule) => [rule.id, rule.when] as const),
  ...CATALOGUE.flatMap(({ id, question }) =>
    question === undefined ? [] : [[`${id} question`, question.when] as const],
  ),
  ...Object.entries(CIRCUMSTANCES).map(([name, { trigger }]) => [name, trigger] as const),
  ...RAISERS.map(({ id, when }) => [id, when] as const),
  ...CAUTIONS.map(({ id, when }) => [id, when] as const),
  ...GENERAL_QUESTIONS.map(({ id, when }) => [id, when] as const),
  ...PROTOCOL_ROWS.flatMap(({ because, lowWhen }) =>
    lowWhen === undefined || lowWhen === 'always' ? [] : [[because, lowWhen] as const],
  ),
];

describe('the catalogue', () => {
  it('names only concepts that the lexicon knows', () => {
    const unknown = triggers.flatMap(([name, trigger]) =>
      conceptsOf(trigger)
        .filter((concept) => lookUpConcept(concept) === undefined)
        .map((concept) => `${name}: ${concept}`),
    );
    const rows = PROTOCOL_ROWS.flatMap(({ concepts }) => concepts).filter(
      (id) => lookUpConcept(id) === undefined,
    );
    expect([...unknown, ...rows]).toEqual([]);
  });

  it('asks about concepts and vital signs that exist', () => {
    const kinds = new Set<string>(VITAL_KINDS);
    const asked = [
      ...CATALOGUE.flatMap(({ question }) => question?.about ?? []),
      ...GENERAL_QUESTIONS.flatMap(({ about }) => about),
    ];
    expect(asked.filter((id) => !kinds.has(id) && lookUpConcept(id) === undefined)).toEqual([]);
  });

  it('is plain data that the schema of a clinic file accepts', () => {
    for (const [name, trigger] of triggers) {
      const copied: unknown = JSON.parse(JSON.stringify(trigger));
      expect(triggerSchema.safeParse(copied).success, name).toBe(true);
    }
  });

  it('has one row of the protocol for a concept', () => {
    const concepts = PROTOCOL_ROWS.flatMap((row) => row.concepts);
    expect(concepts.filter((id, at) => concepts.indexOf(id) !== at)).toEqual([]);
  });

  it('has unique ids', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('gives every rule three narratives that fire it and three that do not', () => {
    // A fall of pressure since an earlier reading is no narrative: it has a test of its own.
    const poor = CATALOGUE.filter(({ id }) => id !== 'systolic-fall').filter(
      ({ fires, spares }) => fires.length < 3 || spares.length < 3,
    );
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('asks for a physician at once for every critical floor', () => {
    expect(CATALOGUE.filter(({ floor, escalate }) => floor === 'critical' && !escalate)).toEqual([]);
  });

  it('says nothing definitive, no dose and nothing dismissive', () => {
    const texts = [
      ...CATALOGUE.flatMap(({ title, question }) => [title, question?.text ?? '', question?.reason ?? '']),
      ...CAUTIONS.map(({ text }) => text),
      ...GENERAL_QUESTIONS.flatMap(({ text, reason }) => [text, reason]),
    ];
    const forbidden =
      /\b(diagnosed with|\d+ ?mg|prescribe[sd]?\b|give (aspirin|adrenaline|insulin)|just anxiety|drug seek\w*|certainly|definitely|nothing serious)/i;
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
  });

  it('stands in words on its page', () => {
    const page = readFileSync(
      new URL('../../../../cds-service/src/triage/CATALOGUE.md', import.meta.url),
      'utf8',
    );
    expect(page).toBe(cataloguePage(CATALOGUE));
  });
});
