export { startDatabaseServer, type DatabaseServer } from './database-server.ts';
export { openSchema, type Database, type SchemaDatabase } from './open-schema.ts';
export type { Migrations } from './migrate.ts';
export { listen, notify, type Listener } from './listen.ts';
export { notifyAtCommit } from './notify-at-commit.ts';
export { runInTransaction } from './run-in-transaction.ts';
export { isUniqueViolation } from './unique-violation.ts';
export { runSql } from './run-sql.ts';
export { jsonb } from './jsonb.ts';
export { sql } from 'kysely';
export { jsonArrayFrom, jsonBuildObject, jsonObjectFrom } from 'kysely/helpers/postgres';
export type {
  ColumnType,
  Expression,
  ExpressionBuilder,
  Generated,
  GeneratedAlways,
  Insertable,
  JSONColumnType,
  RawBuilder,
  Selectable,
  SelectQueryBuilder,
  SqlBool,
  Transaction,
  Updateable,
} from 'kysely';
