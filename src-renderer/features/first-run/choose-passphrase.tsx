/** The last step of joining: this laptop's own passphrase, and in. */
import { Text } from '@mantine/core'
import type { PairingGrant } from '../../../shared/vault/pairing'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { vaultActions } from '../../context/vault/when-needed'
import { CalmPage } from '../../ui/calm-page'
import { PassphraseForm } from './passphrase-form'

export const ChoosePassphrase = ({ grant }: { readonly grant: PairingGrant }) => {
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const join = (passphrase: string): Promise<boolean> =>
    submit(async (refuse) => {
      const { approach, enter, joinVault, keepRelaySecret, keepVault } = await vaultActions()
      const found = await approach()
      if (found === undefined) return
      const opened = await joinVault(grant, passphrase)
      const kept = await keepVault(host, found.store, opened)
      if (!kept.ok) return refuse(writeSentence[kept.error])
      await keepRelaySecret(grant.relaySecret)
      await enter(opened)
    })

  return (
    <CalmPage title={t('pairing.choosePassphrase')}>
      <Text>{t('pairing.passphraseHint')}</Text>
      <PassphraseForm
        action={t('pairing.join')}
        busy={busy}
        onChosen={(passphrase) => void join(passphrase)}
      />
      {problem !== '' && <Text role="alert">{problem}</Text>}
    </CalmPage>
  )
}
