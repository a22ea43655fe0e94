/** Action items: tick, see when they are due, add one, change one. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowUpRight, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { type ActionItem, actionItems, isOverdue } from '../../../shared/model/record/action-item'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useBin, useRecord, useRun } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { ItemForm } from '../../forms/item-form'
import { useLine } from '../../forms/line'
import { DeleteButton } from '../../ui/delete-button'
import { options, whoseLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Tick } from '../../ui/tick'
import { AxesMark } from '../../ui/visibility-chip'
import { relativeDay, today, useToday } from '../../ui/when'
import classes from './action-list.module.css'

const EditAction = ({
  recordId,
  item,
  onClose,
}: {
  readonly recordId: string
  readonly item: ActionItem
  readonly onClose: () => void
}) => {
  const run = useRun()
  return (
    <ItemForm
      id={`action-item/${item.id}`}
      title={t('action.edit')}
      action={t('common.save')}
      schema={actionItems.input}
      initial={item}
      fields={[
        { name: 'what', label: t('common.what'), wide: true },
        { name: 'whose', label: t('action.whose'), as: 'choice', options: options(whoseLabels) },
        { name: 'due', label: t('common.due'), as: 'day' },
      ]}
      onClose={onClose}
      onSubmit={({ what, whose, due }, base) =>
        run(recordId, actionItems.edit, { id: item.id, base, next: { what, whose, due } })
      }
    />
  )
}

/** An action item, opened from the line of a note that became it. */
export const OpenedAction = ({
  recordId,
  id,
  onClose,
}: {
  readonly recordId: string
  readonly id: string
  readonly onClose: () => void
}) => {
  const item = useRecord(recordId)?.actionItems.find((one) => one.id === id)
  return item === undefined ? null : (
    <EditAction recordId={recordId} item={item} onClose={onClose} />
  )
}

/** The session in which it was agreed, or the mentee's page. */
export const openSource = (record: string, { session }: Pick<ActionItem, 'session'>): void =>
  go(
    session === null
      ? { screen: 'mentee', id: record, tab: 'overview' }
      : { screen: 'session', id: record, session },
  )

export const ActionLine = ({
  recordId,
  item,
  of,
  editable = true,
  beside = false,
  onOpen,
}: {
  readonly recordId: string
  readonly item: ActionItem
  /** Beside a text: under the head that says whose it is, and its buttons are quiet until they are come to. */
  readonly beside?: boolean
  /** Whose record it is, where several are listed together. */
  readonly of?: string
  readonly editable?: boolean
  /** Where it comes from. */
  readonly onOpen?: (() => void) | undefined
}) => {
  const run = useRun()
  const bin = useBin(recordId)
  const [editing, setEditing] = useState(false)
  const day = useToday()
  const late = isOverdue(item, day)
  const whose = [
    of,
    beside
      ? ''
      : item.whose === 'coach'
        ? t('action.mine')
        : of === undefined
          ? t('common.mentee')
          : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" data-beside={beside || undefined}>
      <Tick
        flex={1}
        label={item.what}
        description={
          beside &&
          of === undefined &&
          item.due === null &&
          item.visibility === 'shared' ? undefined : (
            <>
              <AxesMark visibility={item.visibility} provenance={item.provenance} /> {whose}
              {item.due !== null && (
                <Text span inherit {...(late ? { c: 'var(--care)' } : {})}>
                  {whose === '' ? '' : ' · '}
                  {item.doneOn === null
                    ? t(late ? 'action.wasDue' : 'action.dueOn', {
                        day: relativeDay(item.due, day),
                      })
                    : t('goal.milestoneDone', { day: relativeDay(item.doneOn, day) })}
                </Text>
              )}
            </>
          )
        }
        checked={item.doneOn !== null}
        disabled={!editable}
        onTick={(done) =>
          run(recordId, actionItems.edit, {
            id: item.id,
            next: { doneOn: done ? today() : null },
          })
        }
      />
      {editable && (
        <Group gap={0} wrap="nowrap" className={classes.tools ?? ''}>
          {onOpen !== undefined && (
            <QuietButton
              name={t('since.openSource', { name: item.what })}
              icon={IconArrowUpRight}
              size={24}
              onClick={onOpen}
            />
          )}
          <QuietButton
            name={t('action.editNamed', { name: item.what })}
            icon={IconPencil}
            size={24}
            onClick={() => setEditing(true)}
          />
          <DeleteButton
            name={t('action.deleteNamed', { name: item.what })}
            size={24}
            onDelete={() => bin('actionItems', item.id, t('action.inTheBin'))}
          />
        </Group>
      )}
      {editing && <EditAction recordId={recordId} item={item} onClose={() => setEditing(false)} />}
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
  const line = useLine(`new-action-item/${sessionId ?? recordId}`, {
    text: '',
    whose: 'mentee' as 'mentee' | 'coach',
    due: null as string | null,
  })
  const add = line.enter(({ text, whose, due }) =>
    run(recordId, actionItems.add, {
      what: text,
      whose,
      due,
      agreedOn: today(),
      session: sessionId,
    }),
  )
  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap={6}>
        <TextInput
          aria-label={t('action.new')}
          placeholder={t('action.addByEnter')}
          size="xs"
          value={line.values.text}
          error={line.error}
          onChange={(event) => line.set({ text: event.currentTarget.value })}
        />
        {line.values.text !== '' && (
          <Group gap={6} wrap="nowrap">
            <Select
              aria-label={t('action.whose')}
              size="xs"
              w={100}
              data={options(whoseLabels)}
              value={line.values.whose}
              onChange={(whose) => whose && line.set({ whose })}
            />
            <DayField
              aria-label={t('common.due')}
              placeholder={t('common.due')}
              size="xs"
              flex={1}
              clearable
              value={line.values.due}
              onChange={(due) => line.set({ due })}
            />
            <Button type="submit" size="xs" variant="default">
              {t('common.add')}
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
