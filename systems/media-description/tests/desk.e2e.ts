import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mediaDescription } from '@altis/media-description/contract';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { hasBrowser, openBrowser, startAltis, uploadFile, waitFor, type Altis, type TestBrowser } from '@altis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const unit = 'IHOMTEAM6-------------FNL-000100--';
const framesPerSecond = 10;
/** Long enough to be live while the test looks at it. */
const frameCount = 3000;

describe.skipIf(!hasBrowser || !hasFfmpeg)('the desk of a session', () => {
  let altis: Altis;
  let browser: TestBrowser;
  let folder: string;
  let session: string;
  const api = () => altis.administrator.api(mediaDescription);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'altis-desk-'));
    altis = await startAltis({ web: true });
    browser = await openBrowser(altis);
    const video = join(folder, 'game.mp4');
    await makeNumberedVideo(video, { frameCount, rate: String(framesPerSecond), encoding: ['-g', '10'] });
    const upload = await uploadFile(altis.administrator, video);
    ({ id: session } = await api().sessions.create({ unit, upload, startsAt: '2030-02-22T15:00:00+01:00' }));
    const isReady = async () => (await api().sessions.read({ id: session })).state === 'ready';
    await waitFor('the session to be ready', isReady, { timeoutMs: 90_000 });
  }, 150_000);
  afterAll(async () => {
    await browser.close();
    await altis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const moments = async () => (await api().sessions.moments({ id: session })).items;

  test('marks, trims and withdraws a moment by keys, to the frame', { timeout: 90_000 }, async () => {
    const { page, faults, close } = await browser.open(altis.administrator, `/moments/sessions/${session}`);
    const position = page.getByRole('slider', { name: 'Position' });
    const goTo = async (key: string, frame: number): Promise<void> => {
      await page.keyboard.press(key);
      await waitFor(`frame ${frame}`, async () => (await position.getAttribute('aria-valuenow')) === String(frame));
    };
    const inOf = async () => (await moments())[0]?.inFrame;
    await waitFor('the frames', async () => (await position.getAttribute('aria-valuemax')) === String(frameCount - 1));

    await goTo('ArrowRight', 10);
    await page.keyboard.press('i');
    await goTo('ArrowRight', 20);
    await goTo('.', 21);
    await page.keyboard.press('o');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'What happened' }).fill('The captains shake hands');
    await page.keyboard.press('Enter');
    await waitFor('the mark', async () => (await moments()).length === 1);
    expect((await moments())[0]).toMatchObject({ inFrame: 10, outFrame: 21, source: { kind: 'person' } });
    await page.getByRole('listitem').filter({ hasText: 'The captains shake hands' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await waitFor('the address', () => page.url().includes('?moment='));

    await goTo(',', 20);
    await goTo('ArrowLeft', 10);
    await goTo('.', 11);
    await page.keyboard.press('i');
    await page.keyboard.press('Enter');
    await waitFor('the new first frame', async () => (await inOf()) === 11);
    expect(await faults()).toEqual([]);

    await page.getByRole('button', { name: 'Withdraw the mark' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the mark' }).click();
    await waitFor('the mark to go', async () => (await moments()).length === 0);
    await close();
  });

  test('keeps up with the clock until the reader takes over', { timeout: 120_000 }, async () => {
    const startsAt = new Date(Date.now() - 30_000).toISOString();
    await api().sessions.shift({ id: session, startsAt });
    const { page, close } = await browser.open(altis.administrator, `/moments/sessions/${session}`);
    const live = page.getByRole('button', { name: 'Live', exact: true });
    const isFollowing = async (): Promise<boolean> => (await live.getAttribute('aria-pressed')) === 'true';
    const behindFrames = async (): Promise<number> => {
      const shown = await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow');
      return ((Date.now() - Date.parse(startsAt)) / 1000) * framesPerSecond - Number(shown);
    };
    const isNow = async (): Promise<boolean> => Math.abs(await behindFrames()) < 2.5 * framesPerSecond;
    await live.waitFor();
    await waitFor('the desk to follow', isFollowing);
    await waitFor('the picture of now', isNow);

    await page.keyboard.press('Home');
    await waitFor('the reader to take over', async () => !(await isFollowing()));
    await waitFor('the first frame', async () => (await behindFrames()) > 25 * framesPerSecond);
    await page.keyboard.press('g');
    await waitFor('now again', async () => (await isFollowing()) && (await isNow()));

    // The reader also wins while the picture is on its way to now.
    await page.keyboard.press('Home');
    await waitFor('the first frame again', async () => (await behindFrames()) > 25 * framesPerSecond);
    await page.keyboard.press('g');
    await page.keyboard.press('Home');
    await waitFor('the reader to take over again', async () => !(await isFollowing()));
    await waitFor('the first frame to stay', async () => (await behindFrames()) > 25 * framesPerSecond);
    await close();
  });
});
