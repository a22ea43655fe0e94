/** What can be done to the selected mentees at once; each can be undone. */
import { Button, Group, Text, TextInput } from '@mantine/core'
import { archiveMentee, editMentee } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel, useRun } from '../../context/vault/session'
import { offerUndo } from '../../ui/undo'

export const BulkActions = ({
  selected,
  groups,
  archived,
  onDone,
}: {
  readonly selected: ReadonlySet<string>
  readonly groups: readonly string[]
  readonly archived: boolean
  readonly onDone: () => void
}) => {
  const run = useRun()
  const records = useModel((model) => model.records)
  const [group, setGroup] = useTypedValue('group-for-selected', '')
  const ids = [...selected]
  const assign = async (): Promise<void> => {
    const before = ids.map((id) => [id, records[id]?.mentee.reachGroup ?? ''] as const)
    for (const id of ids) await run(id, editMentee, { next: { reachGroup: group.trim() } })
    setGroup('')
    onDone()
    offerUndo(
      t('caseload.assignedToGroup', {
        mentees: t('count.mentee', { count: ids.length }),
        group: group.trim() || '–',
      }),
      () => {
        for (const [id, reachGroup] of before) void run(id, editMentee, { next: { reachGroup } })
      },
    )
  }
  const archive = async (): Promise<void> => {
    for (const id of ids) await run(id, archiveMentee, !archived)
    onDone()
    offerUndo(
      archived
        ? t('caseload.menteesBroughtBack', { count: ids.length })
        : t('caseload.menteesArchived', { count: ids.length }),
      () => {
        for (const id of ids) void run(id, archiveMentee, archived)
      },
    )
  }
  return (
    <Group gap="xs" role="group" aria-label={t('caseload.selectedMentees')}>
      <Text size="sm" fw={600}>
        {t('caseload.selected', { count: ids.length })}
      </Text>
      <TextInput
        aria-label={t('caseload.groupForSelected')}
        placeholder={
          groups[0] === undefined
            ? t('caseload.group')
            : t('caseload.groupExample', { group: groups[0] })
        }
        size="xs"
        w={130}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={group.trim() === ''}
        onClick={() => void assign()}
      >
        {t('caseload.assignGroup')}
      </Button>
      <Button size="xs" variant="default" onClick={() => void archive()}>
        {archived ? t('caseload.bringBack') : t('common.archive')}
      </Button>
      <Button size="xs" variant="subtle" onClick={onDone}>
        {t('caseload.clear')}
      </Button>
    </Group>
  )
}
