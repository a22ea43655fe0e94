/** The coach's own hours beside the sessions: logged, and counted by month. They are in the teaching portfolio (reports). */
import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import { kept } from '../../../shared/crdt/kind'
import { setSettings } from '../../../shared/model/caseload/caseload'
import { WORK_KINDS, type Work, work } from '../../../shared/model/caseload/work'
import {
  hoursByMonth,
  hoursIn,
  hoursOfShare,
  hoursToCsv,
  inHours,
  minutesOf,
} from '../../../shared/views/hours'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { writeSentence } from '../../context/sentences'
import { useModel, useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { HINT_BELOW } from '../../forms/hint-below'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { workLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { Problem } from '../../ui/problem'
import { Section } from '../../ui/section'
import { offerNote, offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

/** More than these are looked up in the file. */
const MOST_SHOWN = 6

const nameOf = ({ what, kind, date }: Work): string =>
  `${what || workLabels[kind]}, ${shortDay(date)}`

/** This academic year: what was logged and, where it is known, the share that it is part of. */
const useYear = () => {
  const vault = useVault()
  const day = useToday()
  const records = Object.values(useModel((model) => model.records)).filter(
    ({ mentee }) => mentee.deletedAt === null,
  )
  const { turnover, fte } = vault.settings
  const end = academicYearEnd(day, turnover)
  const { from, to } = academicYear(end, turnover)
  const all = hoursIn(records, vault, from, to)
  const hours = inHours(minutesOf(all))
  return {
    all,
    end,
    says:
      fte === 0
        ? t('work.thisYear', { hours })
        : t('work.thisYearOf', {
            hours,
            share: (fte / 100).toFixed(2),
            total: hoursOfShare(fte),
          }),
  }
}

const WorkForm = ({
  one,
  onClose,
}: {
  readonly one: Work | undefined
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  const day = useToday()
  return (
    <ItemForm
      id={one === undefined ? 'new-work' : `work/${one.id}`}
      title={one === undefined ? t('work.log') : t('work.edit')}
      action={t('common.save')}
      schema={work.input}
      initial={one ?? { ...work.empty, date: day }}
      fields={[
        {
          name: 'minutes',
          label: t('session.minutes'),
          as: 'number',
          min: 1,
          max: 1440,
          optional: false,
        },
        {
          name: 'kind',
          label: t('common.kind'),
          as: 'choice',
          options: options(workLabels).filter(({ value }) =>
            WORK_KINDS.some((kind) => kind === value),
          ),
        },
        { name: 'date', label: t('common.date'), as: 'day', optional: false },
        { name: 'what', label: t('common.what'), hint: t('work.whatHint') },
      ]}
      onClose={onClose}
      onSubmit={(next, base) =>
        one === undefined ? run(work.add, next) : run(work.edit, { id: one.id, base, next })
      }
    />
  )
}

const WorkLines = ({ onEdit }: { readonly onEdit: (one: Work) => void }) => {
  const run = useRunOnVault()
  const shown = kept(useVault().work).slice(0, MOST_SHOWN)
  const remove = async ({ id }: Work): Promise<void> => {
    await run(work.remove, { id, deleted: true })
    offerUndo(t('work.removed'), () => void run(work.remove, { id, deleted: false }))
  }
  return (
    <Stack gap={2}>
      {shown.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {[
              shortDay(one.date),
              workLabels[one.kind],
              one.what,
              t('count.minute', { count: one.minutes }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <EditAndDelete
            item={nameOf(one)}
            onEdit={() => onEdit(one)}
            onDelete={() => remove(one)}
          />
        </Group>
      ))}
    </Stack>
  )
}

export const MyHours = () => {
  const runOnVault = useRunOnVault()
  const { session } = useOpenVault()
  const { settings } = useVault()
  const { all, end, says } = useYear()
  const [form, setForm] = useState<Work | 'new'>()
  const [problem, setProblem] = useState('')
  useCommand('log-time', () => setForm('new'))
  const save = async (): Promise<void> => {
    setProblem('')
    const head = [t('work.month'), t('common.kind'), t('work.times'), t('report.hours')]
    const csv = hoursToCsv(hoursByMonth(all), head, workLabels)
    const saved = await host.files.save(t('work.fileName', { year: `${end - 1}-${end}` }), csv)
    if (!saved.ok) return setProblem(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add('exported', t('log.report', { report: t('work.title'), how: 'CSV' }))
    offerNote(t('work.saved'))
  }
  return (
    <Section
      dense
      title={t('work.title')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setForm('new')}
        >
          {t('work.log')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('work.intro')}
      </Text>
      <Text>{says}</Text>
      <WorkLines onEdit={setForm} />
      <Group justify="space-between" align="flex-end">
        <NumberInput
          label={t('work.fte')}
          description={t('work.fteHint')}
          inputWrapperOrder={HINT_BELOW}
          w={220}
          min={0}
          max={100}
          allowDecimal={false}
          value={settings.fte}
          onChange={(fte) =>
            typeof fte === 'number' &&
            fte >= 0 &&
            fte <= 100 &&
            void runOnVault(setSettings, { fte: Math.round(fte) })
          }
        />
        <Button variant="default" disabled={all.length === 0} onClick={() => void save()}>
          {t('work.asCsv')}
        </Button>
      </Group>
      <Problem text={problem} />
      {form !== undefined && (
        <WorkForm one={form === 'new' ? undefined : form} onClose={() => setForm(undefined)} />
      )}
    </Section>
  )
}
