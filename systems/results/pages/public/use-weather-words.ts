import { useText } from '@altis/web';
import { publicMessages } from './public-messages.ts';

// The feed's own codes for the sky tell more than a reader needs: "light snow shower" is snow.
const skies = {
  clear: ['clr', 'clear', 'sun', 'sunny'],
  partlyCloudy: ['fewcld', 'prtcld', 'sunint', 'partly_cloudy'],
  cloudy: ['lowcld', 'medcld', 'motcld', 'ovc', 'cloudy', 'overcast'],
  fog: ['fog', 'haze', 'mist'],
  rain: ['drz', 'lrain', 'rain', 'hrain', 'lrshrd', 'hrshrd', 'lrshrn', 'hrshrn'],
  snow: ['snow', 'lsnow', 'hsnow', 'lsshrd', 'hsshrd', 'lsshrn', 'hsshrn', 'light_snow', 'heavy_snow', 'slt'],
  variable: ['variable'],
} as const;
const snows = {
  compact: ['cmp', 'compact'],
  hard: ['hrd', 'hrd-p', 'hard'],
  icy: ['icy'],
  packed: ['p', 'ppwd', 'packed'],
  powder: ['pwd', 'powder'],
  soft: ['sft', 'soft'],
  wet: ['wt', 'wt-pwd', 'wet'],
} as const;
const windUnits: Readonly<Record<string, string>> = { MS: 'm/s', M_S: 'm/s', KMH: 'km/h', KM_H: 'km/h', MPH: 'mph' };
const places = ['TOP', 'START', 'MIDDLE', 'FINISH', 'BOTTOM', 'VENUE'] as const;
const temperatures = ['AIR', 'SNOW', 'ICE', 'WATER'] as const;

/** Words in the reader's language for the codes of a weather report; what has no word yet keeps its code. */
export function useWeatherWords(): Readonly<
  Record<'sky' | 'snow' | 'place' | 'temperature', (code: string) => string>
> & { readonly windSpeed: (speed: string, unit: string | null) => string } {
  const t = useText(publicMessages);
  return {
    sky: (code) => {
      const known = wordOf(skies, code);
      return known === undefined ? code : t(`sky.${known}`);
    },
    snow: (code) => {
      const known = wordOf(snows, code);
      return known === undefined ? code : t(`snow.${known}`);
    },
    place: (code) => {
      const known = places.find((each) => each === code.toUpperCase());
      return known === undefined ? code : t(`place.${known}`);
    },
    windSpeed: (speed, unit) => `${speed} ${windUnits[unit?.toUpperCase() ?? ''] ?? unit ?? ''}`.trim(),
    temperature: (code) => {
      const known = temperatures.find((each) => each === code.toUpperCase());
      return known === undefined ? code : t(`temperature.${known}`);
    },
  };
}

function wordOf<Words extends Readonly<Record<string, readonly string[]>>>(
  words: Words,
  code: string,
): keyof Words | undefined {
  const known: (keyof Words)[] = Object.keys(words);
  return known.find((word) => words[word]?.includes(code.toLowerCase()));
}
