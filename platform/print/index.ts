export { openPrinter } from './printer.ts';
export type { Printed, Printer } from './printer.ts';
export type {
  PrintBlock,
  PrintBracket,
  PrintCell,
  PrintColumn,
  PrintDocument,
  PrintFact,
  PrintRow,
  PrintSection,
} from './print-document.ts';
