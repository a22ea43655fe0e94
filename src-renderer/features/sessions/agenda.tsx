/** A session's agenda: its own items, and what waited for a next time. */
import { Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { RecordProjection } from '../../../shared/model/projection'
import { agendaItems, agendaOf, type Session } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { useLine } from '../../forms/line'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'
import { Tick } from '../../ui/tick'
import { offerUndo } from '../../ui/undo'
import { AxesMark } from '../../ui/visibility-chip'

export const Agenda = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const run = useRun()
  const line = useLine(`agenda/${session.id}`, { text: '' })
  const items = agendaOf(record.agendaItems, session)
  const add = line.enter(({ text }) =>
    run(record.id, agendaItems.add, { text, session: session.id }),
  )
  const remove = async (id: string, name: string): Promise<void> => {
    await run(record.id, agendaItems.remove, { id, deleted: true })
    offerUndo(
      t('agenda.removed', { name }),
      () => void run(record.id, agendaItems.remove, { id, deleted: false }),
    )
  }
  return (
    <Stack gap={6}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('agenda.empty')}
        </Text>
      )}
      {items.map((item, index) => (
        <Group key={item.id} gap={4} wrap="nowrap">
          <Tick
            flex={1}
            size="sm"
            label={item.text}
            description={item.session === null ? t('agenda.fromLastTime') : undefined}
            checked={item.done}
            onTick={(done) =>
              run(record.id, agendaItems.edit, {
                id: item.id,
                next: { done, session: session.id },
              })
            }
          />
          <AxesMark visibility={item.visibility} provenance={item.provenance} />
          {index > 0 && (
            <QuietButton
              name={t('agenda.moveUp', { item: item.text })}
              icon={IconArrowUp}
              size={24}
              onClick={() =>
                void run(record.id, agendaItems.move, {
                  id: item.id,
                  after: items[index - 2]?.id ?? null,
                })
              }
            />
          )}
          {index < items.length - 1 && (
            <QuietButton
              name={t('agenda.moveDown', { item: item.text })}
              icon={IconArrowDown}
              size={24}
              onClick={() =>
                void run(record.id, agendaItems.move, {
                  id: item.id,
                  after: items[index + 1]?.id ?? null,
                })
              }
            />
          )}
          <DeleteButton
            name={t('agenda.remove', { item: item.text })}
            size={24}
            onDelete={() => remove(item.id, item.text)}
          />
        </Group>
      ))}
      <form onSubmit={(event) => void add(event)}>
        <TextInput
          aria-label={t('agenda.add')}
          placeholder={t('agenda.add')}
          size="xs"
          {...firstField}
          value={line.values.text}
          error={line.error}
          onChange={(event) => line.set({ text: event.currentTarget.value })}
        />
      </form>
    </Stack>
  )
}
