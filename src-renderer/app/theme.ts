import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a petrol that keeps AA contrast as text on both grounds and under white. */
const petrol: MantineColorsTuple = [
  '#e8f4f6',
  '#d0e7eb',
  '#a5d1d9',
  '#74b7c4',
  '#4b9fb0',
  '#2a8798',
  '#177484',
  '#0d6372',
  '#0a505d',
  '#063d47',
];

const gray: MantineColorsTuple = [
  '#f6f8fa',
  '#eef2f5',
  '#e2e8ed',
  '#d2dae1',
  '#b4c0ca',
  '#687784',
  '#52606c',
  '#3e4b56',
  '#28343e',
  '#16202a',
];

const dark: MantineColorsTuple = [
  '#e4ebf0',
  '#c3cfd8',
  '#9db0bd',
  '#7c909e',
  '#3a4a57',
  '#293742',
  '#1e2932',
  '#161f27',
  '#10171d',
  '#0b1015',
];

export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#16202a',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Segoe UI Mono', monospace",
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.3' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '0.1875rem', sm: '0.3125rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Paper: { defaultProps: { radius: 'md', withBorder: true } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 80 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 80 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
    Table: { defaultProps: { verticalSpacing: '0.4375rem', horizontalSpacing: 'sm' } },
  },
});

/** Mantine's own red, greys and tints miss AA on our grounds, or vanish on them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#687784',
    '--mantine-color-dimmed': '#52606c',
    '--mantine-color-petrol-light': '#e2f0f3',
    '--mantine-color-petrol-light-hover': '#d0e7eb',
    '--mantine-color-petrol-light-color': '#0a505d',
  },
  dark: {
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-placeholder': '#8296a4',
    '--mantine-color-dimmed': '#9db0bd',
    '--mantine-color-petrol-light': '#17404a',
    '--mantine-color-petrol-light-hover': '#1d4d59',
    '--mantine-color-petrol-light-color': '#a5d1d9',
  },
});
