import { audit } from '@altis/audit/contract';
import { say, type Command } from '../command.ts';
import { reach } from '../server.ts';

export const verifyAudit: Command = {
  takes: '',
  does: 'Check the chain of the audit, and print its head to be noted elsewhere',
  async run() {
    const verdict = await reach(audit).entries.verify({});
    say(JSON.stringify(verdict, undefined, 2));
    if (!verdict.whole) process.exitCode = 1;
  },
};
