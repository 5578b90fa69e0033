import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import { darkVariables, lightVariables } from './tokens.js';

const FONT = "'Pretendard Variable', Pretendard, -apple-system, system-ui, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";

const tuple = (name: string) => Array.from({ length: 10 }, () => `var(--om-${name})`) as unknown as MantineColorsTuple;

/** Mantine's own greys, told in our words. */
const lightGreys = ['ground', 'hover', 'line', 'line', 'line-strong', 'line-strong', 'muted', 'muted', 'text', 'text'];
const darkGreys = ['text', 'text', 'muted', 'line-strong', 'line-strong', 'hover', 'surface', 'surface', 'ground', 'rail'];
const greys = (names: readonly string[]) => names.map((name) => `var(--om-${name})`) as unknown as MantineColorsTuple;

const filled = (name: 'accent' | 'danger') => ({
  background: `var(--om-${name})`,
  hover: `var(--om-${name}-hover)`,
  color: `var(--om-on-${name})`,
  border: '1px solid transparent',
});

const quiet = (color: string, background: string) => ({ background, hover: 'var(--om-hover)', color, border: '1px solid transparent' });

const variants: VariantColorsResolver = ({ color, variant }) => {
  const name = color === 'danger' ? 'danger' : 'accent';
  if (variant === 'filled') return filled(name);
  if (variant === 'light') return { ...quiet(`var(--om-${name})`, `var(--om-${name}-soft)`), hover: `var(--om-${name}-soft)` };
  if (variant === 'subtle' || variant === 'transparent') return quiet(color === undefined || color === 'gray' ? 'var(--om-muted)' : `var(--om-${name})`, 'transparent');
  return { background: 'var(--om-surface)', hover: 'var(--om-hover)', color: color === 'danger' ? 'var(--om-danger)' : 'var(--om-text)', border: '1px solid var(--om-line)' };
};

const raised = { background: 'var(--om-raised)', borderColor: 'var(--om-edge)' };

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: tuple('accent'), danger: tuple('danger'), gray: greys(lightGreys), dark: greys(darkGreys) },
  variantColorResolver: variants,
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'D2Coding', monospace",
  headings: { fontFamily: FONT, fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { styles: { label: { fontWeight: 550 } }, defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { label: { marginBottom: 3 }, description: { marginBottom: 3 } } },
    Modal: { styles: { title: { fontSize: 16, fontWeight: 650 } }, defaultProps: { centered: true, transitionProps: { duration: 120, transition: 'fade' }, overlayProps: { color: 'var(--om-shade)', backgroundOpacity: 1 }, radius: 'lg' } },
    Drawer: { styles: { title: { fontSize: 16, fontWeight: 650 } }, defaultProps: { transitionProps: { duration: 120 }, overlayProps: { color: 'var(--om-shade)', backgroundOpacity: 1 } } },
    Menu: { styles: { dropdown: raised }, defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, shadow: 'none', withinPortal: true } },
    Popover: { styles: { dropdown: raised }, defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, shadow: 'none' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, openDelay: 400 } },
    Select: { styles: { dropdown: raised }, defaultProps: { comboboxProps: { transitionProps: { duration: 120, transition: 'fade' }, shadow: 'none' } } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--om-surface)',
  '--mantine-color-text': 'var(--om-text)',
  '--mantine-color-bright': 'var(--om-text)',
  '--mantine-color-dimmed': 'var(--om-muted)',
  '--mantine-color-placeholder': 'var(--om-muted)',
  '--mantine-color-anchor': 'var(--om-accent)',
  '--mantine-color-error': 'var(--om-danger)',
  '--mantine-color-default': 'var(--om-surface)',
  '--mantine-color-default-hover': 'var(--om-hover)',
  '--mantine-color-default-color': 'var(--om-text)',
  '--mantine-color-default-border': 'var(--om-line)',
  '--mantine-primary-color-filled': 'var(--om-accent)',
  '--mantine-primary-color-filled-hover': 'var(--om-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--om-on-accent)',
  '--mantine-primary-color-light': 'var(--om-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--om-accent)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: shared,
  light: { ...lightVariables, ...shared },
  dark: { ...darkVariables, ...shared },
});
