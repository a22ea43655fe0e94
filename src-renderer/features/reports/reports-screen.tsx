/**
 * Reports: what the coach gives away or keeps, each shown as it prints before it leaves. They are made in
 * shared/report as plain data, of what may leave for the one who gets them; here they are chosen, dated, printed or
 * saved.
 */

import { Button, Group, Select, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { academicYearEnd } from '../../../shared/base/academic-year'
import { settings as declared, setSettings } from '../../../shared/model/caseload/caseload'
import { currentRecords, kept } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import { coachYear, reachQuarter } from '../../../shared/report/caseload-reports'
import { reportToMarkdown } from '../../../shared/report/report'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import cards from '../../ui/cards.module.css'
import { menteeOptions } from '../../ui/mentee-options'
import { Section } from '../../ui/section'
import { shortDay, useToday } from '../../ui/when'
import { PrintSheet } from '../print/print-sheet'
import { GrowthBook, ProgressSummary } from './mentee-reports'
import { ProgramReport } from './program-report'
import { ReportContent } from './report-content'
import { reportWords } from './report-words'
import { TeachingPortfolio } from './teaching-portfolio'

const Row = ({ about, children }: { readonly about: string; readonly children: ReactNode }) => (
  <Group justify="space-between" align="flex-start" gap="md">
    <Text size="sm" c="dimmed" maw="46ch">
      {about}
    </Text>
    <Group gap="xs" align="flex-end">
      {children}
    </Group>
  </Group>
)

const MenteeReports = () => {
  const all = useModel((model) => model.records)
  const [chosen, setChosen] = useState<string | null>(null)
  const [open, setOpen] = useState<'summary' | 'book'>()
  const mentees = menteeOptions(
    Object.values(all).filter(({ mentee }) => mentee.deletedAt === null),
  )
  const record = chosen === null ? undefined : all[chosen]
  const close = (): void => setOpen(undefined)
  return (
    <Section title={t('report.forAMentee')}>
      <Row about={t('report.menteeIntro')}>
        <Select
          label={t('common.mentee')}
          placeholder={t('common.typeAName')}
          searchable
          data={mentees}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          variant="default"
          disabled={record === undefined}
          onClick={() => setOpen('summary')}
        >
          {t('report.progressSummary')}
        </Button>
        <Button variant="default" disabled={record === undefined} onClick={() => setOpen('book')}>
          {t('report.growthBook')}
        </Button>
      </Row>
      {record !== undefined && open === 'summary' && (
        <ProgressSummary record={record} onClose={close} />
      )}
      {record !== undefined && open === 'book' && <GrowthBook record={record} onClose={close} />}
    </Section>
  )
}

const ReachQuarter = () => {
  const { session } = useOpenVault()
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const [chosen, setChosen] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const day = useToday()
  const choices = kept(vault.reachWeeks)
    .filter(({ start }) => start <= day)
    .sort((a, b) => b.start.localeCompare(a.start))
    .flatMap((week) =>
      [
        ...new Set(
          records
            .filter(
              (record) =>
                record.mentee.reachGroup !== '' && classOn(record, week.start) === week.classYear,
            )
            .map(({ mentee }) => mentee.reachGroup),
        ),
      ].map((group) => ({
        value: `${week.id}/${group}`,
        label: t('report.groupQuarter', {
          group,
          year: week.year,
          quarter: week.quarter,
          day: shortDay(week.start),
        }),
        week,
        group,
      })),
    )
  const choice = choices.find(({ value }) => value === chosen)
  const report =
    choice === undefined ? undefined : reachQuarter(records, vault, choice, reportWords)
  return (
    <Section title={t('report.reachQuarter')}>
      <Row about={t('report.quarterIntro')}>
        <Select
          label={t('report.groupAndQuarter')}
          placeholder={choices.length === 0 ? t('report.noReachWeek') : t('report.choose')}
          searchable
          w={300}
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button variant="default" disabled={report === undefined} onClick={() => setOpen(true)}>
          {t('report.reachQuarterSheet')}
        </Button>
      </Row>
      {open && report !== undefined && (
        <PrintSheet
          title={report.title}
          fileName={t('report.reachQuarterSheet')}
          markdown={() => reportToMarkdown(report)}
          onGiven={(how) =>
            void session.log.add(
              'exported',
              t('log.report', { report: t('report.reachQuarterSheet'), how }),
            )
          }
          onClose={() => setOpen(false)}
        >
          <ReportContent report={report} />
        </PrintSheet>
      )}
    </Section>
  )
}

const YEARS_BACK = 8

const CoachYear = () => {
  const { session } = useOpenVault()
  const records = Object.values(useModel((model) => model.records)).filter(
    ({ mentee }) => mentee.deletedAt === null,
  )
  const vault = useVault()
  const now = academicYearEnd(useToday(), vault.settings.turnover)
  const [year, setYear] = useState(String(now))
  const [open, setOpen] = useState<'year' | 'portfolio'>()
  const close = (): void => setOpen(undefined)
  const report = coachYear(records, vault, Number(year), reportWords)
  return (
    <Section title={t('report.myYearLong')}>
      <Row about={t('report.myYearIntro')}>
        <Select
          label={t('report.academicYear')}
          allowDeselect={false}
          data={Array.from({ length: YEARS_BACK }, (_, back) => ({
            value: String(now - back),
            label: `${now - back - 1}–${now - back}`,
          }))}
          value={year}
          onChange={(value) => setYear(value ?? String(now))}
        />
        <Button variant="default" onClick={() => setOpen('year')}>
          {t('report.myYear')}
        </Button>
        <Button variant="default" onClick={() => setOpen('portfolio')}>
          {t('work.portfolio')}
        </Button>
      </Row>
      {open === 'portfolio' && <TeachingPortfolio onClose={close} />}
      {open === 'year' && (
        <PrintSheet
          title={report.title}
          markdown={() => reportToMarkdown(report)}
          onGiven={(how) =>
            void session.log.add(
              'exported',
              t('log.report', { report: t('report.myYearLong'), how }),
            )
          }
          onClose={close}
        >
          <ReportContent report={report} />
        </PrintSheet>
      )}
    </Section>
  )
}

const Program = () => {
  const [open, setOpen] = useState(false)
  useCommand('program-report', () => setOpen(true))
  return (
    <Section title={t('report.forTheProgram')}>
      <Row about={t('report.programIntro')}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('report.reportToTheProgram')}
        </Button>
      </Row>
      {open && <ProgramReport onClose={() => setOpen(false)} />}
    </Section>
  )
}

const Letterhead = () => {
  const runOnVault = useRunOnVault()
  const { settings } = useVault()
  const [draft, setDraft] = useTypedValue<string | undefined>('setting/letterhead', undefined)
  const leave = (): void => {
    const parsed = v.safeParse(declared.fields.letterhead.input, draft)
    if (parsed.success)
      void runOnVault(setSettings, { letterhead: parsed.output }).then(() => setDraft(undefined))
  }
  return (
    <Section title={t('report.letterhead')}>
      <Textarea
        label={t('report.letterheadOn')}
        description={t('report.letterheadHint')}
        autosize
        minRows={3}
        maxLength={500}
        value={draft ?? settings.letterhead}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={leave}
      />
    </Section>
  )
}

export const ReportsScreen = () => (
  <div className={cards.cards}>
    <MenteeReports />
    <ReachQuarter />
    <CoachYear />
    <Program />
    <Letterhead />
  </div>
)
