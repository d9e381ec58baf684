import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, Card } from '#fhir-mappers/cds-hooks/card.ts';
import { OVERRIDE_REASONS } from '#fhir-mappers/review.ts';
import { loadDefinitions } from '../sandbox-ehr/fhir/definitions.ts';
import { checkResource } from '../sandbox-ehr/fhir/validate.ts';
import { aHookCall, aPrefetch, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;
let responses: { readonly text: string; readonly cards: readonly Card[] }[] = [];
let cards: readonly Card[] = [];
let proposals: readonly Card[] = [];

const COMPLAINTS = [
  'feels dizzy and weak',
  'sprained ankle playing football, can walk',
  'needs a repeat prescription',
  'crushing chest pain going to the left arm, sweating',
  'sore throat for two days, no fever',
];

async function ask(reason: string, changes: Record<string, unknown> = {}) {
  const prefetch = aPrefetch();
  const encounter = { ...(prefetch.encounter as object), reasonCode: [{ text: reason }] };
  const call = aHookCall({ prefetch: { ...prefetch, encounter, ...changes } });
  const response = await service.call(SERVICE, { method: 'POST', body: call });
  const text = await response.text();
  return { text, cards: JSON.parse(text).cards as Card[] };
}

beforeAll(async () => {
  loadDefinitions();
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
  const { observations: _vitals, ...rest } = aPrefetch();
  const normal = { ...rest, observations: null };
  responses = [
    ...(await Promise.all(COMPLAINTS.map((complaint) => ask(complaint)))),
    ...(await Promise.all(COMPLAINTS.map((complaint) => ask(complaint, normal)))),
    // Nothing can be read but the patient: a card that says so.
    await ask('', { observations: '<html>', conditions: 'x', encounter: rest.encounter }),
  ];
  cards = responses.flatMap((response) => response.cards);
  proposals = cards.filter(({ extension }) => extension !== undefined);
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

const actions = (): readonly Action[] =>
  proposals.flatMap(({ suggestions = [] }) => suggestions.flatMap((suggestion) => suggestion.actions ?? []));

describe('cards', () => {
  it('are there for every complaint, proposals among them', () => {
    expect(responses.every((response) => response.cards.length > 0)).toBe(true);
    expect(proposals.length).toBeGreaterThanOrEqual(COMPLAINTS.length);
  });

  it('CH-16 CH-93 hold resources that are valid R4 and have no id of a server', () => {
    expect(actions().length).toBeGreaterThan(0);
    for (const { resource } of actions()) {
      expect(() => checkResource(resource)).not.toThrow();
      expect(resource?.id).toBeUndefined();
    }
  });

  it('CH-83 CH-124 stand alone in their detail, with the time of evaluation', () => {
    for (const { detail } of cards) {
      expect(detail).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/);
      expect(detail).toContain('a nurse must review');
    }
  });

  it('CH-86 are critical for emergencies only: the same vital signs or none, and the complaint decides', () => {
    const of = (range: readonly Card[]) => range.map(({ indicator }) => indicator);
    expect(new Set(of(proposals.slice(0, COMPLAINTS.length)))).toEqual(new Set(['critical']));
    const withoutVitals = of(proposals.slice(COMPLAINTS.length, 2 * COMPLAINTS.length));
    expect(withoutVitals.filter((indicator) => indicator === 'critical').length).toBeLessThanOrEqual(2);
  });

  it('CH-87 CH-125 name their source and a topic to group by', () => {
    for (const { source } of cards) {
      expect(source.label).toContain('AI-supported');
      expect(source.topic).toMatchObject({ system: expect.any(String), code: expect.any(String) });
    }
  });

  it('CH-88 have no ids of this patient in the address of their source', () => {
    for (const { source } of cards) expect(source.url ?? '').not.toMatch(/p1|e1/);
  });

  it('CH-89 CH-90 say how suggestions are chosen, and recommend one at most', () => {
    for (const { suggestions, selectionBehavior } of proposals) {
      expect(['at-most-one', 'any']).toContain(selectionBehavior);
      expect(suggestions?.filter(({ isRecommended }) => isRecommended).length).toBeLessThanOrEqual(1);
      for (const { uuid, label } of suggestions ?? []) expect([uuid, label]).not.toContain(undefined);
    }
  });

  it('CH-91 suggest nothing that the rest depends on: a suggestion has one action, and the app reads anew', () => {
    for (const { suggestions = [] } of proposals) {
      for (const suggestion of suggestions) expect(suggestion.actions).toHaveLength(1);
    }
  });

  it('CH-92 describe each action', () => {
    for (const { type, description } of actions()) {
      expect(['create', 'update', 'delete']).toContain(type);
      expect(description.length).toBeGreaterThan(0);
    }
  });

  it('CH-94 suggest drafts, never a conclusion', () => {
    for (const { resource } of actions()) {
      expect(resource?.resourceType).toBe('Task');
      expect(resource).toMatchObject({ status: 'draft', intent: 'proposal' });
    }
  });

  it('CH-95 CH-101 CH-105 CH-107 use nothing that only some clients know, and act on nothing', () => {
    for (const { text } of responses) {
      expect(text).not.toMatch(/actionSelectionBehavior|autolaunchable|systemActions/);
    }
  });

  it('CH-96 CH-103 offer coded override reasons with system and display', () => {
    for (const { overrideReasons = [] } of proposals) {
      expect(overrideReasons.length).toBeGreaterThan(3);
      for (const { code, system, display } of overrideReasons) {
        expect(Object.keys(OVERRIDE_REASONS)).toContain(code);
        expect([system, display].every((value) => value.length > 0)).toBe(true);
      }
    }
  });

  it('CH-98 CH-99 link to the registered launch URL and nothing else', () => {
    for (const { links = [] } of cards) {
      for (const { url, type, appContext } of links) {
        expect([url, type]).toEqual([`${service.url}/app/launch.html`, 'smart']);
        expect(appContext ?? 'opaque').not.toMatch(/Patient|Practitioner|\bp1\b/);
      }
    }
  });

  it('CH-102 say that they are AI-supported, on what they rest and what is not known', () => {
    for (const { detail, source } of proposals) {
      expect(source.label).toContain('AI-supported');
      expect(detail).toContain('**Why**');
      expect(detail).toContain('Decision support only');
    }
    expect(proposals.some(({ detail }) => detail?.includes('Not known'))).toBe(true);
  });

  it('CH-104 are few: one for the proposal', () => {
    for (const response of responses) expect(response.cards.length).toBeLessThanOrEqual(2);
  });
});
