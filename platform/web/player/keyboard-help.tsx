import { CloseButton, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { playerKeyHelp } from './player-keys.ts';
import type { KeyHelp } from './video-player-props.ts';
import styles from './video-player.module.css';

const markingKeys: ReadonlySet<string> = new Set(['player.key.mark', 'player.key.gotoMark', 'player.key.clearMarks']);

/** The keys of the page and of the player, over the picture. */
export function KeyboardHelp(props: {
  canMark: boolean;
  pageKeys: readonly KeyHelp[];
  onClose: () => void;
}): ReactNode {
  const t = useText(shellMessages);
  const own = playerKeyHelp
    .filter(({ text }) => props.canMark || !markingKeys.has(text))
    .map(({ keys, text }) => ({ keys, text: t(text) }));
  return (
    <div className={styles['help']} role="dialog" aria-label={t('player.help')}>
      <div className={styles['helpHead']}>
        <strong>{t('player.help')}</strong>
        <CloseButton autoFocus variant="transparent" c="white" aria-label={t('close')} onClick={props.onClose} />
      </div>
      <dl>
        {[...props.pageKeys, ...own].map(({ keys, text }) => (
          <div key={text}>
            <dt dir="ltr">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
