export { hockeyPeriod, type HockeyPeriod } from './ice-hockey/hockey-period.ts';
export { renderHockeyPeriod, type HockeyOptions } from './ice-hockey/render-hockey-period.ts';
export type { Rendered } from './broadcast/render-show.ts';
export { renderDownhill, type DownhillOptions } from './downhill/render-downhill.ts';
export { renderSkiJump, type SkiJumpOptions } from './ski-jumping/render-ski-jump.ts';
export type { HockeyMessage } from './ice-hockey/messages/odf-header.ts';
export type { Action } from './ice-hockey/timeline.ts';
export type { Athlete, Team } from './ice-hockey/teams.ts';
export { dueMessages, untilNextMessage } from './play-messages.ts';
export { keepAliveSeconds } from './games/feed/signal-reports.ts';
export { gamesZone } from './games/place/venues.ts';
export { zonedDateTime } from './games/place/calendar.ts';
export { playGames, type Games } from './games/play-games.ts';
export { gamesCompetition, type GamesMessage } from './games/feed/send-reports.ts';
export type { GamesSize } from './games/programme.ts';
export type { GamesTruth, LineTruth, UnitTruth } from './games/truth.ts';
export {
  downhillBroadcast,
  jumpBroadcast,
  type BroadcastJump,
  type DownhillBroadcast,
  type DownhillRun,
  type JumpBroadcast,
} from './games/broadcast.ts';
export { busiestGap, disturb, type DisturbedMessage, type LineGap } from './games/faults/disturb.ts';
