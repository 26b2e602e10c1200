import type { CSSProperties, ReactNode } from 'react';
import type { FrameClock } from './frame-clock.ts';
import { TimeCode } from './time-code.tsx';
import type { Storyboard, VideoPlayerProps } from './video-player-props.ts';
import styles from './time-line.module.css';

/** What lies under the pointer: a picture from the storyboard, the time code, the marker nearby. */
export function TimeLinePreview(props: {
  frame: number;
  left: string;
  clock: FrameClock;
  player: VideoPlayerProps;
  label: string | undefined;
}): ReactNode {
  const { player, frame } = props;
  return (
    <div className={styles['preview']} style={{ '--at': props.left } as CSSProperties} aria-hidden="true">
      {player.storyboard && (
        <div className={styles['picture']} style={tileStyle(player.storyboard, props.clock.timeOf(frame) * 1000)} />
      )}
      {props.label !== undefined && <div className={styles['previewLabel']}>{props.label}</div>}
      <TimeCode frame={frame} frameRate={player.frameRate} start={player.startTimecode} dropFrame={player.dropFrame} />
    </div>
  );
}

/** The part of a storyboard's image that shows a time. */
export function tileStyle(board: Storyboard, timeMs: number): CSSProperties {
  const last = (board.count ?? board.columns * board.rows) - 1;
  const tile = Math.min(last, Math.max(0, Math.floor(timeMs / board.intervalMs)));
  const column = tile % board.columns;
  const row = Math.floor(tile / board.columns);
  return {
    aspectRatio: `${board.tileWidth} / ${board.tileHeight}`,
    backgroundImage: `url("${board.src}")`,
    backgroundSize: `${100 * board.columns}% ${100 * board.rows}%`,
    // A background position in percent counts the overhang: column of (columns − 1).
    backgroundPosition: `${(100 * column) / Math.max(1, board.columns - 1)}% ${(100 * row) / Math.max(1, board.rows - 1)}%`,
  };
}
