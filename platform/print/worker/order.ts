import type { PrintDocument, PrintSection } from '../print-document.ts';

/** What the printing thread is asked for: the sections of a document one by one, then the rest, which it is drawn upon. */
export type Order =
  | { readonly id: number; readonly section: PrintSection }
  | { readonly id: number; readonly document: Omit<PrintDocument, 'sections'> };

export type Answer = { readonly id: number } & (
  | { readonly pdf: Uint8Array; readonly pages: number; readonly missingFonts: readonly string[] }
  | { readonly fault: string }
);
