import { join } from 'node:path';
import { repositoryRoot, startAltis, uploadFile } from '@altis/testing';
import { expect, test, vi } from 'vitest';

test('a browser changes things in a system that runs in another process, and another site’s page does not', async () => {
  vi.stubEnv('ALTIS_TEST_SPLIT', 'media-archive');
  const altis = await startAltis({ systems: ['results', 'media-archive'] });
  try {
    const operator = await altis.signIn('operator');
    const upload = await uploadFile(operator, join(repositoryRoot, 'package.json'));
    const importAt = (origin: string) =>
      operator.fetch('/api/media-archive/imports', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ upload }),
      });
    const own = await importAt(altis.url);
    expect(own.status, await own.text()).toBe(201);
    expect((await importAt('https://evil.example')).status).toBe(403);
  } finally {
    await altis.stop();
  }
}, 120_000);
