import { languages } from '@altis/i18n';
import { useLanguage, useText } from '@altis/web';
import type { ReactNode } from 'react';
import { pageMessages } from '../page-messages.ts';
import { textIn } from '../text-in.ts';
import type { ItemDetail } from '../views.ts';
import styles from './item-page.module.css';

/** What the item shows, in the reader's language, and in all others on demand. */
export function ItemTexts({ item }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const sentence = textIn(item.sentence, language);
  const told = languages.map((each) => each.language).filter((each) => item.title[each] !== undefined);
  const nameOf = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <>
      {sentence.text !== '' && (
        <p className={styles['sentence']} lang={sentence.language}>
          {sentence.text}
        </p>
      )}
      {told.length > 1 && (
        <details className={styles['languages']}>
          <summary>{t('item.languages')}</summary>
          <dl>
            {told.map((each) => [
              <dt key={`${each} name`}>{nameOf.of(each)}</dt>,
              <dd key={each} lang={each} dir="auto">
                <strong>{item.title[each]}</strong>
                <br />
                {item.sentence[each]}
              </dd>,
            ])}
          </dl>
        </details>
      )}
    </>
  );
}
