export { definePages } from './shell/define-pages.ts';
export type { NavigationItem, PageIcon, PageRoute, SystemPages } from './shell/define-pages.ts';
export { useCommandActions } from './shell/command-actions.tsx';
export type { CommandAction } from './shell/command-actions.tsx';
export { NotFoundPage } from './shell/not-found-page.tsx';
export { usePathParameter } from './shell/use-path-parameter.ts';
export { useSearchParameter } from './shell/use-search-parameter.ts';

export { apiOf } from './api/api-of.ts';
export type { ApiOf, Procedure, Published } from './api/api-of.ts';
export { useApi } from './api/use-api.ts';
export { useAction } from './api/use-action.ts';
export type { Action } from './api/use-action.ts';
export { useChanges } from './api/use-changes.ts';
export { readProblem } from './api/read-problem.ts';
export type { ProblemText } from './api/read-problem.ts';
export { csrfHeaders } from './api/csrf.ts';
export { useSession } from './session/use-session.ts';
export type { Session } from './session/use-session.ts';

export { lazyMessages } from './language/lazy-messages.ts';
export type { LazyMessages } from './language/lazy-messages.ts';
export { useText } from './language/use-text.ts';
export { useFormat } from './language/use-format.ts';
export { useLanguage } from './language/language-context.ts';

export { DataTable } from './components/data-table.tsx';
export type { Column, ListState } from './components/data-table.tsx';
export { EmptyState } from './components/empty-state.tsx';
export { ErrorNotice } from './components/error-notice.tsx';
export { FilterChips } from './components/filter-chips.tsx';
export type { FilterChip, FilterField } from './components/filter-chips.tsx';
export { Notice } from './components/notice.tsx';
export { Page } from './components/page.tsx';
export type { Crumb } from './components/page.tsx';
export { PageLink } from './components/page-link.tsx';
export { ProgressLine } from './components/progress-line.tsx';
export { SearchBox } from './components/search-box.tsx';
export { Stat, Stats } from './components/stat.tsx';
export { StatusBadge } from './components/status-badge.tsx';
export type { Status } from './components/status-badge.tsx';
export { TextFilter } from './components/text-filter.tsx';
export { useNotices } from './components/use-notices.tsx';
export { DropArea } from './upload/drop-area.tsx';
export { UploadDrop } from './upload/upload-drop.tsx';
export { useUploads } from './upload/use-uploads.ts';

export { VideoPlayer } from './player/video-player.tsx';
export type {
  KeyHelp,
  PlayerMarker,
  PlayerRange,
  Storyboard,
  VideoPlayerHandle,
  VideoPlayerProps,
} from './player/video-player-props.ts';
export { constantFrameClock, listedFrameClock } from './player/frame-clock.ts';
export type { FrameClock } from './player/frame-clock.ts';
export { tileStyle } from './player/time-line-preview.tsx';
export { TimeCode } from './player/time-code.tsx';
export { formatTimecode, framesPerSecond, parseTimecode } from './player/timecode.ts';
export type { FrameRate } from './player/timecode.ts';
