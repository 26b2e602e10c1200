import type { ReactNode } from 'react';
import { StatusBadge, useFormat, useLanguage, useText, type Status } from '@altis/web';
import type { FeedSource } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { feedMessages } from './feed-messages.ts';
import { LagLine } from './lag-line.tsx';
import styles from './source-card.module.css';

const marks = {
  alive: 'ok',
  late: 'warn',
  silent: 'bad',
  closed: 'idle',
  unwatched: 'idle',
} as const satisfies Record<FeedSource['state'], Status>;

const watchedMinutes = 15;

/** One system that sends: its venues, how it is, and how fast its messages come. */
export function SourceCard({ source, now }: { source: FeedSource; now: string }): ReactNode {
  const t = useText(feedMessages);
  const { language } = useLanguage();
  const { number, relative, list } = useFormat();
  const { state, venues, keepAlive, lagMs } = source;
  const places = venues.map(({ code, name }) => name[language] ?? name['en'] ?? name['und'] ?? code);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const sports = source.disciplines.map((each) => textOf(disciplineName(each)).text);
  const duration = useDuration();
  const nothing = source.messages > 0 ? t('recorded') : '–';
  const code = source.source || t('source.unnamed');
  return (
    <li className={styles['card']} data-state={state}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          <bdi>{places.length === 0 ? code : list(places)}</bdi>
        </h3>
        <StatusBadge status={marks[state]}>{t(`state.${state}`)}</StatusBadge>
      </div>
      <p className={styles['note']}>
        {sports.length > 0 && <bdi>{list(sports)}</bdi>}
        {places.length > 0 && <bdi>{code}</bdi>}
        {source.feed === 'test' && <span className={styles['test']}>{t('test')}</span>}
        <span>
          {state === 'silent' && keepAlive.missed > 0
            ? t('source.missed', { count: keepAlive.missed, last: relative(source.lastAt, now) })
            : t('source.last', { last: relative(source.lastAt, now) })}
        </span>
      </p>
      <LagLine minutes={source.minutes} now={now} label={t('lag.line')} />
      <dl className={styles['figures']}>
        <div>
          <dt>{t('lag')}</dt>
          <dd>{lagMs === null ? nothing : duration(lagMs.p50)}</dd>
        </div>
        <div>
          <dt>{t('lag.p95')}</dt>
          <dd>{lagMs === null ? nothing : duration(lagMs.p95)}</dd>
        </div>
        <div>
          <dt>{t('perMinute')}</dt>
          <dd>{number(source.messages / watchedMinutes, { maximumFractionDigits: 1 })}</dd>
        </div>
        <div>
          <dt>{t('late')}</dt>
          <dd>{number(source.late)}</dd>
        </div>
      </dl>
    </li>
  );
}

function useDuration(): (ms: number) => string {
  const { number } = useFormat();
  return (ms) => {
    const [unit, value] =
      Math.abs(ms) < 120_000 ? (['second', ms / 1000] as const) : (['minute', ms / 60_000] as const);
    const digits = Math.abs(value) < 10 ? 1 : 0;
    return number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
  };
}
