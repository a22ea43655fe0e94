import { Anchor } from '@mantine/core'
import { showUrgent } from '../../app/app-state'

/** Opens the card from the lock screen. */
export const UrgentLink = () => (
  <Anchor
    component="button"
    type="button"
    size="sm"
    c="var(--mantine-color-error)"
    onClick={() => showUrgent(true)}
  >
    Urgent help
  </Anchor>
)
