/** Milliseconds of a time as one types it: `62.34`, `1:02.34`, `1:02:03,4`. Undefined where it is none. */
export function secondsIn(text: string): number | undefined {
  const [, hours = '0', minutes = '0', seconds = '', fraction = ''] =
    /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (seconds === '') return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
