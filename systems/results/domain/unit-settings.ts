import { parseRsc, rscContains, rscLevel, rscParent, formatRsc, type OdfMessage, type RscLevel } from '@altis/odf';
import type { Source, UnitSetting } from '../contract/index.ts';

/** A setting as its message has it, and the RSC that it is of. */
export type SettingFacts = Omit<UnitSetting, 'source'> & { readonly of: string };

/** Reads a DT_CONFIG: each setting that has a value, and each part of one. */
export function settingFacts({ header, content }: OdfMessage): SettingFacts[] {
  if (content.kind !== 'configuration') return [];
  return content.configs.flatMap(({ unit, settings }) => {
    const of = unit ?? header.documentCode;
    return settings.flatMap(({ code = '', position, value, items }) => [
      ...valueOf({ of, group: null, code }, position, value),
      ...items.flatMap((item) => valueOf({ of, group: code, code: item.code }, item.position ?? position, item.value)),
    ]);
  });
}

/** What holds of a unit: what is said of it, of its phase, event or discipline; of the same, what is said most closely. */
export function settingsOf(
  unit: string,
  said: readonly { readonly facts: SettingFacts; readonly source: Source }[],
): UnitSetting[] {
  const inner = parseRsc(unit);
  const closest = said.flatMap(({ facts: { of, ...facts }, source }) => {
    const outer = parseRsc(of);
    if (!outer.ok || !inner.ok || !rscContains(outer.value, inner.value)) return [];
    return [{ depth: levels.indexOf(rscLevel(outer.value)), setting: { ...facts, source } }];
  });
  const settings = new Map<string, UnitSetting>();
  for (const { setting } of closest.toSorted((left, right) => right.depth - left.depth)) {
    const key = [setting.group, setting.code, setting.position].join(' ');
    if (!settings.has(key)) settings.set(key, setting);
  }
  return [...settings.values()];
}

const levels: readonly RscLevel[] = ['discipline', 'gender', 'event', 'phase', 'unit'];

/** How `about` of a document names what its settings are of. */
export function settingTopic(rsc: string): string {
  return `setting ${rsc}`;
}

/** The unit and what it is part of, as `about` names them. */
export function settingTopicsOf(unit: string): string[] {
  const read = parseRsc(unit);
  const topics: string[] = [];
  for (let rsc = read.ok ? read.value : undefined; rsc !== undefined; rsc = rscParent(rsc)) {
    topics.push(settingTopic(formatRsc(rsc)));
  }
  return topics;
}

/** What `about` says that settings are of. */
export function codesOfSettings(about: readonly string[]): string[] {
  const start = settingTopic('');
  return about.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
}

function valueOf(
  of: Pick<SettingFacts, 'of' | 'group' | 'code'>,
  position: string | undefined,
  value: string | undefined,
): SettingFacts[] {
  return value === undefined || value === '' ? [] : [{ ...of, position: position ?? null, value }];
}
