import { messageOf, Problem } from '@altis/kernel';
import { say, type Command } from './command.ts';
import { importCodes } from './commands/import-codes.ts';
import { importFolder } from './commands/import-folder.ts';
import { importHistory } from './commands/import-history.ts';
import { importGames } from './commands/import-games.ts';
import { results } from './commands/results.ts';
import { sendMessages } from './commands/send-messages.ts';
import { showConfig } from './commands/show-config.ts';
import { showStatus } from './commands/show-status.ts';
import { verifyAudit } from './commands/verify-audit.ts';

const commands: Readonly<Record<string, Command>> = {
  config: showConfig,
  status: showStatus,
  send: sendMessages,
  import: importFolder,
  'import-codes': importCodes,
  'import-games': importGames,
  'import-history': importHistory,
  results,
  'verify-audit': verifyAudit,
};

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  help();
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    await command.run(args);
  } catch (error) {
    const remedy = error instanceof Problem && error.remedy !== undefined ? ` ${error.remedy}` : '';
    process.stderr.write(`${messageOf(error)}${remedy}\n`);
    process.exitCode = 1;
  }
}

function help(): void {
  say('altis <command>, run as `npm run altis -- <command>`. ALTIS_URL and ALTIS_TOKEN say which server and who.\n');
  for (const [key, { takes, does }] of Object.entries(commands)) say(`  ${`${key} ${takes}`.padEnd(24)} ${does}`);
}
