import type { System } from '@altis/system';

/** Every system of this installation, by name; each is loaded on its own, so that a broken one stops no other. */
export const systems: Readonly<Record<string, () => Promise<System>>> = {
  results: async () => (await import('@altis/results')).system,
  'media-description': async () => (await import('@altis/media-description')).system,
  'media-archive': async () => (await import('@altis/media-archive')).system,
};
