import { useText } from '@altis/web';
import { weatherWord } from '../../contract/weather-words.ts';
import { publicMessages } from './public-messages.ts';

const skies = ['clear', 'partlyCloudy', 'cloudy', 'fog', 'rain', 'snow', 'variable'] as const;
const snows = ['compact', 'hard', 'icy', 'packed', 'powder', 'soft', 'wet'] as const;
const places = ['TOP', 'START', 'MIDDLE', 'FINISH', 'BOTTOM', 'VENUE'] as const;
const temperatures = ['AIR', 'SNOW', 'ICE', 'WATER'] as const;

/** Words in the reader's language for the codes of a weather report; what has no word yet keeps its code. */
export function useWeatherWords(): Readonly<
  Record<'sky' | 'snow' | 'place' | 'temperature', (code: string) => string>
> & { readonly windSpeed: (speed: string, unit: string | null) => string } {
  const t = useText(publicMessages);
  return {
    sky: (code) => {
      const known = skies.find((each) => each === weatherWord('sky', code));
      return known === undefined ? code : t(`sky.${known}`);
    },
    snow: (code) => {
      const known = snows.find((each) => each === weatherWord('snow', code));
      return known === undefined ? code : t(`snow.${known}`);
    },
    place: (code) => {
      const known = places.find((each) => each === code.toUpperCase());
      return known === undefined ? code : t(`place.${known}`);
    },
    windSpeed: (speed, unit) => `${speed} ${weatherWord('wind', unit ?? '')}`.trim(),
    temperature: (code) => {
      const known = temperatures.find((each) => each === code.toUpperCase());
      return known === undefined ? code : t(`temperature.${known}`);
    },
  };
}
