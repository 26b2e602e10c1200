import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Draws what a venue's camera would hand in: 1080p25, H.264 with B-frames at about 8 Mb/s, stereo AAC. */
export async function drawReference(out: string, seconds: number): Promise<void> {
  // Grain, as every sensor has it: without, a drawn picture would be coded in next to nothing.
  const picture = `testsrc2=size=1920x1080:rate=25:duration=${seconds},noise=alls=5:allf=t`;
  const sound = `anoisesrc=color=pink:amplitude=0.2:duration=${seconds}:sample_rate=48000`;
  const video = ['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '8M', '-g', '50', '-bf', '2', '-pix_fmt', 'yuv420p'];
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound];
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...inputs, ...video, '-c:a', 'aac', '-ac', '2', out]);
}

/** The same pictures and sound in other bytes, for the archive keeps the same bytes only once. */
export async function renumber(source: string, out: string, n: number): Promise<void> {
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', '-i', source, '-c', 'copy', '-metadata', `comment=${n}`, out]);
}
