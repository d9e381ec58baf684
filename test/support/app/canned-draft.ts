import { templateDrafter } from '#cds-service/drafting/adapters/template-drafter.ts';
import { draftNote } from '#cds-service/drafting/draft-note.ts';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { DraftEvent, DraftKind } from '#fhir-mappers/drafted-note.ts';
import type { Reply } from './fake-clinic.ts';

/** The answer of `POST /api/draft` for an assessment, by the template; `change` spoils or fills the note. */
export async function cannedDraft(
  assessment: Assessment,
  kind: DraftKind,
  change: (event: DraftEvent) => DraftEvent = (event) => event,
): Promise<Reply> {
  const events: DraftEvent[] = [{ event: 'progress', stage: 'reading' }];
  const note = await draftNote(
    assessment,
    { snapshot: unavailable('not-provided'), identifiers: [] },
    { kind, drafter: templateDrafter, signal: new AbortController().signal },
  );
  if ('state' in note) throw new Error('the template always answers');
  events.push({ event: 'note', note });
  return {
    status: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    body: events.map((event) => `${JSON.stringify(change(event))}\n`).join(''),
  };
}
