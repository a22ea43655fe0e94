/** "Guided note": what turned their year, when to ask again, and the note itself, which opens with the caret in it. */
import { Text } from '@mantine/core'
import * as v from 'valibot'
import { GUIDED, guidedTemplates } from '../../../shared/model/caseload/guided-templates'
import { templateLines, templatesWith } from '../../../shared/model/caseload/template'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  ASK_AGAIN_WEEKS,
  type AskAgainWeeks,
  askAgainOn,
  beginGuidedNote,
} from '../../../shared/model/record/guided-note'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { longDay, useToday } from '../../ui/when'
import { templateValues } from '../templates/template-values'

const GuidedForm = v.object({
  about: v.picklist(GUIDED),
  after1: v.boolean(),
  after4: v.boolean(),
  after12: v.boolean(),
})
type GuidedValues = v.InferOutput<typeof GuidedForm>

const nameOf = (weeks: AskAgainWeeks) => `after${weeks}` as const
const INITIAL: GuidedValues = { about: 'difficulty', after1: true, after4: true, after12: true }

export const GuidedNote = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const run = useRun()
  const vault = useVault()
  const day = useToday()
  const begin = async (values: GuidedValues): Promise<void> => {
    const template = templatesWith(vault.templates).find(({ id }) => id === values.about)
    if (template === undefined) return
    typeAhead()
    const note = await run(record.id, beginGuidedNote, {
      title: template.title,
      lines: templateLines(template, templateValues(record, vault)),
      today: day,
      weeks: ASK_AGAIN_WEEKS.filter((weeks) => values[nameOf(weeks)]),
    })
    if (note === undefined) return stopTypingAhead()
    aimTyping(note)
    go({ screen: 'mentee', id: record.id, tab: 'notes', item: note })
  }
  return (
    <ItemForm
      id={`guided-note/${record.id}`}
      title={t('guided.titleOf', { mentee: displayName(record.mentee) })}
      action={t('guided.begin')}
      schema={GuidedForm}
      initial={INITIAL}
      before={
        <Text size="sm" c="dimmed">
          {t('guided.intro')}
        </Text>
      }
      fields={[
        {
          name: 'about',
          label: t('guided.about'),
          as: 'choice',
          wide: true,
          options: guidedTemplates().map(({ id, title }) => ({ value: id, label: title })),
        },
        ...ASK_AGAIN_WEEKS.map((weeks) => ({
          name: nameOf(weeks),
          label: t('guided.askAgainOn', { count: weeks, day: longDay(askAgainOn(day, weeks)) }),
          as: 'check' as const,
          wide: true,
        })),
      ]}
      onClose={onClose}
      onSubmit={begin}
    />
  )
}
