import type { PrintDocument } from '../print-document.ts';

/** What the printing thread is asked for. */
export type Order = { readonly id: number; readonly document: PrintDocument };

export type Answer = { readonly id: number } & (
  | { readonly pdf: Uint8Array; readonly pages: number; readonly missingFonts: readonly string[] }
  | { readonly fault: string }
);
