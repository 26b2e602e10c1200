import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { FrameClock, VideoPlayerHandle } from '@altis/web';
import { isRunning } from '../is-running.ts';
import type { ReadySession } from '../views.ts';

export type Playback = {
  readonly player: RefObject<VideoPlayerHandle | null>;
  /** The element around the player. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** Whether the recording is of just now. */
  readonly isLive: boolean;
  /** Whether the picture keeps up with the wall clock. */
  readonly isFollowing: boolean;
  readonly follow: () => void;
  readonly playRange: (inFrame: number, outFrame: number) => void;
  readonly showFrame: (frame: number) => void;
  /** To be told each frame on the screen. */
  readonly onFrame: (frame: number) => void;
};

/**
 * Plays a recording in the two ways of a desk: along with the wall clock while it is of just now, or one moment from
 * in to out. Whoever pauses, seeks or changes the speed takes over from either.
 */
export function usePlayback(session: ReadySession, clock: FrameClock, startsFollowing: boolean): Playback {
  const player = useRef<VideoPlayerHandle>(null);
  const stage = useRef<HTMLDivElement>(null);
  const stopAt = useRef<number>(undefined);
  // The frame that the desk itself has asked for and that is not shown yet.
  const ownTarget = useRef<number>(undefined);
  const isLive = useIsLive(session);
  const [isFollowing, setFollowing] = useState(startsFollowing && isLive);

  const seek = useCallback(async (frame: number): Promise<void> => {
    ownTarget.current = frame;
    await player.current?.seekToFrame(frame);
    if (ownTarget.current === frame) ownTarget.current = undefined;
  }, []);

  const playTo = async (inFrame: number, outFrame: number): Promise<void> => {
    await seek(inFrame);
    stopAt.current = outFrame;
    player.current?.play();
  };

  const release = useEffectEvent((event: Event) => {
    if (event.type === 'seeking' && player.current?.position() === ownTarget.current) return;
    stopAt.current = undefined;
    setFollowing(false);
  });
  useEffect(() => {
    const element = stage.current;
    const listen = (event: Event): void => release(event);
    // Events of media do not bubble, but they are seen on their way down.
    for (const type of takeovers) element?.addEventListener(type, listen, true);
    return () => takeovers.forEach((type) => element?.removeEventListener(type, listen, true));
  }, []);

  const keepUp = useEffectEvent(() => {
    const video = stage.current?.querySelector('video');
    if (!player.current || !video || ownTarget.current !== undefined) return;
    const frame = clock.frameAt((Date.now() - Date.parse(session.startsAt)) / 1000);
    const lag = clock.timeOf(frame) - clock.timeOf(player.current.currentFrame());
    if (Math.abs(lag) > mostLagS) void seek(Math.min(frame, session.video.frameCount - 1));
    else if (video.paused && video.readyState > 0) player.current.play();
  });
  useEffect(() => {
    if (!isFollowing || !isLive) return undefined;
    keepUp();
    const timer = setInterval(() => keepUp(), 250);
    return () => clearInterval(timer);
  }, [isFollowing, isLive]);

  return {
    player,
    stage,
    isLive,
    isFollowing: isFollowing && isLive,
    follow: () => {
      stopAt.current = undefined;
      setFollowing(true);
    },
    playRange: (inFrame, outFrame) => {
      stopAt.current = undefined;
      setFollowing(false);
      void playTo(inFrame, outFrame);
    },
    showFrame: (frame) => {
      stopAt.current = undefined;
      setFollowing(false);
      player.current?.pause();
      void seek(frame);
    },
    onFrame: (frame) => {
      const last = stopAt.current;
      if (last === undefined || frame < last) return;
      stopAt.current = undefined;
      player.current?.pause();
      if (frame > last) void seek(last);
    },
  };
}

const takeovers = ['pause', 'seeking', 'ratechange'] as const;
/** A picture that is further from the wall clock than this jumps to it; loading and decoding take their time. */
const mostLagS = 1.5;

function useIsLive(session: ReadySession): boolean {
  const [isLive, setLive] = useState(() => isRunning(session, Date.now()));
  const look = useEffectEvent(() => setLive(isRunning(session, Date.now())));
  useEffect(() => {
    look();
    const timer = setInterval(() => look(), 500);
    return () => clearInterval(timer);
  }, [session.startsAt]);
  return isLive;
}
