import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/** The fonts of a document, as the `font` of a canvas names them, and what is missing. */
export type Fonts = {
  readonly regular: string;
  readonly strong: string;
  readonly missing: readonly string[];
};

/** Static fonts: of a variable one Skia writes drawings of glyphs, not text (PDF 32000-1, clause 9.6.5, Type 3). */
const files = {
  'Altis Print': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'Altis Print Strong': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  'Altis Print Arabic': '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'Altis Print Arabic Strong': '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
} as const;

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
const easternLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Loads the fonts, once in a process, and says which a document of this language and text is drawn with. */
export function loadFonts(language: string, text: string): Fonts {
  for (const [family, file] of Object.entries(files)) {
    if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(file)), family);
  }
  const hasEastern = GlobalFonts.has('Noto Sans CJK JP') || loadEastern();
  const first = easternOfLanguage[language] ?? 'Noto Sans CJK SC';
  const rest = hasEastern ? [first, ...eastern.filter((each) => each !== first)] : [];
  return {
    regular: list(['Altis Print', 'Altis Print Arabic', ...rest]),
    strong: list(['Altis Print Strong', 'Altis Print Arabic Strong', ...rest]),
    missing: !hasEastern && easternLetters.test(text) ? ['fonts-noto-cjk'] : [],
  };
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
