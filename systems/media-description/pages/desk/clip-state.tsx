import type { ReactNode } from 'react';
import { StatusBadge, useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { MomentView } from '../views.ts';

const status = { waiting: 'busy', cut: 'ok', failed: 'bad' } as const;

/** Whether a moment's clip can be had. */
export function ClipState({ moment }: { moment: MomentView }): ReactNode {
  const t = useText(pageMessages);
  if (moment.state === 'withdrawn') return <StatusBadge status="idle">{t('moment.withdrawn')}</StatusBadge>;
  return <StatusBadge status={status[moment.clipState]}>{t(`clip.${moment.clipState}`)}</StatusBadge>;
}
