import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ClipCut,
  MomentNamed,
  MomentWithdrawn,
  SessionPrepared,
  type MomentClip,
} from '@altis/media-description/contract';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { sql } from '@altis/database';
import { waitFor } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArchiveItem, ArchiveItemDetail } from '../contract/index.ts';
import { bringIndexUpToDate } from '../start/bring-index-up-to-date.ts';
import { isIndexOutdated } from '../store/search-rules.ts';
import { fromMessage, goalMoment, mcDavid, toldIn } from './goal-moment.ts';
import { openArchive, type OpenArchive } from './open-archive.ts';

let archive: OpenArchive;
let folder = '';
let clip: MomentClip;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-clips-'));
  archive = await openArchive();
  if (!hasFfmpeg) return;
  const path = join(folder, 'clip.mp4');
  await makeNumberedVideo(path, { frameCount: 50, rate: '25', encoding: ['-c:v', 'libx264', '-preset', 'ultrafast'] });
  const { id, sizeBytes } = await archive.platform.storage.putFile(path);
  const picture = { durationMs: 2000, frameCount: 50, frameRate: 25, width: 320, height: 180 };
  clip = { object: id, poster: id, sizeBytes, ...picture, inFrame: 100, outFrame: 149 };
});
afterAll(async () => {
  await archive?.close();
  await rm(folder, { recursive: true, force: true });
});

const li = { code: '202', name: 'LI Ming', localName: '李明', organisation: 'CHN', role: 'SCR' };

type Found = {
  items: (ArchiveItem & { highlights: Record<string, { start: number; end: number }[]> })[];
  facets: Record<string, { value: string; label: string; count: number }[]>;
  total: { count: number };
  next: string | null;
};
const find = async (query: Record<string, string>): Promise<Found> =>
  JSON.parse((await archive.get(`/search?${new URLSearchParams(query).toString()}`)).body) as Found;
const read = async (id: string): Promise<ArchiveItemDetail> =>
  JSON.parse((await archive.get(`/items/${id}`)).body) as ArchiveItemDetail;
const titles = async (query: Record<string, string>) => (await find(query)).items.map(({ title }) => title['en']);

test.skipIf(!hasFfmpeg)('finds a clip by words in Latin and Chinese script and by chips', async () => {
  const saved = goalMoment({
    id: 'moment_save',
    action: 'SAVE',
    title: toldIn('Save by LI Ming (CHN)', '李明扑救'),
    sentence: toldIn('LI Ming saves.', '李明扑救成功。'),
    athletes: [li],
    organisations: ['CHN'],
    at: '2026-02-11T10:00:00.000Z',
  });
  await archive.tell([MomentNamed, goalMoment()], [ClipCut, { moment: goalMoment(), clip }]);
  // The clip is told of before the name.
  await archive.tell([ClipCut, { moment: saved, clip }], [MomentNamed, saved]);
  await waitFor('both clips', async () => (await find({})).items.length === 2);

  const goal = 'Goal by Connor McDAVID (CAN)';
  const save = 'Save by LI Ming (CHN)';
  expect(await titles({ text: 'mcdavid goal' })).toEqual([goal]);
  expect(await titles({ text: '进球' })).toEqual([goal]);
  expect(await titles({ text: '李明' })).toEqual([save]);
  expect(await titles({ athlete: '202' })).toEqual([save]);
  expect(await titles({ organisation: 'CAN', action: 'GOAL', discipline: 'IHO', kind: 'clip' })).toEqual([goal]);
  expect(await titles({ from: '2026-02-11', to: '2026-02-11' })).toEqual([save]);
  expect(await titles({ order: 'newest', limit: '1' })).toEqual([save]);

  const chinese = await find({ text: '进球', language: 'zh-Hans' });
  expect(chinese.items[0]?.highlights).toMatchObject({ title: [{ start: 4, end: 6 }] });
  expect(chinese.facets['discipline']).toEqual([{ value: 'IHO', label: '冰球', count: 1 }]);
  expect(chinese.facets['athlete']).toEqual([{ value: '101', label: 'Connor McDAVID', count: 1 }]);
  const { body } = await archive.get('/suggestions?prefix=mcd');
  expect(JSON.parse(body)).toEqual({ items: [{ facet: 'athlete', value: '101', label: 'Connor McDAVID' }] });
  const { body: local } = await archive.get(`/suggestions?prefix=${encodeURIComponent('李')}`);
  expect(JSON.parse(local)).toEqual({ items: [{ facet: 'athlete', value: '202', label: '李明' }] });

  const first = await find({ order: 'newest', limit: '1' });
  expect(await titles({ order: 'newest', limit: '1', cursor: first.next ?? '' })).toEqual([goal]);
});

test.skipIf(!hasFfmpeg)('writes an index of older rules anew, once', async () => {
  const { room } = archive;
  // As an older version left it: other terms, by which nothing of today is found.
  await sql`update item_search_document set tokens = '', scores = ''`.execute(room.db);
  await sql`update search_rules set version = 1`.execute(room.db);
  expect(await titles({ text: '進球' })).toEqual([]);
  await bringIndexUpToDate(room);
  await waitFor('the index', async () => !(await isIndexOutdated(room.db)));
  expect(await titles({ text: '進球' })).toEqual(['Goal by Connor McDAVID (CAN)']);
});

test.skipIf(!hasFfmpeg)(
  'shows a corrected scorer everywhere, whatever came late, and says because of what',
  async () => {
    const named = goalMoment({ id: 'moment_corrected' });
    const corrected = goalMoment({
      id: 'moment_corrected',
      revision: 2,
      title: toldIn('Goal by Nathan MacKINNON (CAN)'),
      sentence: toldIn('Nathan MacKINNON scores.'),
      athletes: [{ ...mcDavid, code: '102', name: 'Nathan MacKINNON' }],
      source: fromMessage('message_2', 2),
    });
    await archive.tell([ClipCut, { moment: named, clip }]);
    const [item] = await waitFor('the clip', async () => {
      const { items } = await find({ text: 'mcdavid', order: 'newest' });
      const own = items.filter(({ title }) => title['en'] === named.title.en);
      return own.length > 1 && own;
    });
    const told: string[] = [];
    const stop = archive.platform.changes.subscribe(['media-archive.items'], (topic) => told.push(topic));
    await archive.tell([MomentNamed, corrected], [MomentNamed, named]);
    const [found] = await waitFor('the correction', async () => {
      const { items } = await find({ text: 'mackinnon' });
      return items.length === 1 && items;
    });
    expect(told).toContain('media-archive.items');
    stop();
    expect(item?.version).toBe(found?.version);
    expect(await read(found!.id)).toMatchObject({
      title: corrected.title,
      revision: 2,
      moment: 'moment_corrected',
      source: { message: 'message_2', version: 2 },
    });
    expect(await titles({ athlete: '101' })).toEqual(['Goal by Connor McDAVID (CAN)']);
    const { entries } = await archive.platform.audit.list({ limit: 5 });
    expect(entries[0]).toMatchObject({
      action: 'item.corrected',
      subject: { id: found!.id },
      cause: { message: 'message_2', version: '2' },
    });
  },
);

test.skipIf(!hasFfmpeg)('takes a withdrawn moment out of the search at once; its own page says why', async () => {
  const named = goalMoment({ id: 'moment_cancelled', title: toldIn('Cancelled goal') });
  const source = fromMessage('message_3', 3);
  await archive.tell([MomentNamed, named], [ClipCut, { moment: named, clip }]);
  const [item] = await waitFor('the clip', async () => {
    const { items } = await find({ text: 'cancelled' });
    return items.length === 1 && items;
  });
  await archive.tell([MomentWithdrawn, { ...named, state: 'withdrawn', revision: 2, source }]);
  // Told again, late: it stays withdrawn.
  await archive.tell([MomentNamed, named], [ClipCut, { moment: named, clip }]);
  await waitFor('the withdrawal', async () => (await find({ text: 'cancelled' })).total.count === 0);
  const page = await read(item!.id);
  expect(page).toMatchObject({ state: 'withdrawn', source: { message: 'message_3', version: 3 } });
  const [entry] = (await archive.platform.audit.list({ limit: 1 })).entries;
  expect(entry).toMatchObject({ action: 'item.withdrawn', cause: { message: 'message_3', version: '3' } });
});

test.skipIf(!hasFfmpeg)('keeps a session’s recording, and reads its frames for the player', async () => {
  const { object, poster, sizeBytes, durationMs, frameRate, width, height } = clip;
  const session = {
    session: 'session_1',
    unit: 'IHOMTEAM6-------------GPA-000100--',
    discipline: 'IHO',
    title: 'Canada – China',
    fileName: 'rink-1.mp4',
    startsAt: '2026-02-10T20:00:00.000Z',
    original: object,
    proxy: object,
    poster,
    storyboard: poster,
    tiles: { intervalMs: 1000, columns: 10, rows: 1, tileWidth: 160, tileHeight: 90, count: 2 },
    sizeBytes,
    durationMs,
    frameRate,
    width,
    height,
  };
  await archive.tell([SessionPrepared, session], [SessionPrepared, session]);
  const item = await waitFor('the recording with its frame times', async () => {
    const { items } = await find({ kind: 'asset', text: 'canada china' });
    const detail = items.length === 1 && (await read(items[0]!.id));
    return detail && detail.hasFrameTimes && detail;
  });
  expect(item).toMatchObject({ session: 'session_1', codec: 'h264', fileName: 'rink-1.mp4' });
  const times = JSON.parse((await archive.get(`/items/${item.id}/frame-times`)).body) as number[];
  expect(times.slice(0, 3)).toEqual([0, 40, 80]);
});
