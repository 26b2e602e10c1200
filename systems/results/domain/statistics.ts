import type { OdfMessage, OdfStatistic } from '@altis/odf';
import type { DetailedValue } from '../contract/index.ts';
import { extensionOf, numberText } from './competitor-facts.ts';

/** What the results keep of a DT_STATS: figures by competitor. */
export type Statistics = readonly { readonly code: string; readonly details: readonly DetailedValue[] }[];

/** Reads the statistics of the competitors of a DT_STATS. */
export function statistics({ content }: OdfMessage): Statistics {
  const competitors = content.kind === 'statistics' ? content.competitors : [];
  return competitors.map(({ code, statistics: figures }) => ({ code, details: figures.map(detailOf) }));
}

function detailOf(figure: OdfStatistic): DetailedValue {
  return {
    type: figure.type ?? '',
    code: figure.code,
    position: figure.position ?? null,
    value: figure.value ?? null,
    value2: figure.attempts ?? null,
    rank: numberText(figure.rank),
    diff: null,
    invalidMark: null,
    extensions: figure.extensions.map(extensionOf),
  };
}
