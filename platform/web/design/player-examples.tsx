import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { TimeCode } from '../player/time-code.tsx';
import { VideoPlayer } from '../player/video-player.tsx';
import type { PlayerMarker, PlayerRange, VideoPlayerHandle } from '../player/video-player-props.ts';
import { Example, Section } from './example.tsx';
import sample from './sample/sample.mp4';
import storyboard from './sample/storyboard.jpg';
import styles from './design.module.css';

const frameRate = { numerator: 25, denominator: 1 };

const markers: readonly PlayerMarker[] = [
  { id: 'start', frame: 12, label: 'Start', importance: 1 },
  { id: 'fastest', frame: 84, endFrame: 112, label: 'Fastest gate', importance: 3 },
  { id: 'lead', frame: 150, label: 'Takes the lead', importance: 2, color: 'var(--mantine-color-ice-3)' },
  { id: 'finish', frame: 236, label: 'Finish', importance: 2 },
];

export function PlayerExamples(): ReactNode {
  const player = useRef<VideoPlayerHandle>(null);
  const [range, setRange] = useState<PlayerRange>({ inFrame: 70, outFrame: 120 });
  return (
    <Section title="Video player">
      <Example
        title="With markers, storyboard and marking"
        note="Positions are frame numbers and every seek is exact: the picture shows its own number in figures and, at the lower edge, in twelve fields."
      >
        <div className={styles['player']}>
          <VideoPlayer
            ref={player}
            src={sample}
            title="Slalom, second run"
            frameRate={frameRate}
            startTimecode="10:00:00:00"
            isMuted
            markers={markers}
            storyboard={{ src: storyboard, columns: 5, rows: 2, tileWidth: 160, tileHeight: 90, intervalMs: 1000 }}
            range={range}
            onRangeChange={setRange}
          />
        </div>
        <div className={styles['row']}>
          <Button variant="default" onClick={() => void player.current?.seekToFrame(107)}>
            Seek to frame 107
          </Button>
        </div>
      </Example>
      <div className={styles['columns']}>
        <Example title="A file that cannot be played">
          <VideoPlayer src="/no-such-video.mp4" title="Downhill, training" frameRate={frameRate} />
        </Example>
        <Example title="Time code" note="Figures of equal width, frames set back, left to right in every language.">
          <div className={styles['row']}>
            <TimeCode frame={107} frameRate={frameRate} start="10:00:00:00" size="large" />
            <TimeCode frame={17_982} frameRate={{ numerator: 30_000, denominator: 1001 }} dropFrame />
          </div>
        </Example>
      </div>
    </Section>
  );
}
