import { join } from 'node:path';
import { isUnavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder, MeaningHead, TriageModel } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
import { openTriageModel } from '#models/triage-model.ts';
import type { ServiceConfig } from './config.ts';
import type { ComponentState } from './http/deps.ts';
import { rememberMeaning } from './remember-meaning.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { EvidenceStore } from './retrieval/contract.ts';
import { openEmbeddedStore } from './retrieval/embedded-store.ts';
import type { OnProgress } from './retrieval/index/embed-missing.ts';

/** Models and index of one service. Each may be `Unavailable`; the service then works without it and says so. */
export interface Models {
  readonly embedder: Embedder;
  readonly meaning: MeaningHead;
  readonly triageModel: TriageModel;
  readonly evidence: EvidenceStore;
  /** For the readiness page, asked anew each time. */
  describe(): Readonly<Record<'embedder' | 'meaning' | 'triageModel' | 'evidence', ComponentState>>;
  close(): Promise<void>;
}

/** Told of long steps while the service starts. */
export type OnStep = (step: string, detail: Readonly<Record<string, unknown>>) => void;

/**
 * Opens every model, and the index of the corpus, which is built first where it is missing or behind the corpus.
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
    evidence: evidence.store,
    describe: () => ({
      embedder: stateOf(embedder.info),
      meaning: stateOf(meaning.info),
      triageModel: stateOf(triageModel.info),
      evidence: evidence.state,
    }),
    close: async () => {
      await Promise.all([embedder.close(), triageModel.close(), meaning.close(), evidence.store.close()]);
    },
  };
}

async function openEvidence(
  { corpusFolder, dataFolder }: ServiceConfig,
  embedder: Embedder,
  onStep: OnStep,
): Promise<{ readonly store: EvidenceStore; readonly state: ComponentState }> {
  const file = join(dataFolder, 'evidence.sqlite');
  try {
    const onProgress = sayQuarters((done, total) => onStep('embedding the corpus', { done, total }));
    const { rejected, ...summary } = await buildIndex({ corpus: corpusFolder, file, embedder, onProgress });
    onStep('evidence index', { ...summary, rejected: rejected.length });
    const count = summary.added + summary.changed + summary.unchanged;
    return {
      store: openEmbeddedStore({ file, embedder: embedder.info }),
      state: { state: 'present', count },
    };
  } catch (error) {
    onStep('evidence index failed', { error: error instanceof Error ? error.message : 'unknown' });
    const broken = unavailable('broken');
    return {
      store: { retrieve: async () => broken, close: async () => undefined },
      state: { state: 'unavailable', code: broken.code },
    };
  }
}

/** Passes progress on at its beginning and at each further quarter: a line every few seconds, not hundreds. */
function sayQuarters(say: (done: number, total: number) => void): OnProgress {
  let said = -1;
  return ({ done, total }) => {
    const quarter = Math.floor((4 * done) / Math.max(1, total));
    if (quarter > said) say(done, total);
    said = Math.max(said, quarter);
  };
}

function stateOf(info: Embedder['info'] | TriageModel['info'] | MeaningHead['info']): ComponentState {
  if (isUnavailable(info)) return { state: 'unavailable', code: info.code };
  const { name, version } = info;
  return { state: 'present', name, version, ...('provider' in info ? { provider: info.provider } : {}) };
}
