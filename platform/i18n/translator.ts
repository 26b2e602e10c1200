import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Messages } from './define-messages.ts';
import { localeOf } from './languages.ts';
import type { Language } from './languages.ts';

export type MessageValue = string | number | boolean | Date | null | undefined;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** Returns the text of a key with its values filled in; never throws. */
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

/** Makes `t(key, values)` for one language; a key that the language misses is taken from English. */
export function translator<Key extends string>(messages: Messages<Key>, language: Language): Translate<Key> {
  return translatorOf(messages[language], language, messages.en);
}

/**
 * Makes `t(key, values)` over one loaded catalogue (the browser loads only those it shows).
 * A missing key is taken from `english`; a key that is nowhere, or a message that cannot be formatted
 * with the given values, shows the key: a visible fault is better than a broken page.
 */
export function translatorOf<Key extends string>(
  catalogue: Partial<Catalogue<Key>>,
  language: Language,
  english: Partial<Catalogue<Key>>,
): Translate<Key> {
  const compiled = new Map<Key, IntlMessageFormat | undefined>();
  return (key, values) => {
    if (!compiled.has(key)) compiled.set(key, compile(key, catalogue, language, english));
    try {
      const text: unknown = compiled.get(key)?.format({ ...values });
      return typeof text === 'string' ? text : key;
    } catch {
      return key;
    }
  };
}

function compile<Key extends string>(
  key: Key,
  catalogue: Partial<Catalogue<Key>>,
  language: Language,
  english: Partial<Catalogue<Key>>,
): IntlMessageFormat | undefined {
  const own = catalogue[key];
  const text = own ?? english[key];
  if (text === undefined) return undefined;
  try {
    // Messages are plain text: `<` is a less-than sign, not the start of a tag.
    return new IntlMessageFormat(text, localeOf(own === undefined ? 'en' : language), undefined, { ignoreTag: true });
  } catch {
    return undefined;
  }
}
