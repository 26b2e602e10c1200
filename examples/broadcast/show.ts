/** A video that can be drawn frame by frame, as each process and thread opens it for itself from the same input. */
export type Show = {
  readonly frameCount: number;
  /** Prepares to draw at a width in pixels (16:9). */
  openPainter(width: number): Painter;
  /** The sound of the first frames: 48 kHz, stereo, interleaved samples from -1 to 1. */
  synthesiseSound(frameCount: number): Float32Array;
};

export interface Painter {
  /** Draws one frame, which depends on its number alone; the bytes (RGBA) are valid until the next call. */
  draw(frame: number): Uint8Array;
  toPng(): Buffer;
}

/** What a module of a show exports: the input is the one given to `renderShow`, copied. */
export type ShowModule = { openShow(input: unknown): Show };
