import type { Migrations } from '@altis/database';
import { migrations as initial } from './0001-initial.ts';
import { migrations as documents } from './0002-documents.ts';
import { migrations as register } from './0003-register.ts';
import { migrations as facts } from './0004-facts.ts';
import { migrations as feed } from './0005-feed.ts';
import { migrations as tables } from './0006-tables.ts';
import { migrations as history } from './0007-history.ts';
import { migrations as rewriting } from './0009-rewriting.ts';
import { migrations as communications } from './0010-communications.ts';
import { migrations as taken } from './0011-taken.ts';

/** All migrations, by the number in their name. */
export const migrations: Migrations = {
  ...initial,
  ...documents,
  ...register,
  ...facts,
  ...feed,
  ...tables,
  ...history,
  ...rewriting,
  ...communications,
  ...taken,
};
