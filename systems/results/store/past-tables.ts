import type { ColumnType, RawBuilder } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { GamesImport } from '../contract/games-import.ts';

type Json<Value> = ColumnType<Value, RawBuilder<Value>, RawBuilder<Value>>;

/** The tables of past Games and of archives of a whole Games; see migrations/0007-history.ts. */
export type PastTables = {
  game_import: {
    id: string;
    name: string;
    object: ObjectId;
    competition: string;
    version: number;
    state: GamesImport['state'];
    done: number;
    total: number;
    started_at: Date | null;
    ended_at: Date | null;
    outcomes: Json<GamesImport['outcomes']>;
    unplaced: Json<GamesImport['unplaced']>;
    reason: string | null;
    remedy: string | null;
  };
  past_games: {
    code: string;
    year: number;
    host: string;
    season: 'summer' | 'winter';
    edition: string;
    athletes: number | null;
    starts_on: string | null;
    ends_on: string | null;
  };
  past_organisation: { code: string; name: string; status: string; successor: string | null };
  past_sport: { code: string; name: string; season: string | null; parent: string | null };
  past_participation: {
    games: string;
    organisation: string;
    sport: string;
    gold: number;
    silver: number;
    bronze: number;
    men: number;
    women: number;
  };
};
