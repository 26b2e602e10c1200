import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAction, useApi, useText } from '@altis/web';
import { results, type TableReading } from '../../contract/index.ts';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** Keeps what the columns say under a name, for the next file that has the same ones. */
export function KeepMapping({ table }: { table: TableReading }): ReactNode {
  const t = useText(tablesMessages);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = useAction(useApi(results).tables.keep, { done: t('mapping.kept') });
  const submit = async (): Promise<void> => {
    const kept = await keep.run({ name: name.trim(), columns: table.columns, mapping: table.mapping });
    if (kept !== undefined) setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)}>
          {t('mapping.keep')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles['actions']}>
          <TextInput label={t('mapping.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button disabled={name.trim() === ''} loading={keep.isRunning} onClick={() => void submit()}>
            {t('mapping.save')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
