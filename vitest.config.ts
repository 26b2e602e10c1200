import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{libraries,platform,systems,apps,examples,tests,benchmarks}/**/*.{test,e2e}.ts'],
    exclude: ['**/node_modules/**', 'data/**'],
    globalSetup: ['platform/database/testing/global-setup.ts'],
    // Real servers and media workers share two cores: fewer files at once keep each of them quick.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
