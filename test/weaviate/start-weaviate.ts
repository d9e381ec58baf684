import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A running Weaviate server on this machine. */
export interface WeaviateServer {
  /** Base URL, no trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly pid: number;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  /** Kills it at once, as a failing machine would; its data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

const READY_MS = 60_000;
const API_KEY = 'a-key-for-tests';

/**
 * Starts the server with an empty database, authentication on, no telemetry, on free ports of this machine.
 *
 * @throws Error with the server's last words when it does not become ready.
 */
export async function startWeaviate(binary: string): Promise<WeaviateServer> {
  const data = mkdtempSync(join(tmpdir(), 'prescreen-weaviate-'));
  const base = await sixFreePorts();
  const url = `http://127.0.0.1:${base}`;
  let running = await start(binary, base, data);
  return {
    url,
    apiKey: API_KEY,
    get pid() {
      return running.pid;
    },
    memory: () => running.memory(),
    kill: () => running.stop('SIGKILL'),
    restart: async () => {
      running = await start(binary, base, data);
    },
    close: async () => {
      await running.stop('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly pid: number;
  memory(): Promise<number>;
  stop(signal: NodeJS.Signals): Promise<void>;
}

async function start(binary: string, base: number, data: string): Promise<Running> {
  const child = spawn(binary, ['--scheme', 'http', '--host', '127.0.0.1', '--port', String(base)], {
    env: { PATH: process.env.PATH, HOME: data, ...settings(base, data) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      words = `${words}${String(part)}`.slice(-4_000);
    });
  }
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      resolve();
    });
    child.on('error', () => resolve());
  });
  const running: Running = {
    pid: child.pid ?? 0,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    },
    stop: async (signal) => {
      child.kill(signal);
      const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await end;
      clearTimeout(hard);
    },
  };
  const deadline = Date.now() + READY_MS;
  while (!ended && Date.now() < deadline) {
    if (await isReady(`http://127.0.0.1:${base}`)) return running;
    await wait(100);
  }
  await running.stop('SIGKILL');
  throw new Error(`Weaviate did not become ready:\n${words}`);
}

/** A run of adjacent ports, because the internal RPC port must follow Raft's; one voter elects itself at once. */
function settings(base: number, data: string): NodeJS.ProcessEnv {
  return {
    PERSISTENCE_DATA_PATH: data,
    DEFAULT_VECTORIZER_MODULE: 'none',
    ENABLE_MODULES: '',
    API_BASED_MODULES_DISABLED: 'true',
    AUTOSCHEMA_ENABLED: 'false',
    AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false',
    AUTHENTICATION_APIKEY_ENABLED: 'true',
    AUTHENTICATION_APIKEY_ALLOWED_KEYS: API_KEY,
    AUTHENTICATION_APIKEY_USERS: 'prescreen',
    AUTHORIZATION_ADMINLIST_ENABLED: 'true',
    AUTHORIZATION_ADMINLIST_USERS: 'prescreen',
    CLUSTER_HOSTNAME: 'node1',
    CLUSTER_IN_LOCALHOST: 'true',
    CLUSTER_BIND_ADDR: '127.0.0.1',
    CLUSTER_ADVERTISE_ADDR: '127.0.0.1',
    GRPC_PORT: String(base + 1),
    CLUSTER_GOSSIP_BIND_PORT: String(base + 2),
    CLUSTER_DATA_BIND_PORT: String(base + 3),
    RAFT_PORT: String(base + 4),
    RAFT_INTERNAL_RPC_PORT: String(base + 5),
    RAFT_BOOTSTRAP_EXPECT: '1',
    RAFT_TIMEOUTS_MULTIPLIER: '1',
    RAFT_ELECTION_TIMEOUT: '1',
    RAFT_HEARTBEAT_TIMEOUT: '1',
    GO_PROFILING_DISABLE: 'true',
    DISABLE_TELEMETRY: 'true',
    LOG_LEVEL: 'warning',
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/v1/.well-known/ready`, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function sixFreePorts(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const base = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no six adjacent ports are free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
