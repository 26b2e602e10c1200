import type { DetailedValue } from '../../contract/index.ts';

/** What stands alone among the details: a distance, a wind, a gate; neither one of several nor made of parts. */
export function keyFigures(details: readonly DetailedValue[]): { readonly code: string; readonly value: string }[] {
  const codes = Map.groupBy(details, ({ code }) => code);
  return details.flatMap(({ code, value, extensions }) => {
    const isAlone = codes.get(code)?.length === 1 && extensions.length === 0;
    return isAlone && value !== null ? [{ code, value }] : [];
  });
}
