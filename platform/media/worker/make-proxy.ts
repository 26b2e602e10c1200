import { displaySizeOf, fitSides } from '../engine/display-size.ts';
import { findCopyable } from '../engine/find-copyable.ts';
import { openVideoSource } from '../engine/video-source.ts';
import type { Proxy, TaskContext, Tasks } from '../task.ts';
import { copyProxy } from './copy-proxy.ts';
import { encodeProxy } from './encode-proxy.ts';

/** Writes an MP4 that browsers play and seek well, frame for frame; a source that is one already is copied, not encoded. */
export async function makeProxy(input: Tasks['makeProxy']['input'], context: TaskContext): Promise<Proxy> {
  using source = await openVideoSource(input);
  const size = fitSides(displaySizeOf(source.video), input.maxSidePx ?? 1280);
  const copyable = await findCopyable(source, size, context);
  const made = copyable
    ? await copyProxy(source, copyable, input.out, context)
    : await encodeProxy(source, size, input, context);
  return { ...size, ...made };
}
