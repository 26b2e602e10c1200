/** The SQLSTATE (manual, appendix A) or system error code of what a database call threw, if it has one. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
