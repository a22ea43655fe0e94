/** A goal's milestones: tick, add, remove. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { type Goal, milestones } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { useLine } from '../../forms/line'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'
import { Tick } from '../../ui/tick'
import { offerUndo } from '../../ui/undo'
import { shortDay, today, useToday } from '../../ui/when'

export const Milestones = ({
  recordId,
  goal,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly editable: boolean
}) => {
  const run = useRun()
  const day = useToday()
  const line = useLine(`milestone/${goal.id}`, { text: '', due: null as string | null })
  const add = line.enter(({ text, due }) =>
    run(recordId, milestones.add, { of: goal.id, title: text, due }),
  )
  const remove = async (id: string, name: string): Promise<void> => {
    await run(recordId, milestones.remove, { of: goal.id, id, deleted: true })
    offerUndo(
      t('goal.milestoneRemoved', { milestone: name }),
      () => void run(recordId, milestones.remove, { of: goal.id, id, deleted: false }),
    )
  }

  return (
    <Stack gap={6} component="section">
      {goal.milestones.map((milestone, index) => (
        <Group key={milestone.id} data-item={milestone.id} gap="xs" wrap="nowrap">
          <Tick
            flex={1}
            label={milestone.title}
            checked={milestone.doneOn !== null}
            disabled={!editable}
            onTick={(done) =>
              run(recordId, milestones.edit, {
                of: goal.id,
                id: milestone.id,
                next: { doneOn: done ? today() : null },
              })
            }
          />
          <Text size="sm" c="dimmed">
            {milestone.doneOn !== null
              ? t('goal.milestoneDone', { day: shortDay(milestone.doneOn) })
              : milestone.due !== null
                ? t(milestone.due < day ? 'goal.wasDue' : 'goal.milestoneBy', {
                    day: shortDay(milestone.due),
                  })
                : ''}
          </Text>
          {editable && index > 0 && (
            <QuietButton
              name={t('goal.moveUp', { milestone: milestone.title })}
              icon={IconArrowUp}
              size={26}
              onClick={() =>
                void run(recordId, milestones.move, {
                  of: goal.id,
                  id: milestone.id,
                  after: goal.milestones[index - 2]?.id ?? null,
                })
              }
            />
          )}
          {editable && (
            <DeleteButton
              name={t('goal.removeNamed', { milestone: milestone.title })}
              size={26}
              onDelete={() => remove(milestone.id, milestone.title)}
            />
          )}
        </Group>
      ))}
      {editable && (
        <form onSubmit={(event) => void add(event)}>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              aria-label={t('goal.newMilestoneFor', { goal: goal.title })}
              placeholder={t('goal.addMilestone')}
              size="xs"
              flex={1}
              value={line.values.text}
              error={line.error}
              onChange={(event) => line.set({ text: event.currentTarget.value })}
            />
            {line.values.text !== '' && (
              <>
                <DayField
                  aria-label={t('common.due')}
                  placeholder={t('common.due')}
                  size="xs"
                  w={120}
                  clearable
                  value={line.values.due}
                  onChange={(due) => line.set({ due })}
                />
                <Button type="submit" size="xs" variant="default">
                  {t('common.add')}
                </Button>
              </>
            )}
          </Group>
        </form>
      )}
    </Stack>
  )
}
