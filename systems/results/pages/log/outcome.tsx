import type { ReactNode } from 'react';
import { StatusBadge, useText, type Status } from '@altis/web';
import type { KeptMessage } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';

const marks = {
  new: 'ok',
  replaces: 'ok',
  duplicate: 'idle',
  stale: 'idle',
  conflict: 'warn',
  refused: 'bad',
} as const satisfies Record<KeptMessage['outcome'], Status>;

/** What became of a message. */
export function Outcome({ outcome }: { outcome: KeptMessage['outcome'] }): ReactNode {
  const t = useText(pageMessages);
  return <StatusBadge status={marks[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>;
}
