export { readConfig, type Config, type ConfigInputs, type ConfigSource, type Presets } from './config.ts';
export { dataConfig } from './data-directory.ts';
export { describeConfig, type ConfigRow } from './describe-config.ts';
export { defineConfig, environmentName, type ConfigSection, type Settings, type SettingValues } from './section.ts';
