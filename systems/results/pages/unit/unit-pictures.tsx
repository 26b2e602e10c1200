import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { Picture } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { FactSource } from './fact-source.tsx';
import styles from './panel.module.css';
import pictureStyles from './unit-pictures.module.css';

/** Photo finishes, charts and other pictures of a unit with their captions; such as are elsewhere by their address. */
export function UnitPictures({ pictures }: { pictures: readonly Picture[] }): ReactNode {
  const t = useText(publicMessages);
  if (pictures.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{t('pictures')}</h2>
      <ul className={styles['box']}>
        {pictures.map(({ kind, title, description, address, isShown, source }) => {
          const name = title ?? t(/FINISH/i.test(kind) ? 'picture.photoFinish' : 'picture');
          return (
            <li key={address}>
              <figure className={pictureStyles['figure']}>
                {isShown && <img src={address} alt={description ?? name} loading="lazy" />}
                <figcaption>
                  {isShown ? (
                    <bdi>{name}</bdi>
                  ) : (
                    <a href={address} rel="noopener noreferrer" target="_blank">
                      <bdi>{name}</bdi>
                    </a>
                  )}
                  {description !== null && <bdi className={styles['dim']}>{description}</bdi>}
                </figcaption>
              </figure>
              <FactSource source={source} fact={name} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
