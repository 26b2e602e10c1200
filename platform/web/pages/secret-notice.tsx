import { Button, Code, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import styles from './form.module.css';

/** A secret that is shown this once, ready to be copied. */
export function SecretNotice(props: { title: string; secret: string }): ReactNode {
  const t = useText(shellMessages);
  return (
    <Notice tone="warn" title={props.title}>
      <div className={styles['secret']}>
        <Code dir="ltr">{props.secret}</Code>
        <CopyButton value={props.secret}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </Notice>
  );
}
