import { vi } from 'vitest';

// The suite of the system that stands in the middle, with results, media-description and media-archive in three processes;
// `npm run test:split` runs every suite in every way.
vi.stubEnv('ALTIS_TEST_SPLIT', 'media-description,media-archive');
await import('../systems/media-description/tests/acceptance.test.ts');
