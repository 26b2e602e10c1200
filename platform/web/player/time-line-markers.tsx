/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- the keys of a group of buttons are handled once, on the group */
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { formatTimecode } from './timecode.ts';
import type { Transport } from './transport.ts';
import { useTransport } from './use-transport.ts';
import type { PlayerMarker, VideoPlayerProps } from './video-player-props.ts';
import styles from './time-line.module.css';

/** The markers above the time line: one stop for the Tab key, arrow keys go from one to the next. */
export function TimeLineMarkers(props: {
  player: VideoPlayerProps;
  transport: Transport | undefined;
  place: (frame: number) => string;
}): ReactNode {
  const { player, transport, place } = props;
  const t = useText(shellMessages);
  const lane = useRef<HTMLDivElement>(null);
  const markers = [...(player.markers ?? [])].sort((left, right) => left.frame - right.frame);
  const current = useTransport(transport, (state) => indexAt(markers, state.frame), 0);
  if (markers.length === 0) return null;

  const choose = (marker: PlayerMarker): void => {
    void transport?.seekToFrame(marker.frame);
    player.onMarker?.(marker);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(lane.current?.querySelectorAll('button') ?? [])];
    const focused = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || focused < 0) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.min(buttons.length - 1, Math.max(0, focused + step))]?.focus();
  };

  return (
    <div ref={lane} className={styles['markers']} role="group" aria-label={t('player.markers')} onKeyDown={onKeyDown}>
      {markers.map((marker, index) => (
        <button
          key={marker.id}
          type="button"
          className={styles['marker']}
          style={{ left: place(marker.frame), ...(marker.color === undefined ? {} : { color: marker.color }) }}
          data-importance={marker.importance ?? 2}
          data-current={index === current || undefined}
          tabIndex={index === Math.max(0, current) ? 0 : -1}
          title={marker.label}
          aria-label={`${marker.label}, ${formatTimecode(marker.frame, player.frameRate, { start: player.startTimecode, dropFrame: player.dropFrame })}`}
          onClick={() => choose(marker)}
        />
      ))}
      {markers.map(
        (marker) =>
          marker.endFrame !== undefined && (
            <span
              key={marker.id}
              className={styles['span']}
              style={{
                left: place(marker.frame),
                right: `calc(100% - ${place(marker.endFrame)})`,
                ...(marker.color === undefined ? {} : { color: marker.color }),
              }}
            />
          ),
      )}
    </div>
  );
}

/** The last marker at or before a frame; -1 before the first. */
export function indexAt(sorted: readonly PlayerMarker[], frame: number): number {
  return sorted.findLastIndex((marker) => marker.frame <= frame);
}
