import { existsSync } from 'node:fs';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Registry } from './auth/registry.ts';
import type { ServiceConfig } from './config.ts';
import type { Drafter } from './drafting/contract.ts';
import type { CheckReadiness, ComponentState } from './http/deps.ts';
import type { Models } from './open-models.ts';
import type { SigningKey } from './signing/signing-key.ts';
import type { Store } from './store/contract.ts';

interface Parts {
  readonly config: ServiceConfig;
  readonly store: Store;
  readonly models: Models;
  readonly drafter: Drafter;
  readonly registry: Registry;
  readonly key: SigningKey;
  readonly isClosing: () => boolean;
}

/**
 * Asks every part how it is. Only the store and a shutdown make the service unready: without a model it still raises
 * every red flag, and taking it away would help nobody.
 */
export function readinessOf({
  config,
  store,
  models,
  drafter,
  registry,
  key,
  isClosing,
}: Parts): CheckReadiness {
  return async () => {
    const storeState = await askStore(store);
    const clients = registry.current().clients.length;
    const components: Record<string, ComponentState> = {
      store: storeState,
      ...(await models.describe()),
      drafter: stateOfDrafter(drafter),
      keys: { state: 'present', name: key.kid, count: key.jwks.keys.length },
      clients: { state: clients > 0 ? 'present' : 'unavailable', count: clients },
      app: existsSync(config.appFolder)
        ? { state: 'present' }
        : { state: 'unavailable', code: 'not-installed' },
    };
    return { ready: storeState.state === 'present' && !isClosing(), components };
  };
}

function stateOfDrafter({ info }: Drafter): ComponentState {
  if (isUnavailable(info)) return { state: 'unavailable', code: info.code };
  const { adapter, name, version, provider } = info;
  return {
    state: 'present',
    name: adapter === 'template' ? name : `${adapter}: ${name}`,
    ...(version === undefined ? {} : { version }),
    ...(provider === undefined ? {} : { provider }),
  };
}

async function askStore(store: Store): Promise<ComponentState> {
  try {
    await store.check();
    return { state: 'present' };
  } catch {
    return { state: 'unavailable', code: 'broken' };
  }
}
