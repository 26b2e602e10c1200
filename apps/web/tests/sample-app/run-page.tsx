import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page, Stat, Stats, useAction, useApi, useChanges, useCommandActions } from '@altis/web';
import { timingContract } from './timing-contract.ts';

/** A page as a system has it: reads, changes, follows what others change. */
export function RunPage(): ReactNode {
  const api = useApi(timingContract);
  const run = useQuery(api.runs.read.queryOptions({ id: 'run 1' }));
  const finish = useAction(api.runs.finish, { done: 'Finish recorded.' });
  const refuse = useAction(api.runs.refuse);
  useChanges(['timing.run.1']);
  useCommandActions([{ label: 'Record a finish', run: () => void finish.run({ id: 'run 1' }) }]);
  return (
    <Page title={run.data?.athlete ?? '…'} breadcrumbs={[{ label: 'Runs', to: '/timing' }]}>
      <Stats>
        <Stat label="Finishes" value={run.data?.finishes ?? '–'} />
      </Stats>
      <Group>
        <Button onClick={() => void finish.run({ id: 'run 1' })}>Record a finish</Button>
        <Button variant="default" onClick={() => void refuse.run({ id: 'run 1' })}>
          Ask for the impossible
        </Button>
      </Group>
    </Page>
  );
}
