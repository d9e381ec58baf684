import { join } from 'node:path';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder, MeaningHead, TriageModel } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
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
  readonly triageModel: TriageModel;
  readonly evidence: CheckedEvidenceStore;
  /** For the readiness page, asked anew each time. */
  describe(): Promise<Readonly<Record<'embedder' | 'meaning' | 'triageModel' | 'evidence', ComponentState>>>;
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
  const [triageModel, meaning] = await Promise.all([
    openTriageModel({ artifact: join(artifactsFolder, 'triage'), providers, embedder: info }),
    openMeaningHead({ artifact: join(artifactsFolder, 'meaning'), providers, embedder: info }).then(
      rememberMeaning,
    ),
  ]);
  const evidence = await openEvidence(config, embedder, onStep);
  return {
    embedder,
    meaning,
    triageModel,
    evidence,
    describe: async () => ({
      embedder: stateOf(embedder.info),
      meaning: stateOf(meaning.info),
      triageModel: stateOf(triageModel.info),
      evidence: stateOfStore(await evidence.check()),
    }),
    close: async () => {
      await Promise.all([embedder.close(), triageModel.close(), meaning.close(), evidence.close()]);
    },
  };
}

function stateOf(info: Embedder['info'] | TriageModel['info'] | MeaningHead['info']): ComponentState {
  if (isUnavailable(info)) return { state: 'unavailable', code: info.code };
  const { name, version } = info;
  return { state: 'present', name, version, ...('provider' in info ? { provider: info.provider } : {}) };
}

function stateOfStore(state: Awaited<ReturnType<CheckedEvidenceStore['check']>>): ComponentState {
  return isUnavailable(state)
    ? { state: 'unavailable', code: state.code }
    : { state: 'present', count: state.size };
}
