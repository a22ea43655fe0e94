/** Opens the card from the lock screen. */
import { Anchor } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { showUrgent } from '../../context/app-state'

export const UrgentLink = () => (
  <Anchor
    component="button"
    type="button"
    size="sm"
    c="var(--mantine-color-error)"
    onClick={() => showUrgent(true)}
  >
    {t('command.urgentHelp')}
  </Anchor>
)
