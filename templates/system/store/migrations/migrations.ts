import type { Migrations } from '@altis/database';
import { createNotices } from './0001-create-notices.ts';

/** In order; one that has run anywhere is never changed again. */
export const migrations: Migrations = { '0001_create_notices': createNotices };
