import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import { useNotices } from '../components/use-notices.tsx';
import { useCommandActions } from '../shell/command-actions.tsx';
import { ColourExamples } from './colour-examples.tsx';
import { ExampleIndex } from './example.tsx';
import { FilterExamples } from './filter-examples.tsx';
import { FormExamples } from './form-examples.tsx';
import { ListExamples } from './list-examples.tsx';
import { MessageExamples } from './message-examples.tsx';
import { PlayerExamples } from './player-examples.tsx';
import { ProgressExamples } from './progress-examples.tsx';

/**
 * The shared components, each live and in all its states. The page speaks English to those who build pages;
 * the components speak the reader's language.
 */
export function DesignPage(): ReactNode {
  const notices = useNotices();
  const greet = (): void => notices.done('An action of this page has run.');
  useCommandActions([
    { label: 'Run an action of this page', description: 'Registered by useCommandActions', run: greet },
  ]);
  return (
    <Page
      title="Design"
      breadcrumbs={[{ label: 'Altis', to: '/' }]}
      description="What pages are built of. Everything here comes from @altis/web; what is not here comes from Mantine under our theme."
      actions={<Button onClick={greet}>Primary action</Button>}
    >
      <ExampleIndex />
      <PlayerExamples />
      <ListExamples />
      <FilterExamples />
      <ProgressExamples />
      <MessageExamples />
      <FormExamples />
      <ColourExamples />
    </Page>
  );
}
