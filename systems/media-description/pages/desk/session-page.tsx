import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import {
  constantFrameClock,
  EmptyState,
  ErrorNotice,
  framesPerSecond,
  listedFrameClock,
  Page,
  PageLink,
  ProgressLine,
  readProblem,
  useApi,
  useChanges,
  useFormat,
  usePathParameter,
  useSession,
  useText,
} from '@altis/web';
import { mediaDescription } from '../../contract/index.ts';
import { sessionMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { SessionState } from '../session-state.tsx';
import type { MomentView, ReadySession, SessionView, VideoView } from '../views.ts';
import { SessionDesk } from './session-desk.tsx';
import { ShiftControl } from './shift-control.tsx';
import { useNameOfUnit } from './use-name-of-unit.ts';
import { usePlayback } from './use-playback.ts';
import { useSelection } from './use-selection.ts';
import styles from './session-page.module.css';

/** One session: while it is prepared its progress, when that failed why, else its desk. */
export function SessionPage(): ReactNode {
  const id = usePathParameter('id');
  const t = useText(pageMessages);
  const api = useApi(mediaDescription).sessions;
  useChanges([`media-description.session.${id}`]);
  const query = useQuery({
    ...api.read.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data?.state === 'preparing' ? 1000 : false),
  });
  const session = query.data;
  const frameTimes = useFrameTimes(session);
  if (session?.state === 'ready' && isReady(session)) {
    const isWaiting = session.video.isVariableFrameRate && frameTimes.isPending;
    return isWaiting ? <DeskSkeleton /> : <ReadyPage key={id} session={session} frameTimesMs={frameTimes.data} />;
  }
  const crumbs = [{ label: t('sessions'), to: '/moments' }];
  if (session) {
    return (
      <Page title={session.title} breadcrumbs={crumbs} aside={<SessionState session={session} />} width="reading">
        {session.state === 'failed' ? <Failed session={session} /> : <Preparing session={session} />}
      </Page>
    );
  }
  if (query.error === null) return <DeskSkeleton />;
  const isUnknown = readProblem(query.error).status === 404;
  return (
    <Page title={t('session')} breadcrumbs={crumbs} width="reading">
      {isUnknown ? (
        <EmptyState
          title={t('session.unknown')}
          action={
            <Button component={PageLink} to="/moments">
              {t('sessions.all')}
            </Button>
          }
        >
          {t('session.unknown.text')}
        </EmptyState>
      ) : (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Page>
  );
}

function ReadyPage(props: { session: ReadySession; frameTimesMs: readonly number[] | undefined }): ReactNode {
  const { session, frameTimesMs } = props;
  const t = useText(pageMessages);
  const format = useFormat();
  const { may } = useSession();
  const unitName = useNameOfUnit(session.unit);
  const { numerator, denominator } = session.video.frameRate;
  const clock = useMemo(
    () => (frameTimesMs ? listedFrameClock(frameTimesMs) : constantFrameClock({ numerator, denominator })),
    [frameTimesMs, numerator, denominator],
  );
  const moments = useMoments(session.id);
  const [selectedId, select] = useSelection();
  const selected = moments.data?.find(({ id }) => id === selectedId);
  const playback = usePlayback(session, clock, selectedId === undefined);
  useFirstFrame(selected, playback.showFrame, selectedId);

  const { width, height, frameRate } = session.video;
  const fps = format.number(framesPerSecond(frameRate), { maximumFractionDigits: 2 });
  return (
    <Page
      title={session.title}
      breadcrumbs={[{ label: t('sessions'), to: '/moments' }]}
      aside={<SessionState session={session} />}
      description={
        <span className={styles['facts']}>
          {unitName !== undefined && unitName !== session.title && <span>{unitName}</span>}
          <span>{format.dateTime(session.startsAt)}</span>
          <bdi dir="ltr">{t('video', { width: String(width), height: String(height), fps })}</bdi>
        </span>
      }
      actions={
        may('media-description.session.create') && (
          <ShiftControl
            session={session}
            selected={selected?.source.kind === 'message' ? selected : undefined}
            positionMs={() => clock.timeOf(playback.player.current?.currentFrame() ?? 0) * 1000}
          />
        )
      }
    >
      <SessionDesk
        session={session}
        clock={clock}
        frameTimesMs={frameTimesMs}
        playback={playback}
        moments={moments.data}
        momentsError={moments.error}
        selected={selected}
        select={select}
      />
    </Page>
  );
}

function useMoments(id: string): { data: readonly MomentView[] | undefined; error: unknown } {
  const api = useApi(mediaDescription).sessions;
  const query = useQuery(api.moments.queryOptions({ id, withdrawn: true }));
  const items = query.data?.items;
  const data = useMemo(() => items && [...items].sort((left, right) => left.actionFrame - right.actionFrame), [items]);
  return { data, error: query.error };
}

/** The times of all frames, which only a recording with variable frame rate needs. */
function useFrameTimes(session: SessionView | undefined): { data: readonly number[] | undefined; isPending: boolean } {
  const id = session?.id ?? '';
  return useQuery({
    queryKey: ['frame times', id],
    enabled: session?.video?.isVariableFrameRate === true,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await fetch(sessionMedia(id).frameTimes, { signal });
      if (!response.ok)
        throw Object.assign(new Error(response.statusText), { code: 'UNKNOWN', status: response.status });
      return z
        .array(z.number())
        .min(1)
        .parse(await response.json());
    },
  });
}

/** Shows the first frame of the moment that the address named when the page was opened. */
function useFirstFrame(
  selected: MomentView | undefined,
  show: (frame: number) => void,
  named: string | undefined,
): void {
  const isDue = useRef(named !== undefined);
  const showFirst = useEffectEvent((frame: number) => show(frame));
  useEffect(() => {
    if (!isDue.current || selected === undefined) return undefined;
    isDue.current = false;
    // The player takes charge of its video in the same round of effects.
    const timer = setTimeout(() => showFirst(selected.inFrame), 0);
    return () => clearTimeout(timer);
  }, [selected]);
}

function Preparing({ session }: { session: SessionView }): ReactNode {
  const t = useText(pageMessages);
  return (
    <div className={styles['preparing']}>
      <ProgressLine
        label={t('preparing.title', { file: session.fileName })}
        fraction={session.fraction}
        note={t('preparing.text')}
      />
    </div>
  );
}

function Failed({ session }: { session: SessionView }): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  const error = {
    code: 'INVALID_INPUT',
    message: session.reason ?? t('failed.unknown'),
    remedy: session.remedy ?? undefined,
  };
  return (
    <>
      <ErrorNotice title={t('failed.title', { file: session.fileName })} error={error} />
      {may('media-description.session.create') && (
        <div>
          <Button component={PageLink} to="/moments/new">
            {t('new')}
          </Button>
        </div>
      )}
    </>
  );
}

function DeskSkeleton(): ReactNode {
  const t = useText(pageMessages);
  return (
    <Page title={t('session')} breadcrumbs={[{ label: t('sessions'), to: '/moments' }]}>
      <div className={styles['skeleton']} role="status" aria-label={t('loading')}>
        <Skeleton height="min(52vw, 520px)" />
        <Skeleton height="min(52vw, 520px)" />
      </div>
    </Page>
  );
}

function isReady(session: SessionView): session is SessionView & { video: VideoView } {
  return session.video !== null;
}
