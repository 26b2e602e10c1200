import { mediaArchive } from '@altis/media-archive/contract';
import { problem } from '@altis/kernel';
import { say, type Command } from '../command.ts';
import { reach } from '../server.ts';

export const importFolder: Command = {
  takes: '<path>',
  does: 'Import every video below a folder of the server’s import root into the archive',
  async run([path]) {
    if (path === undefined)
      throw problem('INVALID_INPUT', 'Name the folder, relative to ALTIS_MEDIA_ARCHIVE_IMPORT_ROOT.');
    const { items } = await reach(mediaArchive).imports.createFromFolder({ path });
    for (const { fileName, state } of items) say(`${fileName}: ${state}`);
    say(`${items.length} files; their progress is on the page /archive/import.`);
  },
};
