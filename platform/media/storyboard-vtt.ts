import type { Storyboard } from './task.ts';

/**
 * The storyboard as WebVTT (W3C WebVTT) whose cues name a rectangle of the sheet by a media fragment
 * (`#xywh=`, W3C Media Fragments 4.2.2), as most players read it.
 */
export function storyboardVtt(storyboard: Storyboard, sheetUrl: string): string {
  const { tileCount, columns, tileWidth, tileHeight, intervalMs, durationMs } = storyboard;
  const cues = Array.from({ length: tileCount }, (_, n) => {
    const x = (n % columns) * tileWidth;
    const y = Math.floor(n / columns) * tileHeight;
    const end = Math.min((n + 1) * intervalMs, durationMs);
    return `${timestamp(n * intervalMs)} --> ${timestamp(end)}\n${sheetUrl}#xywh=${x},${y},${tileWidth},${tileHeight}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function timestamp(timeMs: number): string {
  const whole = Math.round(timeMs);
  const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(whole % 1000, 3)}`;
}
