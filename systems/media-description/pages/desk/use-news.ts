import { useLayoutEffect, useRef, useState } from 'react';
import type { MomentView } from '../views.ts';
import { newsBetween } from './moment-news.ts';
import type { News } from './moment-news.ts';

/** How long a moment stands out after something happened to it; the style sheet of the list fades over the same time. */
const lastsMs = 8000;

/** What happened to which moment just now. Nothing is new when the page opens. */
export function useNews(moments: readonly MomentView[] | undefined): ReadonlyMap<string, News> {
  const [news, setNews] = useState<ReadonlyMap<string, News>>(new Map());
  const former = useRef<readonly MomentView[]>(undefined);

  // Before the browser paints: a new row must never be seen without its mark.
  useLayoutEffect(() => {
    if (moments === undefined) return;
    const fresh = newsBetween(former.current ?? moments, moments);
    former.current = moments;
    if (fresh.size === 0) return;
    setNews((old) => new Map([...old, ...fresh]));
    setTimeout(() => setNews((old) => new Map([...old].filter(([id, what]) => fresh.get(id) !== what))), lastsMs);
  }, [moments]);
  return news;
}
