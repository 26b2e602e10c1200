/** A text with the name of the encoding that it was in. */
export type DecodedText = { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' };

/**
 * Decodes a text file whose encoding is not told: by its byte order mark; else UTF-16 where every second byte of its
 * beginning is mostly zero; else UTF-8 where it is valid, else Windows-1252, as spreadsheet programs write by default.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const { even, odd, of } = countZeros(bytes.subarray(0, 2000));
  if (of >= 2 && odd > of * 0.4 && even < of * 0.1) return decodeAs('utf-16le', bytes);
  if (of >= 2 && even > of * 0.4 && odd < of * 0.1) return decodeAs('utf-16be', bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

function decodeAs(label: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' };
}

function countZeros(bytes: Uint8Array): { even: number; odd: number; of: number } {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  return { even: zeros[0]!, odd: zeros[1]!, of: Math.floor(bytes.length / 2) };
}
