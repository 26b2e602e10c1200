/**
 * How long an adult reads a text silently, in milliseconds: 238 words a minute in English
 * (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). Words are counted as the reader's language separates them.
 */
export function readingTimeMs(text: string, language = 'en'): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const words = [...segments].filter((segment) => segment.isWordLike).length;
  return Math.round((words / wordsPerMinute) * 60_000);
}

const wordsPerMinute = 238;
