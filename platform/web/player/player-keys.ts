import type { PlayerRange } from './video-player-props.ts';
import type { Transport } from './transport.ts';

export type PlayerCommands = {
  readonly transport: Transport;
  readonly framesPerSecond: number;
  readonly range: PlayerRange;
  readonly mark: ((edge: 'in' | 'out', frame: number | undefined) => void) | undefined;
  readonly nextMarker: (step: 1 | -1) => void;
  readonly toggleFullScreen: () => void;
  readonly toggleHelp: () => void;
};

type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Keys as shown in the help, in its order; `text` is a key of the shell's messages. */
export const playerKeyHelp = [
  { keys: ['Space', 'K'], text: 'player.key.play' },
  { keys: ['J', 'L'], text: 'player.key.shuttle' },
  { keys: [',', '.'], text: 'player.key.frame' },
  { keys: ['←', '→'], text: 'player.key.second' },
  { keys: ['Home', 'End'], text: 'player.key.ends' },
  { keys: ['[', ']'], text: 'player.key.marker' },
  { keys: ['I', 'O'], text: 'player.key.mark' },
  { keys: ['⇧ I', '⇧ O'], text: 'player.key.gotoMark' },
  { keys: ['X'], text: 'player.key.clearMarks' },
  { keys: ['M'], text: 'player.key.mute' },
  { keys: ['F'], text: 'player.key.fullScreen' },
  { keys: ['?'], text: 'player.key.help' },
] as const;

/**
 * Does what a key stands for; returns whether it was one of the player's. Letters are taken by their place on
 * the keyboard (`code`), so that J K L lie side by side on every layout, the Arabic one included.
 */
export function pressPlayerKey(press: KeyPress, commands: PlayerCommands): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  if (press.key === '?') {
    commands.toggleHelp();
    return true;
  }
  const act = (press.shiftKey ? shifted : plain)[press.code];
  if (!act) return false;
  act(commands);
  return true;
}

type Act = (commands: PlayerCommands) => void;

const plain: Readonly<Record<string, Act>> = {
  Space: togglePlay,
  KeyK: ({ transport }) => transport.pause(),
  KeyL: (commands) => shuttle(commands, 1),
  KeyJ: (commands) => shuttle(commands, -1),
  Comma: ({ transport }) => transport.step(-1),
  Period: ({ transport }) => transport.step(1),
  ArrowLeft: (commands) => skip(commands, -1),
  ArrowRight: (commands) => skip(commands, 1),
  Home: ({ transport }) => void transport.seekToFrame(0),
  End: ({ transport }) => void transport.seekToFrame(transport.getState().frameCount - 1),
  BracketLeft: ({ nextMarker }) => nextMarker(-1),
  BracketRight: ({ nextMarker }) => nextMarker(1),
  KeyI: ({ transport, mark }) => mark?.('in', transport.position()),
  KeyO: ({ transport, mark }) => mark?.('out', transport.position()),
  KeyX: ({ mark }) => {
    mark?.('in', undefined);
    mark?.('out', undefined);
  },
  KeyM: ({ transport }) => transport.setMuted(!transport.getState().isMuted),
  KeyF: ({ toggleFullScreen }) => toggleFullScreen(),
};

const shifted: Readonly<Record<string, Act>> = {
  KeyI: ({ transport, range }) => goTo(transport, range.inFrame),
  KeyO: ({ transport, range }) => goTo(transport, range.outFrame),
};

/** Starts or stops the video at its normal speed. */
export function togglePlay({ transport }: Pick<PlayerCommands, 'transport'>): void {
  if (transport.getState().isPlaying) transport.pause();
  else transport.play();
}

// Each further press doubles the speed up to eightfold; the other direction begins at once.
function shuttle({ transport }: PlayerCommands, way: 1 | -1): void {
  const { isPlaying, rate } = transport.getState();
  const goesThisWay = isPlaying && Math.sign(rate) === way;
  transport.play(goesThisWay ? way * Math.min(8, Math.max(1, Math.abs(rate)) * 2) : way);
}

function skip({ transport, framesPerSecond }: PlayerCommands, seconds: number): void {
  transport.move(Math.round(seconds * framesPerSecond));
}

function goTo(transport: Transport, frame: number | undefined): void {
  if (frame === undefined) return;
  transport.pause();
  void transport.seekToFrame(frame);
}
