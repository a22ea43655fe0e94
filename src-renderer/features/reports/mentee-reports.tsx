/** Reports to one mentee: the progress summary, and the growth book that a graduate takes along. */
import { Group } from '@mantine/core'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import { linesOfCards } from '../../../shared/model/caseload/resource'
import { SHIPPED_CARD } from '../../../shared/model/caseload/support-card'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { disclosures } from '../../../shared/model/record/sharing'
import { identityBook } from '../../../shared/report/identity-book'
import { growthBook, progressSummary } from '../../../shared/report/mentee-reports'
import { type Report, reportToMarkdown } from '../../../shared/report/report'
import { takeHome } from '../../../shared/report/take-home'
import { t } from '../../../shared/words/words'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useRun, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { offerNote } from '../../ui/undo'
import { today, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { PrintSheet } from '../print/print-sheet'
import { ReportContent } from './report-content'
import { reportWords } from './report-words'

const ToMentee = ({
  record,
  report,
  what,
  options,
  onClose,
}: {
  readonly record: RecordProjection
  readonly report: Report
  readonly what: string
  readonly options?: React.ReactNode
  readonly onClose: () => void
}) => {
  const run = useRun()
  const given = async (how: 'print' | 'export'): Promise<void> => {
    const to = displayName(record.mentee)
    await run(record.id, disclosures.add, {
      what,
      to,
      date: today(),
      how,
      why: t('report.forMentee'),
    })
    if (how === 'export') offerNote(t('report.savedAndNoted'))
  }
  return (
    <PrintSheet
      title={report.title}
      fileName={what}
      markdown={() => reportToMarkdown(report)}
      options={options}
      onGiven={(how) => void given(how)}
      onClose={onClose}
    >
      <ReportContent report={report} />
    </PrintSheet>
  )
}

export const ProgressSummary = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const { turnover } = vault.settings
  const day = useToday()
  const year = academicYear(academicYearEnd(day, turnover), turnover)
  const { values, set } = useTypedValues(`progress-summary/${record.id}`, {
    from: year.from,
    to: day,
  })
  return (
    <ToMentee
      record={record}
      what={t('report.progressSummary')}
      report={progressSummary(record, vault, values, reportWords)}
      options={
        <Group gap="sm">
          <DayField
            label={t('common.fromDay')}
            value={values.from}
            onChange={(day) => set({ from: day })}
          />
          <DayField
            label={t('common.toDay')}
            value={values.to}
            onChange={(day) => set({ to: day })}
          />
        </Group>
      }
      onClose={onClose}
    />
  )
}

/** One page: goals, what they will try, the days ahead, and where help is. */
export const TakeHome = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const card = linesOfCards(vault.supportCards) ?? SHIPPED_CARD
  const day = useToday()
  return (
    <ToMentee
      record={record}
      what={t('takeHome.title')}
      report={takeHome(record, vault, { card, today: day, words: reportWords })}
      onClose={onClose}
    />
  )
}

export const GrowthBook = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => (
  <ToMentee
    record={record}
    what={t('report.growthBook')}
    report={growthBook(record, useVault(), reportWords)}
    onClose={onClose}
  />
)

export const IdentityBook = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => (
  <ToMentee
    record={record}
    what={t('report.identityBook')}
    report={identityBook(record, useVault(), reportWords)}
    options={<HelpButton topic="identity" />}
    onClose={onClose}
  />
)
