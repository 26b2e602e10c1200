import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '@altis/audit/contract';
import { jobs } from '@altis/jobs/contract';
import { hasFfmpeg, makeNumberedVideo, readFrameNumbers } from '@altis/media/testing';
import { mediaDescription } from '@altis/media-description/contract';
import { sharedData, startAltis, uploadFile, waitFor, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playByPlay, unit, type Goal } from './game-messages.ts';

const startsAt = '2030-02-22T15:00:00+01:00';
const valla = { code: '1000123', given: 'Tero', family: 'Valla' };
const suomi = { code: '1000127', given: 'Aki', family: 'Suomi' };
const firstGoal: Goal = { id: 'P1-1', at: '2030-02-22T15:00:11.000+01:00', scorer: valla, homeScore: 1 };
const secondGoal: Goal = { id: 'P1-2', at: '2030-02-22T15:00:14.000+01:00', scorer: suomi, homeScore: 2 };
const thirdGoal: Goal = { id: 'P1-3', at: '2030-02-22T15:00:17.000+01:00', scorer: valla, homeScore: 3 };

describe.skipIf(!hasFfmpeg)('media description', () => {
  let altis: Altis;
  let operator: TestUser;
  let folder: string;
  let version = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'altis-description-'));
    altis = await startAltis();
    operator = await altis.signIn('operator');
  });
  afterAll(async () => {
    await altis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const describing = () => operator.api(mediaDescription);
  const send = async (goals: readonly Goal[], ofUnit = unit): Promise<void> => {
    const body = playByPlay((version += 1), goals, ofUnit);
    const headers = { 'content-type': 'application/xml' };
    const answer = await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
    expect(answer.ok, await answer.clone().text()).toBe(true);
  };
  const record = async (path: string, ofUnit = unit): Promise<string> => {
    const upload = await uploadFile(operator, path);
    return (await describing().sessions.create({ unit: ofUnit, upload, startsAt })).id;
  };
  const settled = (session: string) =>
    waitFor(
      `the preparation of ${session}`,
      async () => {
        const found = await describing().sessions.read({ id: session });
        return found.state !== 'preparing' && found;
      },
      { timeoutMs: 60_000 },
    );
  const momentsOf = async (session: string) => (await describing().sessions.moments({ id: session })).items;
  const clipOf = async (moment: string, name: string): Promise<string> => {
    const path = join(folder, name);
    const response = await operator.fetch(`/api/media-description/moments/${moment}/clip.mp4`);
    expect(response.status).toBe(200);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    return path;
  };

  test('names and cuts the goals of a recording, follows a correction, and takes a cancelled goal out', async () => {
    const path = join(folder, 'game.mp4');
    await makeNumberedVideo(path, {
      frameCount: 600,
      rate: '25',
      burstsAtMs: [11_000],
      encoding: ['-g', '50', '-c:a', 'aac'],
    });
    await send([firstGoal]);
    const session = await record(path);
    expect(await settled(session)).toMatchObject({ state: 'ready', video: { frameCount: 600, hasAudio: true } });
    await send([firstGoal, secondGoal]);

    const cut = await waitFor('two clips', async () => {
      const moments = await momentsOf(session);
      return moments.length === 2 && moments.every(({ clipState }) => clipState === 'cut') && moments;
    });
    const [goal] = cut;
    expect(goal).toMatchObject({ actionFrame: 275, inFrame: 50, outFrame: 450, revision: 1 });
    expect(goal?.title.en).toBe('Goal: Tero VALLA, AAA 1–0 BBB');
    const numbers = readFrameNumbers(await clipOf(goal!.id, 'goal.mp4'));
    expect(numbers).toEqual(Array.from({ length: 401 }, (_, frame) => 50 + frame));

    await send([{ ...firstGoal, scorer: suomi }, secondGoal]);
    const corrected = await waitFor('the correction', async () => {
      const found = (await momentsOf(session)).find(({ id }) => id === goal!.id);
      return found?.revision === 2 && found;
    });
    expect(corrected.title.fr).toContain('Aki SUOMI');
    expect(corrected.clip).toEqual(goal!.clip);

    await send([secondGoal]);
    await waitFor('the withdrawal', async () => (await momentsOf(session)).length === 1);
    const gone = await operator.fetch(`/api/media-description/moments/${goal!.id}/clip.mp4`);
    expect(gone.status).toBe(404);

    const { entries } = await altis.administrator
      .api(audit)
      .entries.list({ subjectKind: 'moment', subjectId: goal!.id });
    expect(entries.map(({ action }) => action)).toEqual(['moment.withdrawn', 'moment.corrected']);
    expect(entries[0]?.cause?.version).toBe(String(version));

    // Withdrawn before its clip is cut, and restored: the same bounds once more.
    await send([secondGoal, thirdGoal]);
    await waitFor('the third goal', async () => (await momentsOf(session)).length === 2);
    await send([secondGoal]);
    await waitFor('its withdrawal', async () => (await momentsOf(session)).length === 1);
    await send([secondGoal, thirdGoal]);
    await waitFor('the clip of the restored goal', async () => {
      const moments = await momentsOf(session);
      return moments.length === 2 && moments.every(({ clipState }) => clipState === 'cut');
    });
  });

  test('lets a person mark, trim and withdraw a moment, and moves everything with a corrected start', async () => {
    const ofUnit = 'IHOMTEAM6-------------GPA-000200--';
    const path = join(folder, 'marked.mp4');
    await makeNumberedVideo(path, { frameCount: 500, rate: '25', encoding: ['-g', '25'] });
    const session = await record(path, ofUnit);
    await settled(session);
    const { moments, sessions } = describing();

    const mark = await moments.mark({ id: session, inFrame: 100, outFrame: 149, title: 'A fine pass' });
    await moments.trim({ id: mark.id, inFrame: 110, outFrame: 119 });
    await waitFor('the trimmed clip', async () => (await momentsOf(session))[0]?.clip?.inFrame === 110);
    expect(readFrameNumbers(await clipOf(mark.id, 'mark.mp4'))).toEqual([
      110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    ]);
    await moments.trim({ id: mark.id, inFrame: 100, outFrame: 149 });
    await waitFor('the clip of the first bounds', async () => {
      const [again] = await momentsOf(session);
      return again?.clipState === 'cut' && again.clip?.inFrame === 100;
    });
    await expect(moments.trim({ id: mark.id, inFrame: 400, outFrame: 500 })).rejects.toThrow(/frames 0 to 499/);

    await send([firstGoal], ofUnit);
    const goal = await waitFor('the goal', async () =>
      (await momentsOf(session)).find(({ action }) => action === 'GOAL'),
    );
    await sessions.shift({ id: session, startsAt: '2030-02-22T15:00:01.000+01:00' });
    const moved = (await momentsOf(session)).find(({ id }) => id === goal.id);
    expect(moved?.actionFrame).toBe(goal.actionFrame - 25);

    await moments.withdraw({ id: mark.id });
    await expect(moments.withdraw({ id: goal.id })).rejects.toThrow(/comes from the results/);
    expect((await momentsOf(session)).map(({ id }) => id)).toEqual([goal.id]);
  });

  test.each([
    {
      shape: 'HEVC at 59.94 in Matroska',
      file: 'hevc.mkv',
      rate: '60000/1001',
      encoding: ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-g', '60'],
    },
    {
      shape: 'MPEG-TS with B-frames',
      file: 'broadcast.ts',
      rate: '50',
      encoding: ['-c:v', 'libx264', '-bf', '2', '-g', '50'],
    },
    {
      shape: 'a variable frame rate',
      file: 'phone.mp4',
      rate: '30',
      encoding: ['-vf', "select='not(eq(mod(n,5),3))'", '-vsync', 'vfr'],
    },
    { shape: 'a rotated picture', file: 'rotated.mp4', rate: '30', encoding: ['-metadata:s:v:0', 'rotate=90'] },
  ])('cuts to the frame out of $shape', async ({ file, rate, encoding }) => {
    const path = join(folder, file);
    await makeNumberedVideo(path, { frameCount: 300, rate, encoding });
    const session = await record(path, 'IHOMTEAM6-------------GPA-000300--');
    const { video } = await settled(session);
    const { id } = await describing().moments.mark({ id: session, inFrame: 100, outFrame: 120, title: file });
    await waitFor('the clip', async () => (await momentsOf(session))[0]?.clipState === 'cut');
    expect(video?.frameCount).toBeGreaterThan(200);
    if (file === 'rotated.mp4') return;
    const source = readFrameNumbers(path);
    expect(readFrameNumbers(await clipOf(id, `clip-of-${file}.mp4`))).toEqual(source.slice(100, 121));
  });

  const beam = sharedData('multi-camera', 'cam03.mp4');
  test.skipIf(beam === undefined)('takes in a real recording', async () => {
    const session = await record(beam!, 'IHOMTEAM6-------------GPA-000400--');
    expect(await settled(session)).toMatchObject({ state: 'ready' });
    const { video } = await describing().sessions.read({ id: session });
    const { id } = await describing().moments.mark({ id: session, inFrame: 10, outFrame: 39, title: 'On the beam' });
    await waitFor('the clip', async () => (await momentsOf(session))[0]?.clipState === 'cut', { timeoutMs: 60_000 });
    expect((await momentsOf(session))[0]?.clip).toMatchObject({ frameCount: 30 });
    expect(video!.height).toBeGreaterThan(video!.width);
    expect(id).toMatch(/^moment_/);
  });

  test('says that a preparation was cancelled, and goes on with it when it is tried again', async () => {
    const path = join(folder, 'cancelled.mp4');
    await makeNumberedVideo(path, { frameCount: 200, rate: '25', encoding: ['-g', '25'] });
    const session = await record(path, 'IHOMTEAM6-------------GPA-000500--');
    const id = (await describing().sessions.read({ id: session })).job ?? '';
    await operator.api(jobs).cancel({ id });
    const reason = 'The preparation of cancelled.mp4 was cancelled.';
    expect(await describing().sessions.read({ id: session })).toMatchObject({ state: 'failed', reason });
    await operator.api(jobs).retry({ id });
    expect(await settled(session)).toMatchObject({ state: 'ready', reason: null });
  });

  test('refuses what is no video, and says what to do', async () => {
    const path = join(folder, 'notes.mp4');
    await writeFile(path, 'These are only words.');
    const failed = await settled(await record(path));
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.reason).toContain('notes.mp4');
    expect(failed.remedy).toBeTruthy();
  });
});
