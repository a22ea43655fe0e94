/** For fields in a row: what is said of one stands below it, so that their edges stay in line. */
import type { InputWrapperProps } from '@mantine/core'

export const HINT_BELOW: NonNullable<InputWrapperProps['inputWrapperOrder']> = [
  'label',
  'input',
  'description',
  'error',
]
