import { ActionIcon, Button, createTheme, Input, NativeSelect, Textarea, TextInput } from '@mantine/core';

/** Least height of everything that is touched, for gloves and haste. */
const TARGET = '44px';

/** The quiet theme: violet means interactive and nothing else; the four priorities own the other colours. */
export const theme = createTheme({
  primaryColor: 'violet',
  primaryShade: { light: 9, dark: 3 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: { fontWeight: '650', sizes: { h2: { fontSize: '1.25rem' }, h3: { fontSize: '1rem' } } },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { variant = 'filled' }) => ({
        root: {
          '--button-height': TARGET,
          // Mantine takes the contrast of the light shade for both schemes: on the dark one that fails.
          ...(variant === 'filled' ? { '--button-color': 'var(--on-interactive)' } : {}),
          ...(variant === 'subtle' ? { '--button-color': 'var(--interactive)' } : {}),
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'subtle' } }),
    Input: Input.extend({
      vars: () => ({
        wrapper: { '--input-height': TARGET, '--input-fz': '1rem', '--input-bd': 'var(--edge)' },
      }),
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
  },
});
