import { translatorOf } from '@altis/i18n';
import type { Catalogue, Language, Translate } from '@altis/i18n';

/** The catalogues of a package, loaded per language when they are first shown. */
export type LazyMessages<Key extends string = string> = {
  readonly load: Readonly<Record<Language, () => Promise<{ default: Partial<Catalogue<Key>> }>>>;
};

type Loader<Texts> = () => Promise<{ default: Texts }>;

/**
 * Names the catalogues of a package for the browser; the keys are those of English.
 * `lazyMessages({ en: () => import('../messages/en.json'), it: () => import('../messages/it.json'), … })`
 */
export function lazyMessages<English extends Catalogue>(
  load: { readonly en: Loader<English> } & Readonly<
    Record<Exclude<Language, 'en'>, Loader<Catalogue<keyof English & string>>>
  >,
): LazyMessages<keyof English & string> {
  return { load };
}

type Loaded = { promise: Promise<Translate>; translate?: Translate };
const loadedByMessages = new WeakMap<LazyMessages, Map<Language, Loaded>>();

/** The translator when it is here already. */
export function loadedTranslator(messages: LazyMessages, language: Language): Translate | undefined {
  return loadedByMessages.get(messages)?.get(language)?.translate;
}

/** Loads a language, with English behind it for texts that it misses. The promise is the same for every caller. */
export function loadTranslator(messages: LazyMessages, language: Language): Promise<Translate> {
  const byLanguage = loadedByMessages.get(messages) ?? new Map<Language, Loaded>();
  loadedByMessages.set(messages, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known.promise;
  const entry: Loaded = {
    promise: Promise.all([messages.load[language](), messages.load.en()]).then(([own, english]) => {
      entry.translate = translatorOf(own.default, language, english.default);
      return entry.translate;
    }),
  };
  byLanguage.set(language, entry);
  entry.promise.then(
    // What React's `use` notes on a promise itself: it need not wait for this one, also where nobody has used it yet.
    (translate) => Object.assign(entry.promise, { status: 'fulfilled', value: translate }),
    // A failed download must not stay the answer for ever.
    () => byLanguage.delete(language),
  );
  return entry.promise;
}
