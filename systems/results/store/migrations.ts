import type { Migrations } from '@altis/database';
import { createTables } from './migrations/0001_initial.ts';

export const migrations: Migrations = { '0001_initial': createTables };
