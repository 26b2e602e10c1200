import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest';
import { eventually, openSampleApp } from './open-sample-app.ts';
import type { SampleApp } from './open-sample-app.ts';

let app: SampleApp;
let directory: string;
beforeAll(async () => {
  app = await openSampleApp();
  directory = await mkdtemp(join(tmpdir(), 'altis-uploads-'));
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  Object.assign(app.server.state, {
    isSignedIn: true,
    permissions: ['platform.session.use'],
    refused: [],
    finishes: 0,
  });
});

test('signs in with a way back, after saying what was wrong', async () => {
  app.server.state.isSignedIn = false;
  app.server.state.permissions = ['platform.session.use', 'timing.starts.read'];
  const { page } = await app.open('/timing/starts');
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill('noor@example.org');
  await page.getByLabel(/^Password/).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('Try again, or ask for a new link.').waitFor();
  await page.getByLabel(/^Password/).fill('snow falls on quiet piste');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Żaneta Łęcka' }).waitFor();
  await eventually(() => new URL(page.url()).pathname).toBe('/timing/starts');
  expect(app.server.state.refused).toEqual([]);
});

test('shows only what the person may open, and says so on a page that they may not', async () => {
  const { page } = await app.open('/timing');
  const entries = page.getByRole('navigation', { name: 'Navigation' }).getByRole('link');
  await eventually(() => entries.allTextContents()).toEqual(['Overview', 'Runs', 'Slow motion', 'Status']);
  await page.goto(`${app.server.url}/timing/starts`);
  await page.getByText('Ask an administrator for a role with the permission timing.starts.read.').waitFor();
});

test('a system that did not start gives its reason and leaves the others alone', async () => {
  const { page } = await app.open('/slow-motion');
  await page.getByRole('alert').getByText('The folder of the recorder cannot be written.').waitFor();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('heading', { name: 'Żaneta Łęcka' }).waitFor();
  await eventually(() => new URL(page.url()).pathname).toBe('/timing');
});

test('shows at once what this and other pages change, and what was refused', async () => {
  const { page } = await app.open('/timing');
  const finishes = page.locator('dl dd').first();
  await eventually(() => finishes.textContent()).toBe('0');
  await page.getByRole('button', { name: 'Record a finish' }).click();
  await page.getByText('Finish recorded.').waitFor();
  await eventually(() => finishes.textContent()).toBe('1');

  app.server.state.finishes = 7;
  await eventually(() => {
    app.server.announce('timing.run.1');
    return finishes.textContent();
  }).toBe('7');

  await page.getByRole('button', { name: 'Ask for the impossible' }).click();
  const failure = page.getByRole('alert').filter({ hasText: 'The run is official.' });
  await failure.waitFor();
  await eventually(() => failure.textContent()).toContain('Ask the jury to reopen it.');
  expect(app.server.state.refused).toEqual([]);
});

test('finds pages and the actions of the page by the keyboard', async () => {
  const { page } = await app.open('/timing');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a page or an action').fill('record');
  await page.keyboard.press('Enter');
  await page.getByText('Finish recorded.').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a page or an action').fill('العربية');
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('html').getAttribute('dir')).toBe('rtl');
  await eventually(() => page.locator('html').getAttribute('lang')).toBe('ar');
  // The choice outlives the page.
  await page.reload();
  await page.getByRole('link', { name: 'الجولات' }).waitFor();
});

test('keeps the page when one of its parts fails, and tells of an address that leads nowhere', async () => {
  const { page } = await app.open('/nowhere');
  await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
  await page.keyboard.press('Tab');
  await eventually(() => page.locator(':focus').textContent()).toBe('Skip to content');
});

test('an upload goes on where a cut connection and a reload left it', async () => {
  const { page } = await app.open('/design');
  const sizeBytes = 20 * 1024 * 1024;
  const [file, other] = [join(directory, 'run.mxf'), join(directory, 'run-2.mxf')];
  await Promise.all([file, other].map((path) => writeFile(path, Buffer.alloc(sizeBytes, 7))));
  app.server.state.cutUploadAt = 9 * 1024 * 1024;
  await page.setInputFiles('input[type=file]', file);
  await eventually(() => [...app.server.state.uploads.values()].map(({ received }) => received)).toEqual([sizeBytes]);
  await page.getByText(/^Received · 21 MB of 21 MB$/).waitFor();

  Object.assign(app.server.state, { cutUploadAt: 6 * 1024 * 1024, isDownAfterCut: true });
  await page.setInputFiles('input[type=file]', other);
  await eventually(() => app.server.state.cutUploadAt).toBe(undefined);
  await page.reload();
  await page.getByText('An upload was interrupted: run-2.mxf').waitFor();
  app.server.state.isUploadDown = false;
  await page.setInputFiles('input[type=file]', other);
  await page.getByText(/^Received · 21 MB of 21 MB$/).waitFor();
  // Nothing was sent twice: the same upload on the server went on.
  expect([...app.server.state.uploads.values()].map(({ name, received }) => [name, received])).toEqual([
    ['run.mxf', sizeBytes],
    ['run-2.mxf', sizeBytes],
  ]);
});
