import { dataConfig, describeConfig, readConfig } from '@altis/config';
import { identityConfig } from '@altis/identity';
import { databaseConfig, eventsConfig, mediaConfig, serverConfig, storageConfig, uploadsConfig } from '@altis/system';
import { systems } from '@altis/server/systems';
import { say, type Command } from '../command.ts';
import { clientConfig } from '../server.ts';

const platformSections = [
  serverConfig,
  dataConfig,
  databaseConfig,
  eventsConfig,
  storageConfig,
  mediaConfig,
  uploadsConfig,
  identityConfig,
  clientConfig,
];

export const showConfig: Command = {
  takes: '',
  does: 'Print every setting with its value and where it comes from; secrets are masked',
  async run() {
    const file = process.env['ALTIS_CONFIG'];
    const config = readConfig({ environment: process.env, ...(file === undefined ? {} : { file }) });
    const loaded = await Promise.all(Object.values(systems).map((load) => load()));
    const sections = [...platformSections, ...loaded.flatMap(({ settings }) => settings ?? [])];
    for (const { environmentName, value, source, description } of describeConfig(config, sections)) {
      say(`${environmentName}=${value}\n    ${description} [${source}]`);
    }
  },
};
