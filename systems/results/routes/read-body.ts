/** The body, or of one that is too large as much as proves it; the rest is read and dropped, so that the sender hears the answer. */
export async function readBody(body: AsyncIterable<Buffer> | undefined, largestBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of body ?? []) {
    if (sizeBytes <= largestBytes) chunks.push(chunk);
    sizeBytes += chunk.byteLength;
  }
  return Buffer.concat(chunks);
}
