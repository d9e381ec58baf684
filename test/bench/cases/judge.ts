import { fileURLToPath } from 'node:url';
import { priorityByRules } from '#cds-service/assess/assess.ts';
import { combine, isAbove } from '#cds-service/assess/combine.ts';
import { featureInput } from '#cds-service/assess/feature-input.ts';
import { clausesToRead, matchMeaning } from '#cds-service/assess/meaning.ts';
import { leavesOpen, settle } from '#cds-service/assess/settle.ts';
import { bearsOut, judgeStory, type StoryOpinion } from '#cds-service/assess/story.ts';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import type { Triage } from '#cds-service/triage/rule.ts';
import { triage } from '#cds-service/triage/triage.ts';
import type { ClinicalSnapshot, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { complaintTexts, complaintVector } from '#models/complaint-vector.ts';
import type { Prediction } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import { neutral } from '#models/neutral-words.ts';
import { openTriageModel } from '#models/triage-model.ts';
import type { Priority } from '#terminology/priority.ts';

/** What each part of the engine makes of one snapshot. */
export interface Judgement {
  /** Rules and protocol, without any model. */
  readonly rules: Priority;
  /** The same with the findings of the reader by meaning. */
  readonly rulesAndMeaning: Priority;
  /** Rules as the story settles them, before a model raises. */
  readonly settled: Priority;
  /** As the service proposes it: with the models too. */
  readonly service: Priority;
  readonly hits: readonly string[];
  readonly meant: readonly Finding[];
  readonly prediction: Prediction | Unavailable;
  readonly story: StoryOpinion | Unavailable;
}

/** Opens the models as the service does; nothing is retrieved and no card is written. */
export async function openJudge(): Promise<{
  judge(snapshot: ClinicalSnapshot): Promise<Judgement>;
  close(): Promise<void>;
}> {
  const artifact = (name: string) =>
    fileURLToPath(new URL(`../../../models/artifacts/${name}`, import.meta.url));
  const embedder = await openEmbedder({ artifact: artifact('embedder') });
  const meaning = await openMeaningHead({ artifact: artifact('meaning'), embedder: embedder.info });
  const narrative = await openNarrativeModel({ artifact: artifact('narrative') });
  const model = await openTriageModel({ artifact: artifact('triage'), embedder: embedder.info });
  return {
    async judge(snapshot) {
      const clauses = clausesToRead(snapshot);
      const described = complaintTexts({ clauses, findings: snapshot.findings });
      const vectors = await embedder.embed([...clauses.map(({ text }) => neutral(text)), ...described]);
      if (isUnavailable(vectors)) throw new Error(`the embedder is not there: ${vectors.code}`);
      const heard = { snapshot, clauses, vectors: vectors.slice(0, clauses.length) };
      const firstLook = triage(snapshot);
      const isDecided = isAbove(rulePriority(firstLook), 'medium');
      const story = leavesOpen(firstLook)
        ? await judgeStory(snapshot, { model: narrative })
        : unavailable('not-provided');
      const meant = !isDecided && bearsOut(story) ? await matchMeaning(heard, meaning) : [];
      const read = { ...snapshot, findings: [...snapshot.findings, ...meant] };
      const found = settle(triage(read), { story, snapshot: read });
      const retriage: Triage = (of) => settle(triage(of), { story, snapshot: of });
      const vector = complaintVector(vectors.slice(clauses.length));
      const prediction = await model.predict(featureInput(read, vector));
      const rulesAndMeaning = priorityByRules({ snapshot: read, triage: triage(read), retriage: triage });
      const settled = priorityByRules({ snapshot: read, triage: found, retriage });
      return {
        rules:
          meant.length === 0
            ? rulesAndMeaning
            : priorityByRules({ snapshot, triage: firstLook, retriage: triage }),
        rulesAndMeaning,
        settled,
        service: combine(settled, { prediction, story }).priority,
        hits: found.hits.map(({ id }) => id),
        meant,
        prediction,
        story,
      };
    },
    async close() {
      await Promise.all([embedder.close(), meaning.close(), narrative.close(), model.close()]);
    },
  };
}
