/** What the fake server knows; tests change it as they go. */
export type StubState = {
  isSignedIn: boolean;
  permissions: string[];
  finishes: number;
  /** Unsafe requests without the CSRF header. */
  refused: string[];
  /** Names and received sizes of uploads. */
  uploads: Map<string, { name: string; size: number; received: number }>;
  /** Bytes after which the connection of an upload is cut, once. */
  cutUploadAt: number | undefined;
  /** Answers 503 to uploads after the cut. */
  isDownAfterCut: boolean;
  isUploadDown: boolean;
};
