import { pages as mediaDescription } from '@altis/media-description/pages';
import type { SystemPages } from '@altis/web';

/** The systems whose pages this application shows, in the order of the navigation. */
export const systems: readonly SystemPages[] = [mediaDescription];
