/**
 * Handing mentees over, for good or until a day: what goes, item by item; what stays behind, counted; a summary that
 * the mentee approves; then one file under a code that travels another way.
 * Not a form: the last dialog, where the code is shown.
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
import { useState } from 'react'
import { type HandOver, sealHandOver } from '../../../shared/exchange/hand-over'
import { toPortable } from '../../../shared/exchange/portable'
import { leaving, profileFor } from '../../../shared/model/leaving'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { disclosures } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRun } from '../../context/vault/session'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { longDay, today, useToday } from '../../ui/when'
import { behindWords, profileLine, titleOf } from './leaving-items'

const Preview = ({
  record,
  left,
  onLeft,
}: {
  readonly record: RecordProjection
  readonly left: readonly string[]
  readonly onLeft: (id: string, out: boolean) => void
}) => {
  const { items, staysBehind } = leaving(record, 'next-coach')
  return (
    <Stack
      gap={4}
      component="section"
      aria-label={t('handOver.menteesOnly', { mentee: displayName(record.mentee) })}
    >
      <Text fw={600}>{displayName(record.mentee)}</Text>
      <Text size="sm">{profileLine(profileFor(record.mentee, 'next-coach'))}</Text>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('handOver.nothingElse')}
        </Text>
      )}
      {items.map((one) => (
        <Checkbox
          key={one.id}
          size="xs"
          label={titleOf(one)}
          checked={!left.includes(one.id)}
          onChange={(event) => onLeft(one.id, !event.currentTarget.checked)}
        />
      ))}
      {Object.keys(staysBehind).length > 0 && (
        <Text size="sm" c="dimmed">
          {t('handOver.staysBehind', { items: behindWords(staysBehind) })}
        </Text>
      )}
    </Stack>
  )
}

interface HandedOver {
  readonly to: string
  readonly code: readonly string[]
  /** Whether it is among the disclosures. */
  readonly noted: boolean
}

const Made = ({ to, code, noted, onClose }: HandedOver & { readonly onClose: () => void }) => (
  <Modal opened onClose={onClose} title={t('handOver.codeLabel')} size="md">
    <Stack gap="md">
      <Text size="sm">{t('handOver.savedTellCode', { colleague: to })}</Text>
      <Text
        ff="monospace"
        fw={600}
        aria-label={t('handOver.code')}
        style={{ letterSpacing: '0.06em' }}
      >
        {code.join(' ')}
      </Text>
      {!noted && (
        <Alert color="amber" role="alert">
          {t('handOver.notNoted')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          onClick={() => {
            if (noted) offerNote(t('handOver.noted'))
            onClose()
          }}
        >
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  </Modal>
)

export const HandOverDialog = ({
  first,
  onClose,
}: {
  /** The mentee from whose page it was opened. */
  readonly first?: string
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const run = useRun()
  const records = useModel((model) => model.records)
  const form = useTypedDialog(`hand-over/${first ?? ''}`, t('handOver.act'), {
    chosen: first === undefined ? [] : [first],
    to: '',
    from: '',
    until: null as string | null,
    summary: '',
    approved: false,
    /** Items that stay. */
    left: [] as readonly string[],
  })
  const {
    values: { chosen, to, from, until, summary, approved, left },
    set,
  } = form
  const day = useToday()
  const [made, setMade] = useState<HandedOver>()
  const [asking, setAsking] = useState(false)
  const picked = chosen.flatMap((id) => records[id] ?? [])

  const note = async (): Promise<void> => {
    for (const record of picked)
      await run(record.id, disclosures.add, {
        what:
          until === null ? t('handOver.title') : t('handOver.lentUntil', { day: longDay(until) }),
        to: to.trim(),
        date: today(),
        why: until === null ? t('handOver.summaryHint') : t('handOver.substitute'),
        how: 'hand-over',
      })
    await session.log.add(
      'handed-over',
      t('log.menteesTo', {
        mentees: t('count.mentee', { count: picked.length }),
        coach: to.trim(),
      }),
    )
  }

  const make = async (refuse: (why: string) => void): Promise<void> => {
    const contents: HandOver = {
      from: from.trim() || t('handOver.colleague'),
      createdAt: new Date().toISOString(),
      until,
      mentees: [],
      staysBehind: {},
    }
    for (const record of picked) {
      const { items, staysBehind } = leaving(record, 'next-coach')
      const going = items.filter(({ id }) => !left.includes(id))
      await session.use(record.id, async (live) => {
        const mentee = profileFor(record.mentee, 'next-coach')
        contents.mentees.push(
          toPortable({ id: record.id, mentee }, going, live.doc, approved ? summary.trim() : ''),
        )
      })
      contents.staysBehind[record.id] = { ...staysBehind } as Record<string, number>
    }
    // One that was erased meanwhile must not be missing without a word.
    if (contents.mentees.length < picked.length) return refuse(t('form.writeLost'))
    const sealed = sealHandOver(contents)
    const name = until === null ? t('handOver.fileName') : t('handOver.substituteFileName')
    const saved = await host.files.save(name, sealed.file)
    if (!saved.ok) return refuse(writeSentence[saved.error])
    if (!saved.value) return setAsking(false)
    // The file is out: its code is shown whatever happens to the notes about it.
    const noted = await note().then(
      () => true,
      () => false,
    )
    form.forget()
    setMade({ to: to.trim(), code: sealed.code, noted })
  }

  if (made !== undefined) return <Made {...made} onClose={onClose} />
  if (asking)
    return (
      <AskPassphrase
        title={t('handOver.act')}
        why={t('handOver.whyPassphrase')}
        action={t('handOver.save')}
        onProven={make}
        onClose={() => setAsking(false)}
      />
    )
  return (
    <FormDialog
      form={form}
      action={t('handOver.save')}
      disabled={picked.length === 0 || to.trim() === ''}
      onClose={onClose}
      onSubmit={async (refuse) => {
        setAsking(true)
        refuse('')
      }}
    >
      <MultiSelect
        label={t('common.mentees')}
        searchable
        data={currentRecords(records).map(({ id, mentee }) => ({
          value: id,
          label: displayName(mentee),
        }))}
        value={chosen}
        onChange={(next) => set({ chosen: next })}
      />
      <Group grow align="flex-end">
        <TextInput
          label={t('handOver.toColleague')}
          value={to}
          onChange={(event) => set({ to: event.currentTarget.value })}
          {...firstField}
        />
        <TextInput
          label={t('handOver.fromCoach')}
          description={t('handOver.yourNameHint')}
          value={from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <DayField
          label={t('handOver.onlyUntil')}
          description={t('handOver.forSubstitute')}
          clearable
          minDate={day}
          value={until}
          onChange={(day) => set({ until: day })}
        />
      </Group>
      <Textarea
        label={t('handOver.summary')}
        autosize
        minRows={3}
        value={summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <Checkbox
        label={t('handOver.menteeAgrees')}
        description={t('handOver.menteeAgreesHint')}
        checked={approved}
        disabled={summary.trim() === ''}
        onChange={(event) => set({ approved: event.currentTarget.checked })}
      />
      {picked.map((record) => (
        <Preview
          key={record.id}
          record={record}
          left={left}
          onLeft={(id, out) =>
            set({ left: out ? [...left, id] : left.filter((one) => one !== id) })
          }
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('handOver.staysWithYou')}
        {until !== null && ` ${t('handOver.substituteErases', { day: longDay(until) })}`}
      </Text>
    </FormDialog>
  )
}
