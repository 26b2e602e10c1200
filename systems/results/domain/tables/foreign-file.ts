import { refusal, type TableRefusal } from './table.ts';

type Kind = { readonly what: string; readonly remedy: string };

const asTable = 'Open it in a spreadsheet program, and save the list as .xlsx or CSV.';
const word = {
  what: 'a text document (Word)',
  remedy: 'Copy the list into a spreadsheet, and save that as .xlsx or CSV.',
};

/** Files that begin with these bytes are something else, whatever they are called. */
const beginnings: readonly (Kind & { readonly begins: RegExp })[] = [
  {
    begins: /^\xd0\xcf.\xe0/s,
    what: 'an Excel workbook of the old kind (.xls), or one with a password',
    remedy: 'Save it as .xlsx without a password, or as CSV.',
  },
  {
    begins: /^%PDF/,
    what: 'a PDF',
    remedy: 'Ask for the list as a spreadsheet, or copy it into one, and save that as .xlsx or CSV.',
  },
  { begins: /^\{\\rtf/, ...word },
  {
    begins: /^\s*<(?:!doctype html|html|head|body|table|meta)\b/i,
    what: 'a web page, though it may be called .xls',
    remedy: asTable,
  },
  {
    begins: /^\s*<\?xml/i,
    what: 'XML',
    remedy: `${asTable} Messages of the results feed are sent on the page of messages.`,
  },
  {
    begins: /^(?:.PNG|\xff\xd8\xff|GIF8)/s,
    what: 'a picture',
    remedy: 'Type the list into a spreadsheet, and save that as .xlsx or CSV.',
  },
];

/** Says what a file is that is neither text nor a workbook; undefined where it may be a table. */
export function foreignFile(bytes: Uint8Array): TableRefusal | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\xef\xbb\xbf/, '');
  const found = beginnings.find(({ begins }) => begins.test(start));
  return found && refusal(`The file is ${found.what}.`, found.remedy);
}

/** What a ZIP is by the names of the files in it, if it is no Excel workbook. */
export function foreignArchive(names: readonly string[]): TableRefusal | undefined {
  const has = (name: string): boolean => names.includes(name);
  if (has('xl/workbook.xml')) return undefined;
  const binary = { what: 'an Excel workbook in binary form (.xlsb)', remedy: 'Save it as .xlsx or CSV.' };
  const open = { what: 'an OpenDocument file', remedy: 'Save it as .xlsx or CSV.' };
  const slides = { what: 'a presentation', remedy: word.remedy };
  const archive = { what: 'a ZIP archive without a workbook', remedy: 'Unpack it, and send the list that is in it.' };
  const { what, remedy } = has('xl/workbook.bin')
    ? binary
    : has('word/document.xml')
      ? word
      : has('ppt/presentation.xml')
        ? slides
        : has('mimetype') && has('content.xml')
          ? open
          : archive;
  return refusal(`The file is ${what}.`, remedy);
}
