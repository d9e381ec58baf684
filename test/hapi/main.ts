import { builtJar } from '#ig/build/built-jar.ts';
import { startHapi } from '#ig/hapi-server/start-hapi.ts';
import { CHECKS, type Server } from './checks.ts';

/** `npm run test:hapi`: what we write, on a real HAPI FHIR server. One line for each claim. */
async function main(): Promise<number> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const jar = await builtJar('hapi-server');
  if ('missing' in jar) {
    say(`skipped: ${jar.missing}`);
    return process.env.CI ? 1 : 0;
  }
  const begin = performance.now();
  const hapi = await startHapi(jar.classPath);
  say(`HAPI listens after ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  let failed = 0;
  try {
    for (const { claim, run } of CHECKS) {
      try {
        await run(serverAt(hapi.url));
        say(`ok      ${claim}`);
      } catch (error) {
        failed += 1;
        say(`FAILED  ${claim}\n        ${(error as Error).message}`);
      }
    }
  } finally {
    await hapi.close();
  }
  say(
    `${CHECKS.length - failed} of ${CHECKS.length} claims hold, ${((performance.now() - begin) / 1000).toFixed(0)} s`,
  );
  return failed === 0 ? 0 : 1;
}

function serverAt(url: string): Server {
  return {
    url,
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(path === '' ? url : `${url}/${path}`, {
        method,
        headers: { 'content-type': 'application/fhir+json', accept: 'application/fhir+json', ...headers },
        signal: AbortSignal.timeout(120_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() };
    },
  };
}

process.exitCode = await main();
