/** What the group agreed becomes an action item of everyone who was there: what is there already is not added again. */
import { Button, Group, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { actionItems, addActions } from '../../../shared/model/record/action-item'
import { agreedLines } from '../../../shared/model/record/group-plan'
import type { GroupSession } from '../../../shared/model/record/group-session'
import { dueSaid } from '../../../shared/views/said-day'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { offerUndo } from '../../ui/undo'

export const AgreedActions = ({
  session,
  members,
}: {
  readonly session: GroupSession
  readonly members: readonly RecordProjection[]
}) => {
  const run = useRun()
  const lines = agreedLines(session.plan)
  const there = members.filter(({ id }) => session.present.includes(id))
  const lacking = there.filter(({ actionItems: all }) =>
    lines.some((line) => !kept(all).some(({ what }) => what === line)),
  )
  const add = async (): Promise<void> => {
    const { date: agreedOn } = session
    const items = lines.map((what) => ({ what, due: dueSaid(what, agreedOn), agreedOn }))
    const added: { readonly record: string; readonly ids: readonly string[] }[] = []
    for (const { id: record } of lacking) {
      const ids = await run(record, addActions, items)
      added.push({ record, ids: ids ?? [] })
    }
    offerUndo(
      t('groupSession.addedToActions', { mentees: t('count.mentee', { count: added.length }) }),
      () => {
        for (const { record, ids } of added)
          for (const id of ids) void run(record, actionItems.remove, { id, deleted: true })
      },
    )
  }
  if (lines.length === 0 || there.length === 0) return null
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        {lacking.length === 0 ? t('groupSession.nothingToAdd') : t('groupSession.toActionsHint')}
      </Text>
      {lacking.length > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconListCheck size={15} />}
          onClick={() => void add()}
        >
          {t('groupSession.toActions')}
        </Button>
      )}
    </Group>
  )
}
