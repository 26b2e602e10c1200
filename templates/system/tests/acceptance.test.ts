import { startAltis, waitFor, type Altis } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleRoom } from '../contract/index.ts';

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['sample-room'] });
});
afterAll(() => altis.stop());

test('an operator posts a notice, and a visitor reads it with its reading time', async () => {
  const operator = await altis.signIn('operator');
  const visitor = await altis.signIn('visitor');
  const posted = await operator.api(sampleRoom).notices.post({ text: 'The rink opens at ten.' });

  const read = async () => (await visitor.api(sampleRoom).notices.list({})).items.find(({ id }) => id === posted.id);
  const measured = await waitFor('the reading time', async () => {
    const notice = await read();
    return notice?.readingTimeMs ? notice : undefined;
  });
  expect(measured).toEqual({ ...posted, readingTimeMs: 1261 });
});

test('a visitor posts nothing', async () => {
  const visitor = await altis.signIn('visitor');
  await expect(visitor.api(sampleRoom).notices.post({ text: 'Free skates!' })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('an empty notice is refused with the field that is wrong', async () => {
  const operator = await altis.signIn('operator');
  await expect(operator.api(sampleRoom).notices.post({ text: ' ' })).rejects.toMatchObject({ status: 400 });
});
