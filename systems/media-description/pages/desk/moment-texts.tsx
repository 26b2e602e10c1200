import { ActionIcon, CopyButton } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import IconCopied from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { languages } from '@altis/i18n';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { MomentView } from '../views.ts';
import styles from './moment-panel.module.css';

/** A moment as it is told in every language, each to be copied. Folded on phones. */
export function MomentTexts({ moment }: { moment: MomentView }): ReactNode {
  const t = useText(pageMessages);
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 48em)').matches);
  const told = languages.filter(({ language }) => moment.title[language] !== undefined);
  return (
    <details className={styles['texts']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('texts')}</summary>
      <ul>
        {told.map(({ language, ownName, direction }) => (
          <li key={language}>
            <div className={styles['language']}>
              <span lang={language}>{ownName}</span>
              <CopyText
                text={`${moment.title[language]}\n${moment.sentence[language]}`}
                label={t('texts.copy', { language: ownName })}
              />
            </div>
            <div lang={language} dir={direction}>
              <strong>{moment.title[language]}</strong>
              {moment.sentence[language] !== moment.title[language] && <p>{moment.sentence[language]}</p>}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function CopyText(props: { text: string; label: string }): ReactNode {
  return (
    <CopyButton value={props.text}>
      {({ copied, copy }) => (
        <ActionIcon size="sm" aria-label={props.label} title={props.label} onClick={copy}>
          {copied ? <IconCopied size={15} /> : <IconCopy size={15} />}
        </ActionIcon>
      )}
    </CopyButton>
  );
}
