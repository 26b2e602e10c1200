import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defineConfig, describeConfig, readConfig } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'altis-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const section = defineConfig('media-archive', {
  watchFolder: { schema: z.string().optional(), description: 'Folder to import from.' },
  port: { schema: z.coerce.number().int().min(1).max(65_535).default(8080), env: 'PORT', description: 'A TCP port.' },
  key: { schema: z.string().optional(), secret: true, description: 'Access key.' },
});

describe('settings', () => {
  test('come from the environment before the file, and from the file before the default', () => {
    const file = join(folder, 'altis.json');
    writeFileSync(file, JSON.stringify({ 'media-archive': { watchFolder: '/from/file', port: 9000 } }));
    const config = readConfig({ environment: { ALTIS_MEDIA_ARCHIVE_WATCH_FOLDER: '/from/environment' }, file });
    expect(config.section(section)).toEqual({ watchFolder: '/from/environment', port: 9000 });
    expect(readConfig({ environment: {} }).section(section).port).toBe(8080);
  });

  test('that nobody chose are those of the preset, which is asked for when they are first read', () => {
    let folderOfDemo = '/too/early';
    const presets = () => ({ 'media-archive': { watchFolder: folderOfDemo, port: 8099 } });
    const config = readConfig({ environment: { PORT: '9001' }, presets });
    folderOfDemo = '/of/the/demo';
    expect(config.section(section)).toEqual({ watchFolder: '/of/the/demo', port: 9001 });
    expect(config.origin(section, 'watchFolder').source).toBe('default');
  });

  test('that are wrong are refused with variable, value and remedy', () => {
    expect(() => readConfig({ environment: { PORT: 'eighty' } }).section(section)).toThrow(/PORT is "eighty"/);
    expect(() => readConfig({ environment: {}, file: join(folder, 'missing.json') })).toThrow(/cannot be read/);
  });

  test('are printed with their origin and without secrets', () => {
    const rows = describeConfig(readConfig({ environment: { ALTIS_MEDIA_ARCHIVE_KEY: 'hush' } }), [section]);
    expect(rows.find((row) => row.key === 'key')).toMatchObject({ value: '••••••', source: 'environment' });
    expect(JSON.stringify(rows)).not.toContain('hush');
  });
});
