/**
 * Asked before what was typed is thrown away, since that cannot be undone; the answer that loses nothing has the cursor.
 */
import { Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { t } from '../../shared/words/words'

/** The cursor goes to the dialog's first field, since the button that had it has gone. */
const focusFirstField = (within: HTMLElement | null): void => {
  const dialog = within?.closest<HTMLElement>('[role="dialog"]')
  ;(dialog?.querySelector<HTMLElement>('[data-first-field]') ?? dialog)?.focus()
}

export const Discard = ({
  onKeep,
  onDiscard,
}: {
  readonly onKeep: () => void
  readonly onDiscard: () => void
}) => {
  const line = useRef<HTMLDivElement>(null)
  return (
    <Group ref={line} justify="space-between" role="alert">
      <Text size="sm">{t('discard.throwAwayWhatYouTyped')}</Text>
      <Group gap="xs" ml="auto">
        <Button
          variant="default"
          size="compact-sm"
          autoFocus
          onClick={() => {
            focusFirstField(line.current)
            onKeep()
          }}
        >
          {t('discard.keepIt')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            focusFirstField(line.current)
            onDiscard()
          }}
        >
          {t('discard.throwItAway')}
        </Button>
      </Group>
    </Group>
  )
}

/** Says that something typed earlier is in the form, and offers to begin anew. */
export const TypedEarlier = ({ onStartAfresh }: { readonly onStartAfresh: () => void }) => {
  const [asking, setAsking] = useState(false)
  if (asking) return <Discard onKeep={() => setAsking(false)} onDiscard={onStartAfresh} />
  return (
    <Group justify="space-between" role="note">
      <Text size="sm" c="dimmed">
        {t('form.typedEarlier')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {t('form.startAfresh')}
      </Button>
    </Group>
  )
}
