import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A running HAPI FHIR server. */
export interface HapiServer {
  /** FHIR base, no trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Its databases and a thousand search parameters take 20 to 60 seconds. */
const START_MS = 240_000;

/**
 * Starts HAPI's JPA server on a free port of this machine, with an empty database in memory.
 *
 * @param classPath - What `builtJar` made.
 * @throws Error when it does not listen in time.
 */
export async function startHapi(classPath: string): Promise<HapiServer> {
  const flags = ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classPath];
  const child = spawn('java', [...flags, 'org.prescreen.guide.HapiServer'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const trouble: string[] = [];
  child.stderr.on('data', (part) => trouble.push(String(part)));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const timer = setTimeout(() => child.kill(), START_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^READY (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    clearTimeout(timer);
    child.stdout.resume();
    return {
      url,
      close: async () => {
        child.kill();
        await ended;
      },
    };
  }
  clearTimeout(timer);
  throw new Error(`HAPI did not start:\n${trouble.join('').slice(-2000)}`);
}
