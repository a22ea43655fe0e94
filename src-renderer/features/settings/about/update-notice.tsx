/** That a newer version is offered: said on any screen until it is dismissed, once for each version. */
import { Alert, Anchor } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconSparkles } from '@tabler/icons-react'
import { useEffect } from 'react'
import { t } from '../../../../shared/words/words'
import { go, useApp } from '../../../context/app-state'
import { lookAtUpdates, useUpdates } from '../../../context/updates'
import { Icon } from '../../../ui/icon'

export const UpdateNotice = () => {
  const state = useUpdates()
  const settings = useApp(({ route }) => route.screen === 'settings')
  const [dismissed, setDismissed] = useLocalStorage({
    key: 'update-dismissed',
    defaultValue: '',
    getInitialValueInEffect: false,
  })
  useEffect(() => void lookAtUpdates(), [])
  if (state?.step !== 'offered' || settings || dismissed === state.release.version) return null
  const { version } = state.release
  return (
    <Alert
      color="teal"
      role="status"
      icon={<Icon of={IconSparkles} size="large" />}
      title={t('updates.offered', { version })}
      withCloseButton
      closeButtonLabel={t('common.dismiss')}
      onClose={() => setDismissed(version)}
    >
      <Anchor
        component="button"
        type="button"
        onClick={() => go({ screen: 'settings', section: 'updates' })}
      >
        {t('updates.see')}
      </Anchor>
    </Alert>
  )
}
