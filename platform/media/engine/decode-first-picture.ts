import { avGetPixFmtName, type Frame } from 'node-av/lib';
import { AV_FRAME_FLAG_INTERLACED } from 'node-av/constants';
import { openDecoder } from './decoder.ts';
import { damaged, type VideoSource } from './video-source.ts';

export type FirstPicture = { readonly isInterlaced: boolean; readonly pixelFormat: string };

/** Decodes the first picture, which shows that there is one and how it is stored. Throws `DAMAGED` when there is none. */
export function decodeFirstPicture(source: VideoSource, threads: number): FirstPicture {
  using decoder = openDecoder(source.video, threads);
  let facts: FirstPicture | undefined;
  const onFrame = (frame: Frame): void => {
    facts ??= {
      isInterlaced: frame.hasFlags(Number(AV_FRAME_FLAG_INTERLACED)),
      pixelFormat: avGetPixFmtName(frame.format as Parameters<typeof avGetPixFmtName>[0]) ?? 'unknown',
    };
  };
  source.rewind();
  const enoughPackets = 500;
  let packetCount = 0;
  for (let packet = source.read(); packet && !facts && packetCount < enoughPackets; packet = source.read()) {
    if (packet.streamIndex !== source.video.index) continue;
    packetCount += 1;
    decoder.push(packet, onFrame);
  }
  if (!facts) decoder.push(null, onFrame);
  if (!facts) throw damaged(source.name);
  return facts;
}
