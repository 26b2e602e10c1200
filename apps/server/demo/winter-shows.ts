import {
  downhillBroadcast,
  jumpBroadcast,
  renderDownhill,
  renderSkiJump,
  type DownhillOptions,
  type Games,
} from '@altis/examples';

/** A recording of the demo Games that can be drawn. */
export type WinterShow = {
  readonly unit: string;
  readonly title: string;
  /** When its unit is over at the Games, in epoch milliseconds. */
  readonly endMs: number;
  readonly fileName: string;
  readonly draw: (options: Omit<DownhillOptions, 'broadcast'>) => Promise<{ startMs: number }>;
};

/**
 * Of downhill and of ski jumping each the best that is over at an instant, or that is over first; none of a sport of
 * which one was handed in. The one that is over sooner comes first.
 */
export function winterShows(games: Games, atMs: number, handedIn: readonly string[]): WinterShow[] {
  return [downhills(games), jumpings(games)]
    .filter((shows) => !shows.some(({ unit }) => handedIn.includes(unit)))
    .flatMap((shows) => {
      const byEnd = shows.toSorted((one, other) => one.endMs - other.endMs);
      return shows.find(({ endMs }) => endMs <= atMs) ?? byEnd.slice(0, 1);
    })
    .toSorted((one, other) => one.endMs - other.endMs);
}

function downhills(games: Games): WinterShow[] {
  return (['ALPMDH', 'ALPWDH'] as const).map((event) => {
    const broadcast = downhillBroadcast(games, event);
    const { unit, title, runs } = broadcast;
    const draw: WinterShow['draw'] = (options) => renderDownhill({ ...options, broadcast });
    return { unit, title, endMs: Math.max(...runs.map((run) => run.endMs)), fileName: 'downhill.mp4', draw };
  });
}

/** The final rounds before the qualification, which is over on the first day. */
function jumpings(games: Games): WinterShow[] {
  const rounds = [
    jumpBroadcast(games, 'SJPMNH'),
    jumpBroadcast(games, 'SJPWNH'),
    jumpBroadcast(games, 'SJPMNH', 'first'),
  ];
  return rounds.map((broadcast) => {
    const { unit, title, jumps } = broadcast;
    const draw: WinterShow['draw'] = (options) => renderSkiJump({ ...options, broadcast });
    return { unit, title, endMs: Math.max(...jumps.map((jump) => jump.marksMs)), fileName: 'ski-jump.mp4', draw };
  });
}
