/**
 * A time as ODF results write it: `41.23`, `1:41.23`, `1:02:03.45`; cut off, not rounded, as the rules of timed sports
 * have it (for instance the International Ski Competition Rules, 611.3.2.1).
 */
export function formatDuration(ms: number, decimals = 2): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const fraction =
    decimals === 0
      ? ''
      : `.${String(ms % 1000)
          .padStart(3, '0')
          .slice(0, decimals)}`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(seconds % 60)}${fraction}`;
  return minutes > 0 ? `${minutes}:${pad(seconds % 60)}${fraction}` : `${seconds}${fraction}`;
}
