/** Settings → Passphrase: another one for this laptop. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { noteHeader } from '../../../../shared/model/caseload/recovery'
import { t } from '../../../../shared/words/words'
import { unlockSentence, writeSentence } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { attempt } from '../../../context/vault/attempts'
import { useOpenVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import { offerNote } from '../../../ui/undo'
import { today } from '../../../ui/when'
import { PassphraseChange } from './passphrase-change'

export const PassphraseSettings = () => {
  const { session } = useOpenVault()
  const [changing, setChanging] = useState(false)
  const { busy, problem, submit } = useSubmit(t('form.notDone'))

  const change = (current: string, next: string): Promise<boolean> =>
    submit(async (refuse) => {
      const { newPassphrase, prove } = await vaultActions()
      const proven = await attempt(
        () => prove(session.opened.header, current),
        () => session.log.add('wrong-passphrase'),
      )
      if (!proven.ok) return refuse(unlockSentence[proven.error])
      const changed = await session.rewrap(await newPassphrase(next))
      if (!changed.ok) return refuse(writeSentence[changed.error])
      await session.runOnVault(noteHeader, { device: session.device, passphraseOn: today() })
      await session.log.add('passphrase-changed')
      setChanging(false)
      offerNote(t('settings.passphraseChanged'))
    })

  return (
    <Card component="section" aria-labelledby="passphrase-heading">
      <Stack gap="md">
        <Title order={2} id="passphrase-heading">
          {t('unlock.passphrase')}
        </Title>
        {changing ? (
          <PassphraseChange
            busy={busy}
            problem={problem}
            onChange={(current, next) => void change(current, next)}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <Group justify="space-between">
            <Text c="dimmed" size="sm" maw="52ch">
              {t('settings.passphraseHint')}
            </Text>
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('passphrase.change')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  )
}
