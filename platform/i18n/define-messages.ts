import type { Language } from './languages.ts';

/** Flat catalogue: key → ICU message (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>;

/** The catalogues of one package; English is complete and defines the keys. */
export type Messages<Key extends string = string> = Readonly<Record<Language, Catalogue<Key>>>;

/**
 * Binds the catalogues of a package together. The keys of English are the only keys;
 * a key missing in another language is a compile error where JSON is typed and a fault in `findMessageFaults`.
 */
export function defineMessages<English extends Catalogue>(
  catalogues: { readonly en: English } & Readonly<Record<Exclude<Language, 'en'>, Catalogue<keyof English & string>>>,
): Messages<keyof English & string> {
  return catalogues;
}
