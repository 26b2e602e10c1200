import { dataConfig, readConfig, type Presets } from '@altis/config';
import { messageOf, Problem } from '@altis/kernel';
import { createLog, stopOnSignal } from '@altis/observability';
import { databaseConfig, serverConfig } from '@altis/system';
import { isDemoWanted } from './demo/is-demo-wanted.ts';
import { readFlags } from './flags.ts';
import { printWelcome } from './print-welcome.ts';
import { startServer } from './start-server.ts';

try {
  const file = process.env['ALTIS_CONFIG'];
  let presets: Presets = {};
  const config = readConfig({
    environment: process.env,
    ...(file === undefined ? {} : { file }),
    presets: () => presets,
  });
  const { logLevel, logPretty } = config.section(serverConfig);
  const log = createLog({ level: logLevel, pretty: logPretty });
  const flags = readFlags(process.argv.slice(2));
  const { directory: dataDirectory } = config.section(dataConfig);
  const hasOwnDatabase = config.section(databaseConfig).url !== undefined;
  let demo = false;
  const server = await startServer(config, flags, log, async ({ identity }) => {
    demo = await isDemoWanted({ demo: flags.demo, dataDirectory, hasOwnDatabase, identity });
    if (demo) presets = (await import('./demo/demo-presets.ts')).demoPresets(flags.demoSpeed);
  });
  const stopping = new AbortController();
  stopOnSignal(async () => {
    stopping.abort();
    await server.stop();
  });
  const { url, platform } = server;
  await printWelcome(server, flags, demo);
  if (demo) {
    // Loaded only where it is played: it brings the drawing of the video along.
    const { playDemo } = await import('./demo/play-demo.ts');
    const tell = (text: string): void => void process.stdout.write(`${text}\n`);
    const { callSecret } = platform;
    const { demoSpeed: speed } = flags;
    await playDemo({ url, callSecret, dataDirectory, speed, log, tell, signal: stopping.signal });
  }
} catch (error) {
  const remedy = error instanceof Problem && error.remedy !== undefined ? `\n${error.remedy}` : '';
  const reason = error instanceof Problem ? error.message : (error instanceof Error && error.stack) || messageOf(error);
  process.stderr.write(`Altis did not start: ${reason}${remedy}\n`);
  process.exit(1);
}
