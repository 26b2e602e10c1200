import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the machine's `ffmpeg` calls itself. */
export async function peerVersion(): Promise<string> {
  return (await run('ffmpeg', ['-version'])).stdout.split(' Copyright')[0] ?? '';
}

/** Makes with the machine's `ffmpeg` what an import makes: a proxy of the same size and coding, a poster, a storyboard. */
export async function importByFfmpeg(source: string, directory: string): Promise<void> {
  const [proxy, poster, storyboard] = ['proxy.mp4', 'poster.jpg', 'storyboard.jpg'].map((name) =>
    join(directory, name),
  );
  const ffmpeg = (...args: (string | undefined)[]) =>
    run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args.filter((arg) => arg !== undefined)]);
  const picture = [
    '-vf',
    'scale=1280:-2',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '23',
    '-g',
    '25',
    '-bf',
    '0',
  ];
  const sound = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2'];
  await ffmpeg('-i', source, ...picture, '-pix_fmt', 'yuv420p', ...sound, '-movflags', '+faststart', proxy);
  await ffmpeg('-ss', '6', '-i', proxy, '-frames:v', '1', '-vf', 'scale=640:-2', '-q:v', '4', poster);
  const sheet = 'fps=1,scale=160:-2,tile=10x6';
  await ffmpeg('-skip_frame', 'nokey', '-i', proxy, '-vf', sheet, '-frames:v', '1', '-q:v', '4', storyboard);
}
