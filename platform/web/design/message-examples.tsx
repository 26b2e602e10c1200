import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Notice } from '../components/notice.tsx';
import { useNotices } from '../components/use-notices.tsx';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

const problem = {
  code: 'INVALID_INPUT',
  message: '“cam03.mp4” ends after 12 s although its header announces 3 min.',
  remedy: 'Copy the file again and import it anew.',
};

export function MessageExamples(): ReactNode {
  const notices = useNotices();
  return (
    <Section title="Messages">
      <div className={styles['columns']}>
        <Example title="Error" note="What happened, naming the input; then what to do.">
          <ErrorNotice error={problem} onRetry={() => undefined} />
          <ErrorNotice title="The clip was not made" error={problem} />
        </Example>
        <Example title="Notice">
          <Notice>The results of this unit are not official yet.</Notice>
          <Notice tone="warn" title="Corrected">
            Goal 3 was given to another player at 20:14.
          </Notice>
          <Notice tone="ok">All clips of this session are ready.</Notice>
        </Example>
        <Example title="Empty state">
          <EmptyState title="No moments yet" action={<Button variant="default">Mark one by hand</Button>}>
            They appear here as soon as the first play-by-play message arrives.
          </EmptyState>
        </Example>
        <Example
          title="In the corner of the screen"
          note="Success goes by itself; failures stay until they are closed."
        >
          <div className={styles['row']}>
            <Button variant="default" onClick={() => notices.done('The moment is saved.')}>
              Success
            </Button>
            <Button variant="default" onClick={() => notices.failed(problem)}>
              Failure
            </Button>
          </div>
        </Example>
      </div>
    </Section>
  );
}
