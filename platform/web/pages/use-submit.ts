import { useState } from 'react';
import type { SubmitEvent } from 'react';

/** Runs a form's work once per submission and keeps what went wrong, for the form to show. */
export function useSubmit(work: (form: FormData) => Promise<void>): {
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  isRunning: boolean;
  error: unknown;
} {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (form: FormData): Promise<void> => {
    setRunning(true);
    setError(undefined);
    try {
      await work(form);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  };
  return {
    isRunning,
    error,
    onSubmit: (event) => {
      event.preventDefault();
      if (!isRunning) void run(new FormData(event.currentTarget));
    },
  };
}

/** The text of a form's field; empty when there is none. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
