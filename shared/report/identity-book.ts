/**
 * The identity book: what a mentee answered to the same questions over four years, typeset so that the newest answer stands
 * first and the former ones beneath it, none struck out. Theirs to keep; made of shared reflections alone.
 */
import { given, leaving } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { schoolYearWords } from '../model/record/enrolment'
import { displayName } from '../model/record/mentee'
import { frameworkOf } from '../model/record/reflection'
import { t } from '../words/words'
import { footOf, headOf, type ReportWords } from './frame'
import { type Report, type ReportBlock, texts } from './report'

export const identityBook = (
  record: RecordProjection,
  vault: VaultProjection,
  words: ReportWords,
): Report => {
  const newestFirst = given(leaving(record, 'mentee-summary'), 'reflections')
    .filter(({ framework }) => framework === 'identity')
    .sort((a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt))
  const when = (day: string): string =>
    [schoolYearWords(record, day, vault.settings.turnover), words.day(day)]
      .filter(Boolean)
      .join(', ')
  const blocks = frameworkOf('identity', vault.frameworks).sections.flatMap(
    ({ id, title }): readonly ReportBlock[] => {
      const answers = texts(
        ...newestFirst.map(({ date, sections }) => [when(date), sections[id] ?? ''] as const),
      )
      return answers.length === 0 ? [] : [{ kind: 'item', title, about: '', texts: answers }]
    },
  )
  return {
    ...headOf(
      vault,
      t('report.identityBookOf', { mentee: displayName(record.mentee) }),
      t('report.identityBookIntro'),
    ),
    blocks: blocks.length === 0 ? [{ kind: 'text', text: t('report.identityBookEmpty') }] : blocks,
    foot: footOf([record], 'mentee-summary', words),
  }
}
