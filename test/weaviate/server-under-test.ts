import { startWeaviate, type WeaviateServer } from './start-weaviate.ts';

/** A server of one test file's own, with an empty database. */
export function serverUnderTest(): Promise<WeaviateServer> {
  const binary = process.env.PRESCREEN_WEAVIATE_SERVER;
  if (binary === undefined) throw new Error('run these tests with `npm run test:weaviate`');
  return startWeaviate(binary);
}
