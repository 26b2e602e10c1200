import { PageLink, useFormat, useLanguage, useText } from '@altis/web';
import type { ReactNode } from 'react';
import { itemPath, mediaAddress } from '../item-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { textIn } from '../text-in.ts';
import type { FoundItem } from '../views.ts';
import { Highlighted } from './highlighted.tsx';
import styles from './result-grid.module.css';

/** One item among the results: its picture, how long it is, what it shows, when and where. */
export function ResultCard({ item }: { item: FoundItem }): ReactNode {
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const { date, duration, list } = useFormat();
  const title = textIn(item.title, language);
  const unitName = textIn(item.unitName, language);
  return (
    <li className={styles['card']}>
      <div className={styles['picture']}>
        <img src={mediaAddress(item, 'poster.jpg')} alt="" loading="lazy" decoding="async" />
        <span className={styles['kind']}>{t(`kind.${item.kind}`)}</span>
        <span className={styles['length']}>{duration(item.durationMs)}</span>
      </div>
      <div className={styles['words']}>
        <h2 className={styles['title']} lang={title.language}>
          <PageLink to={itemPath(item.id)} className={styles['link']}>
            <Highlighted text={title.text} ranges={item.highlights['title'] ?? []} />
          </PageLink>
        </h2>
        <p className={styles['facts']}>
          <span>{date(item.happenedAt ?? item.importedAt)}</span>
          {item.organisations.length > 0 && <span>{list(item.organisations, { type: 'unit' })}</span>}
          {unitName.text !== '' && <span lang={unitName.language}>{unitName.text}</span>}
        </p>
      </div>
    </li>
  );
}
