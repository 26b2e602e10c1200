/** What is to be printed, as plain data: texts in their final language. How it looks and where pages end is the printer's. */
export type PrintDocument = {
  /** Shown by readers of PDF in place of the file's name. */
  readonly title: string;
  /** BCP 47; decides the shapes of Han characters and where lines may break. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Each begins on a page of its own. */
  readonly sections: readonly PrintSection[];
  /** "Page {page} of {pages}", with these placeholders. */
  readonly pageOf: string;
  /** Said at the foot where a font is missing: "Not all characters can be shown: {packages} is missing." */
  readonly fontMissing: string;
};

export type PrintSection = {
  /** On top of each page: lines at the beginning and at the end of it; the first ones stand out. */
  readonly head: { readonly start: readonly string[]; readonly end: readonly string[] };
  /** At the foot of each page, before its number. */
  readonly foot: readonly string[];
  readonly blocks: readonly PrintBlock[];
};

export type PrintBlock =
  | {
      readonly kind: 'title';
      readonly text: string;
      readonly below: string;
      /** Which report it is, in a frame: "Official results". */
      readonly report: string;
      /** Whether that must not be taken for final. */
      readonly isProvisional: boolean;
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isSmall?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly PrintFact[] }
  | { readonly kind: 'table'; readonly columns: readonly PrintColumn[]; readonly rows: readonly PrintRow[] }
  | PrintBracket;

/** Something that is told of the whole: "Venue", "North Hill". */
export type PrintFact = { readonly label: string; readonly value: string };

export type PrintColumn = {
  readonly title: string;
  readonly align: 'start' | 'end' | 'center';
  /** Takes the room that others leave, and breaks its lines where there is not enough. */
  readonly isWide?: boolean;
};

export type PrintCell = { readonly text: string; readonly below?: string | undefined; readonly isStrong?: boolean };

export type PrintRow = {
  /** One for each column; a heading within the table has one only, which goes across. */
  readonly cells: readonly PrintCell[];
  readonly isHeading?: boolean;
  /** Below the row, from the wide column to the end. */
  readonly note?: string | undefined;
};

export type PrintBracket = {
  readonly kind: 'bracket';
  readonly rounds: readonly {
    readonly title: string;
    readonly games: readonly {
      readonly title: string;
      readonly sides: readonly { readonly text: string; readonly result: string; readonly isWinner: boolean }[];
    }[];
  }[];
};
