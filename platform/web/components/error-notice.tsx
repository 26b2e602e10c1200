import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import IconAlert from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { readProblem } from '../api/read-problem.ts';
import type { ProblemText } from '../api/read-problem.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import styles from './notice.module.css';

/** What failed and what the reader can do about it; `error` is anything thrown. */
export function ErrorNotice(props: { error: unknown; title?: string; onRetry?: () => void }): ReactNode {
  const t = useText(shellMessages);
  const { message, remedy } = useProblemText(props.error);
  return (
    <div className={styles['notice']} data-tone="bad" role="alert">
      <IconAlert size={20} aria-hidden="true" />
      <div className={styles['text']}>
        <strong>{props.title ?? message}</strong>
        {props.title !== undefined && <span>{message}</span>}
        {remedy !== undefined && <span>{remedy}</span>}
        {props.onRetry && (
          <Button variant="default" size="xs" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The words of a problem in the reader's language where they are the page's own, else as the server wrote them. */
export function useProblemText(error: unknown): ProblemText {
  const t = useText(shellMessages);
  const problem = readProblem(error);
  if (problem.code === 'OFFLINE') return { ...problem, message: t('error.offline'), remedy: t('error.offline.remedy') };
  if (problem.status === 401) return { ...problem, remedy: problem.remedy ?? t('error.signIn') };
  return problem;
}
