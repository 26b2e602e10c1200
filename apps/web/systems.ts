import { pages as mediaArchive } from '@altis/media-archive/pages';
import { pages as mediaDescription } from '@altis/media-description/pages';
import { pages as results } from '@altis/results/pages';
import type { SystemPages } from '@altis/web';

/** The systems whose pages this application shows, in the order of the navigation. */
export const systems: readonly SystemPages[] = [results, mediaDescription, mediaArchive];
