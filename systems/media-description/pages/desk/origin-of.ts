import type { Translate } from '@altis/i18n';
import type { useFormat } from '@altis/web';
import type { MomentView } from '../views.ts';

type Words = Translate<'source.message' | 'source.person' | 'moment.revision' | 'moment.revision.message'>;

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

/** The same in few words, for a moment that was changed. */
export function changeOf({ source, revision }: MomentView, t: Words): string {
  return source.kind === 'person'
    ? t('moment.revision', { revision })
    : t('moment.revision.message', { revision, document: source.documentType, version: source.version });
}
