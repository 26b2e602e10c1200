import { pinyin } from 'pinyin-pro';

/**
 * Han characters by the sounds of Standard Chinese, a syllable each: Hanyu Pinyin (ISO 7098:2015) without tones, ü as "yu",
 * as Chinese passports are written. Readings from the dictionary of pinyin-pro; the first character may be a family name.
 */
export function hanSyllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'spaced' }).map((syllable) =>
    syllable.replace(/ü/g, 'yu'),
  );
}

/** How many characters of a full name are the family name: two of the old double names, else one. */
export function familyNameLength(name: string): number {
  return doubleNames.has(Array.from(name).slice(0, 2).join('')) ? 2 : 1;
}

const doubleNames = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 南宫 南宮 端木 长孙 長孫 宇文'.split(
    ' ',
  ),
);
