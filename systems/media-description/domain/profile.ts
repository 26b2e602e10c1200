import type { ActionProfile, DisciplineProfile } from './action-profile.ts';
import { iceHockeyProfile } from './profiles/ice-hockey.ts';

const disciplines: Readonly<Record<string, DisciplineProfile>> = { IHO: iceHockeyProfile };

/** What an action of a sport without a profile, or with a code that is new to its profile, is shown as. */
const anyAction: ActionProfile = { preMs: 6_000, postMs: 6_000, importance: 1, telling: 'action', subject: [] };

/** The profile of an action, or `null` when it is no moment. */
export function profileOf(discipline: string, action: string): ActionProfile | null {
  const profile = disciplines[discipline]?.[action];
  return profile === undefined ? anyAction : profile;
}

/** Whether the play-by-play of a discipline tells its moments; then its facts are none. */
export function isToldByActions(discipline: string): boolean {
  return disciplines[discipline] !== undefined;
}
