/** The theme's tokens, all in one place: warm paper, one deep teal to act on, one amber for care. */
import {
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Paper,
  SegmentedControl,
  Select,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { spoken } from '../../shared/words/words'

const teal: MantineColorsTuple = [
  '#e9f4f2',
  '#d2e7e3',
  '#a5cfc8',
  '#76b6ac',
  '#4f9f94',
  '#33877c',
  '#1d7169',
  '#0f5d5a',
  '#0b4a48',
  '#073836',
]
const amber: MantineColorsTuple = [
  '#fdf4e3',
  '#f8e6c3',
  '#f0cf90',
  '#e8b85d',
  '#e0a549',
  '#c98a2b',
  '#a86f1d',
  '#865613',
  '#65400d',
  '#452b07',
]
/** Warm greys for dark mode: Mantine takes text from the first and surfaces from the last. */
const dark: MantineColorsTuple = [
  '#e9e6df',
  '#d2cec5',
  '#b3aea3',
  '#8f8b81',
  '#5d5a53',
  '#43423d',
  '#302f2c',
  '#232422',
  '#191b1a',
  '#121312',
]
const gray: MantineColorsTuple = [
  '#faf8f3',
  '#f3efe7',
  '#e7e1d6',
  '#d8d1c4',
  '#bfb7a9',
  '#968f82',
  '#6d675c',
  '#4f4a42',
  '#35322d',
  '#211f1c',
]

const CLEAR = spoken({ 'aria-label': 'datePicker.clear' })
const CALENDAR = spoken({
  previousMonth: 'datePicker.monthBefore',
  nextMonth: 'datePicker.monthAfter',
  previousYear: 'datePicker.yearBefore',
  nextYear: 'datePicker.yearAfter',
  previousDecade: 'datePicker.decadeBefore',
  nextDecade: 'datePicker.decadeAfter',
})

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.33,
  colors: { teal, amber, dark, gray },
  fontFamily: "'Source Sans 3 Variable', 'Segoe UI', 'Helvetica Neue', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem' },
      h2: { fontSize: '1.25rem' },
      h3: { fontSize: '1.0625rem' },
    },
  },
  radius: { sm: '6px', md: '8px', lg: '12px' },
  defaultRadius: 'md',
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  shadows: { sm: '0 1px 2px rgb(40 34 20 / 6%), 0 4px 16px rgb(40 34 20 / 5%)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: spoken({ 'aria-label': 'common.close' }),
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 500 } }),
    Select: Select.extend({
      defaultProps: {
        allowDeselect: false,
        // What is typed narrows the list, and Enter takes what is left.
        selectFirstOptionOnChange: true,
        comboboxProps: { shadow: 'sm' },
        clearButtonProps: CLEAR,
      },
    }),
    // By name: the theme is in the first paint, and these are not needed for it.
    DateInput: { defaultProps: { clearButtonProps: CLEAR, ariaLabels: CALENDAR } },
    // A placeholder for the first focus would be a child that a menu must not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    MultiSelect: { defaultProps: { clearButtonProps: CLEAR } },
    TagsInput: { defaultProps: { clearButtonProps: CLEAR } },
    // Typed, or by the arrow keys: two buttons in a field are too small to hit.
    NumberInput: { defaultProps: { hideControls: true } },
    // By name, too. As large as anything else that is taken hold of.
    Slider: { defaultProps: { thumbSize: 24 } },
    SegmentedControl: SegmentedControl.extend({ defaultProps: { transitionDuration: 120 } }),
    TextInput: TextInput.extend({ defaultProps: { autoComplete: 'off', spellCheck: false } }),
    Textarea: Textarea.extend({ defaultProps: { autosize: true, minRows: 2 } }),
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--paper-width': '68rem', '--note-width': '72ch' },
  light: {
    '--mantine-color-body': '#f8f5ef',
    '--surface': '#fffdf9',
    '--surface-sunken': '#f1ece2',
    '--hairline': '#e3dccf',
    '--quiet': '#645e53',
    '--mantine-color-dimmed': '#645e53',
    '--mantine-color-text': '#24302f',
    '--mantine-color-placeholder': '#6b6559',
    '--chosen': '#cfe5e1',
    '--on-chosen': '#0b4a48',
    '--chart-1': 'var(--mantine-color-teal-7)',
    '--chart-2': 'var(--mantine-color-amber-5)',
    '--chart-3': 'var(--mantine-color-gray-5)',
    '--chart-4': 'var(--mantine-color-teal-4)',
    '--chart-5': 'var(--mantine-color-amber-2)',
    '--chart-6': 'var(--mantine-color-gray-7)',
    '--chart-7': 'var(--mantine-color-teal-2)',
    '--chart-8': 'var(--mantine-color-amber-8)',
    '--mantine-color-error': '#b3261e',
    '--care': '#865613',
    '--act': '#0f5d5a',
  },
  dark: {
    '--mantine-color-body': '#191b1a',
    '--surface': '#212422',
    '--surface-sunken': '#141615',
    '--hairline': '#363834',
    '--quiet': '#b0aa9d',
    '--mantine-color-dimmed': '#b0aa9d',
    '--mantine-color-text': '#e9e6df',
    '--mantine-color-placeholder': '#a29c90',
    '--chosen': '#1f4643',
    '--on-chosen': '#d2e7e3',
    '--chart-1': 'var(--mantine-color-teal-4)',
    '--chart-2': 'var(--mantine-color-amber-4)',
    '--chart-3': 'var(--mantine-color-dark-3)',
    '--chart-4': 'var(--mantine-color-teal-6)',
    '--chart-5': 'var(--mantine-color-amber-6)',
    '--chart-6': 'var(--mantine-color-dark-2)',
    '--chart-7': 'var(--mantine-color-teal-2)',
    '--chart-8': 'var(--mantine-color-amber-2)',
    '--mantine-color-error': '#f2a59d',
    '--care': '#e8b85d',
    '--act': '#76b6ac',
  },
})
