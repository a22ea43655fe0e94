/** The new laptop shows the code, and it is typed here. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '../../../../shared/words/words'
import { codeSentence } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { vaultActions } from '../../../context/vault/when-needed'
import { codeInput } from '../../../forms/code-input'

export const TypePairingCode = ({
  hint,
  onTyped,
}: {
  readonly hint: string
  readonly onTyped: (code: string) => void
}) => {
  const [typed, setTyped] = useState('')
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const go = (event: FormEvent): void => {
    event.preventDefault()
    void submit(async (refuse) => {
      const { derivePairing } = await vaultActions()
      const pairing = derivePairing(typed)
      if (!pairing.ok) return refuse(codeSentence(pairing.error))
      onTyped(typed)
    })
  }
  return (
    <form onSubmit={go}>
      <Stack gap="md">
        <Text size="sm">{hint}</Text>
        <TextInput
          label={t('pairing.code')}
          {...codeInput}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={problem}
          autoComplete="off"
          autoFocus
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={typed === ''}>
            {t('pairing.continue')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
