import { Button, Group, Input, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import {
  ErrorNotice,
  Notice,
  Page,
  UploadDrop,
  useAction,
  useApi,
  useFormat,
  useLanguage,
  useText,
  useUploads,
} from '@altis/web';
import { mediaDescription } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { StartTimeInput } from './start-time-input.tsx';
import { onThisClock, readStartTime, writeStartTime } from './start-time.ts';
import { unitName, UnitSelect } from './unit-select.tsx';
import type { UnitView } from './unit-select.tsx';
import styles from './new-session-page.module.css';

type Missing = 'unit.missing' | 'upload.missing' | 'upload.wait' | 'start.missing';
type Uploaded = { readonly uploadId: string; readonly name: string; readonly sizeBytes: number };

/** The form that starts a session: which unit, which recording, when its first frame was taken. */
export function NewSessionPage(): ReactNode {
  const t = useText(pageMessages);
  const { bytes } = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const create = useAction(useApi(mediaDescription).sessions.create, { quiet: true });
  const isUploading = useUploads().items.some(({ state }) => state === 'sending' || state === 'waiting');

  const [unit, setUnit] = useState<string>();
  const [upload, setUpload] = useState<Uploaded>();
  const [start, setStart] = useState(() => onThisClock(wholeMinute(new Date())));
  const [title, setTitle] = useState('');
  const [wasSent, setSent] = useState(false);

  const chooseUnit = (rsc: string | undefined, known: UnitView | undefined): void => {
    setUnit(rsc);
    const unitStart = readStartTime(known?.startsAt ?? '');
    if (unitStart) setStart(unitStart);
    if (known) setTitle(unitName(known, language));
  };
  const startsAt = writeStartTime(start);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    if (unit === undefined || upload === undefined || startsAt === undefined) return;
    const name = title.trim() === '' ? {} : { title: title.trim() };
    const session = await create.run({ unit, upload: upload.uploadId, startsAt, ...name });
    if (session) await navigate({ to: `/moments/sessions/${session.id}` });
  };
  const missing = (value: unknown, text: Missing): string | undefined =>
    wasSent && value === undefined ? t(text) : undefined;

  return (
    <Page
      title={t('new')}
      description={t('new.text')}
      breadcrumbs={[{ label: t('sessions'), to: '/moments' }]}
      width="reading"
    >
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <UnitSelect value={unit} onChange={chooseUnit} error={missing(unit, 'unit.missing')} />
        <Input.Wrapper
          label={t('upload')}
          labelElement="div"
          required
          error={missing(upload, isUploading ? 'upload.wait' : 'upload.missing')}
        >
          <div className={styles['upload']}>
            <UploadDrop accept="video/*,.mxf,.mkv,.ts,.m2ts,.mts,.gxf" hint={t('upload.hint')} onUploaded={setUpload} />
            {upload && (
              <Notice tone="ok">{t('upload.chosen', { name: upload.name, size: bytes(upload.sizeBytes) })}</Notice>
            )}
          </div>
        </Input.Wrapper>
        <StartTimeInput
          label={t('start')}
          value={start}
          onChange={setStart}
          error={missing(startsAt, 'start.missing')}
        />
        <TextInput
          label={t('title')}
          description={t('title.text')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {create.error !== null && <ErrorNotice error={create.error} />}
        <Group>
          <Button type="submit" size="md" loading={create.isRunning}>
            {t('new.create')}
          </Button>
          {isUploading && <span className={styles['wait']}>{t('upload.wait')}</span>}
        </Group>
      </form>
    </Page>
  );
}

function wholeMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
