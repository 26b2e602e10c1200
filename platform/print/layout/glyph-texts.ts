import { wholeLetter } from './whole-letter.ts';

/**
 * The text that each glyph of an OpenType font stands for: that of its character, and for the forms that shaping puts in
 * place of others (initial, medial, final, ligatures) that of what they replace. ISO/IEC 14496-22, tables cmap and GSUB.
 *
 * @throws RangeError where the font is damaged
 */
export function glyphTexts(font: Buffer): Map<number, string> {
  const texts = new Map<number, string>();
  const cmap = tableAt(font, 'cmap');
  if (cmap !== undefined) readCharacters(font, cmap, texts);
  const gsub = tableAt(font, 'GSUB');
  if (gsub === undefined) return texts;
  const substitutions = substitutionsIn(font, gsub);
  // A form may replace what is itself a form; three steps reach all of them.
  for (let step = 0; step < 3; step += 1) {
    for (const { from, to } of substitutions) {
      const parts = from.map((glyph) => texts.get(glyph));
      if (!texts.has(to) && parts.every((part) => part !== undefined)) texts.set(to, parts.join(''));
    }
  }
  return texts;
}

function tableAt(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return undefined;
}

function readCharacters(font: Buffer, cmap: number, texts: Map<number, string>): void {
  const add = (code: number, glyph: number): void => {
    if (glyph !== 0 && !texts.has(glyph)) texts.set(glyph, wholeLetter(String.fromCodePoint(code)));
  };
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, add);
    if (format === 12) readGroups(font, table, add);
  }
}

type Add = (code: number, glyph: number) => void;

/** Format 4: segment mapping to delta values. */
function readSegments(font: Buffer, table: number, add: Add): void {
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const start = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readUInt16BE(table + 16 + 2 * doubled + at);
    const rangeAt = table + 16 + 3 * doubled + at;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xff_ff; code += 1) {
      const raw = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start));
      add(code, raw === 0 ? 0 : (raw + delta) % 0x1_00_00);
    }
  }
}

/** Format 12: segmented coverage. */
function readGroups(font: Buffer, table: number, add: Add): void {
  const count = font.readUInt32BE(table + 12);
  for (let index = 0; index < count; index += 1) {
    const group = table + 16 + 12 * index;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1) add(code, font.readUInt32BE(group + 8) + code - start);
  }
}

type Substitution = { readonly from: readonly number[]; readonly to: number };

/** Lookup types 1 (single) and 4 (ligature), also by extension (7). */
function substitutionsIn(font: Buffer, gsub: number): Substitution[] {
  const lookups = gsub + font.readUInt16BE(gsub + 8);
  return offsetsAt(font, lookups).flatMap((lookup) => {
    const type = font.readUInt16BE(lookup);
    return offsetsAt(font, lookup + 4, lookup).flatMap((subtable) => {
      if (type !== 7) return substitutionsOf(font, type, subtable);
      return substitutionsOf(font, font.readUInt16BE(subtable + 2), subtable + font.readUInt32BE(subtable + 4));
    });
  });
}

function substitutionsOf(font: Buffer, type: number, subtable: number): Substitution[] {
  if (type !== 1 && type !== 4) return [];
  const covered = coverage(font, subtable + font.readUInt16BE(subtable + 2));
  if (type === 4) {
    return offsetsAt(font, subtable + 4, subtable).flatMap((set, index) =>
      offsetsAt(font, set).map((ligature) => {
        const others = font.readUInt16BE(ligature + 2) - 1;
        const parts = Array.from({ length: others }, (_, part) => font.readUInt16BE(ligature + 4 + 2 * part));
        return { from: [covered[index] ?? 0, ...parts], to: font.readUInt16BE(ligature) };
      }),
    );
  }
  const isDelta = font.readUInt16BE(subtable) === 1;
  return covered.map((glyph, index) => ({
    from: [glyph],
    to: isDelta ? (glyph + font.readUInt16BE(subtable + 4)) % 0x1_00_00 : font.readUInt16BE(subtable + 6 + 2 * index),
  }));
}

/** Places that a counted list of offsets points to. */
function offsetsAt(font: Buffer, list: number, from = list): number[] {
  return Array.from({ length: font.readUInt16BE(list) }, (_, index) => from + font.readUInt16BE(list + 2 + 2 * index));
}

function coverage(font: Buffer, table: number): number[] {
  const count = font.readUInt16BE(table + 2);
  if (font.readUInt16BE(table) === 1) {
    return Array.from({ length: count }, (_, index) => font.readUInt16BE(table + 4 + 2 * index));
  }
  return Array.from({ length: count }, (_, index) => table + 4 + 6 * index).flatMap((range) => {
    const start = font.readUInt16BE(range);
    return Array.from({ length: font.readUInt16BE(range + 2) - start + 1 }, (_, index) => start + index);
  });
}
