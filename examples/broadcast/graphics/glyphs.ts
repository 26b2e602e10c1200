/**
 * The lettering of the picture: our own stroke font, so that a machine without any font shows the same frames.
 * Capitals are 6 units high (y grows downwards from the cap line), strokes are M, L and Q commands as in SVG.
 */
export const capHeight = 6;

type Glyph = { width: number; strokes: string };

const round = 'M2 0Q4 0 4 2L4 4Q4 6 2 6Q0 6 0 4L0 2Q0 0 2 0';
const openRound = 'M3.9 1.6Q3.8 0 2 0Q0 0 0 2L0 4Q0 6 2 6Q3.8 6 3.9 4.4';

export const glyphs: Record<string, Glyph> = {
  ' ': { width: 2, strokes: '' },
  A: { width: 4.2, strokes: 'M0 6L1.9 0L2.3 0L4.2 6M.75 4.1L3.45 4.1' },
  B: { width: 3.9, strokes: 'M0 2.9L2.3 2.9Q3.6 2.9 3.6 1.45Q3.6 0 2.2 0L0 0L0 6L2.3 6Q3.9 6 3.9 4.4Q3.9 2.9 2.3 2.9' },
  C: { width: 3.9, strokes: openRound },
  D: { width: 4, strokes: 'M0 0L0 6L1.8 6Q4 6 4 3.8L4 2.2Q4 0 1.8 0L0 0' },
  E: { width: 3.4, strokes: 'M3.4 0L0 0L0 6L3.4 6M0 2.95L2.9 2.95' },
  F: { width: 3.3, strokes: 'M3.3 0L0 0L0 6M0 3L2.8 3' },
  G: { width: 4, strokes: 'M3.9 1.6Q3.8 0 2 0Q0 0 0 2L0 4Q0 6 2 6Q4 6 4 4L4 3.2L2.3 3.2' },
  H: { width: 4, strokes: 'M0 0L0 6M4 0L4 6M0 3L4 3' },
  I: { width: 0, strokes: 'M0 0L0 6' },
  J: { width: 2.8, strokes: 'M2.8 0L2.8 4.4Q2.8 6 1.4 6Q0 6 0 4.7' },
  K: { width: 3.9, strokes: 'M0 0L0 6M3.8 0L0 3.7M1.3 2.5L3.9 6' },
  L: { width: 3.2, strokes: 'M0 0L0 6L3.2 6' },
  M: { width: 4.8, strokes: 'M0 6L0 0L2.4 3.8L4.8 0L4.8 6' },
  N: { width: 4, strokes: 'M0 6L0 0L4 6L4 0' },
  O: { width: 4, strokes: round },
  P: { width: 3.8, strokes: 'M0 6L0 0L2.1 0Q3.8 0 3.8 1.7Q3.8 3.4 2.1 3.4L0 3.4' },
  Q: { width: 4, strokes: `${round}M2.5 4.4L4.2 6.4` },
  R: { width: 3.9, strokes: 'M0 6L0 0L2.1 0Q3.8 0 3.8 1.65Q3.8 3.3 2.1 3.3L0 3.3M2.1 3.3L3.9 6' },
  S: {
    width: 3.9,
    strokes: 'M3.7 1.4Q3.6 0 1.95 0Q.2 0 .2 1.5Q.2 2.65 1.95 2.9Q3.9 3.2 3.9 4.5Q3.9 6 1.95 6Q.1 6 0 4.5',
  },
  T: { width: 4, strokes: 'M0 0L4 0M2 0L2 6' },
  U: { width: 4, strokes: 'M0 0L0 4Q0 6 2 6Q4 6 4 4L4 0' },
  V: { width: 4.2, strokes: 'M0 0L2.1 6L4.2 0' },
  W: { width: 5.8, strokes: 'M0 0L1.4 6L2.9 1L4.4 6L5.8 0' },
  X: { width: 4, strokes: 'M0 0L4 6M4 0L0 6' },
  Y: { width: 4.2, strokes: 'M0 0L2.1 3.1L4.2 0M2.1 3.1L2.1 6' },
  Z: { width: 3.8, strokes: 'M0 0L3.8 0L0 6L3.8 6' },
  Æ: { width: 6, strokes: 'M0 6L2.4 0L6 0M3 0L3 6L6 6M1 4.1L3 4.1M3 2.95L5.4 2.95' },
  Œ: { width: 6, strokes: 'M3 0L2 0Q0 0 0 2L0 4Q0 6 2 6L6 6M6 0L3 0L3 6M3 2.95L5.4 2.95' },
  Ø: { width: 4, strokes: `${round}M.3 6.3L3.7 -.3` },
  Đ: { width: 4, strokes: 'M0 0L0 6L1.8 6Q4 6 4 3.8L4 2.2Q4 0 1.8 0L0 0M-.9 3L1.5 3' },
  Ð: { width: 4, strokes: 'M0 0L0 6L1.8 6Q4 6 4 3.8L4 2.2Q4 0 1.8 0L0 0M-.9 3L1.5 3' },
  Ł: { width: 3.2, strokes: 'M0 0L0 6L3.2 6M-.9 3.8L1.5 2.4' },
  Þ: { width: 3.8, strokes: 'M0 0L0 6M0 1.2L2.1 1.2Q3.8 1.2 3.8 2.9Q3.8 4.6 2.1 4.6L0 4.6' },
  0: { width: 3.9, strokes: 'M1.95 0Q3.9 0 3.9 2L3.9 4Q3.9 6 1.95 6Q0 6 0 4L0 2Q0 0 1.95 0' },
  1: { width: 3.9, strokes: 'M.6 1.3L2.3 0L2.3 6' },
  2: { width: 3.9, strokes: 'M.1 1.6Q.1 0 1.95 0Q3.8 0 3.8 1.7Q3.8 2.7 3 3.5L.1 6L3.9 6' },
  3: {
    width: 3.9,
    strokes: 'M.1 1.3Q.3 0 1.95 0Q3.7 0 3.7 1.4Q3.7 2.85 1.8 2.85Q3.9 2.85 3.9 4.4Q3.9 6 1.95 6Q.1 6 0 4.6',
  },
  4: { width: 3.9, strokes: 'M2.9 6L2.9 0L0 4.4L3.9 4.4' },
  5: { width: 3.9, strokes: 'M3.6 0L.5 0L.3 2.7Q.9 2.2 2 2.2Q3.9 2.2 3.9 4.1Q3.9 6 1.95 6Q.2 6 0 4.8' },
  6: {
    width: 3.9,
    strokes: 'M3.6 1Q3.3 0 2.1 0Q0 0 0 2.5L0 4.1Q0 6 1.95 6Q3.9 6 3.9 4.2Q3.9 2.45 2 2.45Q.1 2.45 0 4.1',
  },
  7: { width: 3.9, strokes: 'M0 0L3.9 0L1.5 6' },
  8: {
    width: 3.9,
    strokes:
      'M1.95 2.8Q.3 2.8 .3 1.4Q.3 0 1.95 0Q3.6 0 3.6 1.4Q3.6 2.8 1.95 2.8Q0 2.8 0 4.4Q0 6 1.95 6Q3.9 6 3.9 4.4Q3.9 2.8 1.95 2.8',
  },
  9: {
    width: 3.9,
    strokes: 'M.3 5Q.6 6 1.8 6Q3.9 6 3.9 3.5L3.9 1.9Q3.9 0 1.95 0Q0 0 0 1.8Q0 3.55 1.9 3.55Q3.8 3.55 3.9 1.9',
  },
  "'": { width: 0.4, strokes: 'M.3 0L.1 1.4' },
  '’': { width: 0.4, strokes: 'M.3 0L.1 1.4' },
  '-': { width: 2, strokes: 'M0 3.2L2 3.2' },
  '–': { width: 3, strokes: 'M0 3.2L3 3.2' },
  '.': { width: 0, strokes: 'M0 5.95L0 6' },
  ',': { width: 0.3, strokes: 'M.3 5.9L0 6.9' },
  ':': { width: 0, strokes: 'M0 1.95L0 2M0 4.95L0 5' },
  '·': { width: 0, strokes: 'M0 2.95L0 3' },
  '/': { width: 2.6, strokes: 'M0 6.4L2.6 -.4' },
  '#': { width: 4, strokes: 'M1.4 0L.8 6M3.2 0L2.6 6M0 2L4 2M0 4L4 4' },
  '&': {
    width: 4.2,
    strokes: 'M4.2 6L1 2Q.4 1.2 .9 .5Q1.4 0 2 0Q3.2 .1 3.1 1.3Q3 2.2 1.6 2.9Q0 3.6 0 4.6Q.1 6 1.8 6Q3.6 5.9 4 3.4',
  },
  '+': { width: 3, strokes: 'M1.5 1.6L1.5 4.6M0 3.1L3 3.1' },
  '!': { width: 0, strokes: 'M0 0L0 4M0 5.95L0 6' },
  '?': { width: 3.6, strokes: 'M0 1.5Q0 0 1.8 0Q3.6 0 3.6 1.5Q3.6 2.5 2.6 3Q1.8 3.4 1.8 4.2M1.8 5.95L1.8 6' },
};

/** Marks above or below a capital, drawn around x = 0 of the letter's middle; the key is the combining character. */
export const marks: Record<string, string> = {
  '\u0300': 'M-1 -2.1L.3 -1.2',
  '\u0301': 'M1 -2.1L-.3 -1.2',
  '\u0302': 'M-1.1 -1.1L0 -2.1L1.1 -1.1',
  '\u0303': 'M-1.4 -1.2Q-.7 -2.3 0 -1.6Q.7 -.9 1.4 -2',
  '\u0304': 'M-1.2 -1.5L1.2 -1.5',
  '\u0306': 'M-1.2 -2.1Q0 -.5 1.2 -2.1',
  '\u0307': 'M0 -1.55L0 -1.5',
  '\u0308': 'M-1 -1.55L-1 -1.5M1 -1.55L1 -1.5',
  '\u030a': 'M0 -2.7Q.8 -2.7 .8 -1.95Q.8 -1.2 0 -1.2Q-.8 -1.2 -.8 -1.95Q-.8 -2.7 0 -2.7',
  '\u030b': 'M-.2 -2.1L-1.1 -1.2M1.3 -2.1L.4 -1.2',
  '\u030c': 'M-1.1 -2.1L0 -1.1L1.1 -2.1',
  '\u0326': 'M.2 6.9L-.3 7.9',
  '\u0327': 'M0 6.3Q1 6.8 .5 7.6Q0 8.1 -.6 7.7',
  '\u0328': 'M1 6.2Q.2 7 .8 7.7Q1.2 8 1.7 7.7',
};
