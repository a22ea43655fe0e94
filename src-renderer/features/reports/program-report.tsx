/** The report to the program: counts, field by field, with a proof of what is not in it. */
import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import {
  PROGRAM_FIELDS,
  programLines,
  programReport,
} from '../../../shared/report/caseload-reports'
import { prove, reportToMarkdown } from '../../../shared/report/report'
import { recordSources } from '../../../shared/search/documents'
import { t } from '../../../shared/words/words'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { Icon } from '../../ui/icon'
import { useToday } from '../../ui/when'
import { PrintSheet } from '../print/print-sheet'
import { ReportContent } from './report-content'
import { reportWords } from './report-words'

/** Every title and text of the caseload, and everybody's names. */
const everythingIn = (records: readonly RecordProjection[]) => ({
  names: [
    ...new Set(
      records
        .flatMap(({ mentee }) => [mentee.name, displayName(mentee), mentee.email, mentee.studentId])
        .filter((name) => name.trim().length > 1),
    ),
  ],
  texts: records.flatMap((record) =>
    recordSources(record, ({ body }) => body).flatMap(({ document }) => {
      const { title, words } = document()
      return [title, ...Object.values(words).flatMap((text) => text.split(' · '))]
    }),
  ),
})

export const ProgramReport = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const all = useModel((model) => model.records)
  const records = currentRecords(all)
  const vault = useVault()
  const { turnover } = vault.settings
  const day = useToday()
  const {
    values: { from, to, fields },
    set,
  } = useTypedValues('program-report', {
    from: academicYear(academicYearEnd(day, turnover), turnover).from,
    to: day,
    fields: PROGRAM_FIELDS as readonly string[],
  })
  const period = { from, to }
  const report = programReport(
    records,
    vault,
    period,
    PROGRAM_FIELDS.filter((field) => fields.includes(field)),
    reportWords,
  )
  const everything = useMemo(() => everythingIn(Object.values(all)), [all])
  const proof = prove(report, everything.names, everything.texts)
  return (
    <PrintSheet
      title={report.title}
      markdown={() => reportToMarkdown(report)}
      blocked={proof.found.length > 0}
      onGiven={(how) =>
        void session.log.add(
          'exported',
          t('log.report', { report: t('report.reportToTheProgram'), how }),
        )
      }
      onClose={onClose}
      options={
        <Stack gap="sm">
          <Group gap="sm">
            <DayField
              label={t('common.fromDay')}
              value={from}
              onChange={(day) => set({ from: day })}
            />
            <DayField label={t('common.toDay')} value={to} onChange={(day) => set({ to: day })} />
          </Group>
          <Checkbox.Group
            label={t('report.programSays')}
            value={[...fields]}
            onChange={(next) => set({ fields: next })}
          >
            <Stack gap={6} mt={6}>
              {programLines(records, vault, period).map(({ field, label, how, value }) => (
                <Checkbox
                  key={field}
                  value={field}
                  label={`${label}: ${value}`}
                  description={how}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {proof.found.length === 0 ? (
            <Alert
              color="teal"
              icon={<Icon of={IconShieldCheck} size="large" />}
              title={t('report.programNotLeft')}
            >
              {t('report.programProof', {
                names: t('count.nameAddressOrId', { count: proof.names }),
                texts: t('count.titleOrText', { count: proof.texts }),
              })}
            </Alert>
          ) : (
            <Alert color="red" role="alert" title={t('report.programWouldLeak')}>
              <Text size="sm">
                {t('report.programLeakWords', {
                  words: proof.found.slice(0, 5).join('; '),
                })}
              </Text>
            </Alert>
          )}
        </Stack>
      }
    >
      <ReportContent report={report} />
    </PrintSheet>
  )
}
