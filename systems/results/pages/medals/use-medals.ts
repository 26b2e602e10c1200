import { useQuery } from '@tanstack/react-query';
import { useApi, useChanges } from '@altis/web';
import { results } from '../../contract/index.ts';
import { liveSnapshots } from '../live/live-snapshots.ts';
import { useLive } from '../live/use-live.ts';

export type MedalFilter = { readonly discipline?: string; readonly day?: string };

/** The medal table: of all medals as the stream keeps it up to date, of some as it is asked for. */
export function useMedalTable(filter: MedalFilter) {
  const live = useLive(liveSnapshots.medals());
  const some = useQuery({ ...useApi(results).medals.table.queryOptions(filter), enabled: isFilter(filter) });
  useChanges(['results.medals']);
  return isFilter(filter) ? some : live;
}

/** The medals that were won, newest first. */
export function useMedalList(filter: MedalFilter) {
  const live = useLive(liveSnapshots.medalList());
  const some = useQuery({ ...useApi(results).medals.list.queryOptions(filter), enabled: isFilter(filter) });
  useChanges(['results.medals']);
  return isFilter(filter) ? some : live;
}

function isFilter({ discipline, day }: MedalFilter): boolean {
  return discipline !== undefined || day !== undefined;
}
