/** The teaching portfolio, as it prints, with the coach's roles above it. */
import { Textarea } from '@mantine/core'
import { setSettings } from '../../../shared/model/caseload/caseload'
import { portfolio } from '../../../shared/report/portfolio'
import { reportToMarkdown } from '../../../shared/report/report'
import { t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { useToday } from '../../ui/when'
import { PrintSheet } from '../print/print-sheet'
import { ReportContent } from './report-content'
import { reportWords } from './report-words'

const Roles = () => {
  const runOnVault = useRunOnVault()
  const { settings } = useVault()
  const [draft, setDraft] = useTypedValue<string | undefined>('setting/portfolioRoles', undefined)
  const leave = (): void => {
    if (draft !== undefined)
      void runOnVault(setSettings, { portfolioRoles: draft }).then(() => setDraft(undefined))
  }
  return (
    <Textarea
      label={t('work.roles')}
      description={t('work.rolesHint')}
      autosize
      minRows={2}
      maxLength={1000}
      value={draft ?? settings.portfolioRoles}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}

export const TeachingPortfolio = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const day = useToday()
  const records = Object.values(useModel((model) => model.records))
  const report = portfolio(
    records.filter(({ mentee }) => mentee.deletedAt === null),
    useVault(),
    day,
    reportWords,
  )
  return (
    <PrintSheet
      title={report.title}
      markdown={() => reportToMarkdown(report)}
      options={<Roles />}
      onGiven={(how) =>
        void session.log.add('exported', t('log.report', { report: report.title, how }))
      }
      onClose={onClose}
    >
      <ReportContent report={report} />
    </PrintSheet>
  )
}
