/** One entry of the directory of support services, as the coach reads it. */
import { Badge, Card, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type Resource, removeResource, resources } from '../../../shared/model/caseload/resource'
import { t } from '../../../shared/words/words'
import { useRunOnVault } from '../../context/vault/session'
import { LabelledTexts } from '../../ui/labelled-text'
import { reportingLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'

/** Whether it says how to reach the service. */
export const isReachable = ({ where, hours, contact, link }: Resource): boolean =>
  [where, hours, contact, link].some((text) => text.trim() !== '')

export const ResourceCard = ({
  one,
  onEdit,
}: {
  readonly one: Resource
  readonly onEdit: () => void
}) => {
  const runOnVault = useRunOnVault()
  const remove = async (): Promise<void> => {
    const id = await runOnVault(removeResource, one)
    if (id !== undefined)
      offerUndo(
        t('resource.removed', { name: one.name }),
        () => void runOnVault(resources.remove, { id, deleted: false }),
      )
  }
  const facts = [
    [t('resource.sites'), one.sites.join(', ')],
    [t('resource.where'), one.where],
    [t('resource.hours'), one.hours],
    [t('resource.contact'), one.contact],
    [t('resource.link'), one.link],
  ] as const
  return (
    <Card component="article" aria-label={one.name} p="md" data-item={one.id}>
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{one.name}</Text>
          <Group gap={0} wrap="nowrap">
            <QuietButton
              name={t('resource.editNamed', { name: one.name })}
              icon={IconPencil}
              size={26}
              onClick={onEdit}
            />
            <QuietButton
              name={t('resource.removeNamed', { name: one.name })}
              icon={IconTrash}
              size={26}
              onClick={() => void remove()}
            />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {one.purpose}
        </Text>
        <LabelledTexts rows={facts} />
        <Group gap={6} mt={4}>
          {one.years.length > 0 && (
            <Badge color="gray">{t('resource.yearsMany', { years: one.years.join(', ') })}</Badge>
          )}
          {one.reporting === 'unknown' ? (
            <Text size="xs" c="dimmed">
              {t('resource.mustReportUnknown')}
            </Text>
          ) : (
            <Badge
              color={
                one.reporting === 'must-report'
                  ? 'amber'
                  : one.reporting === 'confidential'
                    ? 'teal'
                    : 'gray'
              }
            >
              {reportingLabels[one.reporting]}
            </Badge>
          )}
        </Group>
      </Stack>
    </Card>
  )
}
