import { defineMessages, formatter, translator } from '@altis/i18n';
import type { momentLanguages } from '../contract/moment.ts';
import type { JoinNames, Translate } from '../domain/tell-action.ts';
import ar from './telling/ar.json' with { type: 'json' };
import de from './telling/de.json' with { type: 'json' };
import en from './telling/en.json' with { type: 'json' };
import es from './telling/es.json' with { type: 'json' };
import fr from './telling/fr.json' with { type: 'json' };
import it from './telling/it.json' with { type: 'json' };
import ja from './telling/ja.json' with { type: 'json' };
import ko from './telling/ko.json' with { type: 'json' };
import pt from './telling/pt.json' with { type: 'json' };
import ru from './telling/ru.json' with { type: 'json' };
import zhHans from './telling/zh-Hans.json' with { type: 'json' };
import zhHant from './telling/zh-Hant.json' with { type: 'json' };

type MomentLanguage = (typeof momentLanguages)[number];
type TellingKey = keyof typeof en;

/** The texts in which moments are told, by language. */
export const tellingMessages = defineMessages({
  en,
  fr,
  it,
  de,
  es,
  pt,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ja,
  ko,
  ar,
  ru,
});

const translators = new Map<MomentLanguage, ReturnType<typeof translator<TellingKey>>>();

/** Fills a text; an unknown key comes back as itself, which the tests of the profiles rule out. */
export const translate: Translate = (language, key, values) => {
  const known = translators.get(language) ?? translator(tellingMessages, language);
  translators.set(language, known);
  return known(key as TellingKey, values);
};

export const joinNames: JoinNames = (language, names) => formatter(language).list(names);
