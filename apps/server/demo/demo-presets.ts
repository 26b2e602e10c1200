import { gamesZone, keepAliveSeconds } from '@altis/examples';
import type { Presets } from '@altis/config';

/**
 * Settings of the demo Games at a speed, where nobody chose others: the zone of the Games, and how often its venues give a
 * sign, which nobody could learn from a past that is told within minutes.
 */
export function demoPresets(speed: number): Presets {
  return { results: { timeZone: gamesZone, keepAliveSeconds: Math.max(1, keepAliveSeconds / speed) } };
}
