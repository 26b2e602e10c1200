import * as z from 'zod';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

const Health = z.object({
  status: z.string(),
  systems: z.array(z.object({ system: z.string(), state: z.string(), reason: z.string().optional() })),
});

export const showStatus: Command = {
  takes: '',
  does: 'Tell which systems run, and why one does not',
  async run() {
    const { status, systems } = Health.parse(await (await request('/health')).json());
    for (const { system, state, reason } of systems) say(`${system.padEnd(20)} ${state} ${reason ?? ''}`.trimEnd());
    if (status !== 'ok') process.exitCode = 1;
  },
};
