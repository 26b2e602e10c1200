import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';

/** Names the socket at which the run's global setup answers with the address of its server. */
export const testServerSocketVariable = 'ALTIS_TEST_DATABASE_SOCKET';

/** The address of the run's PostgreSQL, which starts when it is first asked for. */
export async function testServerUrl(): Promise<string> {
  const external = process.env['ALTIS_TEST_DATABASE_URL'];
  if (external !== undefined && external !== '') return external;
  const socket = process.env[testServerSocketVariable];
  if (socket === undefined) {
    throw new Error(
      'No test server: run the tests by vitest with platform/database/testing/global-setup.ts, or set ALTIS_TEST_DATABASE_URL.',
    );
  }
  const answer: unknown = JSON.parse(await text(createConnection(socket)));
  if (typeof answer === 'object' && answer !== null && 'url' in answer && typeof answer.url === 'string')
    return answer.url;
  throw new Error(`The test server did not start: ${JSON.stringify(answer)}`);
}
