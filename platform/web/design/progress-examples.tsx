import type { ReactNode } from 'react';
import { ProgressLine } from '../components/progress-line.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { UploadDrop } from '../upload/upload-drop.tsx';
import { UploadList } from '../upload/upload-list.tsx';
import type { UploadItem } from '../upload/upload-queue.ts';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

const uploads: readonly UploadItem[] = [
  { id: '1', name: 'run-2-camera-3.mxf', sizeBytes: 18_400_000_000, sentBytes: 7_100_000_000, state: 'sending' },
  { id: '2', name: 'run-2-camera-4.mxf', sizeBytes: 17_900_000_000, sentBytes: 1_200_000_000, state: 'paused' },
  { id: '3', name: 'interview.mov', sizeBytes: 940_000_000, sentBytes: 940_000_000, state: 'done' },
  {
    id: '4',
    name: 'notes.txt',
    sizeBytes: 1200,
    sentBytes: 0,
    state: 'failed',
    problem: {
      code: 'UNSUPPORTED',
      message: '“notes.txt” is no video.',
      remedy: 'Choose MP4, MOV, MXF, MKV or TS files.',
    },
  },
];
const inert = { pause: () => undefined, resume: () => undefined, remove: () => undefined };

export function ProgressExamples(): ReactNode {
  const { number } = useFormat();
  return (
    <Section title="Progress and figures">
      <Stats>
        <Stat label="Moments" value={number(1284)} note="31 in the last minute" />
        <Stat label="Clips ready" value={number(1251)} note="within 4.2 s" />
        <Stat label="Corrections" value={number(6)} />
        <Stat label="Waiting" value={number(33)} />
      </Stats>
      <div className={styles['columns']}>
        <Example title="Progress line">
          <ProgressLine label="Cutting clips" fraction={0.62} note="31 of 50" />
          <ProgressLine label="Reading the file" fraction={undefined} />
          <ProgressLine label="Poster" fraction={1} status="ok" />
          <ProgressLine label="Proxy" fraction={0.3} status="bad" note="The file ends in the middle of a frame." />
        </Example>
        <Example title="Status" note="The mark differs in shape as well as in colour.">
          <div className={styles['row']}>
            <StatusBadge status="live">Live</StatusBadge>
            <StatusBadge status="busy">Cutting</StatusBadge>
            <StatusBadge status="ok">Ready</StatusBadge>
            <StatusBadge status="idle">Waiting</StatusBadge>
            <StatusBadge status="warn">Corrected</StatusBadge>
            <StatusBadge status="bad">Failed</StatusBadge>
          </div>
        </Example>
        <Example title="Upload">
          <UploadDrop onUploaded={() => undefined} hint="MP4, MOV, MXF, MKV or TS, up to 500 GB each" />
        </Example>
        <Example title="Uploads in all states">
          <UploadList items={uploads} queue={inert} />
        </Example>
      </div>
    </Section>
  );
}
