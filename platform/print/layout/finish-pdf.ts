import { deflateSync, inflateSync } from 'node:zlib';
import { wholeLetter } from './whole-letter.ts';

export type Finish = {
  /** BCP 47. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  /** Texts of glyphs that no character has, by name of the font. */
  readonly glyphTexts: ReadonlyMap<string, ReadonlyMap<number, string>>;
};

/**
 * Adds to a PDF what its writer leaves out: its language, on which side reading begins, and what shaped letters say, so
 * that search and copying find Arabic and Han as they were written. An incremental update (ISO 32000-1, clause 7.5.6):
 * what is there stays as it is.
 */
export function finishPdf(pdf: Buffer, { language, isRightToLeft, glyphTexts }: Finish): Buffer {
  const source = pdf.toString('latin1');
  const { offsets, xrefAt, size, root, info } = readXref(source);
  const changed = new Map<number, Buffer>();

  const direction = isRightToLeft ? '\n/Direction /R2L' : '';
  const catalog = bodyOf(source, offsets[root] ?? 0)
    .replace(/^<</, `<</Lang (${language})\n`)
    .replace('/Type /ViewerPreferences', `/Type /ViewerPreferences${direction}`);
  changed.set(root, Buffer.from(catalog, 'latin1'));

  for (const offset of offsets) {
    const head = source.slice(offset, offset + 600);
    const [, map] = /^\d+ 0 obj\n<<\/Type \/Font\b[^]*?\/ToUnicode (\d+) 0 R/.exec(head.split('endobj')[0] ?? '') ?? [];
    if (map === undefined) continue;
    const [, font = ''] = /\/BaseFont \/[A-Z]{6}\+(\S+)/.exec(head) ?? [];
    const cmap = readStream(source, pdf, offsets[Number(map)] ?? 0);
    changed.set(Number(map), streamOf(restateCmap(cmap, glyphTexts.get(font) ?? new Map())));
  }
  return append(pdf, changed, { xrefAt, size, root, info });
}

type Xref = { offsets: number[]; xrefAt: number; size: number; root: number; info: string };

function readXref(source: string): Xref {
  const xrefAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const trailer = source.slice(source.indexOf('trailer', xrefAt));
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1]);
  const info = /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? '';
  const [table = '', first = '', count = ''] = /^xref\s+(\d+) (\d+)\s+/.exec(source.slice(xrefAt, xrefAt + 40)) ?? [];
  if (first !== '0' || Number.isNaN(root)) throw new Error('The PDF has no table of its objects.');
  const start = xrefAt + table.length;
  const offsets = Array.from({ length: Number(count) }, (_, index) => {
    const entry = source.slice(start + 20 * index, start + 20 * index + 20);
    return entry.charAt(17) === 'n' ? Number(entry.slice(0, 10)) : 0;
  });
  return { offsets, xrefAt, size: Number(count), root, info };
}

function bodyOf(source: string, offset: number): string {
  return source.slice(source.indexOf('<<', offset), source.indexOf('endobj', offset)).trimEnd();
}

function readStream(source: string, pdf: Buffer, offset: number): string {
  const start = source.indexOf('stream\n', offset) + 'stream\n'.length;
  const head = source.slice(offset, start);
  const bytes = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(head)?.[1]));
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function streamOf(text: string): Buffer {
  const bytes = deflateSync(Buffer.from(text, 'latin1'));
  const head = `<</Filter /FlateDecode\n/Length ${bytes.byteLength}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

/** A ToUnicode map (clause 9.10.3) with whole letters in place of their forms, and with what the forms say that no character has. */
function restateCmap(cmap: string, missing: ReadonlyMap<number, string>): string {
  const texts = new Map<number, string>();
  const digits = /begincodespacerange\s+<([0-9A-F]+)>/.exec(cmap)?.[1]?.length ?? 4;
  const [head = ''] = cmap.split(/\d+ beginbf/, 1);
  for (const [, code = '', end, text = ''] of cmap
    .slice(head.length)
    .matchAll(/^<([0-9A-F]+)> (?:<([0-9A-F]+)> )?<([0-9A-F]+)>$/gm)) {
    const first = Number.parseInt(code, 16);
    const last = end === undefined ? first : Number.parseInt(end, 16);
    for (let each = first; each <= last; each += 1) {
      // A range goes on from character to character.
      const [character = '', ...rest] = Buffer.from(text, 'hex').swap16().toString('utf16le');
      const moved = String.fromCodePoint((character.codePointAt(0) ?? 0) + each - first) + rest.join('');
      // Its writer knows characters alone: a form that none has is a NUL.
      texts.set(each, moved === '\0' ? (missing.get(each) ?? '\ufffd') : wholeLetter(moved));
    }
  }
  const lines = [...texts].map(([code, text]) => {
    const written = Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
    return `<${code.toString(16).toUpperCase().padStart(digits, '0')}> <${written}>`;
  });
  const blocks: string[] = [];
  for (let index = 0; index < lines.length; index += 100) {
    const block = lines.slice(index, index + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `${head}${blocks.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

function append(
  pdf: Buffer,
  changed: ReadonlyMap<number, Buffer>,
  { xrefAt, size, root, info }: Omit<Xref, 'offsets'>,
): Buffer {
  const parts: Buffer[] = [pdf];
  let at = pdf.byteLength;
  const add = (part: Buffer | string): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.byteLength;
  };
  add('\n');
  const entries = [...changed].map(([number, body]) => {
    const offset = at;
    add(`${number} 0 obj\n`);
    add(body);
    add('\nendobj\n');
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const newXrefAt = at;
  add(`xref\n${entries.join('')}trailer\n<</Size ${size}\n/Root ${root} 0 R\n${info}\n/Prev ${xrefAt}>>\n`);
  add(`startxref\n${newXrefAt}\n%%EOF\n`);
  return Buffer.concat(parts);
}
