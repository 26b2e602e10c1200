// The feed's own codes for the sky tell more than a reader needs: "light snow shower" is snow.
const words = {
  sky: {
    clear: ['clr', 'clear', 'sun', 'sunny'],
    partlyCloudy: ['fewcld', 'prtcld', 'sunint', 'partly_cloudy'],
    cloudy: ['lowcld', 'medcld', 'motcld', 'ovc', 'cloudy', 'overcast'],
    fog: ['fog', 'haze', 'mist'],
    rain: ['drz', 'lrain', 'rain', 'hrain', 'lrshrd', 'hrshrd', 'lrshrn', 'hrshrn'],
    snow: ['snow', 'lsnow', 'hsnow', 'lsshrd', 'hsshrd', 'lsshrn', 'hsshrn', 'light_snow', 'heavy_snow', 'slt'],
    variable: ['variable'],
  },
  snow: {
    compact: ['cmp', 'compact'],
    hard: ['hrd', 'hrd-p', 'hard'],
    icy: ['icy'],
    packed: ['p', 'ppwd', 'packed'],
    powder: ['pwd', 'powder'],
    soft: ['sft', 'soft'],
    wet: ['wt', 'wt-pwd', 'wet'],
  },
  wind: { 'm/s': ['ms'], 'km/h': ['kmh'], mph: ['mph'], kn: ['kn'] },
} as const;

/** The plain word, which texts have names for, of a code of a weather report; a code without one stays as it is. */
export function weatherWord(kind: keyof typeof words, code: string): string {
  const known = Object.entries<readonly string[]>(words[kind]);
  return known.find(([, codes]) => codes.includes(code.toLowerCase()))?.[0] ?? code;
}
