import { Menu, UnstyledButton } from '@mantine/core';
import type { FunctionComponent, ReactNode } from 'react';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs';
import IconPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPauseFilled.mjs';
import IconPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import IconStepBack from '@tabler/icons-react/dist/esm/icons/IconChevronLeftPipe.mjs';
import IconStepForward from '@tabler/icons-react/dist/esm/icons/IconChevronRightPipe.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import IconVolumeOff from '@tabler/icons-react/dist/esm/icons/IconVolumeOff.mjs';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { togglePlay } from './player-keys.ts';
import type { PlayerCommands } from './player-keys.ts';
import { TimeCode } from './time-code.tsx';
import type { Transport } from './transport.ts';
import { useTransport } from './use-transport.ts';
import type { VideoPlayerProps } from './video-player-props.ts';
import styles from './video-player.module.css';

const speeds = [0.25, 0.5, 1, 1.5, 2, 4];

/** The row of buttons under the time line. */
export function PlayerControls(props: { player: VideoPlayerProps; commands: PlayerCommands | undefined }): ReactNode {
  const { player, commands } = props;
  const t = useText(shellMessages);
  const transport = commands?.transport;
  const isPlaying = useTransport(transport, (state) => state.isPlaying, false);
  const isMuted = useTransport(transport, (state) => state.isMuted, false);
  return (
    <div className={styles['controls']}>
      {/* Left is back and right is forward, as on the time line. */}
      <div className={styles['group']} dir="ltr">
        <Control label={t('player.stepBack')} icon={IconStepBack} onClick={() => transport?.step(-1)} />
        <Control
          label={isPlaying ? t('player.pause') : t('player.play')}
          icon={isPlaying ? IconPause : IconPlay}
          onClick={() => transport && togglePlay({ transport })}
        />
        <Control label={t('player.stepForward')} icon={IconStepForward} onClick={() => transport?.step(1)} />
      </div>
      <Clock player={player} transport={transport} />
      {player.status}
      {commands?.mark && <MarkButtons player={player} commands={commands} />}
      <div className={styles['group']} data-end>
        <SpeedMenu transport={transport} />
        <Control
          label={isMuted ? t('player.unmute') : t('player.mute')}
          icon={isMuted ? IconVolumeOff : IconVolume}
          onClick={() => transport?.setMuted(!isMuted)}
        />
        <Control label={t('player.help')} icon={IconKeyboard} onClick={commands?.toggleHelp} isForKeyboards />
        <Control label={t('player.fullScreen')} icon={IconMaximize} onClick={commands?.toggleFullScreen} />
      </div>
    </div>
  );
}

function Control(props: {
  label: string;
  icon: FunctionComponent<{ size?: number }>;
  onClick: (() => void) | undefined;
  isForKeyboards?: boolean;
}): ReactNode {
  return (
    <UnstyledButton
      className={styles['control'] ?? ''}
      data-for-keyboards={props.isForKeyboards || undefined}
      title={props.label}
      aria-label={props.label}
      onClick={props.onClick}
    >
      <props.icon size={19} />
    </UnstyledButton>
  );
}

function Clock(props: { player: VideoPlayerProps; transport: Transport | undefined }): ReactNode {
  const { frameRate, startTimecode, dropFrame } = props.player;
  const frame = useTransport(props.transport, (state) => state.frame, 0);
  return <TimeCode frame={frame} frameRate={frameRate} start={startTimecode} dropFrame={dropFrame} size="large" />;
}

function MarkButtons(props: { player: VideoPlayerProps; commands: PlayerCommands }): ReactNode {
  const { commands, player } = props;
  const t = useText(shellMessages);
  const { inFrame, outFrame } = player.range ?? {};
  return (
    <div className={styles['group']} dir="ltr">
      <UnstyledButton
        className={styles['mark'] ?? ''}
        data-edge="in"
        onClick={() => commands.mark?.('in', commands.transport.position())}
      >
        {t('player.markIn')}
      </UnstyledButton>
      <UnstyledButton
        className={styles['mark'] ?? ''}
        data-edge="out"
        onClick={() => commands.mark?.('out', commands.transport.position())}
      >
        {t('player.markOut')}
      </UnstyledButton>
      {inFrame !== undefined && outFrame !== undefined && (
        <span className={styles['length']}>
          <TimeCode frame={outFrame - inFrame + 1} frameRate={player.frameRate} />
        </span>
      )}
    </div>
  );
}

function SpeedMenu(props: { transport: Transport | undefined }): ReactNode {
  const t = useText(shellMessages);
  const { number } = useFormat();
  const rate = useTransport(props.transport, (state) => state.rate, 1);
  return (
    <Menu position="top-end" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={styles['mark'] ?? ''} title={t('player.speed')}>
          <span className={styles['hidden']}>{t('player.speed')} </span>
          <bdi dir="ltr">{number(rate)}×</bdi>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {speeds.map((speed) => (
          <Menu.Item key={speed} onClick={() => props.transport?.play(speed)}>
            <bdi dir="ltr">{number(speed)}×</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
