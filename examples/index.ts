export { hockeyPeriod, type HockeyPeriod } from './ice-hockey/hockey-period.ts';
export { renderHockeyPeriod, type Rendered, type RenderOptions } from './ice-hockey/render-hockey-period.ts';
export type { HockeyMessage } from './ice-hockey/messages/odf-header.ts';
export type { Action } from './ice-hockey/timeline.ts';
export type { Athlete, Team } from './ice-hockey/teams.ts';
export { dueMessages, untilNextMessage } from './play-messages.ts';
