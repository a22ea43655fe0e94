/**
 * Handing mentees over, for good or until a day: what goes, item by item; what stays behind, counted; a summary that
 * the mentee approves; then one file under a code that travels another way.
 */
import { useState } from 'react'
import { type HandOver, sealHandOver } from '../../../shared/exchange/hand-over'
import { toPortable, withHistory } from '../../../shared/exchange/portable'
import { versionsLeaving } from '../../../shared/model/history/leaving-history'
import { leaving, profileFor } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { disclosures } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRun } from '../../context/vault/session'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { FormDialog } from '../../forms/form-dialog'
import type { VaultSession } from '../../store/session/vault-session'
import { longDay, today } from '../../ui/when'
import { type HandedOver, HandOverCode } from './hand-over-code'
import { HandOverFields, type HandOverTyped } from './hand-over-fields'

/** What of the mentees goes into the file. One that was erased meanwhile is not in it. */
const contentsOf = async (
  session: VaultSession,
  picked: readonly RecordProjection[],
  { from, until, left, approved, summary, history }: HandOverTyped,
): Promise<HandOver> => {
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
    const versions = history ? await session.history.read(record.id) : []
    await session.use(record.id, async (live) => {
      const mentee = profileFor(record.mentee, 'next-coach')
      const said = approved ? summary.trim() : ''
      const portable = toPortable({ id: record.id, mentee }, going, live.doc, said)
      const before = versionsLeaving(going, versions, 'next-coach')
      contents.mentees.push(before.length === 0 ? portable : withHistory(portable, before))
    })
    contents.staysBehind[record.id] = { ...staysBehind } as Record<string, number>
  }
  return contents
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
  const run = useRun()
  const records = useModel((model) => model.records)
  const form = useTypedDialog<HandOverTyped>(`hand-over/${first ?? ''}`, t('handOver.act'), {
    chosen: first === undefined ? [] : [first],
    to: '',
    from: '',
    until: null,
    summary: '',
    approved: false,
    left: [],
    history: false,
  })
  const { chosen, to, until } = form.values
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
    const contents = await contentsOf(session, picked, form.values)
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

  if (made !== undefined) return <HandOverCode {...made} onClose={onClose} />
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
      <HandOverFields typed={form.values} set={form.set} picked={picked} />
    </FormDialog>
  )
}
