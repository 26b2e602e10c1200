import { identity } from '@altis/identity/contract';
import { expect, test } from 'vitest';
import { startAltis } from './start-altis.ts';

test('starts a real server, signs every role in, and finds its data again after kill -9', async () => {
  const altis = await startAltis({ systems: [] });
  try {
    const member = await altis.signIn('member');
    const visitor = await altis.signIn('visitor');
    const rolesOf = async (user: typeof member) => (await user.api(identity).session.read({})).user?.roles;
    expect(await rolesOf(visitor)).toBeUndefined();
    expect(await rolesOf(member)).toEqual(['member']);
    await expect(member.api(identity).users.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });

    await altis.kill();
    await expect(fetch(altis.url)).rejects.toThrow('fetch failed');
    await altis.start();
    expect(await rolesOf(member)).toEqual(['member']);
    expect(await altis.administrator.api(identity).users.list({})).toHaveLength(2);
  } finally {
    await altis.stop();
  }
}, 120_000);
