/** What went wrong, as far as a caller can act on it, and the HTTP status that says the same. */
export const problemStatus = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TIMEOUT: 408,
  CONFLICT: 409,
  GONE: 410,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  STORAGE_FULL: 507,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export type ProblemOptions = {
  /** What the reader can do about it, as a full sentence. */
  readonly remedy?: string;
  /** Facts for programs; never secrets or personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
};

/** An exception whose message is written for the person who meets it: it names the input, and the remedy where one exists. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, message: string, options: ProblemOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = problemStatus[code];
    this.remedy = options.remedy;
    this.details = options.details ?? {};
  }
}

/** Makes a {@link Problem}; `throw problem('NOT_FOUND', …)` reads as a sentence. */
export function problem(code: ProblemCode, message: string, options: ProblemOptions = {}): Problem {
  return new Problem(code, message, options);
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The code that the system (`ENOENT`, errno(3)) or an engine (`23505`, SQLSTATE) gave to what was thrown, if it has one. */
export function errorCodeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}
