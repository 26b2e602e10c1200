/// <reference types="node" />
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { drawRun, frameCount, framesPerSecond, height, width } from './draw-run.ts';

// Makes sample.mp4 and storyboard.jpg anew: `node platform/web/design/sample/make-sample.ts` (needs FFmpeg).
const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const quiet = ['-hide_banner', '-loglevel', 'error', '-y'];

const source = [
  '-f',
  'rawvideo',
  '-pix_fmt',
  'rgb24',
  '-s',
  `${width}x${height}`,
  '-r',
  `${framesPerSecond}`,
  '-i',
  '-',
];
const coding = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '27', '-g', '50', '-pix_fmt', 'yuv420p'];
const colour = [
  '-vf',
  'scale=out_color_matrix=bt709',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
];
const encoder = spawn(
  'ffmpeg',
  [...quiet, ...source, ...coding, ...colour, '-movflags', '+faststart', pathOf('sample.mp4')],
  {
    stdio: ['pipe', 'inherit', 'inherit'],
  },
);
for (let frame = 0; frame < frameCount; frame += 1) {
  if (!encoder.stdin.write(drawRun(frame))) await once(encoder.stdin, 'drain');
}
encoder.stdin.end();
await once(encoder, 'close');
execFileSync('ffmpeg', [
  ...quiet,
  '-i',
  pathOf('sample.mp4'),
  '-vf',
  'fps=1:round=down,scale=160:90,tile=5x2',
  '-frames:v',
  '1',
  '-q:v',
  '6',
  pathOf('storyboard.jpg'),
]);
