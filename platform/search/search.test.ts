import { openSchema, type SchemaDatabase } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defineSearchIndex, searchMigration, type SearchDocument, type SearchRequest } from './index.ts';

const clips = defineSearchIndex({
  name: 'clip',
  fields: { title: { weight: 3 }, text: {}, names: { weight: 4, names: true } },
  facets: ['athlete', 'organisation', 'action'],
});

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let schema: SchemaDatabase<Record<string, never>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const migrations = { '0001_search': searchMigration('clip') };
  schema = await openSchema({ server: database, schema: 'archive', migrations, log: silentLog });
});

afterAll(async () => {
  await schema?.close();
  await database?.drop();
});

beforeEach(async () => {
  const { items } = await clips.search(schema.db, { limit: 200 });
  await schema.db.transaction().execute((trx) =>
    clips.remove(
      trx,
      items.map(({ id }) => id),
    ),
  );
});

const goal: SearchDocument = {
  id: 'clip-1',
  fields: {
    title: { en: 'Goal by McDavid', 'zh-Hans': '麦克戴维进球' },
    text: { en: 'Power-play goal of Canada in Milano', 'zh-Hans': '加拿大2号球员在第二节进球', ar: 'سجل الهدف الأول' },
    names: 'Connor McDavid 97',
  },
  facets: { athlete: ['mcdavid'], organisation: ['CAN'], action: ['goal'] },
  dateMs: 1000,
};
const save: SearchDocument = {
  id: 'clip-2',
  fields: {
    title: { en: 'Save by Müller' },
    text: { en: 'No goal: Müller saves for Germany' },
    names: 'Jonas Müller 30',
  },
  facets: { athlete: ['muller'], organisation: ['GER'], action: ['save'] },
  dateMs: 2000,
};

const put = (...documents: SearchDocument[]) => schema.db.transaction().execute((trx) => clips.put(trx, documents));
const search = (request: SearchRequest) => clips.search(schema.db, request);
const idsOf = async (request: SearchRequest) => (await search(request)).items.map(({ id }) => id);

test('finds words of any script, best match first', async () => {
  await put(goal, save);
  expect(await idsOf({ text: 'goal' })).toEqual(['clip-1', 'clip-2']);
  expect(await idsOf({ text: 'mueller' })).toEqual(['clip-2']);
  expect(await idsOf({ text: '2号 球员' })).toEqual(['clip-1']);
  expect(await idsOf({ text: '进球' })).toEqual(['clip-1']);
  expect(await idsOf({ text: 'هدف' })).toEqual(['clip-1']);
  expect(await idsOf({ text: 'mcd' })).toEqual(['clip-1']);
  expect(await idsOf({ text: '"power play goal"' })).toEqual(['clip-1']);
  expect(await idsOf({ text: '"goal power"' })).toEqual([]);
});

test('filters by any value of a facet and all facets, and counts what is found', async () => {
  await put(goal, save);
  expect(await idsOf({ filters: { organisation: ['CAN', 'GER'] } })).toEqual(['clip-2', 'clip-1']);
  expect(await idsOf({ filters: { organisation: ['CAN', 'GER'], action: ['goal'] } })).toEqual(['clip-1']);
  expect(await idsOf({ text: 'goal', filters: { organisation: ['GER'] } })).toEqual(['clip-2']);
  expect(await idsOf({ filters: { organisation: ["' | 'x"] } })).toEqual([]);
  expect(await idsOf({ dateRange: { fromMs: 1000, toMs: 2000 } })).toEqual(['clip-1']);
  const { facetCounts, total, totalIsExact } = await search({ text: 'goal' });
  expect({ total, totalIsExact, actions: facetCounts['action'] }).toEqual({
    total: 2,
    totalIsExact: true,
    actions: [
      { value: 'goal', count: 1 },
      { value: 'save', count: 1 },
    ],
  });
});

test('shows a correction as soon as its transaction commits, and nothing of one that fails', async () => {
  await put(goal);
  await put({ ...goal, fields: { title: 'Goal by Crosby' } });
  expect(await idsOf({ text: 'crosby' })).toEqual(['clip-1']);
  expect(await idsOf({ text: 'mcdavid' })).toEqual([]);
  const failing = schema.db.transaction().execute(async (trx) => {
    await clips.remove(trx, 'clip-1');
    expect(await clips.search(trx, { text: 'crosby' })).toMatchObject({ total: 0 });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await idsOf({ text: 'crosby' })).toEqual(['clip-1']);
});

test('tries words one edit away when nothing is found', async () => {
  await put(goal, save);
  for (const typed of ['McDavdi', 'macdavid', 'mdavid', 'mcdavit']) {
    const { items, corrections } = await search({ text: `goal ${typed}` });
    expect(items.map(({ id }) => id)).toEqual(['clip-1']);
    expect(corrections).toEqual([{ typed: typed.toLowerCase(), found: ['mcdavid'] }]);
  }
  expect(await search({ text: 'goal germany canada' })).toMatchObject({ total: 0, corrections: [] });
});

test('marks the words in the original text', async () => {
  await put(goal);
  const { items } = await search({ text: '加拿大 mila' });
  const marked = items[0]?.highlights.map(({ field, language = '', ranges }) => {
    const text = goal.fields[field];
    const original = typeof text === 'string' ? text : (text?.[language] ?? '');
    return ranges.map(({ start, end }) => original.slice(start, end));
  });
  expect(marked).toEqual([['Milano'], ['加拿大']]);
});

test('pages through everything once, also where more match than are counted', async () => {
  const many = Array.from({ length: 5300 }, (_, number) => ({
    id: `many-${number}`,
    fields: { title: `Goal ${number}` },
    facets: { action: [number % 10 === 0 ? 'rare' : 'goal'] },
    dateMs: Math.floor(number / 3),
  }));
  await put(...many);
  const { total, totalIsExact } = await search({ text: 'goal', limit: 1 });
  expect(totalIsExact).toBe(false);
  expect(total).toBeGreaterThanOrEqual(1000);
  expect(await search({ text: 'goal 4711', limit: 1 })).toMatchObject({ total: 1, items: [{ id: 'many-4711' }] });
  for (const request of [
    { text: 'goal', order: 'newest' },
    { text: 'goal', filters: { action: ['rare'] } },
  ] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ ...request, limit: 200, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe('filters' in request ? 530 : 5300);
  }
  await schema.db.transaction().execute((trx) =>
    clips.remove(
      trx,
      many.map(({ id }) => id),
    ),
  );
});

test('suggests values of facets in any script', async () => {
  await put(goal);
  await schema.db.transaction().execute((trx) =>
    clips.putLabels(trx, [
      { facet: 'organisation', value: 'CAN', labels: { en: 'Canada', 'zh-Hans': '加拿大', ar: 'كندا' } },
      { facet: 'organisation', value: 'CMR', labels: { en: 'Cameroon' } },
      { facet: 'athlete', value: 'mcdavid', labels: { en: 'Connor McDavid' } },
    ]),
  );
  const suggest = async (text: string) => (await clips.suggest(schema.db, { text })).map(({ label }) => label);
  expect(await suggest('c')).toEqual(['Connor McDavid', 'Canada', 'Cameroon']);
  expect(await suggest('加')).toEqual(['加拿大']);
  expect(await suggest('كن')).toEqual(['كندا']);
  expect(await suggest('mcd')).toEqual(['Connor McDavid']);
  expect(await clips.suggest(schema.db, { text: 'can', facets: ['athlete'] })).toEqual([]);
});

test('takes any text, and says what is wrong with anything else', async () => {
  const odd = "a\0b \ud800 ' \\ :* & | ! <-> ( \u001f ﷺ \u{1F600}";
  await put({
    ...goal,
    id: odd.replaceAll('\0', '').toWellFormed(),
    fields: { title: odd },
    facets: { athlete: ["'\\ : & |"] },
  });
  expect(await search({ text: odd })).toMatchObject({ total: 1 });
  expect(await search({ filters: { athlete: ["'\\ : & |"] } })).toMatchObject({ total: 1 });
  await put(
    { ...goal, fields: { text: '号员球'.repeat(100_000) } },
    { ...goal, id: '2', fields: { text: 'x '.repeat(99_999) } },
  );
  await expect(search({ filters: { team: ['a'] } })).rejects.toThrow('no facet "team"');
  await expect(search({ limit: 0 })).rejects.toThrow('page of 0');
  await expect(search({ cursor: 'x' })).rejects.toThrow('cursor');
  await expect(put({ ...goal, facets: { team: ['a'] } })).rejects.toThrow('its facet "team"');
  await expect(put({ ...goal, dateMs: Number.NaN })).rejects.toThrow('"clip-1" cannot be indexed: dateMs');
});

test('two writers of the same words do not wait for each other', async () => {
  await schema.db.transaction().execute(async (first) => {
    await clips.put(first, goal);
    await put(save);
    expect(await idsOf({ text: 'goal' })).toEqual(['clip-2']);
  });
  expect(await idsOf({ text: 'goal' })).toEqual(['clip-1', 'clip-2']);
});
