import type { Migrations } from '@altis/database';
import { migrations as initial } from './0001-initial.ts';

/** All migrations, by the number in their name. */
export const migrations: Migrations = { ...initial };
