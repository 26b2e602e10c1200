import { z } from 'zod';

/** What a person is told when something failed. */
export type ProblemText = {
  /** The server's code, or OFFLINE when no answer came, or UNKNOWN. */
  readonly code: string;
  readonly message: string;
  /** What the reader can do about it. */
  readonly remedy?: string | undefined;
  /** HTTP status, when the server answered. */
  readonly status?: number | undefined;
};

const problemShape = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  status: z.number().optional(),
  data: z.object({ remedy: z.string().optional() }).optional().catch(undefined),
});

/** Reads anything thrown: problems of the server, a lost connection, a fault of the page. */
export function readProblem(thrown: unknown): ProblemText {
  // A browser reports every failed connection as TypeError, and nothing more.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return { code: 'OFFLINE', message: thrown.message };
  }
  const parsed = problemShape.safeParse(thrown);
  if (parsed.success) {
    const { code, message, remedy, status, data } = parsed.data;
    return { code, message, remedy: remedy ?? data?.remedy, status };
  }
  return { code: 'UNKNOWN', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
