import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useProblemText } from './error-notice.tsx';

/** Short messages in the corner of the screen. Failures stay until they are read and closed. */
export function useNotices(): { done: (text: string) => void; failed: (error: unknown) => void } {
  const closeLabel = useText(shellMessages)('close');
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': closeLabel };
    return {
      done: (text) => notifications.show({ message: text, color: 'pine', autoClose: 4000, closeButtonProps }),
      failed: (error) =>
        notifications.show({
          message: <Failure error={error} />,
          color: 'crimson',
          autoClose: false,
          closeButtonProps,
        }),
    };
  }, [closeLabel]);
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
