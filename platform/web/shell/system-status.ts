import type { Status } from '../components/status-badge.tsx';
import type { SystemState } from './system-state.ts';

/** How the state of a system is shown. */
export const systemStatus: Readonly<Record<SystemState['state'], Status>> = {
  starting: 'busy',
  ok: 'ok',
  remote: 'ok',
  failed: 'bad',
  stopped: 'idle',
};
