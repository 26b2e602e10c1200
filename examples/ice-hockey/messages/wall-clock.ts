/** Turns milliseconds of the video into the local date and time of the venue. */
export interface WallClock {
  /** `2030-02-22T15:13:58.420+01:00` */
  dateTime(videoMs: number): string;
  /** `2030-02-22` */
  date(videoMs: number): string;
  /** `hhmmssfff`, nine digits, as the header of a message wants it. */
  time(videoMs: number): string;
}

/**
 * @param startAt date and time of the first frame with its offset, such as `2030-02-22T15:00:00.000+01:00` or `…Z`
 * @throws when `startAt` is no such date and time
 */
export function wallClock(startAt: string): WallClock {
  const startMs = Date.parse(startAt);
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(startAt)?.[1];
  if (Number.isNaN(startMs) || offset === undefined) {
    throw new Error(`"${startAt}" is no start time: write it with its offset, such as 2030-02-22T15:00:00+01:00.`);
  }
  const local = (videoMs: number): string =>
    new Date(Math.round(startMs + videoMs) + offsetMs(offset)).toISOString().slice(0, -1);
  return {
    dateTime: (videoMs) => `${local(videoMs)}${offset}`,
    date: (videoMs) => local(videoMs).slice(0, 10),
    time: (videoMs) => local(videoMs).slice(11).replaceAll(/[:.]/g, ''),
  };
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
