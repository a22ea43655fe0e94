/**
 * Asking a colleague about a mentee without saying who it is: what the coach picks becomes one text, names, places and
 * dates are taken out of it by rules, and exactly what leaves is read and edited before. It is sealed under a one-time code
 * as a hand-over is, kept here as it left, and among the disclosures. Nothing is sent: the coach gives the file.
 */

import { Button } from '@mantine/core'
import { toBase64UrlEncoded } from 'lib0/buffer'
import { useMemo, useState } from 'react'
import { addDays } from '../../../shared/base/day'
import { newId } from '../../../shared/base/id'
import { type Case, caseText, sealCase } from '../../../shared/exchange/consult'
import { knownWords, withoutNames } from '../../../shared/exchange/without-names'
import type { RecordProjection } from '../../../shared/model/projection'
import { consults } from '../../../shared/model/record/consult'
import { allLines } from '../../../shared/model/record/note-text'
import { disclosures } from '../../../shared/model/record/sharing'
import { plainText } from '../../../shared/note-text/delta'
import { newKey } from '../../../shared/vault/keys'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useOpenVault, useRun } from '../../context/vault/session'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { FormDialog } from '../../forms/form-dialog'
import type { VaultSession } from '../../store/session/vault-session'
import { today, useToday } from '../../ui/when'
import { type HandedOver, HandOverCode } from '../ending/hand-over-code'
import { CaseFields, CaseIntro, type CaseTyped } from './case-fields'
import { CasePreview } from './case-preview'
import { goalPart, notePart, type Offered, offeredOf } from './offered'

/** Time enough for an answer. */
const DAYS_OPEN = 14
const NOTHING = {
  to: '',
  from: '',
  question: '',
  picked: [],
  text: '',
  whole: '',
  taken: [],
  reading: false,
}

/** As whole texts, of the record itself: a projection holds only a note's first lines. */
const textsOf = async (
  session: VaultSession,
  record: string,
  { goals, notes, aids }: Offered,
  picked: readonly string[],
) => {
  const isPicked = ({ id }: { readonly id: string }): boolean => picked.includes(id)
  const parts = goals.filter(isPicked).map(goalPart)
  await session.use(record, async ({ doc }) => {
    for (const note of [...notes, ...aids].filter(isPicked))
      parts.push(notePart(note, plainText(allLines(doc, note.id))))
  })
  return parts
}

const useSending = (record: RecordProjection, offered: Offered) => {
  const { session } = useOpenVault()
  const run = useRun()
  /** Keeps what left beside the mentee, and writes down that it did: of a memory aid with the aid itself. */
  const note = async (sent: Case, to: string, picked: readonly string[]): Promise<void> => {
    const { id, until, sentOn, text, replyKey } = sent
    await run(record.id, consults.add, { id, to, sentOn, until, sent: text, replyKey })
    const log = { to, date: sentOn, why: t('consult.why') }
    await run(record.id, disclosures.add, {
      ...log,
      what: t('consult.disclosed'),
      how: 'export',
      fromKind: 'consults',
      from: id,
    })
    for (const aid of offered.aids.filter((one) => picked.includes(one.id)))
      await run(record.id, disclosures.add, {
        ...log,
        what: t('consult.aidDisclosed'),
        how: 'sharing',
        fromKind: 'notes',
        from: aid.id,
      })
    await session.log.add('case-sent', t('log.caseTo', { coach: to }))
  }
  return async (
    { to, from, until, text, picked }: CaseTyped,
    refuse: (why: string) => void,
  ): Promise<HandedOver | undefined> => {
    const contents = {
      id: newId(),
      from: from.trim() || t('handOver.colleague'),
      sentOn: today(),
      until,
      text,
      replyKey: toBase64UrlEncoded(newKey()),
    }
    const { file, code } = sealCase(contents)
    const saved = await host.files.save(t('consult.fileName'), file)
    if (!saved.ok) refuse(writeSentence[saved.error])
    if (!saved.ok || !saved.value) return undefined
    // The file is out: its code is shown whatever happens to the notes about it.
    const noted = await note(contents, to.trim(), picked).then(
      () => true,
      () => false,
    )
    return { to: to.trim(), code, noted }
  }
}

export const AskColleague = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const day = useToday()
  const form = useTypedDialog<CaseTyped>(`consult/${record.id}`, t('consult.ask'), {
    ...NOTHING,
    until: addDays(day, DAYS_OPEN),
  })
  const { to, question, picked, text, taken, reading } = form.values
  const offered = offeredOf(record)
  // From the vault itself: while the coach presents, screens have initials and no names to take out.
  const known = useMemo(() => {
    const { records, vault } = session.model.getState()
    return knownWords(records[record.id] ?? record, Object.values(records), vault)
  }, [session, record])
  const [made, setMade] = useState<HandedOver>()
  const [asking, setAsking] = useState(false)
  const send = useSending(record, offered)

  const compose = async (): Promise<void> => {
    const parts = await textsOf(session, record.id, offered, picked)
    const whole = caseText(question, parts)
    // Of the same, what was edited stays.
    form.set({
      ...(whole === form.values.whole ? {} : withoutNames(whole, known)),
      whole,
      reading: true,
    })
  }
  const make = async (refuse: (why: string) => void): Promise<void> => {
    const handed = await send(form.values, refuse)
    if (handed === undefined) return setAsking(false)
    form.forget()
    setMade(handed)
  }

  if (made !== undefined)
    return (
      <HandOverCode
        {...made}
        label={t('handOver.codeLabel')}
        done={t('consult.noted')}
        onClose={onClose}
      />
    )
  if (asking)
    return (
      <AskPassphrase
        title={t('consult.ask')}
        why={t('handOver.whyPassphrase')}
        action={t('handOver.save')}
        onProven={make}
        onClose={() => setAsking(false)}
      />
    )
  return (
    <FormDialog
      key={String(reading)}
      form={form}
      action={reading ? t('handOver.save') : t('consult.preview')}
      disabled={
        reading
          ? text.trim() === ''
          : to.trim() === '' || (question.trim() === '' && picked.length === 0)
      }
      {...(reading
        ? {
            left: (
              <Button variant="subtle" onClick={() => form.set({ reading: false })}>
                {t('common.back')}
              </Button>
            ),
          }
        : {})}
      onClose={onClose}
      onSubmit={async (refuse) => {
        if (reading) setAsking(true)
        else await compose()
        refuse('')
      }}
    >
      {reading ? (
        <CasePreview
          text={text}
          taken={taken}
          known={known}
          onText={(next) => form.set({ text: next })}
        />
      ) : (
        <>
          <CaseIntro />
          <CaseFields typed={form.values} set={form.set} offered={offered} />
        </>
      )}
    </FormDialog>
  )
}
