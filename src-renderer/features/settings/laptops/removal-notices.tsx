/**
 * What a removal asks of this laptop, on every screen: to follow it, to choose between two that removed each other, or
 * to hear that it was itself removed.
 */
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { LaptopStanding } from '../../../../shared/vault/lineage'
import { t } from '../../../../shared/words/words'
import { go } from '../../../context/app-state'
import { followSentence } from '../../../context/sentences'
import { useModel, useOpenVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import { AskPassphrase, AskPassphraseKey } from '../../../forms/ask-passphrase'
import { Icon } from '../../../ui/icon'
import { longDay } from '../../../ui/when'

type Of<Kind extends LaptopStanding['kind']> = Extract<LaptopStanding, { readonly kind: Kind }>

const useNameOf = (): ((id: string) => string) => {
  const laptops = useModel((model) => model.laptops)
  return (id) => laptops.find((one) => one.id === id)?.name || t('common.anotherLaptop')
}

const icon = <Icon of={IconAlertTriangle} />

const Follow = ({ standing: { steps } }: { readonly standing: Of<'follow'> }) => {
  const nameOf = useNameOf()
  const [asking, setAsking] = useState(false)
  const names = steps.flatMap(({ removed }) => removed.map(nameOf)).join(', ')
  const last = steps.at(-1)
  return (
    <Alert color="amber" icon={icon} role="alert" title={t('removal.others', { laptops: names })}>
      <Text size="sm">
        {t('removal.followText', {
          laptop: nameOf(last?.by ?? ''),
          day: longDay((last?.at ?? '').slice(0, 10)),
        })}
      </Text>
      <Button mt="xs" size="compact-sm" onClick={() => setAsking(true)}>
        {t('removal.enterPassphrase')}
      </Button>
      {asking && (
        <AskPassphraseKey
          title={t('removal.goOn')}
          why={t('removal.goOnWhy')}
          action={t('removal.goOn')}
          onProven={async (passphraseKey, refuse) => {
            const { followRemoval } = await vaultActions()
            const problem = await followRemoval(passphraseKey)
            return problem === undefined ? undefined : refuse(followSentence[problem])
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Alert>
  )
}

const Gone = ({
  standing: { kind, by, at },
}: {
  readonly standing: Of<'removed' | 'left-out'>
}) => {
  const nameOf = useNameOf()
  const [asking, setAsking] = useState(false)
  const who = { laptop: nameOf(by), day: longDay(at.slice(0, 10)) }
  return (
    <Alert
      color="red"
      icon={icon}
      role="alert"
      title={kind === 'removed' ? t('removal.thisLaptop') : t('removal.leftOut')}
    >
      <Text size="sm">
        {kind === 'removed' ? t('removal.thisLaptopText', who) : t('removal.leftOutText', who)}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('removal.erase')}
        </Button>
        {kind === 'removed' && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => go({ screen: 'settings', section: 'laptops' })}
          >
            {t('removal.notMe')}
          </Button>
        )}
      </Group>
      {asking && (
        <AskPassphrase
          title={t('removal.eraseTitle')}
          why={t('removal.eraseWhy')}
          action={t('removal.erase')}
          onProven={async () => (await vaultActions()).eraseVaultHere()}
          onClose={() => setAsking(false)}
        />
      )}
    </Alert>
  )
}

const Torn = ({ standing: { between } }: { readonly standing: Of<'torn'> }) => {
  const { session } = useOpenVault()
  const nameOf = useNameOf()
  return (
    <Alert color="red" icon={icon} role="alert" title={t('removal.torn')}>
      <Text size="sm">{t('removal.tornText')}</Text>
      <Group gap="xs" mt="xs">
        {between.map(({ by, epoch }) => (
          <Button
            key={epoch}
            size="compact-sm"
            variant="default"
            onClick={() => void session.laptops.choose(epoch)}
          >
            {nameOf(by)}
          </Button>
        ))}
      </Group>
    </Alert>
  )
}

export const RemovalNotices = () => {
  const standing = useModel((model) => model.standing)
  switch (standing.kind) {
    case 'current':
      return null
    case 'follow':
      return <Follow standing={standing} />
    case 'torn':
      return <Torn standing={standing} />
    case 'removed':
    case 'left-out':
      return <Gone standing={standing} />
  }
}
