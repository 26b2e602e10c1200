import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { Codec, CodecContext, Frame, type Packet, type Stream } from 'node-av/lib';
import { demand, present } from './demand.ts';

/** Decodes the packets of one track. */
export interface Decoder extends Disposable {
  /** Pushes a packet (null: no more); each frame is valid only during the call. Damaged packets are passed over. */
  push(packet: Packet | null, onFrame: (frame: Frame) => void): void;
  /** Forgets everything, after a seek or after the end. */
  reset(): void;
}

/** Opens a decoder of the stream’s codec; with `keyFramesOnly` it skips the rest unread. Throws when FFmpeg has none. */
export function openDecoder(stream: Stream, threads: number, keyFramesOnly = false): Decoder {
  const codec = present(Codec.findDecoder(stream.codecpar.codecId), 'finding a decoder');
  const context = new CodecContext();
  context.allocContext3(codec);
  demand(context.parametersToContext(stream.codecpar), 'preparing the decoder');
  context.pktTimebase = stream.timeBase;
  context.threadCount = threads;
  if (keyFramesOnly) demand(context.setOption('skip_frame', 'nokey'), 'asking for key frames only');
  demand(context.open2Sync(codec), `opening the decoder ${codec.name ?? ''}`);
  const frame = new Frame();
  frame.alloc();
  return {
    push: (packet, onFrame) => {
      // A refused packet is damaged; the frames around it still come.
      context.sendPacketSync(packet);
      for (;;) {
        const code = context.receiveFrameSync(frame);
        if (code === AVERROR_EAGAIN || code === AVERROR_EOF || code < 0) return;
        frame.pts = frame.bestEffortTimestamp;
        onFrame(frame);
        frame.unref();
      }
    },
    reset: () => context.flushBuffers(),
    [Symbol.dispose]: () => {
      frame.free();
      context.freeContext();
    },
  };
}
