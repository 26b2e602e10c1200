import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Modal,
  Paper,
  Radio,
  Switch,
  Table,
  Tooltip,
} from '@mantine/core';
import type { CSSVariablesResolver, VariantColorsResolver } from '@mantine/core';
import { palette } from './palette.ts';

const sans =
  "'Archivo', system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

const onPrimary = 'var(--mantine-primary-color-contrast)';

// Rock turns to snow in the dark, so the text on it must turn too; Mantine decides on it once for both schemes.
const variantColors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  return isPrimary && input.variant === 'filled' ? { ...resolved, color: onPrimary } : resolved;
};

/** The look of Altis, as Mantine theme: primary actions are rock on snow, or snow on rock in the dark. */
export const theme = createTheme({
  colors: palette,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  variantColorResolver: variantColors,
  black: palette.gray[9],
  white: '#ffffff',
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: sans,
    fontWeight: '680',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.15' },
      h2: { fontSize: '1.25rem', lineHeight: '1.25' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.3' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  radius: { xs: '2px', sm: '3px', md: '5px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  focusRing: 'auto',
  focusClassName: 'altis-focus',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { fw: 620 } }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: onPrimary } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.6 } } }),
    Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
    Radio: Radio.extend({ defaultProps: { iconColor: onPrimary } }),
    Switch: Switch.extend({ defaultProps: { color: 'ice' } }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 8, horizontalSpacing: 12, borderColor: 'var(--altis-line)' },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, color: 'ink.9', c: 'white' } }),
  },
});

/** Variables of our own beside Mantine's; components use these names and never a colour of one scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--altis-ink': palette.ink[9],
    '--altis-font-figures': sans,
    '--altis-focus-on-ink': palette.ice[2],
  },
  light: {
    '--altis-ground': '#f1f6f8',
    '--altis-surface': '#ffffff',
    '--altis-raised': '#ffffff',
    '--altis-sunken': '#e8f0f3',
    '--altis-line': '#d3dfe4',
    '--altis-line-strong': '#82949d',
    '--altis-accent': palette.ice[7],
    '--altis-accent-soft': palette.ice[0],
    '--altis-focus': palette.ice[6],
    '--altis-live': palette.flare[6],
    '--altis-ok': palette.pine[6],
    '--altis-warn': palette.sun[6],
    '--altis-bad': palette.crimson[6],
    '--mantine-color-anchor': palette.ice[7],
    '--mantine-color-dimmed': palette.gray[6],
    '--mantine-color-default-border': '#c3d1d7',
    '--mantine-color-placeholder': '#647882',
    '--mantine-color-error': palette.crimson[6],
    ...primaryVariables({
      face: palette.ink[8],
      hover: palette.ink[7],
      text: '#ffffff',
      soft: '#15232b14',
      on: palette.ink[8],
    }),
  },
  dark: {
    '--altis-ground': '#0b1418',
    '--altis-surface': '#121d23',
    '--altis-raised': '#18252c',
    '--altis-sunken': '#0e181d',
    '--altis-line': '#26363e',
    '--altis-line-strong': '#6d828c',
    '--altis-accent': palette.ice[3],
    '--altis-accent-soft': '#0c3640',
    '--altis-focus': palette.ice[3],
    '--altis-live': palette.flare[3],
    '--altis-ok': palette.pine[3],
    '--altis-warn': palette.sun[3],
    '--altis-bad': palette.crimson[3],
    '--mantine-color-anchor': palette.ice[3],
    '--mantine-color-dimmed': palette.dark[2],
    '--mantine-color-default-border': '#35474f',
    '--mantine-color-placeholder': '#93a6af',
    '--mantine-color-error': palette.crimson[3],
    ...primaryVariables({
      face: palette.ink[1],
      hover: '#ffffff',
      text: palette.ink[9],
      soft: '#e4ecef1c',
      on: palette.ink[0],
    }),
  },
});

// The primary colour takes a dark step by day and a light one by night, further apart than Mantine's two shades go.
function primaryVariables(colours: {
  face: string;
  hover: string;
  text: string;
  soft: string;
  on: string;
}): Record<string, string> {
  const variables = {
    filled: colours.face,
    'filled-hover': colours.hover,
    contrast: colours.text,
    light: colours.soft,
    'light-hover': colours.soft,
    'light-color': colours.on,
    outline: colours.on,
    'outline-hover': colours.soft,
    text: colours.on,
  };
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => [
      [`--mantine-primary-color-${name}`, value],
      [`--mantine-color-ink-${name}`, value],
    ]),
  );
}
