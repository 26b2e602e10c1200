import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { eventually, openSampleApp } from './open-sample-app.ts';
import type { SampleApp } from './open-sample-app.ts';

let app: SampleApp;
beforeAll(async () => {
  app = await openSampleApp();
});
afterAll(() => app.close());

/** The number that the picture itself carries, in twelve black or white fields at its lower edge. */
function shownFrame(page: Page): Promise<number> {
  return page.evaluate(() => {
    const video = document.querySelector('video');
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const context = canvas.getContext('2d');
    if (!video || !context) return -1;
    context.drawImage(video, 0, 0, 640, 360);
    return Array.from({ length: 12 }, (_, bit) => {
      const [red = 0] = context.getImageData(Math.floor(((bit + 0.5) * 640) / 12), 352, 1, 1).data;
      return red > 128 ? 1 : 0;
    }).reduce<number>((sum, bit) => sum * 2 + bit, 0);
  });
}

const slider = (page: Page): ReturnType<Page['locator']> => page.getByRole('slider').first();
const said = (page: Page): Promise<string | null> => slider(page).getAttribute('aria-valuetext');

async function openPlayer(locale = 'en'): Promise<Page> {
  const { page } = await app.open('/design', { locale });
  await eventually(() => slider(page).getAttribute('aria-valuemax')).toBe('249');
  await page.getByRole('region').first().focus();
  return page;
}

test('shows exactly the frame that is asked for', async () => {
  const page = await openPlayer();
  await page.getByRole('button', { name: 'Seek to frame 107' }).click();
  await eventually(() => shownFrame(page)).toBe(107);
  await eventually(() => said(page)).toBe('10:00:04:07');

  await page.getByRole('region').first().focus();
  for (const [key, frame] of [
    ['.', 108],
    ['.', 109],
    [',', 108],
    ['ArrowLeft', 83],
    ['ArrowRight', 108],
    ['Home', 0],
    ['End', 249],
  ] as const) {
    await page.keyboard.press(key);
    await eventually(() => shownFrame(page), `after ${key}`).toBe(frame);
  }
  // Quick steps add up, although the decoder lags behind the keys.
  await page.keyboard.press('Home');
  for (let step = 0; step < 17; step += 1) await page.keyboard.press('.');
  await eventually(() => shownFrame(page)).toBe(17);
  await eventually(() => said(page)).toBe('10:00:00:17');
});

test('plays both ways by J K L and stops on the frame that it names', async () => {
  const page = await openPlayer();
  await page.keyboard.press('l');
  await eventually(async () => shownFrame(page)).toBeGreaterThan(20);
  await page.keyboard.press('k');
  const stopped = await settledFrame(page);
  await page.keyboard.press('j');
  await eventually(() => shownFrame(page)).toBeLessThan(stopped - 5);
  await page.keyboard.press('k');
  expect(await settledFrame(page)).toBeLessThan(stopped);
});

test('marks in and out, goes to markers, and keeps time from left to right in Arabic', async () => {
  const page = await openPlayer('ar');
  await page.keyboard.press('BracketRight');
  await standsAt(page, 12);
  await page.keyboard.press('BracketRight');
  await standsAt(page, 84);
  await page.keyboard.press('KeyI');
  await page.keyboard.press('ArrowRight');
  await standsAt(page, 109);
  await page.keyboard.press('KeyO');
  await page.keyboard.press('Home');
  await standsAt(page, 0);
  await page.keyboard.press('Shift+KeyO');
  await standsAt(page, 109);
  await page.keyboard.press('Shift+KeyI');
  await standsAt(page, 84);

  const line = await slider(page).locator('..').boundingBox();
  if (!line) throw new Error('There is no time line.');
  await page.mouse.click(line.x + line.width * 0.75, line.y + 10);
  await standsAt(page, Math.round(0.75 * 249));
  await eventually(() => page.getByRole('button', { name: 'نقطة البداية' }).count()).toBe(1);
});

test('follows a finger on the time line', async () => {
  const { page } = await app.open('/design', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await eventually(() => slider(page).getAttribute('aria-valuemax')).toBe('249');
  await slider(page).scrollIntoViewIfNeeded();
  const line = await slider(page).locator('..').boundingBox();
  if (!line) throw new Error('There is no time line.');
  await page.touchscreen.tap(line.x + line.width / 2, line.y + 12);
  await eventually(async () => Math.abs((await shownFrame(page)) - 124.5)).toBeLessThan(2);
  await eventually(() => said(page)).toMatch(/^10:00:0[45]:/);
});

test('says why a video cannot be played', async () => {
  const { page } = await app.open('/design');
  const failure = page.getByRole('alert').filter({ hasText: 'Downhill, training cannot be played' });
  await failure.waitFor();
  await eventually(() => failure.textContent()).toContain('Load the page anew in a moment.');
});

/** Waits until the picture shows a frame and the player, which marks and steps from what it names, names it too. */
async function standsAt(page: Page, frame: number): Promise<void> {
  await eventually(() => shownFrame(page)).toBe(frame);
  await eventually(() => slider(page).getAttribute('aria-valuenow')).toBe(String(frame));
}

/** The frame on the screen once it stays the same and the player names it too. */
async function settledFrame(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor();
  let last = -1;
  await eventually(async () => {
    const before = last;
    last = await shownFrame(page);
    return last === before && (await slider(page).getAttribute('aria-valuenow')) === String(last);
  }).toBe(true);
  return last;
}
