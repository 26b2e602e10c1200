/** Frames per second as a fraction, because 29.97 is 30000/1001 and nothing shorter. */
export type FrameRate = { readonly numerator: number; readonly denominator: number };

export type TimecodeOptions = {
  /** Time code of frame 0, such as `10:00:00:00`. */
  readonly start?: string | undefined;
  /** Drop-frame counting; only for 30000/1001 and 60000/1001. */
  readonly dropFrame?: boolean | undefined;
};

/** The frame rate as a number, in frames per second. */
export function framesPerSecond({ numerator, denominator }: FrameRate): number {
  return numerator / denominator;
}

/**
 * The time code HH:MM:SS:FF of a frame, counted from `start`; with a semicolon before the frames when frame
 * numbers are dropped (SMPTE ST 12-1:2014, clause 5.2). Counts on past 24 hours at 00.
 */
export function formatTimecode(frame: number, rate: FrameRate, options: TimecodeOptions = {}): string {
  const nominal = Math.round(framesPerSecond(rate));
  const drop = options.dropFrame === true ? droppedPerMinute(rate) : 0;
  const offset = options.start === undefined ? 0 : parseTimecode(options.start, rate, { dropFrame: drop > 0 });
  const day = 24 * 3600 * nominal - 24 * 54 * drop;
  const counted = (((offset + frame) % day) + day) % day;
  const label = drop === 0 ? counted : withDroppedNumbers(counted, nominal, drop);
  const seconds = Math.floor(label / nominal);
  const [hh, mm, ss, ff] = [seconds / 3600, (seconds / 60) % 60, seconds % 60, label % nominal].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${hh}:${mm}:${ss}${drop === 0 ? ':' : ';'}${ff}`;
}

/** The frame that a time code names; the inverse of `formatTimecode`. Throws RangeError when it is not one. */
export function parseTimecode(text: string, rate: FrameRate, options: TimecodeOptions = {}): number {
  const match = /^(\d{2}):([0-5]\d):([0-5]\d)[:;.](\d{2,3})$/.exec(text.trim());
  const nominal = Math.round(framesPerSecond(rate));
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = match?.slice(1).map(Number) ?? [];
  const drop = options.dropFrame === true ? droppedPerMinute(rate) : 0;
  const isDropped = seconds === 0 && frames < drop && minutes % 10 !== 0;
  if (match === null || frames >= nominal || isDropped) {
    throw new RangeError(`"${text}" is not a time code at ${nominal} frames per second, such as 10:00:00:00.`);
  }
  const totalMinutes = hours * 60 + minutes;
  const label = (totalMinutes * 60 + seconds) * nominal + frames;
  const counted = label - drop * (totalMinutes - Math.floor(totalMinutes / 10));
  return options.start === undefined ? counted : counted - parseTimecode(options.start, rate, { dropFrame: drop > 0 });
}

// Two numbers at 29.97 and four at 59.94 are left out at each minute but every tenth.
function droppedPerMinute({ numerator, denominator }: FrameRate): number {
  return denominator === 1001 && numerator % 30_000 === 0 ? (numerator / 30_000) * 2 : 0;
}

function withDroppedNumbers(counted: number, nominal: number, drop: number): number {
  const perMinute = nominal * 60 - drop;
  const perTenMinutes = perMinute * 10 + drop;
  const tens = Math.floor(counted / perTenMinutes);
  const rest = counted % perTenMinutes;
  // The first minute of ten is whole; each later one begins with numbers that do not exist.
  const minutes = rest < drop ? 0 : Math.floor((rest - drop) / perMinute);
  return counted + drop * (9 * tens + minutes);
}
