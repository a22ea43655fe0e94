/**
 * Handing mentees over, for good or until a day: what goes, item by item; what stays behind, counted; a summary that
 * the mentee approves; then one file under a code that travels another way.
 */
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { type HandOver, sealHandOver } from '../../../shared/model/hand-over'
import { leaving } from '../../../shared/model/leaving'
import { displayName } from '../../../shared/model/mentee'
import { toPortable } from '../../../shared/model/portable'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { disclosures } from '../../../shared/model/sharing'
import { t } from '../../../shared/words'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useModel, useOpenVault } from '../../app/session'
import { firstField } from '../../ui/first-field'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { behindWords, titleOf } from './leaving-items'

const Preview = ({
  record,
  left,
  onLeft,
}: {
  readonly record: RecordProjection
  readonly left: ReadonlySet<string>
  readonly onLeft: (id: string, out: boolean) => void
}) => {
  const { items, staysBehind } = leaving(record, 'next-coach')
  return (
    <Stack
      gap={4}
      component="section"
      aria-label={t('handOverDialog.ofMentee', { mentee: displayName(record.mentee) })}
    >
      <Text fw={600}>{displayName(record.mentee)}</Text>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('handOverDialog.nothingButWhoTheyAre')}
        </Text>
      )}
      {items.map((one) => (
        <Checkbox
          key={one.id}
          size="xs"
          label={titleOf(one)}
          checked={!left.has(one.id)}
          onChange={(event) => onLeft(one.id, !event.currentTarget.checked)}
        />
      ))}
      <Text size="sm" c="dimmed">
        {Object.keys(staysBehind).length === 0
          ? t('handOverDialog.nothingStaysBehind')
          : t('handOverDialog.staysBehindStaysbehind', { staysBehind: behindWords(staysBehind) })}
      </Text>
    </Stack>
  )
}

export const HandOverDialog = ({
  first,
  onClose,
}: {
  /** The mentee from whose page it was opened. */
  readonly first?: string
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const records = useModel((model) => model.records)
  const [chosen, setChosen] = useState<string[]>(first === undefined ? [] : [first])
  const [to, setTo] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [summary, setSummary] = useState('')
  const [approved, setApproved] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [code, setCode] = useState<readonly string[]>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const picked = chosen.flatMap((id) => records[id] ?? [])

  const make = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    const contents: HandOver = {
      from: from.trim() || t('handOverDialog.aColleague'),
      createdAt: new Date().toISOString(),
      until,
      mentees: [],
      staysBehind: {},
    }
    for (const record of picked) {
      const { items, staysBehind } = leaving(record, 'next-coach')
      const going = items.filter(({ id }) => !left.has(id))
      await session.use(record.id, async (live) => {
        const { mentee } = record
        // What is the coach's own about them stays: what not to bring up, recusals, why something is held.
        const shown = { ...mentee, avoid: '', recusal: '', hold: '', tags: [], keepUntil: null }
        contents.mentees.push(
          toPortable({ id: record.id, mentee: shown }, going, live.doc, approved ? summary.trim() : ''),
        )
      })
      contents.staysBehind[record.id] = { ...staysBehind } as Record<string, number>
    }
    const sealed = sealHandOver(contents)
    const name =
      until === null ? t('handOverDialog.confidantHandOverJson') : t('handOverDialog.confidantSubstituteJson')
    const saved = await host.saveFile(name, sealed.file)
    setBusy(false)
    if (!saved.ok) return setProblem(writeSentence[saved.error])
    if (!saved.value) return
    for (const record of picked)
      await session.run(record.id, disclosures.add, {
        what:
          until === null
            ? t('handOverDialog.handOver')
            : t('handOverDialog.lentToASubstituteUntilUntil', { until }),
        to: to.trim(),
        date: today(),
        why:
          until === null
            ? t('handOverDialog.theNextCoachGoesOnFrom')
            : t('handOverDialog.temporarySubstitute'),
        how: 'hand-over',
      })
    await session.log.add('handed-over', `${picked.length} to ${to.trim()}`)
    setCode(sealed.code)
  }

  if (code !== undefined)
    return (
      <Modal opened onClose={onClose} title={t('handOverDialog.theCodeOfThisHandOver')} size="md">
        <Stack gap="md">
          <Text size="sm">{t('handOverDialog.theFileIsSavedAndSealed', { value: to.trim() })}</Text>
          <Text
            ff="monospace"
            fw={600}
            aria-label={t('handOverDialog.handOverCode')}
            style={{ letterSpacing: '0.06em' }}
          >
            {code.join(' ')}
          </Text>
          <Group justify="flex-end">
            <Button
              onClick={() => {
                offerNote(t('handOverDialog.theHandOverIsNotedAmong'))
                onClose()
              }}
            >
              {t('common.done')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title={t('handOverDialog.handOver2')} size="lg">
      <Stack gap="md">
        <MultiSelect
          label={t('common.mentees')}
          searchable
          data={currentRecords(records).map(({ id, mentee }) => ({ value: id, label: displayName(mentee) }))}
          value={chosen}
          onChange={setChosen}
        />
        <Group grow align="flex-end">
          <TextInput
            label={t('handOverDialog.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            {...firstField}
          />
          <TextInput
            label={t('handOverDialog.from')}
            description={t('handOverDialog.yourNameAsTheyWillRead')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <DateInput
            label={t('handOverDialog.onlyUntil')}
            description={t('handOverDialog.forASubstitute')}
            valueFormat="D MMM YYYY"
            clearable
            minDate={today()}
            value={until}
            onChange={setUntil}
            popoverProps={{ withinPortal: true }}
          />
        </Group>
        <Textarea
          label={t('handOverDialog.summaryForTheNextCoach')}
          autosize
          minRows={3}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <Checkbox
          label={t('handOverDialog.theMenteeHasReadThisSummary')}
          description={t('handOverDialog.withoutItTheSummaryStaysHere')}
          checked={approved}
          disabled={summary.trim() === ''}
          onChange={(event) => setApproved(event.currentTarget.checked)}
        />
        {picked.map((record) => (
          <Preview
            key={record.id}
            record={record}
            left={left}
            onLeft={(id, out) => {
              const next = new Set(left)
              if (out) next.add(id)
              else next.delete(id)
              setLeft(next)
            }}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('handOverDialog.memoryAidsWellBeingCheckIns')}
          {until !== null && t('handOverDialog.theSubstitutesCopyIsErasedAfter', { until: longDay(until) })}
        </Text>
        {problem !== '' && (
          <Alert color="amber" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={busy}
            disabled={picked.length === 0 || to.trim() === ''}
            onClick={() => void make()}
          >
            {t('handOverDialog.saveTheSealedFile')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
