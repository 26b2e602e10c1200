import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '@altis/audit/contract';
import { hockeyPeriod, type HockeyMessage } from '@altis/examples';
import { mediaArchive } from '@altis/media-archive/contract';
import { mediaDescription } from '@altis/media-description/contract';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { mergeActions, noActions, readMessage, type ActionState } from '@altis/odf';
import {
  hasBrowser,
  openBrowser,
  startAltis,
  uploadFile,
  waitFor,
  type Altis,
  type OpenPage,
  type TestBrowser,
} from '@altis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const startAt = '2030-02-22T15:00:00+01:00';
const { messages, timeline, unitCode } = hockeyPeriod({ seed: 2030, startAt });
const rightScorer = scorerOf(timeline.find(({ corrected }) => corrected !== undefined)!.parts);
const wrongScorer = scorerOf(timeline.find(({ corrected }) => corrected !== undefined)!.corrected!.before);
const cancelled = timeline.find(({ withdrawnFrame }) => withdrawnFrame !== undefined)!;

/** The official feed gives a goal to another player, then cancels one: every open page must follow without a reload. */
describe.skipIf(!hasBrowser || !hasFfmpeg)('a correction of the results', () => {
  let altis: Altis;
  let browser: TestBrowser;
  let folder: string;
  let session: string;
  const { corrects, withdraws } = turningPoints();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'altis-correction-'));
    altis = await startAltis({ web: true });
    browser = await openBrowser(altis);
    const video = join(folder, 'game.mp4');
    await makeNumberedVideo(video, { frameCount: 1_100, rate: '10', encoding: ['-g', '10'] });
    const upload = await uploadFile(altis.administrator, video);
    const created = await altis.administrator
      .api(mediaDescription)
      .sessions.create({ unit: unitCode, upload, startsAt: startAt });
    session = created.id;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await altis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (some: readonly HockeyMessage[]): Promise<void> => {
    for (const { xml } of some) {
      const headers = { 'content-type': 'application/xml' };
      const answer = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body: xml });
      expect(answer.ok, await answer.clone().text()).toBe(true);
    }
  };
  const goalsInArchive = async () =>
    (await altis.administrator.api(mediaArchive).search.find({ kind: 'clip', action: 'GOAL' })).items;

  test('reaches the unit, the session and the search while they are open', { timeout: 120_000 }, async () => {
    await send(messages.slice(0, corrects));
    await waitFor('the goals in the archive', async () => (await goalsInArchive()).length >= 2, { timeoutMs: 90_000 });
    const paths = [`/results/units/${unitCode}`, `/moments/sessions/${session}`, '/archive?action=GOAL'];
    const pages = await Promise.all(paths.map((path) => browser.open(altis.administrator, path)));
    for (const page of pages) await waitFor('the first scorer', () => credits(page, wrongScorer));

    await send(messages.slice(corrects, corrects + 1));
    for (const page of pages) await waitFor('the right scorer', () => credits(page, rightScorer));

    await send(messages.slice(corrects + 1, withdraws));
    await waitFor('three goals', async () => (await goalsInArchive()).length === 3, { timeoutMs: 60_000 });
    await send(messages.slice(withdraws, withdraws + 1));
    await waitFor('the cancelled goal to go', async () => (await goalsInArchive()).length === 2);
    await waitFor('the session without it', async () => {
      const { items } = await altis.administrator.api(mediaDescription).sessions.moments({ id: session });
      return items.every(({ actionId }) => actionId !== cancelled.id);
    });
    await Promise.all(pages.map(({ close }) => close()));

    const { entries } = await altis.administrator.api(audit).entries.list({ subjectKind: 'moment' });
    for (const action of ['moment.corrected', 'moment.withdrawn']) {
      const entry = entries.find((each) => each.action === action);
      expect(entry?.cause?.message).toMatch(/^message_/);
      expect(Number(entry?.cause?.version)).toBeGreaterThan(0);
    }
  });
});

/** Which messages correct and withdraw an action, found by reading them as any receiver would. */
function turningPoints(): { corrects: number; withdraws: number } {
  let state: ActionState = noActions;
  const kinds = messages.map(({ xml }) => {
    const reading = readMessage(xml);
    if (!reading.ok || reading.message.content.kind !== 'play-by-play') return [];
    const merged = mergeActions(state, reading.message);
    state = merged.state;
    return merged.changes.map(({ kind }) => kind);
  });
  return {
    corrects: kinds.findIndex((changes) => changes.includes('corrected')),
    withdraws: kinds.findIndex((changes) => changes.includes('withdrawn')),
  };
}

function scorerOf(parts: (typeof timeline)[number]['parts']): string {
  return parts.find(({ role }) => role === 'SCR')!.athlete.familyName;
}

/** Whether a page gives a goal to this player: the word “Goal”, and then the name before any other line or comma. */
async function credits({ page }: OpenPage, familyName: string): Promise<boolean> {
  const text = await page.locator('main').innerText();
  return new RegExp(`goal[^,]{0,60}${familyName}`, 'i').test(text);
}
