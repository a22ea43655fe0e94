/**
 * Taking in a hand-over from another coach: the file, the code, what is in it, and then the mentees. The code is kept
 * nowhere when the dialog is closed.
 */
import { Checkbox, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../shared/base/id'
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

/** An opened hand-over, and which of its mentees, by their places in it, are here from an earlier import. */
interface Opened {
  readonly handOver: HandOver
  readonly here: ReadonlySet<number>
}

/** Who hands over, and how much of each mentee comes and stays with them. */
const WhatIsInIt = ({
  opened: { handOver: opened, here },
  again,
  setAgain,
}: {
  readonly opened: Opened
  /** Of those that are here, which are to come in once more. */
  readonly again: ReadonlySet<number>
  readonly setAgain: (again: ReadonlySet<number>) => void
}) => (
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
        {here.has(at) && (
          <Checkbox
            mt={4}
            size="sm"
            label={t('handOver.again')}
            aria-label={t('handOver.againNamed', {
              mentee: String(one.mentee.name ?? t('common.unnamed')),
            })}
            description={t('handOver.hereAlready')}
            checked={again.has(at)}
            onChange={({ currentTarget: { checked } }) =>
              setAgain(new Set([...again, at].filter((place) => place !== at || checked)))
            }
          />
        )}
      </div>
    ))}
  </>
)

export const TakeInDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [given, setGiven] = useState(NO_FILE)
  const [opened, setOpened] = useState<Opened>()
  const [again, setAgain] = useState<ReadonlySet<number>>(new Set())
  const reader = useReader()
  const run = useRunOnVault()
  /** Those that are in, by their places: trying again after a failure must not add them twice. */
  const taken = useRef(new Set<number>())

  const open = async (refuse: (why: string) => void): Promise<void> => {
    const { file, code } = given
    if (file === null) return
    const answer = await reader.read('handOver', { file, code })
    if (!answer.ok) return refuse(readingSentence[answer.error])
    const read = answer.value
    if (read.ok) {
      const from = Object.values(session.model.getState().records).flatMap(({ mentee }) =>
        mentee.deletedAt === null ? [mentee.cameFrom] : [],
      )
      const places = [...read.value.mentees.entries()]
      const here = places.flatMap(([at, { id }]) => (from.includes(id) ? [at] : []))
      return setOpened({ handOver: read.value, here: new Set(here) })
    }
    refuse(typeof read.error === 'string' ? handOverSentence[read.error] : codeSentence(read.error))
  }

  const chosen = [...(opened?.handOver.mentees.entries() ?? [])].filter(
    ([at]) => opened?.here.has(at) !== true || again.has(at),
  )

  const takeIn = async ({ from, until }: HandOver): Promise<void> => {
    let left = 0
    for (const [at, portable] of chosen) {
      if (taken.current.has(at)) continue
      const id = newId()
      // First: a record that was lent is never here without the day until when.
      if (until !== null) await run(substitutions.add, { record: id, from, until })
      await session.addRecord((doc) => {
        left += fromPortable(doc, portable, {
          receivedFrom:
            `${from}, ${longDay(today())}${portable.summary === '' ? '' : `: ${portable.summary}`}`.slice(
              0,
              300,
            ),
          ...(portable.summary.length > 200 ? { interests: portable.summary } : {}),
        })
      }, id)
      taken.current.add(at)
      await session.history.takeIn(id, historyIn(portable))
    }
    await session.log.add(
      'handed-over-in',
      t('log.menteesFrom', { mentees: t('count.mentee', { count: chosen.length }), coach: from }),
    )
    offerNote(takenInSentence(chosen.length, from, left))
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
      action={t('handOver.takeMenteesIn', { count: chosen.length })}
      size="md"
      disabled={chosen.length === 0}
      onSubmit={() => takeIn(opened.handOver)}
      onClose={onClose}
    >
      <WhatIsInIt opened={opened} again={again} setAgain={setAgain} />
    </FormDialog>
  )
}
