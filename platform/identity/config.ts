import { defineConfig, type SettingValues } from '@altis/config';
import { z } from 'zod';

/** How long sessions and links last. */
export const identityConfig = defineConfig('identity', {
  sessionIdleHours: {
    schema: z.coerce.number().min(0.1).max(720).default(12),
    description: 'A session ends after so many hours without use (default: 12).',
  },
  sessionLifetimeDays: {
    schema: z.coerce.number().min(0.1).max(90).default(14),
    description: 'A session ends so many days after sign-in, used or not (default: 14).',
  },
  signInLinkHours: {
    schema: z.coerce.number().min(0.1).max(168).default(24),
    description:
      'A one-time link to sign in, or to make the first administrator, is good for so many hours (default: 24).',
  },
  invitationDays: {
    schema: z.coerce.number().min(0.1).max(60).default(7),
    description: 'An invitation is good for so many days (default: 7).',
  },
});

export type IdentitySettings = SettingValues<typeof identityConfig.settings>;
