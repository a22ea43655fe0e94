/** The present passphrase, then the new one twice. */
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../../shared/words/words'
import { useWait } from '../../../context/vault/attempts'
import { Waiting } from '../../../ui/waiting'
import { PassphraseForm } from '../../first-run/passphrase-form'

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
  const seconds = useWait()
  return (
    <Stack gap="md" maw={420}>
      <PasswordInput
        label={t('passphrase.present')}
        description={t('passphrase.orRecoveryKeyHint')}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.showPresent') }}
        autoComplete="off"
      />
      {problem !== '' && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
      <Waiting seconds={seconds} />
      <PassphraseForm
        label={t('passphrase.new')}
        action={t('passphrase.change')}
        busy={busy}
        onChosen={(next) => onChange(current, next)}
      />
      <Group>
        <Button variant="subtle" color="gray" c="dimmed" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
