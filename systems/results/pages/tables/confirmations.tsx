import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice, useText } from '@altis/web';
import { tablesMessages } from './tables-messages.ts';

/** What stands where a list would be written, and how many of its rows would not be. */
type Stands = {
  readonly unit: string;
  readonly replaces: { readonly day: string | null; readonly version: number } | null;
  readonly sender: string | null;
  readonly left: number;
};

/** What has to be confirmed before a list is written, each by a text that says all that was seen. */
export function toConfirm({
  unit,
  replaces,
  sender,
  left,
}: Stands): Readonly<Record<'leave' | 'replace' | 'takeOver', string | null>> {
  return {
    leave: left === 0 ? null : `leave ${left}`,
    replace: replaces && `replace ${unit} ${replaces.day} ${replaces.version}`,
    takeOver: sender && `take over ${unit} ${sender}`,
  };
}

/** Asks whether rows may be left out, whether a list of the same name may be replaced, and whether another sender may be. */
export function Confirmations(props: {
  stands: Stands;
  confirmed: readonly string[];
  onChange: (confirmed: string[]) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const { stands, confirmed, onChange } = props;
  const { leave, replace, takeOver } = toConfirm(stands);
  const { replaces, sender, left } = stands;
  const box = (what: string, label: string): ReactNode => (
    <Checkbox
      mt="xs"
      label={label}
      checked={confirmed.includes(what)}
      onChange={({ currentTarget: { checked } }) =>
        onChange([...confirmed.filter((each) => each !== what), ...(checked ? [what] : [])])
      }
    />
  );
  return (
    <>
      {leave !== null && (
        <Notice tone="warn" title={t('stands.left', { count: left })}>
          {t('stands.left.text')}
          {box(leave, t('stands.left.confirm', { count: left }))}
        </Notice>
      )}
      {replaces !== null && replace !== null && (
        <Notice tone="warn" title={t('stands.replaces', { day: replaces.day ?? '–', version: replaces.version })}>
          {t('stands.replaces.text')}
          {box(replace, t('stands.replaces.confirm'))}
        </Notice>
      )}
      {sender !== null && takeOver !== null && (
        <Notice tone="warn" title={t('stands.sender', { sender })}>
          {t('stands.sender.text', { sender })}
          {box(takeOver, t('stands.sender.confirm', { sender }))}
        </Notice>
      )}
    </>
  );
}
