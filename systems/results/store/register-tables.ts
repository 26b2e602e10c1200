import type { ColumnType, RawBuilder } from '@altis/database';
import type { Found, LocalName } from '../contract/index.ts';
import type { FoundAbout } from '../domain/found-document.ts';
import type { KnownParticipant, KnownTeam } from '../domain/known-register.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** The tables of people and teams, and of what the search finds; see migrations/0003-register.ts. */
export type RegisterTables = {
  participant: {
    code: string;
    sort_name: string;
    organisation: string;
    is_athlete: boolean;
    disciplines: readonly string[];
    events: readonly string[];
    facts: Json<KnownParticipant>;
  };
  team: {
    code: string;
    organisation: string;
    discipline: string;
    members: readonly string[];
    events: readonly string[];
    facts: Json<KnownTeam>;
  };
  affiliation: {
    kind: 'participant' | 'team';
    code: string;
    organisation: string;
    name: string;
    first_sent_at: string;
    last_sent_at: string;
  };
  found: {
    id: string;
    kind: Found['kind'];
    code: string;
    organisation: string | null;
    title: Json<LocalName>;
    about: Json<FoundAbout>;
    digest: string;
  };
};
