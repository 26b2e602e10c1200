import type { Config, ConfigSource } from './config.ts';
import { environmentName, type ConfigSection } from './section.ts';

export type ConfigRow = {
  readonly section: string;
  readonly key: string;
  readonly environmentName: string;
  readonly value: string;
  readonly source: ConfigSource;
  readonly description: string;
};

/** Every setting with its value and origin, secrets masked, for people: `altis config`. */
export function describeConfig(config: Config, sections: readonly ConfigSection[]): ConfigRow[] {
  return sections.flatMap((section) => {
    const values: Record<string, unknown> = config.section(section);
    return Object.entries(section.settings).map(([key, setting]) => ({
      section: section.name,
      key,
      environmentName: environmentName(section, key),
      value: show(values[key], setting.secret ?? false),
      source: config.origin(section, key).source,
      description: setting.description,
    }));
  });
}

function show(value: unknown, secret: boolean): string {
  if (value === undefined) return '';
  if (secret) return '••••••';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
