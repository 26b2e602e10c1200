import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { expect } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import config from '../vite.config.ts';
import { startStubServer } from './stub-server.ts';
import type { StubServer } from './stub-server.ts';

export type SampleApp = {
  readonly server: StubServer;
  /** Opens a page; what it complains about in the console is in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
};

/** Builds the shell with two sample systems and serves it to a real Chromium. */
export async function openSampleApp(): Promise<SampleApp> {
  const outDir = await mkdtemp(join(tmpdir(), 'altis-web-'));
  await build({
    ...config,
    root: fileURLToPath(new URL('./sample-app', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, outDir },
  });
  const server = await startStubServer(outDir);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });
  return {
    server,
    open: async (path, options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(server.url + path);
      await page.locator('main h1').waitFor();
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Expects what `read` answers to become right; the limit only ends a test that fails. */
export function eventually<Value>(
  read: () => Value | Promise<Value>,
  message?: string,
): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: 20_000, ...(message === undefined ? {} : { message }) });
}
