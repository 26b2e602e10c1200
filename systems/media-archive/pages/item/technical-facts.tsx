import { useFormat, useText } from '@altis/web';
import type { ReactNode } from 'react';
import { pageMessages } from '../page-messages.ts';
import type { ItemDetail } from '../views.ts';
import { FactList } from './fact-list.tsx';

/** The file itself: what it is, how large, and the sum by which a copy can be checked. */
export function TechnicalFacts({ item }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  const { bytes, dateTime, duration, number } = useFormat();
  const { inFrame, outFrame } = item;
  return (
    <FactList
      title={t('item.file')}
      facts={[
        { name: t('file.name'), value: item.kind === 'asset' ? item.fileName : null },
        { name: t('file.duration'), value: duration(item.durationMs) },
        { name: t('file.picture'), value: <bdi dir="ltr">{`${item.width} × ${item.height}`}</bdi> },
        {
          name: t('file.rate'),
          value: t('file.rate.text', { rate: number(item.frameRate, { maximumFractionDigits: 3 }) }),
        },
        { name: t('file.codec'), value: item.codec },
        {
          name: t('file.frames'),
          value: inFrame === null || outFrame === null ? null : <bdi dir="ltr">{`${inFrame} – ${outFrame}`}</bdi>,
        },
        { name: t('file.size'), value: bytes(item.sizeBytes) },
        { name: t('file.imported'), value: dateTime(item.importedAt) },
        { name: 'SHA-256', value: <code dir="ltr">{item.sha256}</code> },
      ]}
    />
  );
}
