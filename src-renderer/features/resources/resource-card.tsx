/** One entry of the directory of support services, as the coach reads it. */
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import {
  editResource,
  isCurriculum,
  isReachable,
  type Resource,
  removeResource,
  resources,
} from '../../../shared/model/caseload/resource'
import { isUnchecked } from '../../../shared/views/services'
import { t } from '../../../shared/words/words'
import { useRunOnVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { LabelledTexts } from '../../ui/labelled-text'
import { reportingLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

/** Of a place or a policy it makes no sense to ask what it must report. */
const HAS_NO_DUTY: readonly string[] = ['fitness', 'coverage']

export const ResourceCard = ({
  one,
  onEdit,
}: {
  readonly one: Resource
  readonly onEdit: () => void
}) => {
  const runOnVault = useRunOnVault()
  const day = useToday()
  const remove = async (): Promise<void> => {
    const id = await runOnVault(removeResource, one)
    if (id !== undefined)
      offerUndo(
        t('resource.removed', { name: one.name }),
        () => void runOnVault(resources.remove, { id, deleted: false }),
      )
  }
  const check = async (): Promise<void> => {
    const id = await runOnVault(editResource, { resource: one, next: { ...one, checkedOn: day } })
    if (id !== undefined)
      offerUndo(
        t('resource.checkedToday', { name: one.name }),
        () => void runOnVault(resources.edit, { id, next: { checkedOn: one.checkedOn } }),
      )
  }
  const facts = [
    [t('resource.sites'), one.sites.join(', ')],
    [t('resource.where'), one.where],
    [t('resource.hours'), one.hours],
    [t('resource.contact'), one.contact],
    [t('resource.link'), one.link],
    [t('resource.whoSees'), one.whoSees],
    [
      t('resource.dates'),
      one.dates
        .filter((date) => date >= day)
        .map(shortDay)
        .join(', '),
    ],
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
            <DeleteButton
              name={t('resource.removeNamed', { name: one.name })}
              size={26}
              onDelete={() => remove()}
            />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {one.purpose}
        </Text>
        <LabelledTexts rows={facts} />
        {isUnchecked(one, day) ? (
          <Group gap={6}>
            <Text size="xs" c="var(--care)">
              {one.checkedOn === null
                ? t('resource.neverChecked')
                : t('resource.checkedLast', { day: shortDay(one.checkedOn) })}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('resource.stillRightOf', { name: one.name })}
              onClick={() => void check()}
            >
              {t('resource.stillRight')}
            </Button>
          </Group>
        ) : (
          isReachable(one) &&
          one.checkedOn !== null && (
            <Text size="xs" c="dimmed">
              {t('resource.checkedLast', { day: shortDay(one.checkedOn) })}
            </Text>
          )
        )}
        <Group gap={6} mt={4}>
          {one.years.length > 0 && (
            <Badge color="gray">{t('resource.yearsMany', { years: one.years.join(', ') })}</Badge>
          )}
          {isCurriculum(one) ? (
            <Badge color="teal">{t('resource.curriculum')}</Badge>
          ) : HAS_NO_DUTY.includes(one.category) ? null : one.reporting === 'unknown' ? (
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
