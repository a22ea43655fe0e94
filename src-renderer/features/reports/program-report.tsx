/** The report to the program: whether something was done, by name or counted, with a proof of what is not in it. */
import { Alert, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import {
  currentRecords,
  formerRecords,
  type RecordProjection,
} from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import {
  FEWEST_FOR_COUNTS,
  mayBeCounted,
  PROGRAM_FIELDS,
  programFieldLabel,
  programReport,
} from '../../../shared/report/program-report'
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

/** Every text of the caseload, everybody's names, and what else tells who they are. */
const everythingIn = (records: readonly RecordProjection[]) => {
  const said = (all: readonly string[]): readonly string[] => [
    ...new Set(all.filter((one) => one.trim().length > 1)),
  ]
  const names = said(records.flatMap(({ mentee }) => [mentee.name, displayName(mentee)]))
  return {
    names,
    numbers: said(records.flatMap(({ mentee }) => [mentee.email, mentee.studentId])),
    texts: records
      .flatMap((record) =>
        recordSources(record, ({ body }) => body).flatMap(({ document }) => {
          const { title, words } = document()
          return [title, ...Object.values(words).flatMap((text) => text.split(' · '))]
        }),
      )
      .filter((text) => !names.includes(text.trim())),
  }
}

export const ProgramReport = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const all = useModel((model) => model.records)
  // Who graduated was coached until then; whoever is only archived is left out, as everywhere.
  const records = [
    ...currentRecords(all),
    ...formerRecords(all).filter(({ mentee }) => mentee.endedOn !== null),
  ]
  const vault = useVault()
  const { turnover } = vault.settings
  const day = useToday()
  const { values, set } = useTypedValues('program-report', {
    from: academicYear(academicYearEnd(day, turnover), turnover).from,
    to: day,
    fields: PROGRAM_FIELDS as readonly string[],
    form: 'names' as 'names' | 'counts',
  })
  const period = { from: values.from, to: values.to }
  const countable = mayBeCounted(records, period)
  const names = values.form === 'names' || !countable
  const report = programReport(
    records,
    vault,
    period,
    { fields: PROGRAM_FIELDS.filter((field) => values.fields.includes(field)), names },
    reportWords,
  )
  const everything = useMemo(() => everythingIn(Object.values(all)), [all])
  const proof = prove(
    report,
    names ? everything.numbers : [...everything.names, ...everything.numbers],
    everything.texts,
  )
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
              value={values.from}
              onChange={(from) => set({ from })}
            />
            <DayField label={t('common.toDay')} value={values.to} onChange={(to) => set({ to })} />
          </Group>
          <Radio.Group
            label={t('report.programForm')}
            value={names ? 'names' : 'counts'}
            onChange={(form) => set({ form: form === 'counts' ? 'counts' : 'names' })}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="names"
                label={t('report.byName')}
                description={t('report.byNameHint')}
              />
              <Radio
                value="counts"
                label={t('report.byCounts')}
                description={t('report.byCountsHint', { count: FEWEST_FOR_COUNTS })}
                disabled={!countable}
              />
            </Stack>
          </Radio.Group>
          <Checkbox.Group
            label={t('report.programSays')}
            value={[...values.fields]}
            onChange={(fields) => set({ fields })}
          >
            <Stack gap={6} mt={6}>
              {PROGRAM_FIELDS.map((field) => (
                <Checkbox key={field} value={field} label={programFieldLabel(field)} />
              ))}
            </Stack>
          </Checkbox.Group>
          {proof.found.length === 0 ? (
            <Alert color="teal" icon={<Icon of={IconShieldCheck} size="large" />}>
              {t(names ? 'report.noTextInIt' : 'report.noNameInIt')}
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
