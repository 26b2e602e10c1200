import { openSchema, sql } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { streamMessage, versionKey, type StreamItem } from '@altis/odf';
import { expect, test } from 'vitest';
import { migrations } from '../../store/migrations/index.ts';
import type { ResultsTables } from '../../store/tables.ts';
import { participants, valla } from '../../tests/hockey-feed.ts';
import { takeInList } from './take-in-list.ts';
import { inOnePiece } from '../in-one-piece.ts';

test('a list of any length is read to its end before the transaction has an id that holds up events', async () => {
  const database = await createTestDatabase();
  const { db, close } = await openSchema<ResultsTables>({
    server: database,
    schema: 'results',
    migrations,
    log: silentLog,
  });
  const codes = Array.from({ length: 1_200 }, (_, index) => String(1_000_000 + index));
  const bytes = Buffer.from(
    participants(
      1,
      codes.map((code) => ({ ...valla, code })),
    ),
  );

  const idsAtEnd: (string | null)[] = [];
  const written = await db.transaction().execute(async (trx) => {
    const idOf = async (): Promise<string | null> =>
      (await sql<{ id: string | null }>`select pg_current_xact_id_if_assigned()::text as id`.execute(trx)).rows[0]!.id;
    const items = streamMessage(inOnePiece(bytes));
    const first = (await items.next()).value as Extract<StreamItem, { kind: 'header' }>;
    async function* watched(): AsyncGenerator<StreamItem> {
      for await (const item of items) {
        if (item.kind === 'end') idsAtEnd.push(await idOf());
        yield item;
      }
    }
    const { header } = first;
    const source = { message: 'message_1', documentType: 'DT_PARTIC', version: 1, issuedAt: '2030-02-22T15:01:00' };
    const key = versionKey(header);
    const intake = {
      trx,
      bytes,
      header,
      versionKey: key,
      items: watched(),
      source,
      zone: 'UTC',
      held: undefined,
      units: new Map(),
      auditNotes: [],
    };
    const { verdict } = await takeInList(intake, { kind: 'register', entity: 'participant', isUpdate: false });
    expect(verdict).toEqual({ outcome: 'new', warnings: [] });
    const claims = await trx.selectFrom('claim').select('code').orderBy('code').execute();
    // The message itself is not kept here, and the claims refer to it.
    await trx.deleteFrom('claim').execute();
    await trx.deleteFrom('list').execute();
    return claims;
  });
  expect(idsAtEnd).toEqual([null]);
  expect(written.map(({ code }) => code)).toEqual(codes);
  await close();
  await database.drop();
});
