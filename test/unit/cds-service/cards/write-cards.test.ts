import { describe, expect, it } from 'vitest';
import { writeCards } from '#cds-service/cards/write-cards.ts';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { anAssessment } from '../../../support/assessment.ts';

function cardFor(changes: Partial<Assessment>) {
  const { response } = writeCards({
    assessment: anAssessment(changes),
    request: { context: { userId: 'Practitioner/n1', patientId: 'p1' } } as never,
    newId: () => 'u1',
    newHandle: () => 'handle-1',
    settings: { launchUrl: 'https://triage.example/app/launch.html' } as never,
  });
  return response.cards[0];
}

const RAISED = 'Emergencies are often told in words like these';

describe('what a card says first', () => {
  it('is what decided; of a model the words that it rests on, without a dose and in 140 characters', () => {
    const model = (words: string) =>
      cardFor({ priority: 'high', reasons: [{ kind: 'model', text: RAISED, facts: [{ text: words }] }] });
    expect(model('lips look grey')?.summary).toBe(
      `High priority proposed, nurse to review: ${RAISED}: "lips look grey"`,
    );
    expect(model('took 30 mg of it')?.summary).not.toContain('30 mg');
    expect(model('and then '.repeat(30))?.summary.length).toBeLessThan(140);
  });

  it('says a reason of the protocol once, though it is its own fact', () => {
    const text = 'cough: "cough": a cold without danger signs.';
    const detail = cardFor({ reasons: [{ kind: 'protocol', text, facts: [{ text }] }] })?.detail ?? '';
    expect(detail.split('a cold without danger signs')).toHaveLength(2);
  });
});
