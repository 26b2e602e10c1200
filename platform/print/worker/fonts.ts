import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import { glyphTexts } from '../layout/glyph-texts.ts';

/** The fonts of a document, as the `font` of a canvas names them, and what is missing. */
export type Fonts = {
  readonly regular: string;
  readonly strong: string;
  readonly missing: readonly string[];
  /** Texts of glyphs that no character has, by name of the font. */
  readonly glyphTexts: ReadonlyMap<string, ReadonlyMap<number, string>>;
};

/** Static fonts: of a variable one Skia writes drawings of glyphs, not text (ISO 32000-1, clause 9.6.5, Type 3). */
const files: Readonly<Record<string, string>> = {
  'Altis Print': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'Altis Print Strong': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** Of IBM Plex, for Noto Sans Arabic draws letters and their dots apart, so that what it drew cannot be searched. */
const arabicFiles: readonly ArabicFile[] = [
  {
    family: 'Altis Print Arabic',
    file: '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
    name: 'IBMPlexSansArabic-Regular',
  },
  {
    family: 'Altis Print Arabic Strong',
    file: '@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
    name: 'IBMPlexSansArabic-Bold',
  },
];

type ArabicFile = { readonly family: string; readonly file: string; readonly name: string };

/** Han, kana and Hangul are of the machine, for each of these fonts has some 20 MB; the one of the language comes first. */
const eastern = ['Noto Sans CJK SC', 'Noto Sans CJK TC', 'Noto Sans CJK JP', 'Noto Sans CJK KR'];
const easternOfLanguage: Readonly<Record<string, string>> = {
  'zh-Hans': 'Noto Sans CJK SC',
  'zh-Hant': 'Noto Sans CJK TC',
  ja: 'Noto Sans CJK JP',
  ko: 'Noto Sans CJK KR',
};
const easternFolders = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/noto-cjk',
  '/usr/share/fonts/google-noto-cjk',
];
const arabicLetters = /\p{Script=Arabic}/u;
const easternLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Loads the fonts, once in a process, and says which a document of this language and text is drawn with. */
export function loadFonts(language: string, text: string): Fonts {
  for (const [family, file] of Object.entries(files)) load(family, pathOf(file));
  const glyphs = new Map<string, ReadonlyMap<number, string>>();
  for (const { family, file, name } of arabicFiles) {
    load(family, pathOf(file));
    if (arabicLetters.test(text)) glyphs.set(name, arabicGlyphs(pathOf(file)));
  }
  const hasEastern = GlobalFonts.has('Noto Sans CJK JP') || loadEastern();
  const first = easternOfLanguage[language] ?? 'Noto Sans CJK SC';
  const rest = hasEastern ? [first, ...eastern.filter((each) => each !== first)] : [];
  return {
    regular: list(['Altis Print', 'Altis Print Arabic', ...rest]),
    strong: list(['Altis Print Strong', 'Altis Print Arabic Strong', ...rest]),
    missing: !hasEastern && easternLetters.test(text) ? ['fonts-noto-cjk'] : [],
    glyphTexts: glyphs,
  };
}

function load(family: string, path: string): void {
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(path, family);
}

function pathOf(file: string): string {
  return fileURLToPath(import.meta.resolve(file));
}

const knownGlyphs = new Map<string, ReadonlyMap<number, string>>();

function arabicGlyphs(path: string): ReadonlyMap<number, string> {
  const known = knownGlyphs.get(path);
  if (known !== undefined) return known;
  const glyphs = new Map([...glyphTexts(readFileSync(path))].filter(([, text]) => arabicLetters.test(text)));
  knownGlyphs.set(path, glyphs);
  return glyphs;
}

function loadEastern(): boolean {
  const found = easternFolders.flatMap((folder) =>
    ['Regular', 'Bold'].map((weight) => `${folder}/NotoSansCJK-${weight}.ttc`).filter((path) => existsSync(path)),
  );
  for (const path of found) GlobalFonts.registerFromPath(path);
  return found.length > 0;
}

function list(families: readonly string[]): string {
  return families.map((family) => `"${family}"`).join(', ');
}
