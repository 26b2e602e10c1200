import { silentLog } from '@altis/kernel';
import { expect, test } from 'vitest';
import { createLog, createMetrics, runStopSteps } from './index.ts';

test('secrets passed by mistake do not reach the log', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: (line) => lines.push(line) });
  log.info({ password: 'hush', request: { headers: { cookie: 'hush' } }, user: { email: 'hush' } }, 'signed in');
  expect(lines.join('')).toContain('signed in');
  expect(lines.join('')).not.toContain('hush');
});

test('a part that fails to stop does not keep the others from stopping', async () => {
  const stopped: string[] = [];
  await runStopSteps(
    [
      { name: 'hangs', stop: () => new Promise(() => undefined) },
      { name: 'throws', stop: () => Promise.reject(new Error('broken')) },
      { name: 'last', stop: async () => void stopped.push('last') },
    ],
    silentLog,
    20,
  );
  expect(stopped).toEqual(['last']);
});

test('metrics are rendered for Prometheus', async () => {
  const metrics = createMetrics();
  metrics.counter('altis_results_messages_total', 'Messages taken in', ['type']).inc({ type: 'DT_RESULT' });
  expect((await metrics.render()).body).toContain('altis_results_messages_total{type="DT_RESULT"} 1');
});
