import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useText, VideoPlayer } from '@altis/web';
import { clipMedia } from '../media-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView, VideoView } from '../views.ts';

/** Plays the clip file itself, as it would be handed on. */
export function ClipDialog(props: {
  moment: MomentView | undefined;
  video: VideoView;
  onClose: () => void;
}): ReactNode {
  const { moment } = props;
  const { language } = useLanguage();
  const t = useText(pageMessages);
  const media = moment && clipMedia(moment);
  return (
    <Modal
      opened={media !== undefined}
      onClose={props.onClose}
      size="min(1100px, 92vw)"
      title={moment && toldIn(moment.title, language)}
      closeButtonProps={{ 'aria-label': t('clip.close') }}
    >
      {moment?.clip && media && (
        <VideoPlayer
          src={media.video}
          poster={media.poster}
          title={toldIn(moment.title, language)}
          frameRate={props.video.frameRate}
          frameCount={moment.clip.frameCount}
          autoPlay
        />
      )}
    </Modal>
  );
}
