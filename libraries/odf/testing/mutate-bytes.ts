/** Numbers from 0 up to (not including) 1 that a seed decides (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const fragments = [
  '<', '>', '</', '/>', '"', "'", '=', '&', '&amp;', '&#0;', '&#x1F3D2;', '&x;', ']]>', '<![CDATA[', '<!--', '-->', '--', '<?', '?>', '<!DOCTYPE a>',
  '<?xml version="1.0"?>', '<a>', '<OdfBody', ' Code="', ' Version="1"', ' x', '\r\n', '\t', '\0', '\uFEFF', '\uFFFE', 'é', '李', '🏒', '<Competition/>', '<Action/>',
].map((text) => new TextEncoder().encode(text)); // prettier-ignore

/** A copy with one to four things changed: bytes flipped, removed, doubled, or a fragment of XML put in. */
export function mutateBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  let mutated = bytes;
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const from = below(mutated.length + 1);
    const to = Math.min(mutated.length, from + 1 + below(random() < 0.8 ? 4 : 200));
    const middle = [
      () => mutated.slice(from, to).map((byte) => byte ^ (1 << below(8))),
      () => new Uint8Array(0),
      () => joined([mutated.subarray(from, to), mutated.subarray(from, to)]),
      () => joined([fragments[below(fragments.length)]!, mutated.subarray(from, to)]),
      () => Uint8Array.of(below(256)),
    ][below(5)]!();
    mutated = joined([mutated.subarray(0, from), middle, mutated.subarray(to)]);
  }
  return mutated;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
