/** A group session's head: the group, when and where and with whom it is led, and how it stands; it can be taken away here. */
import { Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import {
  type GroupSession,
  type GroupSessionInput,
  groupSessions,
} from '../../../shared/model/record/group-session'
import { spoken, t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { mediumLabels, options, sessionStatusLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'
import { longDay, timeOfDay } from '../../ui/when'
import type { GroupSessionChange } from './group-plan'

const FIELDS: readonly FormField<GroupSessionInput>[] = [
  spoken({ label: 'common.date' }, { name: 'date', as: 'day', optional: false }),
  spoken({ label: 'session.time' }, { name: 'time', as: 'time' }),
  spoken({ label: 'session.minutes' }, { name: 'minutes', as: 'number', min: 0, max: 600 }),
  spoken(
    { label: 'session.medium' },
    { name: 'medium', as: 'choice', options: options(mediumLabels) },
  ),
  spoken({ label: 'session.place' }, { name: 'place', wide: true }),
]

const EditGroupSession = ({
  session,
  onClose,
}: {
  readonly session: GroupSession
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const all = kept(useVault().groupSessions)
  const colleagues = [...new Set(all.flatMap(({ facilitators }) => facilitators))].sort()
  const ledWith: FormField<GroupSessionInput> = {
    name: 'facilitators',
    as: 'words',
    label: t('groupSession.facilitators'),
    hint: t('groupSession.facilitatorsHint'),
    options: colleagues.map((value) => ({ value, label: value })),
  }
  return (
    <ItemForm
      id={`group-session/${session.id}`}
      title={t('groupSession.edit')}
      action={t('common.save')}
      schema={groupSessions.input}
      initial={session}
      fields={[...FIELDS, ledWith]}
      onClose={onClose}
      onSubmit={({ date, time, minutes, medium, place, facilitators }, base) =>
        runOnVault(groupSessions.edit, {
          id: session.id,
          base,
          next: { date, time, minutes, medium, place, facilitators },
        })
      }
    />
  )
}

export const GroupHead = ({
  session,
  onEdit,
}: {
  readonly session: GroupSession
  readonly onEdit: (next: GroupSessionChange) => void
}) => {
  const runOnVault = useRunOnVault()
  const presenting = useApp((state) => state.presenting)
  const [editing, setEditing] = useState(false)
  const remove = async (): Promise<void> => {
    go({ screen: 'reach' })
    await runOnVault(groupSessions.remove, { id: session.id, deleted: true })
    offerUndo(
      t('groupSession.removed'),
      () => void runOnVault(groupSessions.remove, { id: session.id, deleted: false }),
    )
  }
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Title order={1}>{t('groupSession.group', { group: session.group })}</Title>
        <Text c="dimmed">
          {[
            longDay(session.date),
            session.time && timeOfDay(session.time),
            session.place,
            session.facilitators.length > 0 &&
              t('groupSession.ledWith', { names: session.facilitators.join(', ') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Stack>
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label={t('common.status')}
          w={120}
          data={options(sessionStatusLabels)}
          value={session.status}
          onChange={(status) => status && onEdit({ status })}
        />
        {!presenting && (
          <QuietButton
            name={t('groupSession.edit')}
            icon={IconPencil}
            size={36}
            onClick={() => setEditing(true)}
          />
        )}
        <QuietButton
          name={t('groupSession.remove')}
          icon={IconTrash}
          size={36}
          onClick={() => void remove()}
        />
      </Group>
      {editing && <EditGroupSession session={session} onClose={() => setEditing(false)} />}
    </Group>
  )
}
