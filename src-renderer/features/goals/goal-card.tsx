/** One goal: what it is, how far along, and how sure the mentee is. */
import { Badge, Card, Group, Menu, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { equalityDeep } from 'lib0/function'
import { useState } from 'react'
import { competencyFrameworks, competencyTitle } from '../../../shared/model/caseload/competency'
import { labelledTexts } from '../../../shared/model/kinds'
import {
  editGoal,
  type Goal,
  type GoalInput,
  type GoalStatus,
  goals,
  isOpenGoal,
  isOverdueGoal,
  isStaleGoal,
  lackingIn,
  reviseGoal,
} from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useBin, useRun, useVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { LabelledTexts } from '../../ui/labelled-text'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'
import { MoreMenu } from '../../ui/more-menu'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'
import { Axes } from '../../ui/visibility-chip'
import { shortDay, today, useToday } from '../../ui/when'
import { HistoryDialog } from '../history/history-dialog'
import { ChangedMark } from '../merging/changed-mark'
import { GoalForm } from './goal-form'
import { Milestones } from './milestones'
import { GoalProgress } from './progress'

/** What stands out, and what is gently missing. */
export const GoalFlags = ({ goal }: { readonly goal: Goal }) => {
  const day = useToday()
  const lacking = isOpenGoal(goal) ? lackingIn(goal) : []
  return (
    <Group gap="xs">
      {goal.targetDate !== null && (
        <Text size="sm" c={isOverdueGoal(goal, day) ? 'var(--care)' : 'dimmed'}>
          {t(isOverdueGoal(goal, day) ? 'goal.wasDue' : 'goal.byDay', {
            day: shortDay(goal.targetDate),
          })}
        </Text>
      )}
      {isStaleGoal(goal, day) && (
        <Text size="sm" c="var(--care)">
          {t('goal.quiet')}
        </Text>
      )}
      {lacking.length > 0 && (
        <Text size="sm" c="var(--care)">
          {lacking.length === 2
            ? t('goal.noMeasureNoDate')
            : lacking[0] === 'measure'
              ? t('goal.noMeasureYet')
              : t('goal.noDateYet')}
        </Text>
      )}
    </Group>
  )
}

const Texts = ({ goal }: { readonly goal: Goal }) => {
  const { settings } = useVault()
  const smart: Readonly<Record<string, string>> = {
    why: settings.smartImportant,
    behaviour: settings.smartSpecific,
    measure: settings.smartMeasurable,
    attainable: settings.smartAttainable,
    relevant: settings.smartRelevant,
  }
  return (
    <LabelledTexts
      rows={labelledTexts(goals.fields, goal).map(([name, label, text]) => [
        smart[name] ?? label,
        text,
      ])}
    />
  )
}

export const GoalCard = ({
  recordId,
  goal,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly editable: boolean
}) => {
  const run = useRun()
  const bin = useBin(recordId)
  const frameworks = competencyFrameworks(useVault().competencyFrameworks)
  const presenting = useApp((state) => state.presenting)
  const [form, setForm] = useState<'edit' | 'revise' | 'history'>()
  const initial = { ...goal, title: goal.title || t('goal.untitled') }
  /** Saved, and taken back with one key, although the form has closed over what it said. */
  const edit = async <V extends Partial<GoalInput>>(next: V, base: V, says: string) => {
    const change = (from: V, to: V) =>
      run(recordId, editGoal, { id: goal.id, base: from, next: to, today: today() })
    await change(base, next)
    if (!equalityDeep(base, next)) offerUndo(says, () => void change(next, base))
  }
  return (
    <Card component="article" aria-label={goal.title}>
      <ChangedMark record={recordId} id={goal.id} />
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={4} miw={0}>
            <Title order={2}>{goal.title}</Title>
            <Group gap="xs">
              <Badge>{categoryLabels[goal.category]}</Badge>
              {goal.competencies.map((id) => (
                <Badge key={id} color="gray">
                  {competencyTitle(frameworks, id)}
                </Badge>
              ))}
              <GoalFlags goal={goal} />
            </Group>
          </Stack>
          <Group gap={4} wrap="nowrap">
            <NativeSelect
              aria-label={t('goal.statusOf', { goal: goal.title })}
              size="xs"
              w={140}
              data={options(goalStatusLabels)}
              value={goal.status}
              disabled={!editable}
              onChange={(event) => {
                const status = event.currentTarget.value as GoalStatus
                const says = { goal: goal.title, status: goalStatusLabels[status] }
                void edit({ status }, { status: goal.status }, t('goal.isNow', says))
              }}
            />
            <QuietButton
              name={t('goal.editNamed', { goal: goal.title })}
              tip={t('common.edit')}
              icon={IconPencil}
              disabled={!editable}
              onClick={() => setForm('edit')}
            />
            <DeleteButton
              name={t('goal.deleteNamed', { goal: goal.title })}
              tip={t('common.moveToTheBin')}
              disabled={!editable}
              onDelete={() => bin('goals', goal.id, t('goal.inTheBin'))}
            />
            <MoreMenu name={t('goal.moreFor', { goal: goal.title })} quiet>
              <Menu.Item
                disabled={!editable || !isOpenGoal(goal)}
                onClick={() => setForm('revise')}
              >
                {t('goal.reviseIntoNew')}
              </Menu.Item>
              {!presenting && (
                <Menu.Item onClick={() => setForm('history')}>{t('history.title')}</Menu.Item>
              )}
            </MoreMenu>
          </Group>
        </Group>
        <Texts goal={goal} />
        <Milestones recordId={recordId} goal={goal} editable={editable} />
        <GoalProgress recordId={recordId} goal={goal} editable={editable} />
        <Axes visibility={goal.visibility} provenance={goal.provenance} />
      </Stack>
      {form === 'edit' && (
        <GoalForm
          id={`goal/${goal.id}`}
          title={t('goal.edit')}
          action={t('common.save')}
          initial={initial}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) => edit(next, base, t('goal.saved', { goal: next.title }))}
        />
      )}
      {form === 'history' && !presenting && (
        <HistoryDialog
          recordId={recordId}
          item={{ kind: 'goals', id: goal.id }}
          editable={editable}
          onClose={() => setForm(undefined)}
        />
      )}
      {form === 'revise' && (
        <GoalForm
          id={`revise-goal/${goal.id}`}
          title={t('goal.revise')}
          action={t('goal.openRevised')}
          initial={{ ...initial, status: 'active' }}
          onClose={() => setForm(undefined)}
          onSubmit={(next) => run(recordId, reviseGoal, { id: goal.id, next, today: today() })}
        />
      )}
    </Card>
  )
}
