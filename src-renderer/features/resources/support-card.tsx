/**
 * The support card: what counts on a hard day, one key away from everywhere, locked or not, offline. Opening it writes
 * nothing anywhere.
 * Not a form: it is read, locked or not.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { SHIPPED_CARD } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { showUrgent, useApp } from '../../context/app-state'
import classes from './support-card.module.css'

/** Its lines, for everybody's eyes. */
export const SupportLines = () => {
  const kept = useApp((state) => state.environment?.supportCard)
  return (
    <div data-public>
      {(kept ?? SHIPPED_CARD).map((line) => (
        <Group key={line.name} justify="space-between" wrap="nowrap" className={classes.line ?? ''}>
          <div>
            <Text fw={600}>{line.name}</Text>
            <Text size="sm" c="dimmed">
              {line.when}
            </Text>
          </div>
          {line.reach === '' ? (
            <Text size="sm" c="dimmed">
              {t('supportCard.notFilledIn')}
            </Text>
          ) : (
            <Text fz={24} fw={650} className="tabular" c="var(--mantine-color-error)">
              {line.reach}
            </Text>
          )}
        </Group>
      ))}
    </div>
  )
}

const SupportCard = () => (
  <Modal
    opened
    onClose={() => showUrgent(false)}
    title={t('supportCard.urgentHelp')}
    size="lg"
    zIndex={400}
    data-public
  >
    <Stack gap="sm">
      <SupportLines />
      <Text size="sm" c="dimmed">
        {t('supportCard.stayWithPerson')}
      </Text>
      <Group justify="flex-end">
        <Button data-autofocus onClick={() => showUrgent(false)}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  </Modal>
)

export default SupportCard
