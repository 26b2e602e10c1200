/** Bytes that are all here, for those who read them in pieces; nothing of none. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}
