import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useProblemText } from './error-notice.tsx';

/** Short messages in the corner of the screen. Failures stay until they are read and closed. */
export function useNotices(): { done: (text: string) => void; failed: (error: unknown) => void } {
  return useMemo(
    () => ({
      done: (text) => notifications.show({ message: text, color: 'pine', autoClose: 4000 }),
      failed: (error) => notifications.show({ message: <Failure error={error} />, color: 'crimson', autoClose: false }),
    }),
    [],
  );
}

function Failure(props: { error: unknown }): ReactNode {
  const { message, remedy } = useProblemText(props.error);
  return (
    <span dir="auto">
      <strong>{message}</strong>
      {remedy !== undefined && <> {remedy}</>}
    </span>
  );
}
