import { VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice, useAction, useApi, useLanguage, useSession, useText, VideoPlayer } from '@altis/web';
import type { FilterChip, FrameClock, PlayerMarker } from '@altis/web';
import { mediaDescription } from '../../contract/index.ts';
import { sessionMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView, ReadySession } from '../views.ts';
import { BoundsBar } from './bounds-bar.tsx';
import { ClipDialog } from './clip-dialog.tsx';
import { filterMoments } from './filter-moments.ts';
import { LiveBadge } from './live-badge.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { MomentFilters } from './moment-filters.tsx';
import { MomentList } from './moment-list.tsx';
import { MomentPanel } from './moment-panel.tsx';
import { timeLineMarker } from './time-line-marker.ts';
import { useBounds } from './use-bounds.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useNews } from './use-news.ts';
import type { Playback } from './use-playback.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import styles from './session-desk.module.css';

/** The desk of a session: its recording, the moments on the time line and beside it, and all that can be done with one. */
export function SessionDesk(props: {
  session: ReadySession;
  clock: FrameClock;
  frameTimesMs: readonly number[] | undefined;
  playback: Playback;
  /** All moments in order of time, withdrawn ones too; undefined while they are read. */
  moments: readonly MomentView[] | undefined;
  momentsError: unknown;
  selected: MomentView | undefined;
  select: (id: string | undefined) => void;
}): ReactNode {
  const { session, clock, playback, selected, select } = props;
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const mayMark = useSession().may('media-description.moment.mark');
  const api = useApi(mediaDescription).moments;
  const mark = useAction(api.mark, { done: t('mark.done') });
  const trim = useAction(api.trim, { done: t('bounds.saved') });
  const withdraw = useAction(api.withdraw, { done: t('mark.withdrawn') });

  const all = useMemo(() => props.moments ?? [], [props.moments]);
  const news = useNews(props.moments);
  const [chips, setChips] = useState<readonly FilterChip[]>([]);
  const [showsWithdrawn, showWithdrawn] = useState(false);
  const [dialog, setDialog] = useState<'clip' | 'mark' | 'withdraw'>();
  const [playing, setPlaying] = useState<string>();
  // Sound needs a gesture of the reader; without one the picture may play at least.
  const [startsMuted] = useState(() => !navigator.userActivation.hasBeenActive);
  const bounds = useBounds(selected, () => select(undefined));

  const fitting = useMemo(() => filterMoments(all, chips), [all, chips]);
  const named = fitting.filter(({ state }) => state === 'named');
  const shown = fitting.filter(({ id, state }) => state === 'named' || showsWithdrawn || news.get(id) === 'withdrawn');
  const latest = playback.isLive ? all.findLast(({ state }) => state === 'named') : undefined;
  const inPanel = selected ?? latest;
  const markers = useMemo(
    () => fitting.filter(({ state }) => state === 'named').map((moment) => timeLineMarker(moment, language)),
    [fitting, language],
  );

  const open = (moment: MomentView): void => {
    bounds.reset();
    select(moment.id);
    playback.playRange(moment.inFrame, moment.outFrame);
  };
  const close = (): void => {
    bounds.reset();
    select(undefined);
  };
  const goBy = (step: 1 | -1): void => {
    const frame = selected?.actionFrame ?? playback.player.current?.currentFrame() ?? 0;
    const place = named.findIndex(({ id }) => id === selected?.id);
    const next =
      place >= 0
        ? named[place + step]
        : step === 1
          ? named.find(({ actionFrame }) => actionFrame > frame)
          : named.findLast(({ actionFrame }) => actionFrame < frame);
    if (next) open(next);
  };
  const saveBounds = async (): Promise<void> => {
    if (selected && bounds.draft && (await trim.run({ id: selected.id, ...bounds.draft }))) bounds.reset();
  };
  const saveMark = async (title: string): Promise<void> => {
    const made = bounds.draft && (await mark.run({ id: session.id, ...bounds.draft, title }));
    if (!made) return;
    setDialog(undefined);
    bounds.reset();
    select(made.id);
  };
  const withdrawMark = async (): Promise<void> => {
    if (!selected || !(await withdraw.run({ id: selected.id }))) return;
    setDialog(undefined);
    close();
  };
  const onFrame = (frame: number): void => {
    playback.onFrame(frame);
    const isOn = ({ inFrame, outFrame }: MomentView): boolean => inFrame <= frame && frame <= outFrame;
    const now = selected && isOn(selected) ? selected : named.findLast(isOn);
    if (now?.id !== playing) setPlaying(now?.id);
  };
  const confirmBounds = (): void => {
    if (!mayMark || !bounds.draft) return;
    if (bounds.isForSelected) void saveBounds();
    else setDialog('mark');
  };
  useDeskKeys(
    { KeyN: () => goBy(1), KeyP: () => goBy(-1), KeyG: playback.follow, Enter: confirmBounds, Escape: close },
    playback.player,
  );

  const pageKeys = [
    { keys: ['N', 'P'], text: t('key.moment') },
    ...(playback.isLive ? [{ keys: ['G'], text: t('key.live') }] : []),
    ...(mayMark ? [{ keys: ['Enter'], text: t('key.enter') }] : []),
    { keys: ['Esc'], text: t('key.close') },
  ];
  const chooseMarker = ({ id }: PlayerMarker): void => {
    const moment = all.find((each) => each.id === id);
    if (moment) open(moment);
  };
  const media = sessionMedia(session.id);
  return (
    <div className={styles['desk']}>
      <div className={styles['stage']} ref={playback.stage}>
        <VideoPlayer
          ref={playback.player}
          src={media.proxy}
          poster={media.poster}
          title={session.title}
          frameRate={session.video.frameRate}
          frameCount={session.video.frameCount}
          {...(props.frameTimesMs ? { frameTimesMs: props.frameTimesMs } : {})}
          storyboard={{ src: media.storyboard, ...session.video.storyboard }}
          markers={markers}
          onMarker={chooseMarker}
          range={bounds.range}
          {...(mayMark ? { onRangeChange: bounds.change } : {})}
          onFrame={onFrame}
          pageKeys={pageKeys}
          status={<LiveBadge playback={playback} />}
          isMuted={startsMuted}
        />
      </div>
      <div className={styles['below']}>
        {mayMark && (
          <BoundsBar
            bounds={bounds}
            frameRate={session.video.frameRate}
            isSaving={trim.isRunning}
            onMark={() => setDialog('mark')}
            onSave={() => void saveBounds()}
          />
        )}
        {inPanel ? (
          <MomentPanel
            key={inPanel.id}
            moment={inPanel}
            video={session.video}
            isSelected={inPanel.id === selected?.id}
            onPlay={() => open(inPanel)}
            onPlayClip={() => {
              playback.player.current?.pause();
              if (!selected) select(inPanel.id);
              setDialog('clip');
            }}
            onClose={close}
            onWithdraw={
              mayMark && inPanel.id === selected?.id && isOwnMark(inPanel) ? () => setDialog('withdraw') : undefined
            }
          />
        ) : (
          all.length > 0 && <p className={styles['hint']}>{t('moment.choose')}</p>
        )}
      </div>
      <div className={styles['side']}>
        {props.momentsError !== null && !props.moments && <ErrorNotice error={props.momentsError} />}
        <MomentList
          session={session}
          clock={clock}
          moments={shown}
          count={{ all: all.filter(({ state }) => state === 'named').length, fitting: named.length }}
          news={news}
          selected={selected?.id}
          playing={playing}
          isLive={playback.isLive}
          isLoading={props.moments === undefined && props.momentsError === null}
          keepsWithdrawn={showsWithdrawn}
          onSelect={(moment, byPointer) => {
            open(moment);
            // Space and the arrows are the player's from here on; who came by the keyboard stays in the list.
            if (byPointer) playback.player.current?.focus();
          }}
          filters={
            <MomentFilters
              moments={showsWithdrawn ? all : all.filter(({ state }) => state === 'named')}
              chips={chips}
              onChange={setChips}
              withdrawn={{
                count: all.filter(({ state }) => state === 'withdrawn').length,
                isShown: showsWithdrawn,
                show: showWithdrawn,
              }}
            />
          }
        />
      </div>
      <Announcements moments={all} news={news} />
      <ClipDialog
        moment={dialog === 'clip' ? selected : undefined}
        video={session.video}
        onClose={() => setDialog(undefined)}
      />
      <MarkDialog
        isOpen={dialog === 'mark'}
        isSaving={mark.isRunning}
        onMark={(title) => void saveMark(title)}
        onClose={() => setDialog(undefined)}
      />
      <WithdrawDialog
        moment={dialog === 'withdraw' ? selected : undefined}
        isRunning={withdraw.isRunning}
        onWithdraw={() => void withdrawMark()}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
}

function isOwnMark({ source, state }: MomentView): boolean {
  return source.kind === 'person' && state === 'named';
}

/** Says aloud what arrives, for people who do not see the list. */
function Announcements(props: { moments: readonly MomentView[]; news: ReturnType<typeof useNews> }): ReactNode {
  const t = useText(pageMessages);
  const { language } = useLanguage();
  return (
    <VisuallyHidden role="log" aria-label={t('news')}>
      {props.moments.map((moment) => {
        const news = props.news.get(moment.id);
        return news && <p key={moment.id}>{`${t(`news.${news}`)}: ${toldIn(moment.title, language)}`}</p>;
      })}
    </VisuallyHidden>
  );
}
