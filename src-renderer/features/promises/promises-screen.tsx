/**
 * My promises: the coach's ledger over all mentees (shared/views/promise-ledger.ts), a card for what is open and one for each
 * month, with what was not kept in time first. It is no list of mentees: it measures the coach.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconChecklist, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { promiseReport } from '../../../shared/report/promise-report'
import { reportToMarkdown } from '../../../shared/report/report'
import {
  type OwnPromise,
  type PromiseMonth,
  promiseLedger,
} from '../../../shared/views/promise-ledger'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { useModel, useOpenVault, useVault, useWholeModel } from '../../context/vault/session'
import cards from '../../ui/cards.module.css'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { PrintSheet } from '../print/print-sheet'
import { ReportContent } from '../reports/report-content'
import { ActionLine, openSource } from '../sessions/action-list'
import { monthWords } from './month-words'

/** A year stands on the screen; what was before it, behind a button. */
const MONTHS_SHOWN = 12

/** Archived mentees count: a promise to somebody who has graduated was one. */
const coached = (records: Readonly<Record<string, RecordProjection>>) =>
  Object.values(records).filter(({ mentee }) => mentee.deletedAt === null)
const ledgerOf = (records: Readonly<Record<string, RecordProjection>>, day: string) =>
  promiseLedger(coached(records), day)

const Line = ({ promise: { record, mentee, item, state } }: { readonly promise: OwnPromise }) => (
  <ActionLine
    recordId={record}
    item={item}
    of={state === 'kept-late' ? `${mentee} · ${t('promises.keptLate')}` : mentee}
    beside
    onOpen={() => openSource(record, item)}
  />
)

const Month = ({
  month: { month, kept, keptLate, late, promises },
}: {
  readonly month: PromiseMonth
}) => {
  const [all, setAll] = useState(false)
  const inTime = promises.filter(({ state }) => state === 'kept')
  const shown = all ? promises : promises.filter(({ state }) => state !== 'kept')
  const total = kept + late
  return (
    <Section
      dense
      title={monthWords(month)}
      action={
        <Text size="sm" className="tabular" c="dimmed">
          {keptLate === 0
            ? t('promises.keptOf', { kept, total })
            : t('promises.keptOfLate', { kept, total, late: keptLate })}
        </Text>
      }
    >
      {shown.map((promise) => (
        <Line key={promise.item.id} promise={promise} />
      ))}
      {!all && inTime.length > 0 && (
        <LineButton onClick={() => setAll(true)}>
          {t('promises.showKept', { count: inTime.length })}
        </LineButton>
      )}
    </Section>
  )
}

const PrintedLedger = ({
  months,
  onClose,
}: {
  readonly months: readonly PromiseMonth[]
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const { settings } = useVault()
  const report = promiseReport(months, settings.letterhead, { month: monthWords })
  return (
    <PrintSheet
      title={report.title}
      markdown={() => reportToMarkdown(report)}
      onGiven={(how) =>
        void session.log.add(
          'exported',
          t('log.report', { report: t('promises.reportTitle'), how }),
        )
      }
      onClose={onClose}
    >
      <ReportContent report={report} />
    </PrintSheet>
  )
}

export const PromisesScreen = () => {
  const day = useToday()
  const records = useModel((model) => model.records)
  const { open, months } = ledgerOf(records, day)
  const whole = useWholeModel()
  const [earlier, setEarlier] = useState(false)
  const [printing, setPrinting] = useState(false)
  const countOf = (ledger: ReturnType<typeof ledgerOf>): number =>
    ledger.open.length + ledger.months.reduce((sum, { promises }) => sum + promises.length, 0)
  const count = countOf({ open, months })
  const hidden = whole === undefined ? 0 : countOf(ledgerOf(whole.records, day)) - count
  if (count + hidden === 0)
    return (
      <EmptyState icon={IconChecklist} title={t('promises.empty')} text={t('promises.emptyWhy')}>
        <Button onClick={() => go({ screen: 'caseload' })}>{t('reach.openMentees')}</Button>
      </EmptyState>
    )
  const shown = earlier ? months : months.slice(0, MONTHS_SHOWN)
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('promises.intro')}
          </Text>
          <HelpButton topic="promises" />
        </Group>
        {months.length > 0 && (
          <Button
            variant="default"
            flex="none"
            leftSection={<Icon of={IconPrinter} />}
            onClick={() => setPrinting(true)}
          >
            {t('promises.print')}
          </Button>
        )}
      </Group>
      {hidden > 0 && <HiddenLine>{t('presenting.thing', { count: hidden })}</HiddenLine>}
      <div className={cards.cards}>
        {open.length > 0 && (
          <Section dense title={t('promises.open')}>
            {open.map((promise) => (
              <Line key={promise.item.id} promise={promise} />
            ))}
          </Section>
        )}
        {shown.map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </div>
      {shown.length < months.length && (
        <Group>
          <Button variant="subtle" onClick={() => setEarlier(true)}>
            {t('promises.earlier')}
          </Button>
        </Group>
      )}
      {printing && <PrintedLedger months={months} onClose={() => setPrinting(false)} />}
    </Stack>
  )
}
