/** The inspection packet: everything the mentee may see, in one sheet that is previewed, printed or saved. */
import { Alert, Stack, Text } from '@mantine/core'
import { kept } from '../../../shared/crdt/kind'
import { recordFacts, recordSections } from '../../../shared/exchange/export'
import { leaving } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { isCalledOffByUnknown } from '../../../shared/model/record/session'
import { disclosures } from '../../../shared/model/record/sharing'
import { type Line, wordsOf } from '../../../shared/note-text/delta'
import {
  type Report,
  type ReportBlock,
  reportToMarkdown,
  texts,
} from '../../../shared/report/report'
import { t } from '../../../shared/words/words'
import { useOpenVault, useVault } from '../../context/vault/session'
import { offerNote } from '../../ui/undo'
import { longDay, today, useToday } from '../../ui/when'
import { PrintSheet } from '../print/print-sheet'
import { ReportContent } from '../reports/report-content'
import { behindWords } from './leaving-items'
import { usePacket } from './use-packet'

const signOf = ({ kind, checked }: Line): string =>
  kind === 'task'
    ? checked
      ? '- [x] '
      : '- [ ] '
    : kind === 'bullet' || kind === 'number'
      ? '- '
      : ''

/** A note's text on paper: its words, with a sign before the points of its lists. */
const printed = (lines: readonly Line[]): string =>
  lines.map((line) => `${'  '.repeat(line.depth)}${signOf(line)}${wordsOf(line)}`).join('\n')

/** For the coach, on the screen and never on the sheet: what to ask before a packet is given. */
const CounselQuestion = ({ record }: { readonly record: RecordProjection }) => (
  <Alert color="teal" title={t('inspection.askFirst')}>
    <Stack gap={4}>
      <Text size="sm">{t('inspection.throughRegistrar')}</Text>
      <Text size="sm">{t('inspection.toldToOthers')}</Text>
      {kept(record.escalations).length > 0 && (
        <Text size="sm" fw={600}>
          {t('inspection.escalationStays')}
        </Text>
      )}
    </Stack>
  </Alert>
)

export const Inspection = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const vault = useVault()
  const { packet, say } = usePacket(record)
  const day = useToday()
  const { items, staysBehind } = leaving(record, 'mentee-inspection')
  const unknown = items.filter(
    ({ kind, item }) => kind === 'sessions' && isCalledOffByUnknown(item),
  ).length
  const given = async (how: 'print' | 'export'): Promise<void> => {
    await session.run(record.id, disclosures.add, {
      what: t('inspection.title'),
      to: displayName(record.mentee),
      date: today(),
      why: t('inspection.reason'),
      how,
    })
    if (how === 'export') offerNote(t('inspection.saved'))
  }
  const report: Report = {
    title: displayName(record.mentee),
    subtitle: longDay(day),
    letterhead: vault.settings.letterhead,
    blocks:
      packet === undefined
        ? []
        : [
            { kind: 'facts', rows: recordFacts(packet.mentee, say) },
            ...recordSections(packet, say).flatMap((section): readonly ReportBlock[] => [
              { kind: 'heading', text: section.title },
              ...section.items.map(
                ({ title, about, facts, text }): ReportBlock => ({
                  kind: 'item',
                  title,
                  about,
                  texts: texts(...facts, ['', printed(text)]),
                }),
              ),
            ]),
          ],
    foot: [
      ...(items.length === 0 ? [t('inspection.empty')] : []),
      ...(unknown === 0 ? [] : [t('inspection.calledOffUnknown', { count: unknown })]),
      ...(behindWords(staysBehind) === ''
        ? []
        : [t('inspection.leftOut', { items: behindWords(staysBehind) })]),
      // The same in every packet, so that it tells nothing: an escalation was told to offices, which hold what they were told.
      t('inspection.officesKeepTheirOwn'),
    ],
  }
  return (
    <PrintSheet
      title={t('inspection.title')}
      markdown={() => reportToMarkdown(report)}
      options={<CounselQuestion record={record} />}
      blocked={packet === undefined}
      onGiven={(how) => void given(how)}
      onClose={onClose}
    >
      <ReportContent report={report} />
    </PrintSheet>
  )
}
