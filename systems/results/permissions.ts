import type { PermissionDeclarations } from '@altis/access';

export const permissions = {
  'results.unit.read': { description: 'See the schedule, results and play-by-play', roles: ['visitor'] },
  'results.message.send': { description: 'Send results messages', roles: ['operator'] },
  'results.message.read': { description: 'See the log of results messages', roles: ['operator'] },
  'results.codes.write': { description: 'Import code tables', roles: ['operator'] },
  'results.feed.read': { description: 'Watch the results feed', roles: ['operator'] },
  'results.feed.manage': {
    description: 'Take refused messages in again, import archives, rebuild from the log',
    roles: ['operator'],
  },
  'results.tables.write': { description: 'Import start lists and results from tables', roles: ['operator'] },
  'results.timing.write': { description: 'Time competitions at the console', roles: ['operator'] },
  'results.games.import': { description: 'Import an archive of a whole Games', roles: ['operator'] },
  'results.history.write': { description: 'Import the tables of past Games', roles: ['operator'] },
} as const satisfies PermissionDeclarations;
