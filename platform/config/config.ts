import { readFileSync } from 'node:fs';
import { problem } from '@altis/kernel';
import * as z from 'zod';
import { environmentName, type ConfigSection, type Settings, type SettingValues } from './section.ts';

export type ConfigSource = 'environment' | 'file' | 'default';

/** Settings as they stand for this process: environment first, then the file, then the preset or declared default. */
export interface Config {
  /** The checked values of a section. Throws a problem that names variable, value and expectation. */
  section<Of extends Settings>(section: ConfigSection<Of>): SettingValues<Of>;
  /** Where the value of a setting came from, and the value before checking. */
  origin(section: ConfigSection, key: string): { readonly source: ConfigSource; readonly raw: unknown };
}

export type ConfigInputs = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of a JSON file `{ "<section>": { "<key>": value } }`. */
  readonly file?: string;
  /** What holds in place of declared defaults; asked for when a section is first read. */
  readonly presets?: () => Presets;
};

/** Values by section and key. */
export type Presets = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const FileShape = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Reads the settings of this process. A named file that cannot be read or parsed is an error, not a default. */
export function readConfig({ environment, file, presets = () => ({}) }: ConfigInputs): Config {
  const fromFile = file === undefined ? {} : readSettingsFile(file);
  /** They hold as long as the process runs, and some are asked for with every request. */
  const checked = new WeakMap<ConfigSection, Record<string, unknown>>();

  const origin: Config['origin'] = (section, key) => {
    const raw = environment[environmentName(section, key)];
    if (raw !== undefined && raw !== '') return { source: 'environment', raw };
    const written = fromFile[section.name]?.[key];
    if (written !== undefined) return { source: 'file', raw: written };
    return { source: 'default', raw: presets()[section.name]?.[key] };
  };

  const check = (section: ConfigSection): Record<string, unknown> => {
    const values: Record<string, unknown> = {};
    for (const [key, setting] of Object.entries(section.settings)) {
      const { source, raw } = origin(section, key);
      const result = setting.schema.safeParse(raw);
      if (!result.success) throw refuse(section, key, source, raw, result.error, file);
      values[key] = result.data;
    }
    return values;
  };

  return {
    origin,
    section<Of extends Settings>(section: ConfigSection<Of>): SettingValues<Of> {
      const values = checked.get(section) ?? check(section);
      checked.set(section, values);
      // Every key was parsed by its own schema; TypeScript cannot follow that through the loop.
      return values as SettingValues<Of>;
    },
  };
}

function readSettingsFile(file: string): Record<string, Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw problem('INVALID_INPUT', `The settings file ${file} cannot be read.`, {
      remedy: 'Correct ALTIS_CONFIG, or remove it to run on environment variables and defaults.',
      cause,
    });
  }
  try {
    return FileShape.parse(JSON.parse(text));
  } catch (cause) {
    throw problem('INVALID_INPUT', `The settings file ${file} is not of the form { "section": { "key": value } }.`, {
      remedy: 'It must be JSON; `npm run altis -- config` lists every section and key.',
      cause,
    });
  }
}

function refuse(
  section: ConfigSection,
  key: string,
  source: ConfigSource,
  raw: unknown,
  error: z.ZodError,
  file: string | undefined,
): Error {
  const setting = section.settings[key];
  const place = source === 'file' ? `${section.name}.${key} in ${file}` : environmentName(section, key);
  const shown = setting?.secret ? '(secret)' : JSON.stringify(raw);
  const reason = error.issues.map((issue) => issue.message).join('; ');
  return problem(
    'INVALID_INPUT',
    raw === undefined ? `${place} must be set: ${reason}` : `${place} is ${shown}: ${reason}`,
    {
      remedy: setting?.description ?? 'See `npm run altis -- config`.',
    },
  );
}
