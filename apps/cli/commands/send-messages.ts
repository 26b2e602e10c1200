import { readFile } from 'node:fs/promises';
import { KeptMessage } from '@altis/results/contract';
import { messageOf, Problem, problem } from '@altis/kernel';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

export const sendMessages: Command = {
  takes: '<file.xml…>',
  does: 'Send official results messages (ODF), in the order given; one that is refused stops no other',
  async run(files) {
    if (files.length === 0) throw problem('INVALID_INPUT', 'Name at least one file to send.');
    const refused: string[] = [];
    for (const file of files) {
      try {
        await send(file);
      } catch (error) {
        say(`${file}: refused`);
        // Without a server, no other gets through either.
        const isLast = error instanceof Problem && error.code === 'UNAVAILABLE';
        refused.push(`${reasonOf(file, error)}${isLast ? ' No file after it was sent.' : ''}`);
        if (isLast) break;
      }
    }
    if (refused.length === 0) return;
    const counted = `Refused: ${refused.length} of ${files.length}.`;
    throw problem('INVALID_INPUT', [counted, ...refused].join('\n    '));
  },
};

async function send(file: string): Promise<void> {
  const answer = await request(`/api/results/messages?file=${encodeURIComponent(file)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: await readFile(file),
  });
  const { outcome, documentType, version, warnings } = KeptMessage.parse(await answer.json());
  say(`${file}: ${outcome} (${documentType}, version ${version})`);
  for (const warning of warnings) say(`    ${warning}`);
}

/** The server names the file in what it says of a message; of others nobody does. */
function reasonOf(file: string, error: unknown): string {
  const remedy = error instanceof Problem && error.remedy !== undefined ? ` ${error.remedy}` : '';
  const reason = `${messageOf(error)}${remedy}`;
  return reason.startsWith(`${file}: `) ? reason : `${file}: ${reason}`;
}
