import { setTimeout as pause } from 'node:timers/promises';
import { busiestGap, disturb, playGames } from '@altis/examples';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldByContract, toldByTruth } from './games/read-games.ts';
import { restartDatabase } from './games/restart-database.ts';
import { sendGames } from './games/send-games.ts';

/** `ALTIS_CRASHES=20 npx vitest run tests/games-chaos.test.ts` kills the server so often. */
const crashes = Number(process.env['ALTIS_CRASHES'] ?? 2);
const seed = Number(process.env['ALTIS_GAMES_SEED'] ?? 42);
const size = process.env['ALTIS_GAMES'] === 'whole' ? 'whole' : 'small';
const games = playGames({ seed, firstDay: '2030-02-22', size });

let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  altis = await startAltis({ env: { ALTIS_RESULTS_COMPETITION: 'XWG2030', ALTIS_RESULTS_TIME_ZONE: 'Europe/Oslo' } });
  operator = await altis.signIn('operator');
});
afterAll(() => altis?.stop());

test(
  `kill -9 of the server × ${crashes}, a database that falls, and an hour without one venue leave the Games as they were played`,
  async () => {
    const arriving = disturb(games.messages, { seed, gaps: [busiestGap(games.messages, 3_600_000)] });
    // The server falls after every so many answers, the database once in the middle.
    const every = Math.floor(arriving.length / (crashes + 1));
    let [answers, kills, databaseFalls] = [0, 0, 0];
    let falling: Promise<unknown> = Promise.resolve();
    const send = async (xml: string): Promise<number> => {
      const status = await sendUntilAnswered(operator, xml);
      answers += 1;
      if (kills < crashes && answers >= every * (kills + 1)) {
        kills += 1;
        falling = altis.kill().then(() => altis.start());
      } else if (databaseFalls === 0 && answers > every * 1.5) {
        databaseFalls += 1;
        if (!(await restartDatabase(altis.dataDirectory))) databaseFalls = Infinity;
      }
      await falling;
      return status;
    };
    await sendGames(arriving, { send });
    expect(kills).toBe(crashes);
    expect(databaseFalls).toBeGreaterThan(0);
    expect(await toldByContract(operator, games.truth)).toEqual(toldByTruth(games.truth));
  },
  240_000 + crashes * 60_000,
);

const patienceMs = 120_000;

/** Sends again while nobody answers, or the server says that it cannot now. */
async function sendUntilAnswered(user: TestUser, xml: string): Promise<number> {
  const headers = { 'content-type': 'application/xml' };
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    try {
      const answer = await user.fetch('/api/results/messages', { method: 'POST', headers, body: xml });
      await answer.arrayBuffer();
      if (answer.status < 500) return answer.status;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    if (Date.now() > untilMs) throw new Error(`The server is down for good: ${altis.output().slice(-4000)}`);
    await pause(200);
  }
}
