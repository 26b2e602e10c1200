import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { mediaDescription } from '@altis/media-description/contract';
import { results } from '@altis/results/contract';
import { startAltis, uploadFile, waitFor, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participantList, race, resultList, type Line } from './race-messages.ts';

const [valla, suomi, kolmas] = ['1000201', '1000202', '1000203'].map((code): Line => ({ code })) as [Line, Line, Line];
const vallaFirst = { ...valla, rank: 1, result: '1:31.00' };
const vallaSecond = { ...vallaFirst, rank: 2 };
const suomiFirst = { ...suomi, rank: 1, result: '1:30.50' };
const fallen = { ...kolmas, irm: 'DNF' };

describe.skipIf(!hasFfmpeg)('moments of facts', () => {
  let altis: Altis;
  let operator: TestUser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'altis-facts-'));
    altis = await startAltis();
    operator = await altis.signIn('operator');
  });
  afterAll(async () => {
    await altis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const describing = () => operator.api(mediaDescription);
  const send = async (body: string): Promise<void> => {
    const headers = { 'content-type': 'application/xml' };
    const answer = await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
    expect(answer.ok, await answer.clone().text()).toBe(true);
  };
  const record = async (frameCount: number, startsAt: string): Promise<string> => {
    const path = join(folder, `race-${frameCount}.mp4`);
    await makeNumberedVideo(path, { frameCount, rate: '5', encoding: ['-g', '25'] });
    const upload = await uploadFile(operator, path);
    const { id } = await describing().sessions.create({ unit: race, upload, startsAt });
    await waitFor(`the preparation of ${id}`, async () => {
      return (await describing().sessions.read({ id })).state === 'ready';
    });
    return id;
  };
  const momentsOf = async (session: string) => (await describing().sessions.moments({ id: session })).items;
  const titled = (session: string, titles: readonly string[]) =>
    waitFor(titles.join(', '), async () => {
      const moments = await momentsOf(session);
      return JSON.stringify(moments.map(({ title }) => title.en)) === JSON.stringify(titles) && moments;
    });

  test('a timed run is told by its facts, before and after the recording came, and as they are put right', async () => {
    await send(participantList());
    await send(resultList(1, '10:00:10', [valla, suomi, kolmas]));
    await send(resultList(2, '10:00:30', [vallaFirst, suomi, kolmas]));
    const { facts } = await operator.api(results).units.read({ rsc: race });
    const finish = facts.find(({ kind }) => kind === 'finished');
    const startsAt = new Date(Date.parse(finish!.at) - 20_000).toISOString();

    // What was known before the recording is told when it is ready: one moment of finish, lead and place.
    const session = await record(400, startsAt);
    const [lead] = await titled(session, ['Tero VALLA takes the lead']);
    expect(lead).toMatchObject({
      actionId: finish!.id,
      action: 'finished',
      importance: 4,
      revision: 1,
      actionFrame: 100,
      inFrame: 40,
      outFrame: 130,
      athletes: [{ code: valla.code, name: 'Tero VALLA' }],
      source: { kind: 'message', message: finish!.source.message },
    });
    expect(lead?.sentence.de).toBe('Tero VALLA (AAA) übernimmt mit 1:31.00 die Führung.');

    await send(resultList(3, '10:00:45', [suomiFirst, vallaSecond, kolmas]));
    await send(resultList(4, '10:00:55', [suomiFirst, vallaSecond, fallen]));
    const told = ['Tero VALLA takes the lead', 'Aki SUOMI takes the lead', 'Ari KOLMAS does not finish'];
    const [, passing, out] = await titled(session, told);
    expect(out).toMatchObject({ action: 'out', importance: 3, inFrame: 195, outFrame: 265 });

    // A time that is put right corrects the moment; one that is taken back, and a fall that was none, take theirs out.
    await send(resultList(5, '10:01:00', [{ ...suomiFirst, result: '1:30.40' }, vallaSecond, fallen]));
    await waitFor('the correction', async () => {
      const corrected = (await momentsOf(session)).find(({ id }) => id === passing!.id);
      return corrected?.revision === 2 && corrected.sentence.en === 'Aki SUOMI (AAA) takes the lead with 1:30.40.';
    });
    await send(resultList(6, '10:01:05', [vallaFirst, suomi, kolmas]));
    await titled(session, ['Tero VALLA takes the lead']);
  });
});
