import type { Translate } from '@altis/i18n';
import type { useFormat } from '@altis/web';
import type { MomentView } from '../views.ts';

type Words = Translate<'source.message' | 'source.person' | 'moment.revision'>;

/** Where a moment comes from: which message and version, or a person's hand; and how often it was changed. */
export function originOf({ source, revision }: MomentView, t: Words, format: ReturnType<typeof useFormat>): string {
  const origin =
    source.kind === 'person'
      ? t('source.person')
      : t('source.message', {
          document: source.documentType,
          version: source.version,
          time: Number.isNaN(Date.parse(source.issuedAt)) ? source.issuedAt : format.time(source.issuedAt),
        });
  return revision === 1 ? origin : `${t('moment.revision', { revision })} ${origin}`;
}
