/**
 * Taking in a hand-over from another coach: the file, the code, what is in it, and then the mentees. The code is kept
 * nowhere when the dialog is closed.
 */
import { Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { HandOver } from '../../../shared/exchange/hand-over'
import { fromPortable, historyIn } from '../../../shared/exchange/portable'
import { substitutions } from '../../../shared/model/caseload/ending'
import { t } from '../../../shared/words/words'
import { codeSentence, handOverSentence, readingSentence } from '../../context/sentences'
import { useOpenVault, useRunOnVault } from '../../context/vault/session'
import { FileAndCodeFields, isWithout, NO_FILE } from '../../forms/file-and-code'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { useReader } from '../import/use-reader'
import { behindWords } from './leaving-items'

/** `left`: items that could not be taken. */
const takenInSentence = (count: number, coach: string, left: number): string => {
  const mentees = t('count.mentee', { count })
  return left === 0
    ? t('handOver.received', { mentees, coach })
    : t('handOver.receivedPartly', { mentees, coach, items: t('count.item', { count: left }) })
}

/** Who hands over, and how much of each mentee comes and stays with them. */
const WhatIsInIt = ({ opened }: { readonly opened: HandOver }) => (
  <>
    <Text size="sm">
      {opened.until === null
        ? t('handOver.from', { coach: opened.from })
        : t('handOver.fromAsSubstitute', { coach: opened.from, day: longDay(opened.until) })}
    </Text>
    {[...opened.mentees.entries()].map(([at, one]) => (
      <div key={at}>
        <Text fw={600}>{String(one.mentee.name ?? t('common.unnamed'))}</Text>
        <Text size="sm" c="dimmed">
          {[
            one.summary === ''
              ? t('count.item', { count: one.items.length })
              : t('handOver.itemsAndSummary', {
                  items: t('count.item', { count: one.items.length }),
                }),
            behindWords(opened.staysBehind[one.id] ?? {}) !== '' &&
              t('handOver.keptBy', {
                coach: opened.from,
                items: behindWords(opened.staysBehind[one.id] ?? {}),
              }),
          ]
            .filter(Boolean)
            .join('; ')}
        </Text>
      </div>
    ))}
  </>
)

export const TakeInDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [given, setGiven] = useState(NO_FILE)
  const [opened, setOpened] = useState<HandOver>()
  const reader = useReader()
  const run = useRunOnVault()
  /** So many are in, in the file's order: trying again after a failure must not add them twice. */
  const taken = useRef(0)

  const open = async (refuse: (why: string) => void): Promise<void> => {
    const { file, code } = given
    if (file === null) return
    const answer = await reader.read('handOver', { file, code })
    if (!answer.ok) return refuse(readingSentence[answer.error])
    const read = answer.value
    if (read.ok) return setOpened(read.value)
    refuse(typeof read.error === 'string' ? handOverSentence[read.error] : codeSentence(read.error))
  }

  const takeIn = async ({ mentees, from, until }: HandOver): Promise<void> => {
    let left = 0
    for (const portable of mentees.slice(taken.current)) {
      const id = await session.addRecord((doc) => {
        left += fromPortable(doc, portable, {
          receivedFrom:
            `${from}, ${longDay(today())}${portable.summary === '' ? '' : `: ${portable.summary}`}`.slice(
              0,
              300,
            ),
          ...(portable.summary.length > 200 ? { interests: portable.summary } : {}),
        })
      })
      await session.history.takeIn(id, historyIn(portable))
      if (until !== null) await run(substitutions.add, { record: id, from, until })
      taken.current++
    }
    await session.log.add(
      'handed-over-in',
      t('log.menteesFrom', { mentees: t('count.mentee', { count: mentees.length }), coach: from }),
    )
    offerNote(takenInSentence(mentees.length, from, left))
  }

  const title = t('handOver.takeIn')
  if (opened === undefined)
    return (
      <FormDialog
        key="code"
        form={{ title }}
        action={t('handOver.openFile')}
        size="md"
        disabled={isWithout(given)}
        byEnter
        onSubmit={open}
        onClose={onClose}
        onDone={() => undefined}
      >
        <FileAndCodeFields label={t('handOver.file')} value={given} onChange={setGiven} />
      </FormDialog>
    )
  return (
    <FormDialog
      key="contents"
      form={{ title }}
      action={t('handOver.takeMenteesIn', { count: opened.mentees.length })}
      size="md"
      onSubmit={() => takeIn(opened)}
      onClose={onClose}
    >
      <WhatIsInIt opened={opened} />
    </FormDialog>
  )
}
