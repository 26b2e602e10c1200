import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { currentEntities, mergeEntities, noEntities, odfElement, readMessage, type OdfElement } from '@altis/odf';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import { message, schedule } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
});
afterAll(() => altis?.stop());

const api = () => altis.administrator.api(published);

async function send(body: string): Promise<{ outcome: string; warnings: readonly string[] }> {
  const headers = { 'content-type': 'application/xml' };
  const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
  expect(response.ok).toBe(true);
  return (await response.json()) as { outcome: string; warnings: readonly string[] };
}

type Sent = { readonly isFull: boolean; readonly version: number; readonly minute: number; readonly language?: string };

/** A list of participants of a discipline, or an update of one: families by code. */
function people(
  discipline: string,
  { isFull, version, minute, language }: Sent,
  families: Record<string, string>,
): string {
  return message(
    {
      documentType: isFull ? 'DT_PARTIC' : 'DT_PARTIC_UPDATE',
      documentCode: discipline.padEnd(34, '-'),
      version,
      language,
      time: `15${minute}00000`,
    },
    Object.entries(families).map(([code, family]) => person(code, family, discipline)),
  );
}

function person(code: string, family: string, discipline: string, event = `${discipline}MRACE`): OdfElement {
  const names = { FamilyName: family, GivenName: 'Kim', PrintName: `${family.toUpperCase()} Kim` };
  return odfElement('Participant', { Code: code, Parent: code, Status: 'ACTIVE', Organisation: 'AAA', ...names }, [
    odfElement('Discipline', { Code: discipline.padEnd(34, '-') }, [
      odfElement('RegisteredEvent', { Event: event.padEnd(34, '-'), Bib: '7' }),
    ]),
  ]);
}

const familiesOf = async (discipline: string): Promise<Record<string, string | null>> => {
  const { items } = await api().participants.list({ discipline, onlyAthletes: 'false' });
  return Object.fromEntries(items.map(({ code, name }) => [code, name.family]));
};

test('of lists and updates in any order, that holds which the rules of versions say', async () => {
  const families = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('Ax', 'Bo', 'Cy'), {
    noNullPrototype: true,
  });
  const sent = fc.record({
    isFull: fc.boolean(),
    version: fc.integer({ min: 1, max: 5 }),
    minute: fc.integer({ min: 10, max: 14 }),
    language: fc.constantFrom('ENG', 'FRA'),
    families,
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 6 }), async (feed) => {
      run += 1;
      const discipline = `Q${String(run).padStart(2, '0')}`;
      const bodies = feed.map((each) =>
        people(
          discipline,
          each,
          Object.fromEntries(Object.entries(each.families).map(([code, family]) => [`8${run}0${code}`, family])),
        ),
      );
      let state = noEntities;
      for (const body of bodies) {
        await send(body);
        const read = readMessage(new TextEncoder().encode(body));
        if (read.ok) state = mergeEntities(state, read.message).state;
      }
      const expected = Array.from(currentEntities(state).values(), ({ attributes }) => [
        attributes['Code'],
        attributes['FamilyName'],
      ]);
      expect(await familiesOf(discipline)).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 25, seed: 2030 },
  );
});

test('a new list takes out who was in an update before it, and a unit likewise', async () => {
  const one = { isFull: true, version: 1, minute: 11 };
  const feed = (discipline: string) => [
    people(discipline, one, { [`${discipline}1`]: 'Ax' }),
    people(discipline, { isFull: false, version: 2, minute: 12 }, { [`${discipline}2`]: 'Bo' }),
    people(discipline, { isFull: true, version: 9, minute: 19 }, { [`${discipline}1`]: 'Ax' }),
  ];
  const plans = (discipline: string) => {
    const other = 'IHOMTEAM6-------------FNL-000200--';
    const update = schedule(2, 'SCHEDULED', other).replace('"DT_SCHEDULE"', '"DT_SCHEDULE_UPDATE"');
    return [schedule(1), update, schedule(5)].map((each) => each.replaceAll('IHO', discipline));
  };
  for (const body of [...feed('R01'), ...plans('R01'), ...feed('R02').toReversed(), ...plans('R02').toReversed()])
    await send(body);
  for (const discipline of ['R01', 'R02']) {
    expect(await familiesOf(discipline)).toEqual({ [`${discipline}1`]: 'Ax' });
    const units = (await api().units.list({ discipline })).items.map(({ rsc }) => rsc.slice(3));
    expect(units).toEqual(['MTEAM6-------------FNL-000100--']);
  }
});
