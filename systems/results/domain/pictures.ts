import type { OdfMessage } from '@altis/odf';
import type { Picture } from '../contract/index.ts';

/** A picture as its message has it: of one that the message brings along the type, of one elsewhere the address. */
export type PictureFacts = Omit<Picture, 'source' | 'address' | 'isShown'> & {
  /** Its place in the message. */
  readonly index: number;
  readonly mediaType: string | null;
  readonly address: string | null;
};

/** Reads a DT_IMAGE: the pictures that a browser can show, and addresses of others. */
export function pictureFacts({ content }: OdfMessage): PictureFacts[] {
  if (content.kind !== 'images') return [];
  return content.images.flatMap(({ type, title, description, data = '' }, index) => {
    const mediaType = mediaTypeOf(decodePicture(data.slice(0, 256)));
    const address = /^https?:\/\/\S+$/.exec(data.trim())?.[0] ?? null;
    if (mediaType === null && address === null) return [];
    return [{ index, kind: type, title: title || null, description: description || null, mediaType, address }];
  });
}

/** The bytes of ImageData, which is Base64, also where it is written as a data URL (RFC 2397). */
export function decodePicture(data: string): Buffer {
  return Buffer.from(data.replace(/^\s*data:[^,]*,/, ''), 'base64');
}

/** The type of a picture by its first bytes: PNG, JPEG, GIF or WebP. Nothing that could bring a script along. */
function mediaTypeOf(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  return /^RIFF.{4}WEBP/s.test(start) ? 'image/webp' : null;
}
