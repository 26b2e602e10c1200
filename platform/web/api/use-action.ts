import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotices } from '../components/use-notices.tsx';
import type { Procedure } from './api-of.ts';

export type Action<Input, Output> = {
  /** Runs the action; resolves to undefined when it failed, which the reader has been told by then. */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly isRunning: boolean;
  readonly error: unknown;
};

/**
 * A change on the server, started by a person. Success shows `done` where given and reads the system's queries
 * again; failure shows message and remedy, unless `quiet` because the page shows `error` itself.
 */
export function useAction<Input, Output, Failure>(
  procedure: Procedure<Input, Output, Failure>,
  options: { readonly done?: string | ((output: Output) => string); readonly quiet?: boolean } = {},
): Action<Input, Output> {
  const client = useQueryClient();
  const notices = useNotices();
  const mutation = useMutation({
    // The rest parameters of a procedure are one optional or required input.
    mutationFn: (input: Input) => (procedure as (input: Input) => Promise<Output>)(input),
    onSuccess: async (output) => {
      const { done } = options;
      if (done !== undefined) notices.done(typeof done === 'function' ? done(output) : done);
      await client.invalidateQueries({ queryKey: procedure.queryKey().slice(0, 1) });
    },
    onError: (error) => {
      if (!options.quiet) notices.failed(error);
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    isRunning: mutation.isPending,
    error: mutation.error,
  };
}
