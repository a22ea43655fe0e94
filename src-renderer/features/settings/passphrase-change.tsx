import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PassphraseForm } from '../first-run/passphrase-form'

/** The present passphrase, then the new one twice. */
export const PassphraseChange = ({
  busy,
  problem,
  onChange,
  onCancel,
}: {
  readonly busy: boolean
  readonly problem: string
  readonly onChange: (current: string, next: string) => void
  readonly onCancel: () => void
}) => {
  const [current, setCurrent] = useState('')
  return (
    <Stack gap="md" maw={420}>
      <PasswordInput
        label="Present passphrase"
        description="Or the recovery key, if you have forgotten it"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show present passphrase' }}
        autoComplete="off"
      />
      {problem !== '' && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
      <PassphraseForm
        label="New passphrase"
        action="Change passphrase"
        busy={busy}
        onChosen={(next) => onChange(current, next)}
      />
      <Group>
        <Button variant="subtle" color="gray" c="dimmed" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
