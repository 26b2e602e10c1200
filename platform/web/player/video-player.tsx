/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/media-has-caption -- the player is one widget with keys of its own, as a text editor is */
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { constantFrameClock, listedFrameClock } from './frame-clock.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { PlayerControls } from './player-controls.tsx';
import { pressPlayerKey, togglePlay } from './player-keys.ts';
import type { PlayerCommands } from './player-keys.ts';
import { PlayerMessage } from './player-message.tsx';
import { TimeLine } from './time-line.tsx';
import { indexAt } from './time-line-markers.tsx';
import { framesPerSecond } from './timecode.ts';
import { createTransport } from './transport.ts';
import type { Transport } from './transport.ts';
import type { VideoPlayerProps } from './video-player-props.ts';
import styles from './video-player.module.css';

/**
 * A frame-accurate player: every position is a frame number, every seek goes to the middle of a frame and what
 * is on the screen is told by the browser per frame (HTMLVideoElement.requestVideoFrameCallback).
 * Keys work while the focus is inside; `?` shows them.
 */
export function VideoPlayer(player: VideoPlayerProps): ReactNode {
  const t = useText(shellMessages);
  const root = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [transport, setTransport] = useState<Transport>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { src, frameRate, frameTimesMs, frameCount, onFrame } = player;
  const { numerator, denominator } = frameRate;

  const clock = useMemo(
    () => (frameTimesMs ? listedFrameClock(frameTimesMs) : constantFrameClock({ numerator, denominator })),
    [frameTimesMs, numerator, denominator],
  );

  useEffect(() => {
    if (!video.current) return undefined;
    const created = createTransport(video.current, clock, frameCount);
    setTransport(created);
    return () => created.close();
  }, [clock, frameCount, src]);

  const tellFrame = useEffectEvent((frame: number) => onFrame?.(frame));
  useEffect(() => {
    if (!transport) return undefined;
    let told = -1;
    return transport.subscribe(() => {
      const { frame } = transport.getState();
      if (frame !== told) tellFrame(frame);
      told = frame;
    });
  }, [transport]);

  const commands: PlayerCommands | undefined = transport && {
    transport,
    framesPerSecond: framesPerSecond(frameRate),
    range: player.range ?? {},
    mark: player.onRangeChange && ((edge, frame) => markEdge(player, edge, frame)),
    nextMarker: (step) => goToMarker(player, transport, step),
    toggleFullScreen: () => void toggleFullScreen(root.current),
    toggleHelp: () => setHelpOpen((open) => !open),
  };
  useImperativeHandle(player.ref, () => ({
    seekToFrame: async (frame) => transport?.seekToFrame(frame),
    play: () => transport?.play(),
    pause: () => transport?.pause(),
    currentFrame: () => transport?.getState().frame ?? 0,
    position: () => transport?.position() ?? 0,
    focus: () => root.current?.focus(),
    press: (event) => commands !== undefined && pressPlayerKey(event, commands),
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    // A focused button takes Space and Enter for itself.
    if (event.code === 'Space' && event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLSelectElement || event.defaultPrevented || !commands) return;
    if (pressPlayerKey(event, commands)) event.preventDefault();
  };

  return (
    <div
      ref={root}
      className={styles['player']}
      role="region"
      aria-label={t('player.region', { title: player.title })}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles['stage']}>
        <video
          ref={video}
          src={src}
          poster={player.poster}
          muted={player.isMuted}
          autoPlay={player.autoPlay}
          playsInline
          preload="auto"
          aria-label={player.title}
          onClick={() => transport && togglePlay({ transport })}
          onDoubleClick={commands?.toggleFullScreen}
        />
        <PlayerMessage transport={transport} title={player.title} />
        {isHelpOpen && (
          <KeyboardHelp
            canMark={player.onRangeChange !== undefined}
            pageKeys={player.pageKeys ?? []}
            onClose={() => setHelpOpen(false)}
          />
        )}
      </div>
      <TimeLine player={player} transport={transport} clock={clock} />
      <PlayerControls player={player} commands={commands} />
    </div>
  );
}

/** Sets one edge of the range; an edge on the wrong side of the other removes the other. */
function markEdge(
  { range = {}, onRangeChange }: VideoPlayerProps,
  edge: 'in' | 'out',
  frame: number | undefined,
): void {
  const next = edge === 'in' ? { ...range, inFrame: frame } : { ...range, outFrame: frame };
  const isCrossed = next.inFrame !== undefined && next.outFrame !== undefined && next.inFrame > next.outFrame;
  if (isCrossed) onRangeChange?.(edge === 'in' ? { inFrame: frame } : { outFrame: frame });
  else onRangeChange?.(next);
}

function goToMarker(player: VideoPlayerProps, transport: Transport, step: 1 | -1): void {
  const sorted = [...(player.markers ?? [])].sort((left, right) => left.frame - right.frame);
  const frame = transport.position();
  const marker = sorted[indexAt(sorted, step === 1 ? frame : frame - 1) + (step === 1 ? 1 : 0)];
  if (!marker) return;
  void transport.seekToFrame(marker.frame);
  player.onMarker?.(marker);
}

async function toggleFullScreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await element?.requestFullscreen();
}
