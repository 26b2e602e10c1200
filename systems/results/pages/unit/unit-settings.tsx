import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitSetting } from '../../contract/index.ts';
import { isInMetres, settingWord } from './setting-words.ts';
import { publicMessages } from '../public/public-messages.ts';
import { FactSource } from './fact-source.tsx';
import styles from './panel.module.css';
import { useCodeWords } from './use-code-words.ts';

/** How a unit is run: course or hill, who goes on, rules. What has no word yet is shown as the sport has it. */
export function UnitSettings({ settings }: { settings: readonly UnitSetting[] }): ReactNode {
  const t = useText(publicMessages);
  const codes = useCodeWords();
  if (settings.length === 0) return null;
  const word = (code: string): string => {
    const known = settingWord(code);
    return known === undefined ? codes.detail(code) : t(`setting.${known}`);
  };
  return (
    <section className={styles['panel']}>
      <h2>{t('settings')}</h2>
      <ul className={styles['box']}>
        {settings.map(({ group, code, position, value, source }) => {
          // What is part of the course needs no saying so; what is part of something else does.
          const parts = [group === null || group === 'COURSE' ? null : word(group), position, word(code)];
          const label = parts.filter((part) => part !== null).join(' · ');
          return (
            <li key={`${group} ${code} ${position}`}>
              <span className={styles['grow']}>
                <span className={styles['dim']}>{label}</span>
                <bdi>{isInMetres(settingWord(code), value) ? t('setting.metres', { value }) : value}</bdi>
              </span>
              <FactSource source={source} fact={label} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
