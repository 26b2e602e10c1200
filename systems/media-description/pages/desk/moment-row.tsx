import type { CSSProperties, ReactNode } from 'react';
import { TimeCode, useLanguage, useText } from '@altis/web';
import { clipMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView, VideoView } from '../views.ts';
import { ClipState } from './clip-state.tsx';
import { changeOf } from './origin-of.ts';
import { ImportanceMark } from './importance-mark.tsx';
import type { News } from './moment-news.ts';
import styles from './moment-list.module.css';

/** One moment of the list; the whole row is the button that shows it. */
export function MomentRow(props: {
  moment: MomentView;
  video: VideoView;
  /** Its place in the storyboard, shown until the clip has a picture of its own. */
  tile: CSSProperties;
  news: News | undefined;
  isSelected: boolean;
  isPlaying: boolean;
  onSelect: (byPointer: boolean) => void;
}): ReactNode {
  const { moment, news } = props;
  const { language } = useLanguage();
  const t = useText(pageMessages);
  const isWithdrawn = moment.state === 'withdrawn';
  const poster = isWithdrawn ? undefined : clipMedia(moment)?.poster;
  return (
    <li className={styles['row']} data-news={news} data-withdrawn={isWithdrawn || undefined}>
      <div className={styles['fold']}>
        <button
          type="button"
          className={styles['face']}
          aria-current={props.isSelected || undefined}
          data-playing={props.isPlaying || undefined}
          onClick={(event) => props.onSelect(event.detail > 0)}
        >
          <span className={styles['picture']} style={props.tile}>
            {poster !== undefined && <img key={poster} src={poster} alt="" loading="lazy" decoding="async" />}
          </span>
          <span className={styles['words']}>
            <span className={styles['line']}>
              <ImportanceMark importance={moment.importance} />
              <TimeCode frame={moment.actionFrame} frameRate={props.video.frameRate} />
              <span className={styles['state']}>
                {news === undefined ? (
                  <ClipState moment={moment} />
                ) : (
                  <span className={styles['news']} data-news={news}>
                    {t(`news.${news}`)}
                  </span>
                )}
              </span>
            </span>
            <span className={styles['title']}>{toldIn(moment.title, language)}</span>
            {toldIn(moment.sentence, language) !== toldIn(moment.title, language) && (
              <span className={styles['sentence']}>{toldIn(moment.sentence, language)}</span>
            )}
            <People moment={moment} />
            {moment.revision > 1 && !isWithdrawn && <span className={styles['corrected']}>{changeOf(moment, t)}</span>}
          </span>
        </button>
      </div>
    </li>
  );
}

const mostPeople = 3;

function People({ moment: { athletes } }: { moment: MomentView }): ReactNode {
  const t = useText(pageMessages);
  if (athletes.length === 0) return null;
  return (
    <span className={styles['people']}>
      {athletes.slice(0, mostPeople).map(({ code, name, organisation }) => (
        <span key={code}>
          <bdi>
            <b>{organisation}</b> {name}
          </bdi>
        </span>
      ))}
      {athletes.length > mostPeople && <span>{t('people.more', { count: athletes.length - mostPeople })}</span>}
    </span>
  );
}
