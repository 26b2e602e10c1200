import { createCanvas, PDFDocument } from '@napi-rs/canvas';
import { finishPdf } from '../layout/finish-pdf.ts';
import { paginate, type Placed, type Strip } from '../layout/paginate.ts';
import type { PrintBlock, PrintDocument, PrintSection } from '../print-document.ts';
import { bracketStrips } from './bracket-strips.ts';
import { loadFonts, type Fonts } from './fonts.ts';
import { drawFrame, frameHeights } from './page-frame.ts';
import { penOn, type Page, type Pen } from './pen.ts';
import { fitTable, forceTable, tableStrips } from './table-strips.ts';
import { factStrips, gap, headingStrips, textStrips, titleStrips } from './text-strips.ts';

/** A4 (ISO 216) in points of 1/72 inch, whole as Skia writes them. */
const paper = { short: 595, long: 842 };
const margin = 36;

/** Sizes of type of tables in points: on an upright sheet none below what is read at ease; across it smaller before words break. */
const uprightSizes = [8.5, 8, 7.5];
const acrossSizes = [8.5, 8, 7.5, 7, 6.5, 6];

export type Drawn = { readonly pdf: Buffer; readonly pages: number; readonly missingFonts: readonly string[] };

/** Lays a document out on A4 sheets, upright where its tables fit so, and writes it as PDF. */
export function drawDocument(document: PrintDocument): Drawn {
  const fonts = loadFonts(document.language, JSON.stringify(document));
  // Measured before there is a page; each page has a canvas of its own.
  const page: Page = { context: createCanvas(1, 1).getContext('2d') };
  const sheets = document.sections.flatMap((section) => layOut(section, document, fonts, page));
  const pdf = new PDFDocument({ title: document.title, creator: 'Altis', producer: 'Altis' });
  const missing =
    fonts.missing.length === 0 ? [] : [document.fontMissing.replace('{packages}', fonts.missing.join(', '))];
  for (const [index, { width, height, strips, section, pen }] of sheets.entries()) {
    page.context = pdf.beginPage(width, height);
    const number = document.pageOf.replace('{page}', String(index + 1)).replace('{pages}', String(sheets.length));
    const { top } = drawFrame({ head: section.head, foot: [...section.foot, ...missing], number }, height, pen);
    for (const { strip, top: offset } of strips) strip.draw(top + offset);
    pdf.endPage();
  }
  const { language, direction } = document;
  const finish = { language, isRightToLeft: direction === 'rtl', glyphTexts: fonts.glyphTexts };
  return { pdf: finishPdf(pdf.close(), finish), pages: sheets.length, missingFonts: fonts.missing };
}

type Sheet = { width: number; height: number; strips: readonly Placed[]; section: PrintSection; pen: Pen };

function layOut(section: PrintSection, { direction }: PrintDocument, fonts: Fonts, page: Page): Sheet[] {
  const options = { fonts, isRightToLeft: direction === 'rtl', margin };
  const upright = penOn(page, { ...options, width: paper.short - 2 * margin });
  const across = penOn(page, { ...options, width: paper.long - 2 * margin });
  const tables = section.blocks.filter((block) => block.kind === 'table');
  const isUpright =
    tables.every((table) => fitTable(table, upright, uprightSizes) !== undefined) &&
    section.blocks.every((block) => block.kind !== 'bracket' || block.rounds.length <= 4);
  const pen = isUpright ? upright : across;
  const [width, height] = isUpright ? [paper.short, paper.long] : [paper.long, paper.short];
  const strips = section.blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [gap(block.kind === 'heading' ? 12 : block.kind === 'text' ? 3 : 5)]),
    ...stripsOf(block, pen, isUpright ? uprightSizes : acrossSizes),
  ]);
  const { top, bottom } = frameHeights(section);
  return paginate(strips, height - top - bottom).map((placed) => ({ width, height, strips: placed, section, pen }));
}

function stripsOf(block: PrintBlock, pen: Pen, sizes: readonly number[]): Strip[] {
  switch (block.kind) {
    case 'title':
      return titleStrips(block, pen);
    case 'heading':
      return headingStrips(block.text, pen);
    case 'text':
      return textStrips(block, pen);
    case 'facts':
      return factStrips(block.facts, pen);
    case 'table':
      return tableStrips(block, fitTable(block, pen, sizes) ?? forceTable(block, pen, sizes.at(-1) ?? 6), pen);
    case 'bracket':
      return bracketStrips(block, pen);
  }
}
