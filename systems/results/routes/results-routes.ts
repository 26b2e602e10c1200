import type { SystemRouter } from '@altis/http';
import { implementResults } from './contract-implementer.ts';
import { eventRoutes } from './event-routes.ts';
import { feedRoutes } from './feed/feed-routes.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { messageRoutes } from './message-routes.ts';
import { historyRoutes } from './past/history-routes.ts';
import { pastRoutes } from './past/past-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { tablesRoutes } from './tables/tables-routes.ts';
import { awardRoutes } from './timing/award-routes.ts';
import { timingRoutes } from './timing/timing-routes.ts';
import { unitRoutes } from './unit-routes.ts';

/** The handlers of the contract. */
export function resultsRoutes(room: ResultsRoom): SystemRouter {
  const os = implementResults();
  return os.router({
    ...unitRoutes(os, room),
    ...eventRoutes(os, room),
    ...registerRoutes(os, room),
    ...messageRoutes(os, room),
    ...feedRoutes(os, room),
    ...pastRoutes(os, room),
    ...historyRoutes(os, room),
    ...tablesRoutes(os, room),
    ...timingRoutes(os, room),
    ...awardRoutes(os, room),
  });
}
