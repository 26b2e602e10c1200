/** The SQLSTATE (PostgreSQL's manual, appendix A) or the system's error code of what a call threw, if it has one. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
