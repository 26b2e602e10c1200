import type { Transaction } from '@altis/database';
import { foundEvent, foundPlace, foundUnit } from '../../domain/found-document.ts';
import { findEvents } from '../../store/events.ts';
import { putFound, removeFound } from '../../store/found.ts';
import { findCodeNames } from '../../store/names.ts';
import { findNamedPlaces } from '../../store/places.ts';
import type { ResultsTables } from '../../store/tables.ts';
import { findUnits, listUnitsOfEvents } from '../../store/units.ts';

type Trx = Transaction<ResultsTables>;

/** Lets organisations, disciplines or venues be found by their names, as long as something belongs to them. */
export async function projectPlaces(
  trx: Trx,
  kind: 'organisation' | 'discipline' | 'venue',
  codes: readonly string[],
): Promise<void> {
  const there = await findNamedPlaces(trx, kind, codes);
  const names = await findCodeNames(trx, kind, [...there.keys()]);
  await putFound(
    trx,
    Array.from(there, ([code, name]) => foundPlace(kind, code, names.get(code) ?? { und: name ?? code })),
  );
  await removeFound(
    trx,
    [kind],
    codes.filter((code) => !there.has(code)),
  );
}

/** Lets units be found by their names, and the disciplines and venues that they belong to. */
export async function projectFoundUnits(trx: Trx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const units = await findUnits(trx, codes);
  await putFound(trx, [...units.values()].map(foundUnit));
  await removeFound(
    trx,
    ['unit'],
    codes.filter((code) => !units.has(code)),
  );
  const venues = [...units.values()].flatMap(({ venue }) => (venue === null ? [] : [venue]));
  await projectPlaces(trx, 'discipline', [...new Set(codes.map((code) => code.slice(0, 3)))]);
  await projectPlaces(trx, 'venue', [...new Set(venues)]);
}

/** Lets events be found by their names, and their units, which bear them. */
export async function projectFoundEvents(trx: Trx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const events = await findEvents(trx, codes);
  await putFound(trx, [...events.values()].map(foundEvent));
  await removeFound(
    trx,
    ['event'],
    codes.filter((code) => !events.has(code)),
  );
  await putFound(trx, (await listUnitsOfEvents(trx, codes)).map(foundUnit));
}
