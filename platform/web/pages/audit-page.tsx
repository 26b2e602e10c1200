import { Button, Code, Group } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { audit } from '@altis/audit/contract';
import type { AuditEntryView } from '@altis/audit/contract';
import { useApi } from '../api/use-api.ts';
import { DataTable } from '../components/data-table.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { FilterChips } from '../components/filter-chips.tsx';
import type { FilterChip, FilterField } from '../components/filter-chips.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { TextFilter } from '../components/text-filter.tsx';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

const fields = ['action', 'actor', 'subjectKind', 'subjectId'] as const;

/** What was done, by whom, because of which message; and whether the record is whole. */
export function AuditPage(): ReactNode {
  const t = useText(shellMessages);
  const format = useFormat();
  const api = useApi(audit);
  const [chips, setChips] = useState<readonly FilterChip[]>([]);
  const query = { limit: 50, ...Object.fromEntries(chips.map(({ field, value }) => [field, value])) };
  const entries = useInfiniteQuery({
    queryKey: api.entries.list.queryKey(query),
    queryFn: ({ pageParam, signal }) =>
      api.entries.list({ ...query, ...(pageParam === null ? {} : { before: pageParam }) }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const filterFields: FilterField[] = fields.map((field) => ({
    field,
    title: t(`audit.${field}`),
    edit: (value, done) => <TextFilter label={t(`audit.${field}`)} value={value} done={done} />,
  }));

  return (
    <Page title={t('audit.title')} description={t('audit.description')}>
      <Verification />
      <FilterChips chips={chips} fields={filterFields} onChange={(next) => setChips(onePerField(next))} />
      <DataTable<AuditEntryView>
        label={t('audit.title')}
        rows={{
          data: entries.data?.pages.flatMap((page) => page.entries),
          error: entries.error,
          refetch: entries.refetch,
        }}
        rowKey={(entry) => String(entry.position)}
        columns={[
          {
            id: 'position',
            title: '№',
            isFigure: true,
            isSecondary: true,
            cell: (entry) => format.number(entry.position),
          },
          { id: 'at', title: t('audit.at'), cell: (entry) => format.dateTime(entry.at) },
          {
            id: 'actor',
            title: t('audit.actor'),
            cell: (entry) => entry.actor.name ?? (entry.actor.id || t('audit.anonymous')),
          },
          { id: 'action', title: t('audit.action'), cell: (entry) => <Code>{entry.action}</Code> },
          {
            id: 'subject',
            title: t('audit.subject'),
            cell: (entry) => `${entry.subject.kind} ${entry.subject.id}`,
            isSecondary: true,
          },
          {
            id: 'cause',
            title: t('audit.cause'),
            isSecondary: true,
            cell: (entry) => entry.cause && t('audit.cause.text', entry.cause),
          },
        ]}
      />
      {entries.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function Verification(): ReactNode {
  const t = useText(shellMessages);
  const { number } = useFormat();
  const check = useQuery({ ...useApi(audit).entries.verify.queryOptions({}), staleTime: Infinity });
  if (check.error) return <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />;
  if (!check.data) return <Notice>{t('audit.checking')}</Notice>;
  if (check.data.whole) return <Notice tone="ok">{t('audit.whole', { count: check.data.head.position })}</Notice>;
  return (
    <ErrorNotice
      title={t('audit.broken', { position: number(check.data.brokenAt) })}
      error={{ code: 'BROKEN', message: check.data.reason, remedy: t('audit.broken.remedy') }}
    />
  );
}

// The server takes one condition per field: a newer one replaces the older.
function onePerField(chips: readonly FilterChip[]): readonly FilterChip[] {
  return [...new Map(chips.map((chip) => [chip.field, chip])).values()];
}
