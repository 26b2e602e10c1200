import { disturb, busiestGap, playGames } from '@altis/examples';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allMessages } from './crash/check-promises.ts';
import { readSources, toldByContract, toldByTruth } from './games/read-games.ts';
import { sendGames } from './games/send-games.ts';

/** `ALTIS_GAMES=whole ALTIS_GAMES_SPEED=60 npx vitest run tests/games.test.ts` plays all of it at sixty times its pace. */
const size = process.env['ALTIS_GAMES'] === 'whole' ? 'whole' : 'small';
const speed = Number(process.env['ALTIS_GAMES_SPEED'] ?? Infinity);
const seed = Number(process.env['ALTIS_GAMES_SEED'] ?? 2030);
const games = playGames({ seed, firstDay: '2030-02-22', size });

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({ env: { ALTIS_RESULTS_COMPETITION: 'XWG2030', ALTIS_RESULTS_TIME_ZONE: 'Europe/Oslo' } });
  operator = await altis.signIn('operator');
});
afterAll(() => altis?.stop());

test(
  `the ${size} Games, with faults on the way, end exactly as they were played, and no fact is without its message`,
  async () => {
    const gaps = [busiestGap(games.messages, 20 * 60_000)];
    const arriving = disturb(games.messages, { seed, gaps });
    const sent = await sendGames(arriving, { send, speed });
    const refused = arriving.filter(({ fault }) => fault === 'foreign' || fault === 'truncated').length;
    expect(sent).toEqual({ accepted: arriving.length - refused, refused });

    const visitor = await altis.signIn('visitor');
    expect(await toldByContract(visitor, games.truth)).toEqual(toldByTruth(games.truth));

    const kept = new Set((await allMessages(operator)).map(({ id }) => id));
    const { facts, sources } = await readSources(visitor, games.truth);
    expect(facts).toBeGreaterThan(games.truth.units.length);
    expect([...sources].filter((id) => !kept.has(id))).toEqual([]);
  },
  size === 'whole' ? 4 * 3_600_000 : 240_000,
);

async function send(xml: string): Promise<number> {
  const headers = { 'content-type': 'application/xml' };
  const answer = await operator.fetch('/api/results/messages', { method: 'POST', headers, body: xml });
  await answer.arrayBuffer();
  return answer.status;
}
