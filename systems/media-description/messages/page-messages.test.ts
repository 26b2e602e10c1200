import { expect, test } from 'vitest';
import { defineMessages } from '@altis/i18n';
import { findMessageFaults } from '@altis/i18n/testing';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };

test('the pages speak six languages without a fault', () => {
  expect(findMessageFaults(defineMessages({ en, fr, it, de, 'zh-Hans': zhHans, ar }))).toEqual([]);
});
