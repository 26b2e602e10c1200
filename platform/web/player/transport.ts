import type { FrameClock } from './frame-clock.ts';

/** What the player shows of the video at this moment. */
export type TransportState = {
  /** The frame on the screen. */
  readonly frame: number;
  readonly frameCount: number;
  readonly isPlaying: boolean;
  /** Speed as multiple of real time; negative while shuttling backwards. */
  readonly rate: number;
  readonly isWaiting: boolean;
  readonly isMuted: boolean;
  readonly isReady: boolean;
  /** The browser's words when the video cannot be loaded or decoded. */
  readonly failure: string | undefined;
};

/** Moves one video by whole frames. */
export interface Transport {
  getState(): TransportState;
  subscribe(listener: () => void): () => void;
  /** The frame that has been asked for last, which is about to be shown, or else the one on the screen. */
  position(): number;
  /** Shows exactly this frame; resolves when it is on the screen. Seeks asked meanwhile replace each other, the last wins. */
  seekToFrame(frame: number): Promise<void>;
  play(rate?: number): void;
  pause(): void;
  /** Moves by frames; quick moves add up although the video lags behind. A playing video goes on from there. */
  move(frames: number): void;
  /** Pauses and moves by frames. */
  step(frames: number): void;
  setMuted(isMuted: boolean): void;
  close(): void;
}

/** Takes charge of a video element; `close` lets go of it. */
export function createTransport(video: HTMLVideoElement, clock: FrameClock, frameCount?: number): Transport {
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  // The video may have loaded or failed before its transport was made.
  let state: TransportState = {
    frame: clock.frameAt(video.currentTime),
    frameCount: countFrames(),
    isPlaying: !video.paused,
    rate: 1,
    isWaiting: false,
    isMuted: video.muted,
    isReady: video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
    failure: failureOf(video),
  };
  // The frame that has been asked for and is not shown yet.
  let target: number | undefined;
  let arrivals: (() => void)[] = [];
  let reverseTimer: number | undefined;

  const on = (event: keyof HTMLMediaElementEventMap, handle: () => void): void =>
    video.addEventListener(event, handle, { signal: stopping.signal });

  on('loadedmetadata', () => set({ frameCount: countFrames(), failure: undefined }));
  on('loadeddata', () => set({ isReady: true, isWaiting: false }));
  on('durationchange', () => set({ frameCount: countFrames() }));
  on('play', () => set({ isPlaying: true }));
  on('pause', () => reverseTimer === undefined && set({ isPlaying: false }));
  on('ended', () => set({ isPlaying: false, rate: 1 }));
  on('waiting', () => set({ isWaiting: true }));
  on('playing', () => set({ isWaiting: false }));
  on('volumechange', () => set({ isMuted: video.muted }));
  on('error', () => set({ failure: failureOf(video) }));
  on('seeked', () => {
    const shown = clock.frameAt(video.currentTime);
    if (target !== undefined && target !== shown) {
      video.currentTime = clock.seekTimeOf(target);
      return;
    }
    target = undefined;
    set({ frame: Math.min(shown, state.frameCount - 1), isWaiting: false });
    const arrived = arrivals;
    arrivals = [];
    // The picture follows the event by one composition; nothing reports it when the frame was there already.
    setTimeout(() => arrived.forEach((resolve) => resolve()), 50);
  });
  watchFrames();

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    position,
    seekToFrame: (frame) => {
      stopReverse();
      return seek(frame);
    },
    play: (rate = 1) => {
      stopReverse();
      set({ rate });
      if (rate < 0) {
        video.pause();
        reverse(rate);
        return;
      }
      if (state.frame >= state.frameCount - 1) void seek(0);
      video.playbackRate = rate;
      // Refused without a gesture of the reader, or interrupted by a pause: the state says so already.
      video.play().catch(() => set({ isPlaying: false }));
    },
    pause,
    move,
    step: (frames) => {
      pause();
      move(frames);
    },
    setMuted: (isMuted) => {
      video.muted = isMuted;
    },
    close: () => {
      stopping.abort();
      stopReverse();
      listeners.clear();
    },
  };

  function countFrames(): number {
    return frameCount ?? (Number.isFinite(video.duration) ? clock.frameCount(video.duration) : 1);
  }

  function pause(): void {
    const wasPlaying = state.isPlaying;
    stopReverse();
    video.pause();
    // The decoder may have run on by a frame or two that nobody was told of; what is named is what is shown.
    if (wasPlaying) void seek(position());
    set({ isPlaying: false, rate: 1 });
  }

  function position(): number {
    return target ?? state.frame;
  }

  function move(frames: number): void {
    stopReverse();
    void seek(position() + frames);
  }

  function seek(frame: number): Promise<void> {
    target = Math.min(state.frameCount - 1, Math.max(0, Math.round(frame)));
    // Before the first data a seek is kept by the element; `seeked` then comes with them.
    if (!video.seeking) video.currentTime = clock.seekTimeOf(target);
    return new Promise((resolve) => {
      arrivals.push(resolve);
    });
  }

  // Browsers play forwards only: backwards is a row of seeks, as many as the decoder manages.
  function reverse(rate: number): void {
    const first = state.frame;
    const firstTimeS = clock.timeOf(first);
    const startedMs = performance.now();
    set({ isPlaying: true });
    const tick = (nowMs: number): void => {
      const timeS = firstTimeS + (rate * (nowMs - startedMs)) / 1000;
      if (timeS <= 0) {
        void seek(0);
        pause();
        return;
      }
      if (!video.seeking) void seek(clock.frameAt(timeS));
      reverseTimer = requestAnimationFrame(tick);
    };
    reverseTimer = requestAnimationFrame(tick);
  }

  function stopReverse(): void {
    if (reverseTimer === undefined) return;
    cancelAnimationFrame(reverseTimer);
    reverseTimer = undefined;
    set({ isPlaying: false });
  }

  function watchFrames(): void {
    if (stopping.signal.aborted) return;
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (target === undefined) set({ frame: Math.min(clock.frameAt(mediaTime), state.frameCount - 1) });
      watchFrames();
    });
  }

  function set(change: Partial<TransportState>): void {
    const keys = Object.keys(change) as (keyof TransportState)[];
    if (stopping.signal.aborted || keys.every((key) => Object.is(state[key], change[key]))) return;
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  }
}

function failureOf({ error }: HTMLVideoElement): string | undefined {
  return error === null ? undefined : error.message || `MediaError ${error.code}`;
}
