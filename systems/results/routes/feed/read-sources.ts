import type { FeedSource } from '../../contract/index.ts';
import { feedState } from '../../domain/feed-state.ts';
import { resultsSettings } from '../../settings.ts';
import { listSources } from '../../store/feed.ts';
import { findCodeNames } from '../../store/names.ts';
import type { ResultsRoom } from '../intake/intake.ts';

const watchedMs = 15 * 60_000;

/** Every system that ever sent, and how it is at this moment. */
export async function readSources({ db, clock, config }: ResultsRoom): Promise<FeedSource[]> {
  const nowMs = clock.now();
  const setIntervalMs = intervalSet(config.section(resultsSettings).keepAliveSeconds);
  const rows = await listSources(db, new Date(nowMs - watchedMs));
  const names = await findCodeNames(
    db,
    'venue',
    rows.flatMap(({ venues }) => venues.map(({ code }) => code)),
  );
  return rows.map(({ lastAt, beats, isClosed, venues, ...row }) => {
    const beatsMs = beats.map((beat) => beat.getTime());
    const signs = { lastMs: lastAt.getTime(), beatsMs, isClosed };
    const { state, intervalMs, missed } = feedState(signs, nowMs, setIntervalMs);
    return {
      ...row,
      state,
      venues: venues.map(({ code, name }) => ({ code, name: names.get(code) ?? { und: name ?? code } })),
      lastAt: lastAt.toISOString(),
      keepAlive: { lastAt: beats[0]?.toISOString() ?? null, intervalMs, missed },
    };
  });
}

function intervalSet(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}
