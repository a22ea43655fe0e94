/** Action items: tick, see when they are due, add one, change one. */
import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type ActionItem, actionItems, isOverdue } from '../../../shared/model/action-item'
import { useTyped } from '../../app/kept-typing'
import { useBin, useRun } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { options, whoseLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { AxesMark } from '../../ui/visibility-chip'
import { relativeDay, today } from '../../ui/when'

export const ActionLine = ({
  recordId,
  item,
  of,
  editable = true,
}: {
  readonly recordId: string
  readonly item: ActionItem
  /** Whose record it is, where several are listed together. */
  readonly of?: string
  readonly editable?: boolean
}) => {
  const run = useRun()
  const bin = useBin(recordId)
  const [editing, setEditing] = useState(false)
  const late = isOverdue(item, today())
  const whose = [of, item.whose === 'coach' ? 'Mine' : of === undefined ? 'Mentee' : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Checkbox
        flex={1}
        label={item.what}
        description={
          <>
            <AxesMark visibility={item.visibility} provenance={item.provenance} /> {whose}
            {item.due !== null && (
              <Text span inherit {...(late ? { c: 'var(--care)' } : {})}>
                {' '}
                · due {relativeDay(item.due)}
              </Text>
            )}
          </>
        }
        checked={item.doneOn !== null}
        disabled={!editable}
        onChange={(event) =>
          void run(recordId, actionItems.edit, {
            id: item.id,
            next: { doneOn: event.currentTarget.checked ? today() : null },
          })
        }
      />
      {editable && (
        <Group gap={0} wrap="nowrap">
          <QuietButton
            name={`Edit ${item.what}`}
            icon={IconPencil}
            size={24}
            onClick={() => setEditing(true)}
          />
          <QuietButton
            name={`Delete ${item.what}`}
            icon={IconTrash}
            size={24}
            onClick={() => void bin('actionItems', item.id, 'The action item is in the bin.')}
          />
        </Group>
      )}
      {editing && (
        <ItemForm
          title="Edit action item"
          action="Save"
          schema={actionItems.input}
          initial={item}
          fields={[
            { name: 'what', label: 'What', wide: true },
            { name: 'whose', label: 'Whose', as: 'choice', options: options(whoseLabels) },
            { name: 'due', label: 'Due', as: 'day' },
          ]}
          onClose={() => setEditing(false)}
          onSubmit={({ what, whose, due }) =>
            run(recordId, actionItems.edit, { id: item.id, base: item, next: { what, whose, due } })
          }
        />
      )}
    </Group>
  )
}

export const AddAction = ({
  recordId,
  sessionId = null,
}: {
  readonly recordId: string
  readonly sessionId?: string | null
}) => {
  const run = useRun()
  const [what, setWhat] = useTyped('new action item', '')
  const [whose, setWhose] = useState<'mentee' | 'coach'>('mentee')
  const [due, setDue] = useState<string | null>(null)
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (what.trim() === '') return
    setWhat('')
    await run(recordId, actionItems.add, {
      what: what.trim(),
      whose,
      due,
      agreedOn: today(),
      session: sessionId,
    })
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap={6}>
        <TextInput
          aria-label="New action item"
          placeholder="Add an action item, Enter"
          size="xs"
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        {what !== '' && (
          <Group gap={6} wrap="nowrap">
            <Select
              aria-label="Whose"
              size="xs"
              w={100}
              data={options(whoseLabels)}
              value={whose}
              onChange={(next) => next && setWhose(next)}
            />
            <DateInput
              aria-label="Due"
              placeholder="Due"
              size="xs"
              flex={1}
              clearable
              valueFormat="D MMM YYYY"
              value={due}
              onChange={setDue}
            />
            <Button type="submit" size="xs" variant="default">
              Add
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

export const ActionList = ({
  recordId,
  items,
  sessionId = null,
  editable = true,
}: {
  readonly recordId: string
  readonly items: readonly ActionItem[]
  readonly sessionId?: string | null
  readonly editable?: boolean
}) => (
  <Stack gap={8}>
    {items.map((item) => (
      <ActionLine key={item.id} recordId={recordId} item={item} editable={editable} />
    ))}
    {editable && <AddAction recordId={recordId} sessionId={sessionId} />}
  </Stack>
)
