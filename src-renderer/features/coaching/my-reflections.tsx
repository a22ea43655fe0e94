/**
 * Reflections on how I coach: the coach's own, about no mentee, and read by nobody else. One begins blank or with questions,
 * also for what a colleague saw who sat in on a session.
 */
import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import {
  isCoachTemplate,
  templatesWith,
  templateText,
  writtenUnder,
} from '../../../shared/model/caseload/template'
import { type CoachReflection, coachReflections } from '../../../shared/model/caseload/work'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

const MOST_SHOWN = 6

type Reflected = Pick<CoachReflection, 'title' | 'text'>

/** What a new one begins with; what was typed already stays before it. */
const Beginning = ({
  values: { title, text },
  set,
}: {
  readonly values: Reflected
  readonly set: (next: Partial<Reflected>) => void
}) => {
  const templates = templatesWith(useVault().templates).filter(isCoachTemplate)
  const [from, setFrom] = useState('')
  const begin = (id: string): void => {
    setFrom(id)
    const known = templates.map(templateText)
    const template = templates.find((one) => one.id === id)
    const questions = template === undefined ? '' : templateText(template)
    const own = known.includes(text) ? '' : text
    set({
      text: [own, questions].filter(Boolean).join('\n\n'),
      ...(template === undefined || (title !== '' && !templates.some((one) => one.title === title))
        ? {}
        : { title: template.title }),
    })
  }
  return (
    <SegmentedControl
      aria-label={t('work.beginWith')}
      value={from}
      onChange={begin}
      data={[
        { value: '', label: t('work.blank') },
        ...templates.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  )
}

export const MyReflections = () => {
  const run = useRunOnVault()
  const day = useToday()
  const vault = useVault()
  const all = kept(vault.coachReflections)
  const templates = templatesWith(vault.templates).filter(isCoachTemplate)
  const [every, setEvery] = useState(false)
  const [form, setForm] = useState<CoachReflection | 'new'>()
  useCommand('coach-reflection', () => setForm('new'))
  const remove = async ({ id }: CoachReflection): Promise<void> => {
    await run(coachReflections.remove, { id, deleted: true })
    offerUndo(
      t('work.reflectionRemoved'),
      () => void run(coachReflections.remove, { id, deleted: false }),
    )
  }
  const shown = every ? all : all.slice(0, MOST_SHOWN)
  return (
    <Section
      dense
      title={t('work.reflections')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setForm('new')}
        >
          {t('work.reflect')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('work.reflectionsIntro')}
      </Text>
      {all.length > 0 && (
        <Stack gap="xs">
          {shown.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={600}>
                  {one.title} {one.listed && <Badge ml={6}>{t('work.inPortfolio')}</Badge>}
                </Text>
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {[shortDay(one.date), ...writtenUnder(one.text, templates)].join(' · ')}
                </Text>
              </div>
              <EditAndDelete
                item={one.title}
                onEdit={() => setForm(one)}
                onDelete={() => remove(one)}
              />
            </Group>
          ))}
          {shown.length < all.length && (
            <LineButton onClick={() => setEvery(true)}>
              {t('goal.showAll', { count: all.length })}
            </LineButton>
          )}
        </Stack>
      )}
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? 'new-coach-reflection' : `coach-reflection/${form.id}`}
          title={t('work.reflections')}
          action={t('common.save')}
          schema={coachReflections.input}
          initial={form === 'new' ? { ...coachReflections.empty, date: day } : form}
          fields={[
            { name: 'title', label: t('common.title') },
            { name: 'date', label: t('common.date'), as: 'day', optional: false },
            { name: 'text', label: t('work.text'), hint: t('work.textHint'), as: 'text' },
            { name: 'listed', label: t('work.listed'), as: 'check', wide: true },
          ]}
          before={(typed) => form === 'new' && <Beginning {...typed} />}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) =>
            form === 'new'
              ? run(coachReflections.add, next)
              : run(coachReflections.edit, { id: form.id, base, next })
          }
        />
      )}
    </Section>
  )
}
