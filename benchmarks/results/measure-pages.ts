import { setTimeout as delay } from 'node:timers/promises';
import { waitFor, type TestBrowser, type TestUser } from '@altis/testing';
import { resultMessage, unitCode, versionShown } from './feed.ts';
import { quantile, type Sample } from './sample.ts';
import { sendMessage } from './send-message.ts';

const units = 10;
const firstUnit = 20;

/**
 * How long it takes from sending a message until an open page has drawn what it says, while ten units get 50 messages a
 * second in all. The page is looked at after every change of its text and the frame that follows.
 */
export async function measurePages(
  operator: TestUser,
  visitor: TestUser,
  browser: TestBrowser,
  seconds: number,
  perSecond = 50,
): Promise<Sample[]> {
  const watched = firstUnit;
  await sendMessage(operator, resultMessage(watched, 1));
  const { page, close } = await browser.open(visitor, `/results/units/${unitCode(watched)}`);
  // Code given to the debugger is not bound by the policy of the page.
  const holds = (condition: string) => async (): Promise<boolean> => (await page.evaluate(condition)) === true;
  await waitFor('the page', holds(`(${versionShown})(document.querySelector('main').textContent) >= 1`));
  await page.evaluate(`(() => {
    const shown = (window.shownVersions = []);
    const versionOf = ${versionShown};
    const look = () => {
      const version = versionOf(document.querySelector('main').textContent);
      if (version > (shown.at(-1)?.version ?? 1)) {
        // Told once the frame with it has been drawn.
        requestAnimationFrame(() => setTimeout(() => shown.push({ version, atMs: Date.now() })));
      }
    };
    new MutationObserver(look).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
  })()`);

  const sentAtMs = new Map<number, number>();
  const late: number[] = [];
  const sending: Promise<void>[] = [];
  const startMs = Date.now();
  let version = 1;
  for (let n = 0; n < seconds * perSecond; n += 1) {
    const dueMs = startMs + (n * 1000) / perSecond;
    if (dueMs > Date.now()) await delay(dueMs - Date.now());
    late.push(Date.now() - dueMs);
    if (n % units === 0) version += 1;
    if (n % units === 0) sentAtMs.set(version, Date.now());
    sending.push(sendMessage(operator, resultMessage(firstUnit + (n % units), version)));
  }
  await Promise.all(sending);
  const tookSeconds = (Date.now() - startMs) / 1000;
  const last = `window.shownVersions.at(-1)?.version >= ${version}`;
  await waitFor('the last message on the page', holds(last), { timeoutMs: 60_000 });
  const shown = await page.evaluate<{ version: number; atMs: number }[]>('window.shownVersions');
  await close();

  const part = 'visible';
  const latencies = [...sentAtMs].flatMap(([sent, atMs], round) => {
    // A page may pass over a version when the next one is there already.
    const first = shown.find((each) => each.version >= sent);
    const what = 'message to drawn page';
    return first === undefined ? [] : [{ part, what, round, value: first.atMs - atMs, unit: 'ms' }];
  });
  const rate = (seconds * perSecond) / tookSeconds;
  return [
    ...latencies,
    { part, what: 'messages acknowledged', round: 0, value: rate, unit: 'messages/s' },
    { part, what: 'sender late by, p95', round: 0, value: quantile(late, 0.95), unit: 'ms' },
  ];
}
