import { defineConfig } from 'vitest/config';

/** Tests against a real Weaviate server; `npm run test:weaviate` names its binary in PRESCREEN_WEAVIATE_SERVER. */
export default defineConfig({
  test: {
    include: ['test/weaviate/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
