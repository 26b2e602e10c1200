import { readFile } from 'node:fs/promises';
import { KeptMessage } from '@altis/results/contract';
import { problem } from '@altis/kernel';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

export const sendMessages: Command = {
  takes: '<file.xml…>',
  does: 'Send official results messages (ODF), in the order given',
  async run(files) {
    if (files.length === 0) throw problem('INVALID_INPUT', 'Name at least one file to send.');
    for (const file of files) {
      const body = await readFile(file);
      const headers = { 'content-type': 'application/xml' };
      const answer = await request(`/api/results/messages?file=${encodeURIComponent(file)}`, {
        method: 'POST',
        headers,
        body,
      });
      const { outcome, documentType, version, warnings } = KeptMessage.parse(await answer.json());
      say(`${file}: ${outcome} (${documentType}, version ${version})`);
      for (const warning of warnings) say(`    ${warning}`);
    }
  },
};
