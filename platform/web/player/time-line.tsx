import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import type { FrameClock } from './frame-clock.ts';
import { formatTimecode } from './timecode.ts';
import type { Transport } from './transport.ts';
import { TimeLineMarkers } from './time-line-markers.tsx';
import { TimeLinePreview } from './time-line-preview.tsx';
import { useTransport } from './use-transport.ts';
import type { VideoPlayerProps } from './video-player-props.ts';
import styles from './time-line.module.css';

/** The time line: scrubbing by mouse, touch and keys, markers, the marked range, a picture of the hovered time. */
export function TimeLine(props: {
  player: VideoPlayerProps;
  transport: Transport | undefined;
  clock: FrameClock;
}): ReactNode {
  const { player, transport } = props;
  const t = useText(shellMessages);
  const track = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number>();
  const frameCount = useTransport(transport, (state) => state.frameCount, 1);

  const frameAtPointer = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return 0;
    const fraction = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return Math.round(fraction * (frameCount - 1));
  };
  const scrub = (event: PointerEvent): void => {
    setHovered(frameAtPointer(event));
    if (event.buttons === 1) void transport?.seekToFrame(frameAtPointer(event));
  };
  const place = (frame: number): string => `${(100 * frame) / Math.max(1, frameCount - 1)}%`;

  return (
    // Time runs from left to right in every language, as on every edit suite.
    <div className={styles['line']} dir="ltr">
      <TimeLineMarkers player={player} transport={transport} place={place} />
      <div
        ref={track}
        className={styles['track']}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
        onPointerUp={(event) => event.pointerType !== 'mouse' && setHovered(undefined)}
        onPointerLeave={() => setHovered(undefined)}
      >
        <div className={styles['rail']} />
        <RangeBar range={player.range} place={place} last={frameCount - 1} />
        <Playhead transport={transport} player={player} frameCount={frameCount} label={t('player.timeLine')} />
        {hovered !== undefined && (
          <TimeLinePreview
            frame={hovered}
            left={place(hovered)}
            clock={props.clock}
            player={player}
            label={nearestMarkerLabel(player, hovered, frameCount)}
          />
        )}
      </div>
    </div>
  );
}

function Playhead(props: {
  transport: Transport | undefined;
  player: VideoPlayerProps;
  frameCount: number;
  label: string;
}): ReactNode {
  const { transport, player, frameCount } = props;
  const frame = useTransport(transport, (state) => state.frame, 0);
  const share = frame / Math.max(1, frameCount - 1);
  const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    transport?.step(step);
  };
  return (
    <>
      <div className={styles['played']} style={{ transform: `scaleX(${share})` }} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={frameCount - 1}
        aria-valuenow={frame}
        aria-valuetext={formatTimecode(frame, player.frameRate, {
          start: player.startTimecode,
          dropFrame: player.dropFrame,
        })}
        className={styles['playhead']}
        style={{ left: `${100 * share}%` }}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

function RangeBar(props: {
  range: VideoPlayerProps['range'];
  place: (frame: number) => string;
  last: number;
}): ReactNode {
  const { inFrame, outFrame } = props.range ?? {};
  if (inFrame === undefined && outFrame === undefined) return null;
  const bar: CSSProperties = {
    left: props.place(inFrame ?? 0),
    right: `calc(100% - ${props.place(outFrame ?? props.last)})`,
  };
  return (
    <div
      className={styles['range']}
      style={bar}
      data-open-start={inFrame === undefined || undefined}
      data-open-end={outFrame === undefined || undefined}
    />
  );
}

function nearestMarkerLabel(player: VideoPlayerProps, frame: number, frameCount: number): string | undefined {
  const reach = frameCount / 120;
  const near = (player.markers ?? [])
    .map((marker) => ({ marker, distance: Math.abs(marker.frame - frame) }))
    .filter(({ distance }) => distance <= reach)
    .sort((left, right) => left.distance - right.distance);
  return near[0]?.marker.label;
}
