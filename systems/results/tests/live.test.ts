import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { applyPatch, Patch, type Json } from '@altis/json-patch';
import { odfElement } from '@altis/odf';
import { EventDetail, results as published, UnitDetail } from '@altis/results/contract';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { message, participants, playByPlay, results, schedule, suomi, teams, unit, valla } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'], env: { ALTIS_RESULTS_STREAMS_PER_ADDRESS: '5' } });
  operator = await altis.signIn('operator');
  for (const each of [schedule(1), teams(2), participants(2, [valla, suomi]), goals(3, 1)]) await send(each);
});
afterAll(() => altis?.stop());

const leaving: AbortController[] = [];
afterEach(() => leaving.splice(0).forEach((each) => each.abort()));

async function send(body: string): Promise<void> {
  const headers = { 'content-type': 'application/xml' };
  const response = await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
  if (!response.ok) throw new Error(await response.text());
}

/** A play-by-play with so many goals. */
function goals(version: number, count: number, feedFlag: 'P' | 'T' = 'P'): string {
  const list = Array.from({ length: count }, (_, n) => ({ id: `A${n}`, order: n, score: [n + 1, 0] as const }));
  return playByPlay(version, list, { period: 'P1', feedFlag });
}

const Body = z.object({ revision: z.string(), data: UnitDetail });
type Body = z.infer<typeof Body>;

const address = (name = `units/${unit}`) => `${altis.url}/api/results/snapshots/${name}.json`;
const readBody = async (): Promise<Body> => Body.parse(await (await fetch(address())).json());

/** The snapshot once it has so many actions: an announcement takes its time. */
async function untilActions(count: number): Promise<Body> {
  await expect.poll(async () => (await readBody()).data.actions.length, { timeout: 20_000 }).toBe(count);
  return readBody();
}

/** The events of a stream as they come, read from the bytes as the HTML Standard says. */
async function openStream(query: string, headers: Record<string, string> = {}) {
  const left = new AbortController();
  leaving.push(left);
  const response = await fetch(`${altis.url}/api/results/stream?${query}`, { headers, signal: left.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<{ id: string; event: string; data: string }> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end === -1) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error('The stream has ended.');
        text += value;
        continue;
      }
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (field('event') !== '') return { id: field('id'), event: field('event'), data: field('data') };
    }
  };
  return { status: response.status, next, leave: () => left.abort() };
}

const PatchData = z.object({ snapshot: z.string(), from: z.string(), to: z.string(), patch: Patch });

/** What a client has after the patches that come, until it has so many actions. */
async function followUntil(stream: Awaited<ReturnType<typeof openStream>>, body: Body, count: number): Promise<Body> {
  let now: { revision: string; data: Json } = { revision: body.revision, data: body.data };
  while (UnitDetail.parse(now.data).actions.length !== count) {
    const { event, data } = await stream.next();
    expect(event).toBe('patch');
    const { from, to, patch } = PatchData.parse(JSON.parse(data));
    expect(from).toBe(now.revision);
    const applied = applyPatch(now.data, patch);
    if (!applied.ok) throw new Error(applied.reason);
    now = { revision: to, data: applied.value };
  }
  return Body.parse(now);
}

test('a snapshot says what the contract says, with validators, compressed, the same for everybody', async () => {
  await untilActions(1);
  const response = await fetch(address(), { headers: { 'accept-encoding': 'gzip' } });
  const etag = response.headers.get('etag') ?? '';
  const { revision, data } = Body.parse(await response.json());
  expect(data).toEqual(await operator.api(published).units.read({ rsc: unit }));
  expect([response.headers.get('content-encoding'), etag]).toEqual(['gzip', `"${revision}-gzip"`]);
  expect(response.headers.get('cache-control')).toContain('public, max-age=1, s-maxage=1, stale-while-revalidate=');
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  expect(response.headers.has('set-cookie')).toBe(false);

  const known = await operator.fetch(`/api/results/snapshots/units/${unit}.json`, {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': `"other", W/${etag}` },
  });
  expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
  const plain = await fetch(address(), { headers: { 'accept-encoding': 'identity', 'if-none-match': etag } });
  expect([plain.status, plain.headers.get('etag')]).toEqual([200, `"${revision}"`]);
  const head = await fetch(address(), { method: 'HEAD', headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
});

test('it is dated once no second change could have the same date, and not sent again to who has it', async () => {
  const dated = async () => (await fetch(address())).headers.get('last-modified');
  await expect.poll(dated, { timeout: 20_000 }).not.toBe(null);
  const date = (await dated()) ?? '';
  const ask = async (since: string, tag?: string) => {
    const tags: Record<string, string> = tag === undefined ? {} : { 'if-none-match': tag };
    return (await fetch(address(), { headers: { 'if-modified-since': since, ...tags } })).status;
  };
  expect(await ask(date)).toBe(304);
  expect(await ask(new Date(Date.parse(date) - 1000).toUTCString())).toBe(200);
  expect(await ask(date, '"another"')).toBe(200);
  expect(await ask('yesterday')).toBe(200);
});

test('what is not there is not found, and may be remembered for a second', async () => {
  const ask = async (url: string) => {
    const { status, headers } = await fetch(url);
    return [status, headers.get('cache-control')];
  };
  for (const name of [`units/${unit.replace('FNL', 'SFN')}`, 'units/short', 'teams', 'medals.json'])
    expect(await ask(address(name)), name).toEqual([404, 'public, max-age=1']);
  expect(await ask(address().replace('.json', ''))).toEqual([404, 'public, max-age=1']);
  expect((await ask(address('days/2030-02-99')))[0]).toBe(400);
});

test('a stream tells what changes as patches; who comes back with an event’s id, or a revision, hears what it missed', async () => {
  const before = await untilActions(1);
  const stream = await openStream(`snapshot=units/${unit}&snapshot=medals`);
  const first = await stream.next();
  expect([first.event, JSON.parse(first.data)]).toEqual([
    'revision',
    { snapshot: `units/${unit}`, revision: before.revision },
  ]);
  const { id } = await stream.next();
  expect(id.split(',')[0]).toBe(before.revision);

  await send(goals(4, 2));
  expect(await followUntil(stream, before, 2)).toEqual(await untilActions(2));
  stream.leave();
  await send(goals(5, 3));
  const now = await untilActions(3);

  for (const again of [
    await openStream(`snapshot=units/${unit}&snapshot=medals`, { 'last-event-id': id }),
    await openStream(`snapshot=units/${unit}&snapshot=medals&since=${id}`),
    await openStream(`snapshot=units/${unit}@${before.revision}`),
  ]) {
    expect(await followUntil(again, before, 3)).toEqual(now);
    again.leave();
  }
});

test('who is up to date hears only what comes; who was away too long is told to fetch it anew', async () => {
  const now = await untilActions(3);
  const current = await openStream(`snapshot=units/${unit}@${now.revision}`);
  const late = await openStream(`snapshot=units/${unit}@of-last-week`);
  expect(await late.next()).toEqual({
    id: now.revision,
    event: 'reload',
    data: JSON.stringify({ snapshot: `units/${unit}`, to: now.revision }),
  });
  await send(goals(6, 4));
  expect(await followUntil(current, now, 4)).toEqual(await untilActions(4));
  current.leave();
  late.leave();
});

test('weather of the venue or of the discipline comes into the snapshots of its units', async () => {
  const airOf = async (): Promise<(string | undefined)[]> =>
    (await readBody()).data.weather.map(({ temperatures }) => temperatures[0]?.value);
  expect(await airOf()).toEqual([]);
  const air = (value: string) => odfElement('Temperature', { Code: 'AIR', Unit: 'C', Value: value });
  const ofDiscipline = [
    odfElement('Weather', { Date: '2030-02-22T19:30:00+01:00' }, [
      odfElement('Conditions', { Code: 'GEN' }, [air('-8')]),
    ]),
  ];
  const about = { documentCode: 'IHO-------------------------------', version: 1 };
  await send(message({ documentType: 'DT_WEATHER', ...about }, ofDiscipline));
  await expect.poll(airOf, { timeout: 20_000 }).toEqual(['-8']);
  const ofVenue = [
    odfElement('Venue', { Code: 'ARN' }, [
      odfElement('DateTime', { Code: 'NOW', Date: '2030-02-22', Time: '2000' }, [
        odfElement('Conditions', { Code: 'GEN' }, [air('-9')]),
      ]),
    ]),
  ];
  const games = 'GEN-------------------------------';
  await send(message({ documentType: 'DT_VEN_COND', documentCode: games, version: 1 }, ofVenue));
  await expect.poll(airOf, { timeout: 20_000 }).toContain('-9');
});

test('a unit that does not exist yet is announced to who waits for it', async () => {
  const later = unit.replace('000100', '000300');
  const stream = await openStream(`snapshot=units/${later}`);
  await send(schedule(7, 'SCHEDULED', later));
  const { event, data } = await stream.next();
  const { to } = z.object({ to: z.string() }).parse(JSON.parse(data));
  expect(event).toBe('reload');
  const fetched = z.object({ revision: z.string() }).parse(await (await fetch(address(`units/${later}`))).json());
  expect(fetched.revision).toBe(to);
  stream.leave();
});

test('messages of the test feed change no snapshot', async () => {
  const before = await untilActions(4);
  const stream = await openStream(`snapshot=units/${unit}@${before.revision}`);
  await send(goals(50, 9, 'T'));
  await send(goals(8, 5));
  expect((await followUntil(stream, before, 5)).data.actions).toHaveLength(5);
  stream.leave();
});

test('downloads: tables, calendar, JSON, and the message itself; never one of the test feed', async () => {
  const official = results(20, 'OFFICIAL', ['5', '0']);
  await send(official);
  await send(results(21, 'OFFICIAL', ['0', '9']).replace('FeedFlag="P"', 'FeedFlag="T"'));
  const download = async (file: string) => {
    const response = await fetch(`${altis.url}/api/results/downloads/${file}`);
    const name = /^attachment; filename\*?="?(?:UTF-8'')?([^"]+)"?$/.exec(
      response.headers.get('content-disposition') ?? '',
    );
    return { status: response.status, name: name?.[1], text: await response.text() };
  };
  expect(await download(`units/${unit}.odf.xml`)).toMatchObject({
    status: 200,
    name: `${unit}-version-20.odf.xml`,
    text: official,
  });
  const table = await download(`units/${unit}.csv?mark=true`);
  expect(table.name).toBe(`results-${unit}.csv`);
  expect(table.text.split('\r\n')[0]).toMatch(/^\uFEFF?rank,bib,code,name,organisation,/);
  expect(table.text).toContain(',Northland,AAA,');
  expect(UnitDetail.parse(JSON.parse((await download(`units/${unit}.json`)).text)).rsc).toBe(unit);
  expect(table.text).toMatch(/,side(,period \w+)*\r\n/);
  const event = `${unit.slice(0, 22)}------------`;
  const all = await download(`events/${event}.csv`);
  expect(all.text.split('\r\n')[0]).toMatch(/^unit,unit name,day,result status,rank,bib,code,.*,side/);
  expect(all.text).toMatch(new RegExp(`\r\n${unit},.*,OFFICIAL,.*,Northland,AAA,.*,home`));
  expect(EventDetail.parse(JSON.parse((await download(`events/${event}.json`)).text)).rsc).toBe(event);
  const zip = await (await fetch(`${altis.url}/api/results/downloads/events/${event}.odf.zip`)).arrayBuffer();
  const files = Object.values(unzipSync(new Uint8Array(zip))).map((bytes) => new TextDecoder().decode(bytes));
  expect(files).toEqual([official]);
  const calendar = await download('days/2030-02-22.ics?language=fr');
  expect(calendar.text).toMatch(/DTSTART:20300222T201000Z\r\nSUMMARY:.*Finale hommes/);
  expect((await download('days/2030-02-22.csv')).text).toContain(`\r\n${unit},2030-02-22,`);
  expect((await download('medals.csv')).text).toMatch(/^rank,organisation,name,gold,silver,bronze,total,/);
  expect((await download('participants.csv')).text).toContain(`\r\n${valla.code},Valla,Tero,VALLA Tero,`);
  for (const none of ['units/x.csv', 'medals.ics', 'teams.csv', `units/${unit.replace('FNL', 'SFN')}.odf.xml`]) {
    expect((await download(none)).status).toBeGreaterThanOrEqual(400);
    expect((await download(none)).status).toBeLessThan(500);
  }
});

test('a page has its revisions back after the server was killed, and goes on from there', async () => {
  // What was sent last may not be in the snapshot yet.
  const known = await operator.api(published).units.read({ rsc: unit });
  await expect.poll(async () => (await readBody()).data, { timeout: 20_000 }).toEqual(known);
  const before = await untilActions(5);
  await altis.kill();
  await altis.start();
  // Connections that were kept open have to be found dead first.
  await expect.poll(async () => (await readBody()).revision, { timeout: 20_000 }).toBe(before.revision);
  const stream = await openStream(`snapshot=units/${unit}@${before.revision}`);
  operator = await altis.signIn('operator');
  await send(goals(9, 6));
  expect((await followUntil(stream, before, 6)).data.actions).toHaveLength(6);
  stream.leave();
});

test('an address may open only so many streams, and closed ones do not count', async () => {
  const openSix = async () => {
    const six = await Promise.all(Array.from({ length: 6 }, () => openStream('snapshot=medals')));
    six.forEach(({ leave }) => leave());
    return six.map(({ status }) => status).toSorted((a, b) => a - b);
  };
  await expect.poll(openSix, { timeout: 20_000 }).toEqual([200, 200, 200, 200, 200, 429]);
  await expect.poll(openSix, { timeout: 20_000 }).toEqual([200, 200, 200, 200, 200, 429]);
  await expect.poll(async () => (await openStream('snapshot=nothing/of/this/name')).status).toBe(404);
  expect((await openStream('')).status).toBe(400);
});

test('an old client reads it byte by byte: no chunks, lines that end in one character, a heartbeat’s comment allowed', async () => {
  const { port } = new URL(altis.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET /api/results/stream?snapshot=schedule HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n`);
  let text = '';
  while (!text.includes('"}\n\n')) text += String((await once(socket, 'data'))[0]);
  socket.destroy();
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(text.toLowerCase()).not.toContain('transfer-encoding');
  expect(text.split('\r\n\r\n')[1]).toMatch(/^retry: 2000\n\nid: [\w-]+\nevent: revision\ndata: \{.*\}\n\n$/);
});
