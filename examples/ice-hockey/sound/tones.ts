import type { Random } from '../../broadcast/random.ts';
import { shape, struck, type Tone } from '../../broadcast/sound/tone.ts';

export function tones(
  random: Random,
): Record<'tap' | 'receive' | 'shot' | 'save' | 'whistle' | 'horn' | 'buzzer' | 'whoosh' | 'organ', Tone> {
  return {
    tap: struck(random, 0.05, 1450, 0.5, 0.25),
    receive: struck(random, 0.05, 980, 0.35, 0.2),
    shot: layered(struck(random, 0.12, 720, 0.9, 0.9), struck(random, 0.16, 150, 0.8, 0.1)),
    save: layered(struck(random, 0.14, 190, 0.8, 0.5), struck(random, 0.07, 430, 0.4, 0.5)),
    whistle: whistle(random),
    horn: horn([138.6, 174.6, 207.7], 2.9),
    buzzer: horn([233.1, 311.1], 1.9),
    whoosh: whoosh(random),
    organ: organ(),
  };
}

/** A referee's whistle: two high tones that beat, chopped by the pea. */
function whistle(random: Random): Tone {
  return shape(0.75, (time) => {
    const swell = Math.min(1, time / 0.03) * Math.min(1, (0.75 - time) / 0.08);
    const pea = 0.72 + 0.28 * Math.sin(2 * Math.PI * 33 * time);
    const tone = Math.sin(2 * Math.PI * 2330 * time) + 0.8 * Math.sin(2 * Math.PI * 2510 * time);
    return 0.3 * swell * pea * (tone + 0.15 * random.between(-1, 1));
  });
}

/** The arena horn: a brassy chord of soft saw-tooth tones. */
function horn(pitchesHz: readonly number[], seconds: number): Tone {
  return shape(seconds, (time) => {
    const swell = Math.min(1, time / 0.05) * Math.min(1, (seconds - time) / 0.35);
    let sum = 0;
    for (const pitch of pitchesHz) {
      for (let overtone = 1; overtone <= 9; overtone += 1) {
        sum += Math.sin(2 * Math.PI * pitch * overtone * time * (1 + 0.0006 * overtone)) / overtone ** 1.15;
      }
    }
    return 0.34 * swell * Math.tanh(sum);
  });
}

/** Air that rushes past while the picture is wiped. */
function whoosh(random: Random): Tone {
  let low = 0;
  let band = 0;
  return shape(0.7, (time) => {
    const bow = Math.sin((Math.PI * time) / 0.7);
    const cutoff = 0.03 + 0.22 * bow * bow;
    low += cutoff * band;
    band += cutoff * (random.between(-1, 1) - low - 0.6 * band);
    return 0.5 * bow * bow * band;
  });
}

/** Eight notes on the arena organ, our own tune, for the opening and the time-out. */
function organ(): Tone {
  const semitones = [0, 7, 4, 7, 9, 7, 12, 16];
  const beat = 0.21;
  return shape(beat * semitones.length + 0.6, (time) => {
    let sum = 0;
    semitones.forEach((step, index) => {
      const since = time - index * beat;
      const length = index === semitones.length - 1 ? 0.75 : beat * 0.92;
      if (since < 0 || since > length) return;
      const swell = Math.min(1, since / 0.012) * Math.min(1, (length - since) / 0.05);
      const pitch = 261.6 * 2 ** (step / 12);
      for (const [overtone, level] of drawbars) sum += swell * level * Math.sin(2 * Math.PI * pitch * overtone * since);
    });
    return 0.16 * sum;
  });
}
const drawbars: readonly [number, number][] = [
  [0.5, 0.5],
  [1, 0.8],
  [1.5, 0.3],
  [2, 0.5],
  [3, 0.25],
  [4, 0.2],
];

function layered(...parts: readonly Tone[]): Tone {
  const whole = new Float32Array(Math.max(...parts.map(({ length }) => length)));
  for (const part of parts) part.forEach((value, index) => (whole[index] = (whole[index] ?? 0) + value));
  return whole;
}
