/** `1:41.23` from hundredths of a second; below a minute `41.23`. */
export function timeText(hundredths: number): string {
  const minutes = Math.floor(hundredths / 6000);
  const rest = ((hundredths % 6000) / 100).toFixed(2);
  return minutes === 0 ? rest : `${minutes}:${rest.padStart(5, '0')}`;
}

/** `1:21:41.2` or `21:41.2` from tenths of a second. */
export function longTimeText(tenths: number): string {
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor((tenths % 36_000) / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** `+0.45` */
export const behindText = (hundredths: number): string => `+${timeText(hundredths)}`;

/** Points in hundredths as `143.25`. */
export const pointsText = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** Points in tenths as `143.5`. */
export const tenthsText = (tenths: number): string => (tenths / 10).toFixed(1);

/** Match clock `14:02`, minutes without a leading zero. */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, '0')}`;
