/** How wide a text is, in points. */
export type Measure = (text: string) => number;

/** The lines of a text that are at most as wide as this; a word that is wider is broken where it must be. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

/** The widest of the pieces that a text cannot be broken within. */
export function widestPiece(text: string, measure: Measure): number {
  return Math.max(0, ...piecesOf(text).map((piece) => measure(piece.trimEnd())));
}

function breakParagraph(paragraph: string, width: number, measure: Measure): string[] {
  if (measure(paragraph) <= width) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(paragraph).flatMap((each) => cutToFit(each, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/**
 * Pieces between which a line may break: after spaces that may break and hyphens, and around ideographs and kana except where the
 * rules of East Asian typesetting forbid it (Unicode Standard Annex 14, classes ID, CL, NS and OP).
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const { segment } of graphemes.segment(text)) {
    if (before === '' || !mayBreak(before, segment)) pieces.push((pieces.pop() ?? '') + segment);
    else pieces.push(segment);
    before = segment;
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const neverFirst = /[、。，．！？：；）」』】〕》〉”’…ー～・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.!?:;)\]}%]/u;
const neverLast = /[（「『【〔《〈“‘([{]/u;

function mayBreak(before: string, after: string): boolean {
  if (/\s/u.test(after) || neverFirst.test(after) || neverLast.test(before)) return false;
  if (before === '\u00a0') return false;
  if (/[\s\-–—/]/u.test(before)) return true;
  return ideograph.test(before) || ideograph.test(after);
}

function cutToFit(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const cut: string[] = [];
  for (const { segment } of graphemes.segment(piece)) {
    const last = cut.at(-1);
    if (last === undefined || measure(last + segment) > width) cut.push(segment);
    else cut[cut.length - 1] = last + segment;
  }
  return cut;
}
