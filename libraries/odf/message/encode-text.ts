const encoder = new TextEncoder();
const PIECE = 65_536;

/** Text as UTF-8 in pieces; bytes pass through. A surrogate without partner becomes U+FFFD, as everywhere on the web. */
export function* encodeText(input: Uint8Array | string): Generator<Uint8Array> {
  if (typeof input !== 'string') {
    yield input;
    return;
  }
  for (let from = 0; from < input.length;) {
    let to = Math.min(from + PIECE, input.length);
    // A pair must not be cut in two.
    const last = input.charCodeAt(to - 1);
    if (last >= 0xd800 && last <= 0xdbff && to < input.length) to++;
    yield encoder.encode(input.slice(from, to));
    from = to;
  }
}
