import { gamesZone, keepAliveSeconds } from '@altis/examples';
import type { Presets } from '@altis/config';

/** A shorter silence is no alarm: where the Games go fast, a busy machine is late more often than a line is dead. */
const leastSeconds = 60;

/**
 * Settings of the demo Games at a speed, where nobody chose others: the zone of the Games, and how often its venues give a
 * sign, which nobody could learn from a past that is told within minutes.
 */
export function demoPresets(speed: number): Presets {
  return { results: { timeZone: gamesZone, keepAliveSeconds: Math.max(leastSeconds, keepAliveSeconds / speed) } };
}
