import { AVCOL_RANGE_JPEG, AV_CODEC_FLAG_QSCALE, AV_PIX_FMT_YUVJ420P, FF_ENCODER_MJPEG } from 'node-av/constants';
import { Codec, CodecContext, Packet, Rational, type Frame } from 'node-av/lib';
import { demand, present } from './demand.ts';

/** Encodes one yuvj420p frame as JPEG. */
export function encodeJpeg(frame: Frame): Buffer {
  const codec = present(Codec.findEncoderByName(FF_ENCODER_MJPEG), 'finding the JPEG encoder');
  using encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.width = frame.width;
  encoder.height = frame.height;
  encoder.pixelFormat = AV_PIX_FMT_YUVJ420P;
  encoder.colorRange = AVCOL_RANGE_JPEG;
  encoder.timeBase = new Rational(1, 1000);
  encoder.threadCount = 1;
  encoder.setFlags(AV_CODEC_FLAG_QSCALE);
  const lambdaPerQuantiser = 118; // FF_QP2LAMBDA
  encoder.globalQuality = 4 * lambdaPerQuantiser;
  demand(encoder.open2Sync(codec), 'opening the JPEG encoder');
  frame.quality = encoder.globalQuality;
  using packet = new Packet();
  packet.alloc();
  demand(encoder.sendFrameSync(frame), 'encoding a JPEG');
  demand(encoder.sendFrameSync(null), 'encoding a JPEG');
  demand(encoder.receivePacketSync(packet), 'encoding a JPEG');
  return Buffer.from(present(packet.data, 'encoding a JPEG'));
}
