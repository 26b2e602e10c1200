import type { ApiOf } from '@altis/web';
import type { mediaArchive } from '../contract/index.ts';

type Api = ApiOf<typeof mediaArchive.contract>;

/** What the archive answers, as JSON carries it. */
export type FoundPage = Awaited<ReturnType<Api['search']['find']>>;
export type FoundItem = FoundPage['items'][number];
export type ItemDetail = Awaited<ReturnType<Api['items']['read']>>;
export type ImportView = Awaited<ReturnType<Api['imports']['list']>>['items'][number];
