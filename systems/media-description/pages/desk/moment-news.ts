import type { MomentView } from '../views.ts';

/** What happened to a moment just now. */
export type News = 'arrived' | 'corrected' | 'withdrawn';

type Known = Pick<MomentView, 'id' | 'revision' | 'state'>;

/** What is new in a list of moments since the former one. A moment that was withdrawn before it was seen is no news. */
export function newsBetween(before: readonly Known[], now: readonly Known[]): ReadonlyMap<string, News> {
  const known = new Map(before.map((moment) => [moment.id, moment]));
  const news = now.flatMap((moment): [string, News][] => {
    const former = known.get(moment.id);
    const stands = moment.state === 'named';
    if (former === undefined) return stands ? [[moment.id, 'arrived']] : [];
    if (former.state !== moment.state) return [[moment.id, stands ? 'arrived' : 'withdrawn']];
    return stands && moment.revision > former.revision ? [[moment.id, 'corrected']] : [];
  });
  return new Map(news);
}
