import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hockeyPeriod, renderHockeyPeriod } from '@altis/examples';
import { mediaArchive } from '@altis/media-archive/contract';
import { mediaDescription } from '@altis/media-description/contract';
import { hasBrowser, openBrowser, startAltis, uploadFile, waitFor, type Altis, type TestBrowser } from '@altis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const seed = 2030;
const startAt = '2030-02-22T15:00:00+01:00';
/** The first goal and the end of its clip lie within. */
const filmedMs = 20_000;
const settleMs = 600;

const looks = [
  { name: 'light, on a desktop', look: {} },
  {
    name: 'dark, in Arabic, on a phone',
    look: { colorScheme: 'dark', locale: 'ar', viewport: { width: 390, height: 844 } },
  },
] as const;

describe.skipIf(!hasBrowser)('a walk through the pages of a game', () => {
  let altis: Altis;
  let browser: TestBrowser;
  let folder: string;
  let paths: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'altis-walk-'));
    altis = await startAltis({ web: true });
    browser = await openBrowser(altis);
    paths = await playGame(altis, join(folder, 'game.mp4'));
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await altis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(looks)('finds nothing wrong $name', { timeout: 180_000 }, async ({ look }) => {
    const faults: string[] = [];
    for (const path of paths) {
      const { page, faults: faultsOf, close } = await browser.open(altis.administrator, path, look);
      // The page listens for changes all the while, so its network is never idle: what it loads at first has come by then.
      await page.waitForTimeout(settleMs);
      faults.push(...(await faultsOf()).map((fault) => `${path}: ${fault}`));
      await close();
    }
    expect(faults).toEqual([]);
  });
});

/** Sends the messages and the first seconds of the recording, and returns the pages worth a visit. */
async function playGame({ administrator }: Altis, video: string): Promise<string[]> {
  const { messages, unitCode } = hockeyPeriod({ seed, startAt });
  const rendering = renderHockeyPeriod({ seed, out: video, width: 320, lengthMs: filmedMs });
  for (const { xml } of messages) {
    const headers = { 'content-type': 'application/xml' };
    const answer = await administrator.fetch('/api/results/messages', { method: 'POST', headers, body: xml });
    expect(answer.ok, await answer.clone().text()).toBe(true);
  }
  await rendering;
  const upload = await uploadFile(administrator, video);
  const session = await administrator
    .api(mediaDescription)
    .sessions.create({ unit: unitCode, upload, startsAt: startAt });
  const item = await waitFor(
    'the first clip in the archive',
    async () => (await administrator.api(mediaArchive).search.find({ kind: 'clip' })).items.at(0),
    { timeoutMs: 90_000 },
  );
  const rooms = ['/results', `/results/units/${unitCode}`, '/results/messages', '/moments', '/moments/new'];
  const archive = ['/archive', `/archive/items/${item.id}`, '/archive/import'];
  // The shell's own pages are walked through in apps/web, without a game.
  return [...rooms, `/moments/sessions/${session.id}`, ...archive];
}
