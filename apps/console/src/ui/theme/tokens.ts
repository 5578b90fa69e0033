/** Every colour there is. Components take `var(--om-…)`, never a value. */
export type Tokens = typeof light;

const light = {
  ground: '#F6F5F1',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  hover: '#F1EFE9',
  line: '#E5E2DA',
  'line-strong': '#8A8780',
  text: '#1E2227',
  muted: '#63676E',
  accent: '#2B4C9B',
  'accent-hover': '#233F83',
  'accent-soft': '#E9EEF9',
  'on-accent': '#FFFFFF',
  good: '#2A7A4B',
  'good-soft': '#E6F2EA',
  warning: '#A15C07',
  'warning-soft': '#FBF0DF',
  danger: '#B42318',
  'danger-hover': '#93190F',
  'danger-soft': '#FBEAE8',
  'on-danger': '#FFFFFF',
  note: '#FFF5DA',
  'note-line': '#E3C475',
  'note-text': '#6B4E06',
  past: '#F4ECDB',
  'past-line': '#C9A65A',
  rail: '#20293D',
  'rail-active': '#384052',
  'rail-text': '#C1CCE6',
  'rail-strong': '#FFFFFF',
  shade: 'rgba(30, 34, 39, 0.45)',
};

const dark: Tokens = {
  ground: '#14161A',
  surface: '#1B1E24',
  raised: '#21252C',
  hover: '#242932',
  line: '#2C3038',
  'line-strong': '#7C838E',
  text: '#E7E8EB',
  muted: '#9CA2AC',
  accent: '#8FAAFF',
  'accent-hover': '#A9BEFF',
  'accent-soft': '#222B45',
  'on-accent': '#14161A',
  good: '#6CC492',
  'good-soft': '#1D3127',
  warning: '#F0B45C',
  'warning-soft': '#33291A',
  danger: '#FF8F85',
  'danger-hover': '#FFA79F',
  'danger-soft': '#3A2122',
  'on-danger': '#14161A',
  note: '#2E2712',
  'note-line': '#7A6225',
  'note-text': '#E9CF8E',
  past: '#2A2415',
  'past-line': '#9A7B36',
  rail: '#0E1015',
  'rail-active': '#282A2E',
  'rail-text': '#AAB6D4',
  'rail-strong': '#FFFFFF',
  shade: 'rgba(0, 0, 0, 0.6)',
};

const named = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--om-${name}`, value]));

export const lightVariables = named(light);
export const darkVariables = named(dark);
