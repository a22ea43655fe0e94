/** A mentee's page. */
import { Alert, Badge, Button, Group, Menu, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import {
  archiveMentee,
  binMentee,
  displayName,
  editMentee,
  type MenteeInput,
  MenteeInput as MenteeSchema,
  yearLabel,
} from '../../../shared/model/mentee'
import {
  isNewerRecord,
  kept,
  lastContact,
  openGoals,
  type RecordProjection,
} from '../../../shared/model/projection'
import { go, type MenteeTab } from '../../app/app-state'
import { useOpenRecord, useRecord, useRun } from '../../app/session'
import { statusLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { relativeDay } from '../../ui/when'
import { MenteeForm } from '../caseload/mentee-form'
import { GoalsTab } from '../goals/goals-tab'
import { NotesTab, useNewNote } from '../notes/notes-tab'
import { ReflectionsTab } from '../reflections/reflections-tab'
import { Overview } from './overview'

const subtitle = (record: RecordProjection): string => {
  const { mentee } = record
  const last = lastContact(record)
  const parts = [
    mentee.pronouns,
    yearLabel(mentee.classYear, new Date()),
    mentee.reachGroup && `REACH ${mentee.reachGroup}`,
    last === null ? 'not met yet' : `last met ${relativeDay(last)}`,
  ].filter(Boolean)
  return parts.length > 1
    ? parts.join(' · ')
    : last === null
      ? 'Not met yet'
      : `Last met ${relativeDay(last)}`
}

const Actions = ({ record, onEdit }: { readonly record: RecordProjection; readonly onEdit: () => void }) => {
  const run = useRun()
  const { id, mentee } = record
  const archived = mentee.archivedAt !== null
  const name = displayName(mentee)

  const archive = async (): Promise<void> => {
    await run(id, archiveMentee, !archived)
    offerUndo(
      archived ? `${name} is back in the caseload.` : `${name} is archived.`,
      () => void run(id, archiveMentee, archived),
    )
  }
  const remove = async (): Promise<void> => {
    await run(id, binMentee, true)
    go({ screen: 'caseload' })
    offerUndo(`${name} is in the bin.`, () => void run(id, binMentee, false))
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" px={9} aria-label="More actions">
          <IconDots size={18} stroke={1.6} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
          Edit details
        </Menu.Item>
        <Menu.Item
          leftSection={
            archived ? <IconArchiveOff size={16} stroke={1.6} /> : <IconArchive size={16} stroke={1.6} />
          }
          onClick={() => void archive()}
        >
          {archived ? 'Bring back from the archive' : 'Archive'}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void remove()}>
          Move to the bin
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const Page = ({
  record,
  tab,
  item,
}: {
  readonly record: RecordProjection
  readonly tab: MenteeTab
  readonly item: string | undefined
}) => {
  const run = useRun()
  const newNote = useNewNote(record.id)
  const [editing, setEditing] = useState(false)
  const { id, mentee } = record
  const newer = isNewerRecord(record)
  const initial: MenteeInput = v.parse(MenteeSchema, { ...mentee, name: mentee.name || 'Unnamed' })
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} miw={0}>
          <Group gap="xs" wrap="nowrap">
            <Title order={1} lineClamp={2}>
              {displayName(mentee)}
            </Title>
            {mentee.status !== 'active' && <Badge color="gray">{statusLabels[mentee.status]}</Badge>}
            {mentee.archivedAt !== null && <Badge color="gray">Archived</Badge>}
          </Group>
          <Text c="dimmed">{subtitle(record)}</Text>
        </Stack>
        {!newer && (
          <Group gap="xs" wrap="nowrap">
            <Button onClick={() => void newNote(true)}>New session note</Button>
            <Actions record={record} onEdit={() => setEditing(true)} />
          </Group>
        )}
      </Group>
      {newer && (
        <Alert color="amber" title="Read-only">
          A newer Confidant has written to this record. It is shown as far as this version understands it, and
          nothing in it is changed; update Confidant to edit it.
        </Alert>
      )}
      <Tabs
        value={tab}
        onChange={(next) => go({ screen: 'mentee', id, tab: (next ?? 'overview') as MenteeTab })}
      >
        <Tabs.List>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="notes">Notes {kept(record.notes).length || ''}</Tabs.Tab>
          <Tabs.Tab value="goals">Goals {openGoals(record).length || ''}</Tabs.Tab>
          <Tabs.Tab value="reflections">Reflections {kept(record.reflections).length || ''}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <NotesTab record={record} item={item} />
        </Tabs.Panel>
        <Tabs.Panel value="goals">
          <GoalsTab record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="reflections">
          <ReflectionsTab record={record} item={item} />
        </Tabs.Panel>
      </Tabs>
      {editing && (
        <MenteeForm
          title="Edit details"
          action="Save"
          initial={initial}
          onClose={() => setEditing(false)}
          onSubmit={async (next) => {
            await run(id, editMentee, { base: initial, next })
          }}
        />
      )}
    </Stack>
  )
}

export const MenteePage = ({
  id,
  tab,
  item,
}: {
  readonly id: string
  readonly tab: MenteeTab
  readonly item: string | undefined
}) => {
  useOpenRecord(id)
  const record = useRecord(id)
  return record === undefined ? (
    <Text c="dimmed">This mentee’s record has not arrived yet.</Text>
  ) : (
    <Page record={record} tab={tab} item={item} />
  )
}
