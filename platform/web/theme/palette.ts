import type { MantineColorsTuple } from '@mantine/core';

// Ten steps each, from the lightest to the darkest, as Mantine expects them.
type Palette = Readonly<
  Record<'ink' | 'ice' | 'flare' | 'pine' | 'sun' | 'crimson' | 'gray' | 'dark', MantineColorsTuple>
>;

/**
 * The colours of the house: rock and snow for nearly everything, glacier ice for what can be acted on, and the orange
 * of the pole on the piste for what is live. Steps 6 and 7 carry white text with a contrast of 4.5:1 at least.
 */
export const palette: Palette = {
  ink: ['#f3f7f9', '#e4ecef', '#cbd7dc', '#a7b8c0', '#7e939d', '#5b717c', '#425661', '#2a3b44', '#15232b', '#0a1419'],
  ice: ['#e5f8fb', '#c6eff5', '#93e2ee', '#5bd0e2', '#29b8cf', '#0f9bb3', '#067d93', '#05677a', '#085060', '#093d49'],
  flare: ['#fff0ea', '#ffdccf', '#ffb8a0', '#ff8f6c', '#ff6d42', '#f2511f', '#cc3a0c', '#ab2f09', '#8a280b', '#6f220c'],
  pine: ['#e6f7ee', '#c9ecda', '#98dab8', '#62c593', '#37ae74', '#1c9660', '#137a4c', '#0e653f', '#0d5034', '#0a3c28'],
  sun: ['#fff8e1', '#ffedb8', '#ffdf85', '#ffcf4d', '#fabd1e', '#dd9f06', '#966600', '#7d5400', '#644300', '#4d3300'],
  crimson: [
    '#ffecef',
    '#ffd3da',
    '#ffa8b5',
    '#fb7a8d',
    '#f04e68',
    '#dd2a49',
    '#c3163a',
    '#a30f31',
    '#830f2a',
    '#6a0e23',
  ],
  gray: ['#f6f9fa', '#edf3f5', '#dfe8eb', '#ced9de', '#b4c3ca', '#8b9da6', '#566a74', '#42545d', '#293840', '#152128'],
  dark: ['#e3ecf0', '#bccad1', '#9fb1b9', '#738791', '#3a4c55', '#293940', '#1d2a31', '#121d23', '#0c151a', '#070e12'],
};
