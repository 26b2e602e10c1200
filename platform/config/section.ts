import type * as z from 'zod';

/** One setting: what it accepts, where it may be given, and what it means to the person who sets it. */
type Setting<Value = unknown> = {
  readonly schema: z.ZodType<Value>;
  /** Name of the environment variable; by default `ALTIS_<SECTION>_<KEY>`. */
  readonly env?: string;
  /** A secret is masked wherever settings are printed. */
  readonly secret?: boolean;
  readonly description: string;
};

export type Settings = Readonly<Record<string, Setting>>;
export type SettingValues<Of extends Settings> = { readonly [Key in keyof Of]: z.infer<Of[Key]['schema']> };

/** The settings of one package or system, under one name. */
export type ConfigSection<Of extends Settings = Settings> = { readonly name: string; readonly settings: Of };

/** Declares the settings of a package: `defineConfig('http', { port: { schema: port, env: 'PORT', description: '…' } })`. */
export function defineConfig<const Of extends Settings>(name: string, settings: Of): ConfigSection<Of> {
  return { name, settings };
}

/** The environment variable that sets `key` of `section`: its own name where declared, else `ALTIS_MEDIA_ARCHIVE_FOLDER`. */
export function environmentName(section: ConfigSection, key: string): string {
  const words = `${section.name}_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`)}`;
  return section.settings[key]?.env ?? `ALTIS_${words.replaceAll('-', '_').toUpperCase()}`;
}
