import { ActionIcon, Button, CopyButton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import IconClip from '@tabler/icons-react/dist/esm/icons/IconMovie.mjs';
import IconClose from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import IconWithdraw from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { StatusBadge, TimeCode, useFormat, useLanguage, useText } from '@altis/web';
import { useActionName } from '../action-name.ts';
import { clipFileName, clipMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView, VideoView } from '../views.ts';
import { ClipState } from './clip-state.tsx';
import { originOf } from './origin-of.ts';
import { ImportanceMark } from './importance-mark.tsx';
import { MomentAthletes } from './moment-athletes.tsx';
import { MomentTexts } from './moment-texts.tsx';
import styles from './moment-panel.module.css';

type PanelProps = {
  moment: MomentView;
  video: VideoView;
  /** False for the moment that arrived last, which is shown while none is selected. */
  isSelected: boolean;
  onPlay: () => void;
  onPlayClip: () => void;
  onClose: () => void;
  /** Given when the moment was marked by hand and the reader may withdraw it. */
  onWithdraw: (() => void) | undefined;
};

/** All that is known of one moment, and what can be done with it. */
export function MomentPanel(props: PanelProps): ReactNode {
  const { moment, isSelected } = props;
  const { language } = useLanguage();
  const t = useText(pageMessages);
  const format = useFormat();
  return (
    <article
      className={styles['panel']}
      data-selected={isSelected || undefined}
      aria-label={toldIn(moment.title, language)}
    >
      <header className={styles['head']}>
        <Badges moment={moment} isSelected={isSelected} />
        {isSelected && (
          <ActionIcon className={styles['close'] ?? ''} aria-label={t('moment.close')} onClick={props.onClose}>
            <IconClose size={18} />
          </ActionIcon>
        )}
        <Title order={2} className={styles['title'] ?? ''} data-withdrawn={moment.state === 'withdrawn' || undefined}>
          {toldIn(moment.title, language)}
        </Title>
        {toldIn(moment.sentence, language) !== toldIn(moment.title, language) && (
          <p className={styles['sentence']}>{toldIn(moment.sentence, language)}</p>
        )}
      </header>
      <Actions {...props} />
      <dl className={styles['facts']}>
        <Fact label={t('fact.at')}>{format.time(moment.at, { timeStyle: 'medium' })}</Fact>
        <Fact label={t('bounds.in')}>
          <TimeCode frame={moment.inFrame} frameRate={props.video.frameRate} />
        </Fact>
        <Fact label={t('bounds.out')}>
          <TimeCode frame={moment.outFrame} frameRate={props.video.frameRate} />
        </Fact>
        <Fact label={t('fact.length')}>
          <TimeCode frame={moment.outFrame - moment.inFrame + 1} frameRate={props.video.frameRate} />
        </Fact>
      </dl>
      <MomentAthletes athletes={moment.athletes} />
      {moment.source.kind === 'message' && <MomentTexts moment={moment} />}
      <p className={styles['origin']}>{originOf(moment, t, format)}</p>
    </article>
  );
}

function Badges({ moment, isSelected }: Pick<PanelProps, 'moment' | 'isSelected'>): ReactNode {
  const t = useText(pageMessages);
  const actionName = useActionName();
  return (
    <div className={styles['badges']}>
      <ImportanceMark importance={moment.importance} />
      <strong>{actionName(moment.action)}</strong>
      <ClipState moment={moment} />
      {moment.revision > 1 && moment.state === 'named' && (
        <StatusBadge status="warn">{t('moment.corrected')}</StatusBadge>
      )}
      {!isSelected && <StatusBadge status="live">{t('moment.latest')}</StatusBadge>}
    </div>
  );
}

function Actions({ moment, onPlay, onPlayClip, onWithdraw }: PanelProps): ReactNode {
  const { language } = useLanguage();
  const t = useText(pageMessages);
  // With new bounds the former clip stays until the new one is cut; nobody should take it for that.
  const isCut = moment.state === 'named' && moment.clipState === 'cut';
  const clip = isCut ? clipMedia(moment) : undefined;
  const address = `${location.origin}${location.pathname}?moment=${encodeURIComponent(moment.id)}`;
  return (
    <div className={styles['actions']}>
      <Button leftSection={<IconPlay size={16} />} onClick={onPlay}>
        {t('moment.play')}
      </Button>
      <Button variant="default" leftSection={<IconClip size={17} />} disabled={!clip} onClick={onPlayClip}>
        {t('clip.play')}
      </Button>
      {clip ? (
        <Button
          component="a"
          variant="default"
          leftSection={<IconDownload size={17} />}
          href={clip.video}
          download={clipFileName(moment, language)}
        >
          {t('clip.download')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconDownload size={17} />} disabled>
          {t('clip.download')}
        </Button>
      )}
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button variant="default" leftSection={<IconLink size={17} />} onClick={copy}>
            {t(copied ? 'copied' : 'moment.link')}
          </Button>
        )}
      </CopyButton>
      {onWithdraw && (
        <Button variant="subtle" color="crimson" leftSection={<IconWithdraw size={17} />} onClick={onWithdraw}>
          {t('mark.withdraw')}
        </Button>
      )}
    </div>
  );
}

function Fact(props: { label: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
