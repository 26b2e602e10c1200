/** A date and time as a venue's clock shows it, and how far that clock is from UTC. */
export type StartTime = {
  /** `2030-02-22T15:00:00.000`, as an input of the type datetime-local has it. */
  readonly local: string;
  /** `+01:00` */
  readonly offset: string;
};

/** Splits an ISO 8601 date and time; undefined when it is none or has no offset. */
export function readStartTime(instant: string): StartTime | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.exec(
    instant,
  );
  const [, local, zone] = match ?? [];
  if (local === undefined || zone === undefined || Number.isNaN(Date.parse(instant))) return undefined;
  const offset = zone === 'Z' ? '+00:00' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return { local: local.length === 16 ? `${local}:00` : local, offset };
}

/** The ISO 8601 text of a start time; undefined while it is not complete. */
export function writeStartTime({ local, offset }: StartTime): string | undefined {
  const text = `${local.length === 16 ? `${local}:00` : local}${offset}`;
  return readStartTime(text) === undefined ? undefined : text;
}

/** An instant on the clock of this computer. */
export function onThisClock(instant: Date): StartTime {
  const minutes = -instant.getTimezoneOffset();
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 23);
  return { local, offset: offsetText(minutes) };
}

/** All offsets from UTC that clocks of the world are set to, and `own` should it be another. */
export function offsets(own: string): readonly string[] {
  const hours = Array.from({ length: 27 }, (_, place) => (place - 12) * 60);
  const between = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765];
  const texts = [...hours, ...between].sort((left, right) => left - right).map(offsetText);
  return texts.includes(own) ? texts : [...texts, own];
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const parts = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${parts.join(':')}`;
}
