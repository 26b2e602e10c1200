import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import IconNewestFirst from '@tabler/icons-react/dist/esm/icons/IconSortDescending.mjs';
import IconOldestFirst from '@tabler/icons-react/dist/esm/icons/IconSortAscending.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import type { Translate } from '@altis/i18n';
import { EmptyState, tileStyle, useText } from '@altis/web';
import type { FrameClock } from '@altis/web';
import { sessionMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import type { MomentView, ReadySession } from '../views.ts';
import type { News } from './moment-news.ts';
import { MomentRow } from './moment-row.tsx';
import styles from './moment-list.module.css';

/** The moments of a session beside its player, newest first or in order of time; arrows go from row to row. */
export function MomentList(props: {
  session: ReadySession;
  clock: FrameClock;
  /** In order of time. */
  moments: readonly MomentView[];
  /** How many stand, of all and of those that fit the filters. */
  count: { readonly all: number; readonly fitting: number };
  news: ReadonlyMap<string, News>;
  selected: string | undefined;
  playing: string | undefined;
  isLive: boolean;
  /** Whether the moments are still being read. */
  isLoading: boolean;
  /** Whether withdrawn moments stay in the list. */
  keepsWithdrawn: boolean;
  filters: ReactNode;
  onSelect: (moment: MomentView, byPointer: boolean) => void;
}): ReactNode {
  const { session, moments, count, news, selected } = props;
  const t = useText(pageMessages);
  const [isNewestFirst, setNewestFirst] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = isNewestFirst ? [...moments].reverse() : moments;
  const storyboard = { src: sessionMedia(session.id).storyboard, ...session.video.storyboard };

  useEffect(() => {
    revealRow(scroller.current, scroller.current?.querySelector('[aria-current]'));
  }, [selected]);

  return (
    <section className={styles['moments']} aria-label={t('moments')}>
      <div className={styles['head']}>
        <h2>{t('moments')}</h2>
        <span className={styles['count']}>{!props.isLoading && countText(count, t)}</span>
        <Tooltip label={t(isNewestFirst ? 'order.newest' : 'order.time')}>
          <ActionIcon
            aria-label={t('order')}
            aria-pressed={isNewestFirst}
            onClick={() => setNewestFirst(!isNewestFirst)}
          >
            {isNewestFirst ? <IconNewestFirst size={18} /> : <IconOldestFirst size={18} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {props.filters}
      <div className={styles['frame']}>
        {isNewestFirst && <Unseen scroller={scroller} news={news} />}
        <div ref={scroller} className={styles['scroller']}>
          {props.isLoading && <Skeleton height={320} radius={0} />}
          {rows.length === 0 && !props.isLoading && (
            <EmptyState title={t(count.all === 0 ? 'none' : 'none.fit')}>
              {count.all === 0 ? t(props.isLive ? 'none.live' : 'none.text') : t('none.fit.text')}
            </EmptyState>
          )}
          {/* The keys of a list of buttons are handled once, on the list. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moves the focus between the buttons inside */}
          <ol
            className={styles['list']}
            data-keeps-withdrawn={props.keepsWithdrawn || undefined}
            onKeyDown={moveBetweenRows}
          >
            {rows.map((moment) => (
              <MomentRow
                key={moment.id}
                moment={moment}
                video={session.video}
                tile={tileStyle(storyboard, props.clock.timeOf(moment.actionFrame) * 1000)}
                news={news.get(moment.id)}
                isSelected={moment.id === selected}
                isPlaying={moment.id === props.playing}
                onSelect={(byPointer) => props.onSelect(moment, byPointer)}
              />
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

function countText(
  { all, fitting }: { readonly all: number; readonly fitting: number },
  t: Translate<'count' | 'count.of'>,
): string {
  return all === fitting ? t('count', { count: all }) : t('count.of', { shown: fitting, count: all });
}

/** Says that moments arrived above what the reader looks at; nothing moves under their eyes. */
function Unseen(props: {
  scroller: { readonly current: HTMLDivElement | null };
  news: ReadonlyMap<string, News>;
}): ReactNode {
  const t = useText(pageMessages);
  const [count, setCount] = useState(0);
  const arrived = [...props.news].filter(([, what]) => what === 'arrived').map(([id]) => id);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const joined = arrived.join(' ');

  useEffect(() => {
    const fresh = joined.split(' ').filter((id) => id !== '' && !seen.current.has(id));
    seen.current = new Set([...seen.current, ...fresh]);
    if ((props.scroller.current?.scrollTop ?? 0) > 40) setCount((before) => before + fresh.length);
  }, [joined, props.scroller]);
  useEffect(() => {
    const element = props.scroller.current;
    const look = (): void => {
      if (element && element.scrollTop <= 40) setCount(0);
    };
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [props.scroller]);

  if (count === 0) return null;
  return (
    <Button
      className={styles['unseen'] ?? ''}
      size="compact-sm"
      leftSection={<IconArrowUp size={15} />}
      onClick={() => props.scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
    >
      {t('unseen', { count })}
    </Button>
  );
}

/** Scrolls the list, and nothing around it, until the row is in sight. */
function revealRow(scroller: HTMLElement | null, row: Element | null | undefined): void {
  if (!scroller || !row || scroller.scrollHeight <= scroller.clientHeight) return;
  const frame = scroller.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  if (top < frame.top) scroller.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) scroller.scrollTop += bottom - frame.bottom;
}

function moveBetweenRows(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const place = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, place + step))]?.focus();
}
