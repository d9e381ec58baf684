import { join } from 'node:path';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder, MeaningHead, NarrativeModel, TriageModel } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import { withShadow } from '#models/shadow.ts';
import { openTriageModel } from '#models/triage-model.ts';
import type { ServiceConfig } from './config.ts';
import type { ComponentState } from './http/deps.ts';
import { type OnStep, openEvidence } from './open-evidence.ts';
import { rememberMeaning } from './remember-meaning.ts';
import type { CheckedEvidenceStore } from './retrieval/contract.ts';

/** Models and index of one service. Each may be `Unavailable`; the service then works without it and says so. */
export interface Models {
  readonly embedder: Embedder;
  readonly meaning: MeaningHead;
  readonly narrative: NarrativeModel;
  readonly triageModel: TriageModel;
  readonly evidence: CheckedEvidenceStore;
  /** For the readiness page, asked anew each time. */
  describe(): Promise<
    Readonly<Record<'embedder' | 'meaning' | 'narrative' | 'triageModel' | 'evidence', ComponentState>>
  >;
  close(): Promise<void>;
}

/**
 * Opens every model and the knowledge base.
 *
 * Nothing here stops the service: rules need none of it.
 */
export async function openModels(config: ServiceConfig, onStep: OnStep): Promise<Models> {
  const { artifactsFolder, providers } = config;
  const embedder = await openEmbedder({ artifact: join(artifactsFolder, 'embedder'), providers });
  const { info } = embedder;
  // The other two refuse vectors of an embedder that they were not trained with.
  const [triageModel, narrative, meaning] = await Promise.all([
    openTriage(config, info, onStep),
    openNarrativeModel({ artifact: join(artifactsFolder, 'narrative'), providers }),
    openMeaningHead({ artifact: join(artifactsFolder, 'meaning'), providers, embedder: info }).then(
      rememberMeaning,
    ),
  ]);
  const evidence = await openEvidence(config, embedder, onStep);
  return {
    embedder,
    meaning,
    narrative,
    triageModel,
    evidence,
    describe: async () => ({
      embedder: stateOf(embedder.info),
      meaning: stateOf(meaning.info),
      narrative: stateOf(narrative.info),
      triageModel: stateOf(triageModel.info),
      evidence: stateOfStore(await evidence.check()),
    }),
    close: async () => {
      const open = [embedder, triageModel, meaning, narrative, evidence];
      await Promise.all(open.map((one) => one.close()));
    },
  };
}

/** The triage model in use; where a new one is named, with that one in its shadow. */
async function openTriage(
  { artifactsFolder, shadowModel, providers }: ServiceConfig,
  embedder: Embedder['info'],
  onStep: OnStep,
): Promise<TriageModel> {
  const current = await openTriageModel({ artifact: join(artifactsFolder, 'triage'), providers, embedder });
  if (shadowModel === undefined) return current;
  const candidate = await openTriageModel({ artifact: shadowModel, providers, embedder });
  onStep('shadow model', { ...candidate.info });
  return withShadow(current, candidate, (difference) => onStep('shadow model answered', { ...difference }));
}

function stateOf(
  info: Embedder['info'] | TriageModel['info'] | MeaningHead['info'] | NarrativeModel['info'],
): ComponentState {
  if (isUnavailable(info)) return { state: 'unavailable', code: info.code };
  const { name, version } = info;
  return { state: 'present', name, version, ...('provider' in info ? { provider: info.provider } : {}) };
}

function stateOfStore(state: Awaited<ReturnType<CheckedEvidenceStore['check']>>): ComponentState {
  return isUnavailable(state)
    ? { state: 'unavailable', code: state.code }
    : { state: 'present', count: state.size };
}
