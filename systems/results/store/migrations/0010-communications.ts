import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0010_communications': async (db) => {
    // Which units the versions of a communication named; they are few among all that is told.
    await sql`create index telling_communication on telling (version_key) where strand = 'communication'`.execute(db);
  },
};
