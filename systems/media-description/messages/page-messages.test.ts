import { expect, test } from 'vitest';
import { defineMessages } from '@altis/i18n';
import { findMessageFaults } from '@altis/i18n/testing';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

test('the pages speak every language without a fault', () => {
  expect(
    findMessageFaults(defineMessages({ en, fr, it, de, es, pt, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ja, ko, ar, ru })),
  ).toEqual([]);
});
