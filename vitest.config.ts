import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{libraries,platform,systems,apps,examples,tests,benchmarks}/**/*.{test,e2e}.ts'],
    exclude: ['**/node_modules/**', 'data/**'],
    globalSetup: ['platform/database/testing/global-setup.ts'],
    // Real servers and media workers share two cores: fewer files at once keep each of them quick.
    maxWorkers: 2,
    // No test measures time; the limits only end what hangs, also on a busy machine.
    testTimeout: 120_000,
    // None by default: a test that fails now and then is to be mended. Continuous integration tries once more, and says so in its output.
    retry: Number(process.env['ALTIS_TEST_RETRY'] ?? 0),
    hookTimeout: 120_000,
  },
});
