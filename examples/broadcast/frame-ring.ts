/** Slots of shared memory through which a drawing thread hands its frames to the encoder, in order. */
export type FrameRing = { pixels: SharedArrayBuffer; states: SharedArrayBuffer; slotCount: number; frameBytes: number };

const empty = 0;
const full = 1;

export function createFrameRing(frameBytes: number, slotCount: number): FrameRing {
  return {
    pixels: new SharedArrayBuffer(frameBytes * slotCount),
    states: new SharedArrayBuffer(4 * slotCount),
    slotCount,
    frameBytes,
  };
}

/** Copies the n-th frame of this ring into its slot; blocks the thread until the slot is free. */
export function putFrame(ring: FrameRing, count: number, frame: Uint8Array): void {
  const slot = count % ring.slotCount;
  const states = new Int32Array(ring.states);
  Atomics.wait(states, slot, full);
  new Uint8Array(ring.pixels, slot * ring.frameBytes, ring.frameBytes).set(frame);
  Atomics.store(states, slot, full);
  Atomics.notify(states, slot);
}

/** Waits for the n-th frame of this ring; its bytes stay valid until `releaseFrame`. */
export async function takeFrame(ring: FrameRing, count: number): Promise<Uint8Array> {
  const slot = count % ring.slotCount;
  const states = new Int32Array(ring.states);
  await Atomics.waitAsync(states, slot, empty).value;
  return new Uint8Array(ring.pixels, slot * ring.frameBytes, ring.frameBytes);
}

export function releaseFrame(ring: FrameRing, count: number): void {
  const states = new Int32Array(ring.states);
  const slot = count % ring.slotCount;
  Atomics.store(states, slot, empty);
  Atomics.notify(states, slot);
}
