import { Anchor } from '@mantine/core';
import { PageLink, useFormat, useLanguage, useText } from '@altis/web';
import type { ReactNode } from 'react';
import { pageMessages } from '../page-messages.ts';
import { searchPath, type ConditionField } from '../search/search-state.ts';
import { textIn } from '../text-in.ts';
import type { ItemDetail } from '../views.ts';
import { FactList } from './fact-list.tsx';
import styles from './item-page.module.css';

/** Who, what, when, and the message that says so; names lead to all that the archive has of them. */
export function ItemFacts({ item }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const { dateTime } = useFormat();
  const unitName = textIn(item.unitName, language);
  const { source, happenedAt, unit, discipline, action } = item;
  return (
    <FactList
      title={t('item.about')}
      facts={[
        {
          name: t('field.athlete'),
          value: item.athletes.length > 0 && (
            <ul className={styles['people']}>
              {item.athletes.map(({ code, name, organisation }) => (
                <li key={code}>
                  <FoundBy field="athlete" value={code} label={name} /> {organisation}
                </li>
              ))}
            </ul>
          ),
        },
        {
          name: t('field.discipline'),
          value: discipline && (
            <FoundBy field="discipline" value={discipline} label={textIn(item.disciplineName, language).text} />
          ),
        },
        {
          name: t('field.action'),
          value: action && <FoundBy field="action" value={action} label={textIn(item.actionName, language).text} />,
        },
        {
          name: t('item.unit'),
          value: unitName.text === '' ? unit : <span lang={unitName.language}>{unitName.text}</span>,
        },
        { name: t('item.happened'), value: happenedAt === null ? null : dateTime(happenedAt) },
        {
          name: t('item.source'),
          value: source && t('item.source.text', { document: source.documentType, version: source.version }),
        },
        { name: t('item.revision'), value: item.moment === null ? null : item.revision },
      ]}
    />
  );
}

function FoundBy(props: { field: ConditionField; value: string; label: string }): ReactNode {
  const { field, value, label } = props;
  return (
    <Anchor component={PageLink} to={searchPath({ conditions: [{ field, value }] })} inherit>
      {label}
    </Anchor>
  );
}
