/** What went wrong in a form, said where it went wrong. */
import { Text } from '@mantine/core'

/** A long form may be sent by Enter from its top: what is said at its end is brought into sight, once. */
const intoSight = (line: HTMLElement | null): void =>
  void line?.scrollIntoView({ block: 'nearest' })

export const Problem = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <Text ref={intoSight} role="alert" size="sm" c="var(--care)">
      {text}
    </Text>
  )
