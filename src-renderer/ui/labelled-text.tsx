/** What is written about something, row by row: the label steps back. */
import { Text } from '@mantine/core'
import { Written } from './written'

type Row = readonly [label: string, text: string]

/** "Label: text", of those in which something is written. */
export const LabelledTexts = ({ rows }: { readonly rows: readonly Row[] }) =>
  rows
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => (
      <Written key={label} size="sm">
        <Text span c="dimmed">
          {label}:{' '}
        </Text>
        {text}
      </Written>
    ))

/** The label above, where texts are long. */
export const TextUnder = ({
  label,
  text,
  roomy = false,
}: {
  readonly label: string
  readonly text: string
  /** To be read at length. */
  readonly roomy?: boolean
}) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Written {...(roomy ? { lh: 1.6 } : { size: 'sm' })}>{text}</Written>
  </div>
)
