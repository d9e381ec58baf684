import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { complaintTexts, complaintVector } from '#models/complaint-vector.ts';
import { neutral } from '#models/neutral-words.ts';
import { assess } from './assess/assess.ts';
import { isAbove } from './assess/combine.ts';
import { featureInput } from './assess/feature-input.ts';
import { clausesToRead, matchMeaning } from './assess/meaning.ts';
import { leavesOpen, settle } from './assess/settle.ts';
import { bearsOut, judgeStory } from './assess/story.ts';
import { isForPatient, writeCards } from './cards/write-cards.ts';
import { rulePriority } from './gates/counterfactual-fairness.ts';
import { withoutIdentifiers } from './gates/privacy.ts';
import type { Pipeline, PipelineDeps } from './pipeline-deps.ts';
import { writeQuery } from './retrieval/write-query.ts';
import type { Triage } from './triage/rule.ts';
import { withinBudget } from './within-budget.ts';

/**
 * The service on one page: from a parsed request to cards.
 *
 * Rules never wait for a model or an index: whatever those do, a red flag is raised, and the card says what was
 * missing. Empty `cards` means "nothing to say", never "could not think".
 *
 * @throws ServiceError `data-unavailable` when the patient cannot be read.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  return async (request, { signal }) => {
    if (isForPatient(request)) return { response: { cards: [] } };
    const data = await timed(deps, 'read', () => deps.readPatientData(request, signal));
    const snapshot = await timed(deps, 'snapshot', () =>
      takeSnapshot(data, {
        asOf: deps.now().toISOString(),
        hook: request.hook,
        staleAfterHours: deps.settings.staleAfterHours,
      }),
    );
    const { patientId: patient, encounterId: encounter } = request.context;
    const assessment = await assessSnapshot(snapshot, deps, {
      hook: request.hook,
      subject: encounter === undefined ? { patient } : { patient, encounter },
      signal,
    });
    return timed(deps, 'cards', () =>
      writeCards({
        assessment,
        request,
        newId: deps.newId,
        newHandle: deps.newHandle,
        settings: deps.settings,
      }),
    );
  };
}

/** What a snapshot is assessed for. */
export interface AssessOptions {
  readonly hook: string;
  readonly subject: { readonly patient: string; readonly encounter?: string };
  readonly signal: AbortSignal;
}

/**
 * From facts to a proposal; also the way in when a nurse has answered a question and asks again.
 *
 * One embedding call serves the reader by meaning, the model and the search; the story is read beside it.
 */
export async function assessSnapshot(
  snapshot: ClinicalSnapshot,
  deps: PipelineDeps,
  { hook, subject, signal }: AssessOptions,
): Promise<Assessment> {
  const budget = withinBudget(signal, deps.settings.inferenceBudget);
  const firstLook = await timed(deps, 'rules', () => deps.triage(snapshot));
  const written = writeQuery(snapshot, firstLook.hits);
  const query = { ...written, text: withoutIdentifiers(written.text), clinic: deps.settings.clinic };
  const clauses = clausesToRead(snapshot);
  const described = complaintTexts({ clauses, findings: snapshot.findings });

  const texts = [
    ...clauses.map(({ text }) => neutral(withoutIdentifiers(text))),
    ...described.map(withoutIdentifiers),
    query.text,
  ];
  const [vectors, story] = await Promise.all([
    timed(deps, 'embed', () => deps.embedder.embed(texts, budget)),
    timed(deps, 'story', async () =>
      leavesOpen(firstLook)
        ? judgeStory(snapshot, { model: deps.narrative, signal: budget })
        : unavailable('not-provided'),
    ),
  ]);
  const embedded = isUnavailable(vectors)
    ? undefined
    : {
        clauses: vectors.slice(0, clauses.length),
        described: vectors.slice(clauses.length, clauses.length + described.length),
        query: vectors.at(-1),
      };

  // A guess can only raise to high: where a rule has done that, there is nothing to guess.
  const heard = isAbove(rulePriority(firstLook), 'medium') ? undefined : embedded;
  const meant = await timed(deps, 'meaning', async () =>
    heard === undefined || !bearsOut(story)
      ? []
      : matchMeaning({ snapshot, clauses, vectors: heard.clauses }, deps.meaning, budget),
  );
  const read = meant.length === 0 ? snapshot : { ...snapshot, findings: [...snapshot.findings, ...meant] };
  const retriage: Triage = (of) => settle(deps.triage(of), { story, snapshot: of });
  const triage = meant.length === 0 ? settle(firstLook, { story, snapshot }) : retriage(read);

  const vector = embedded === undefined ? undefined : complaintVector(embedded.described);
  const [evidence, prediction] = await Promise.all([
    timed(deps, 'retrieve', () =>
      deps.evidence.retrieve({ ...query, rules: triage.hits.map(({ id }) => id) }, embedded?.query, budget),
    ),
    timed(deps, 'predict', () => deps.triageModel.predict(featureInput(read, vector), budget)),
  ]);
  return timed(deps, 'assess', () =>
    assess(
      { snapshot: read, query, triage, evidence, prediction, story, retriage },
      {
        id: deps.newId(),
        hook,
        subject,
        versions: deps.settings.versions,
        ...(deps.settings.operatingPoint === undefined
          ? {}
          : { operatingPoint: deps.settings.operatingPoint }),
      },
    ),
  );
}

async function timed<T>({ onStage }: PipelineDeps, stage: string, run: () => T | Promise<T>): Promise<T> {
  const begin = performance.now();
  try {
    return await run();
  } finally {
    onStage?.(stage, performance.now() - begin);
  }
}
