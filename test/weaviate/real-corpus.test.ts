import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWeaviate } from '#cds-service/retrieval/weaviate/connection.ts';
import { loadWeaviate } from '#cds-service/retrieval/weaviate/load.ts';
import { openWeaviateStore } from '#cds-service/retrieval/weaviate/weaviate-store.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { type Laboratory, openLaboratory } from '../bench/retrieval/signals.ts';
import { serverUnderTest } from './server-under-test.ts';
import type { WeaviateServer } from './start-weaviate.ts';

let server: WeaviateServer;
let laboratory: Laboratory;

beforeAll(async () => {
  server = await serverUnderTest();
  laboratory = await openLaboratory();
  await loadWeaviate({ file: laboratory.file, connection: connectWeaviate(server) });
}, 300_000);

afterAll(async () => {
  await laboratory.close();
  await server.close();
});

describe('Weaviate with the real corpus and the real embedder', () => {
  it('answers the labelled queries as the embedded store does', async () => {
    const connection = connectWeaviate(server);
    const store = openWeaviateStore({ connection, embedder: laboratory.embedder });
    const different: string[] = [];
    for (const [index, { query, asked }] of laboratory.queries.entries()) {
      const question = { ...asked, limit: 6, rules: index % 3 === 0 ? ['anaphylaxis'] : [] };
      const vector = index % 10 === 0 ? undefined : laboratory.vectorOf(query);
      const answers = await Promise.all([
        laboratory.store.retrieve(question, vector),
        store.retrieve(question, vector),
      ]);
      const [ours, theirs] = answers.map((answer) => {
        if (isUnavailable(answer)) throw new Error(`${answer.code}: ${answer.detail}`);
        return answer.passages.map(({ passage, by }) => `${by} ${passage.id}`).join(', ');
      });
      if (ours !== theirs) different.push(`${query.text}\n  SQLite   ${ours}\n  Weaviate ${theirs}`);
    }
    await store.close();
    // Its search for neighbours is approximate, so one in a hundred may differ.
    expect(different.length, different.join('\n')).toBeLessThanOrEqual(laboratory.queries.length / 100);
  }, 300_000);
});
