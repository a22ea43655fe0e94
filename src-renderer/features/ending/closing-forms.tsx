/**
 * Closing out: for a graduate with a letter from the coach and their own plan for the first program, said aloud what is
 * kept; for who leaves the school otherwise with a hold, and the support card to take along.
 */

import { Text } from '@mantine/core'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { kept } from '../../../shared/crdt/kind'
import { directoryOf, isReachable } from '../../../shared/model/caseload/resource'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Closing, closeOut } from '../../../shared/model/record/closing'
import { CONTACTS, displayName } from '../../../shared/model/record/mentee'
import { reviewDay } from '../../../shared/views/endings-due'
import { spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { contactLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { offerNote } from '../../ui/undo'
import { longDay, useToday } from '../../ui/when'
import { cardLines } from '../resources/card-lines'
import { SupportSheet } from '../resources/support-sheet'

interface EndingProps {
  readonly record: RecordProjection
  readonly onClose: () => void
}

const words = v.pipe(v.string(), v.maxLength(50_000))
const COMMON = {
  endedOn: v.pipe(
    v.string(),
    v.isoDate(() => t('ending.dayMissing')),
  ),
  contactAfter: v.picklist(CONTACTS),
  letter: words,
  summary: words,
  keepUntil: v.nullable(v.pipe(v.string(), v.isoDate())),
}
const Graduated = v.object({ ...COMMON, plan: words })
const Left = v.object({
  ...COMMON,
  how: v.picklist(['withdrawn', 'transferred']),
  hold: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  card: v.boolean(),
})

const leftLabels = spoken({
  withdrawn: 'ending.withdrewOrDismissed',
  transferred: 'ending.transferred',
})

/** What is kept, and until when: said in the mentee's hearing, and so that it is true. */
const ReadAloud = ({
  endedOn,
  keepUntil,
}: {
  readonly endedOn: string
  readonly keepUntil: string | null
}) => {
  const { retentionYears } = useVault().settings
  const until = reviewDay({ endedOn, keepUntil }, retentionYears)
  return (
    <Text size="sm" mb="xs">
      <Text span size="sm" c="dimmed">
        {t('ending.readAloud')}{' '}
      </Text>
      {until === null ? '' : t('ending.keptUntil', { day: longDay(until) })}
    </Text>
  )
}

/** A letter to their later self is opened together, or goes along locked. */
const UnopenedLetter = ({ record }: { readonly record: RecordProjection }) =>
  kept(record.futureLetters).some(({ openedOn }) => openedOn === null) ? (
    <Text size="sm" mb="xs">
      {t('futureLetter.beforeClosing')}
    </Text>
  ) : null

const useClose = (record: RecordProjection) => {
  const run = useRun()
  const name = displayName(record.mentee)
  return async (
    closing: Pick<Closing, 'how' | 'endedOn' | 'contactAfter' | 'keepUntil' | 'hold'>,
    given: { readonly letter: string; readonly summary: string; readonly plan?: string },
  ): Promise<void> => {
    await run(record.id, closeOut, {
      ...closing,
      given: [
        { title: t('ending.letterTitle'), text: given.letter, provenance: 'coach' },
        { title: t('template.firstProgram'), text: given.plan ?? '', provenance: 'mentee' },
        { title: t('ending.finalSummary'), text: given.summary, provenance: 'coach' },
      ],
      to: name,
      why: t('ending.closeOutLabel'),
    })
    offerNote(t('ending.closedOut', { name }))
  }
}

export const CloseOutForm = ({ record, onClose }: EndingProps) => {
  const close = useClose(record)
  const day = useToday()
  return (
    <ItemForm
      id={`close-out/${record.id}`}
      title={t('ending.closeOut')}
      action={t('ending.closeOut')}
      schema={Graduated}
      initial={{
        endedOn: day,
        contactAfter: 'contact-not-asked' as const,
        letter: '',
        plan: '',
        summary: '',
        keepUntil: null,
      }}
      before={({ values }) => (
        <>
          <ReadAloud {...values} />
          <UnopenedLetter record={record} />
        </>
      )}
      fields={[
        { name: 'letter', label: t('ending.letter'), hint: t('ending.letterHint'), as: 'text' },
        { name: 'plan', label: t('ending.plan'), hint: t('ending.planHint'), as: 'text' },
        {
          name: 'contactAfter',
          label: t('ending.contactAfter'),
          as: 'choice',
          hint: t('ending.contactHint'),
          options: options(contactLabels),
        },
        { name: 'endedOn', label: t('ending.endsOn'), as: 'day', optional: false },
        {
          name: 'summary',
          label: t('ending.finalSummary'),
          hint: t('ending.finalSummaryHint'),
          as: 'text',
        },
      ]}
      more={[
        {
          name: 'keepUntil',
          label: t('ending.keepUntil'),
          hint: t('ending.keepUntilHint'),
          as: 'day',
          optional: true,
        },
      ]}
      onClose={onClose}
      onSubmit={({ letter, plan, summary, ...closing }) =>
        close({ ...closing, how: 'graduated', hold: '' }, { letter, plan, summary })
      }
    />
  )
}

/** They transferred, withdrew or were dismissed. The support card is printed to take along once it is saved. */
export const LeftForm = ({ record, onClose }: EndingProps) => {
  const close = useClose(record)
  const day = useToday()
  const vault = useVault()
  const local = useApp((state) => state.environment?.supportCard)
  const toPrint = useRef(false)
  const [printing, setPrinting] = useState(false)
  if (printing)
    return (
      <SupportSheet
        lines={cardLines(vault, local ?? null)}
        services={directoryOf(vault.resources).filter(isReachable)}
        onClose={onClose}
      />
    )
  return (
    <ItemForm
      id={`left-school/${record.id}`}
      title={t('ending.leftSchool')}
      action={t('ending.closeOut')}
      schema={Left}
      initial={{
        how:
          record.mentee.status === 'transferred'
            ? ('transferred' as const)
            : ('withdrawn' as const),
        endedOn: day,
        contactAfter: 'contact-not-asked' as const,
        hold: record.mentee.hold || t('ending.holdWhenLeft'),
        card: true,
        letter: '',
        summary: '',
        keepUntil: null,
      }}
      before={({ values }) => (
        <>
          <Text size="sm" mb="xs">
            {t('ending.leftIntro')}
          </Text>
          <ReadAloud {...values} />
        </>
      )}
      fields={[
        {
          name: 'how',
          label: t('ending.becauseThey'),
          hint: t('ending.leftHint'),
          as: 'choice',
          options: options(leftLabels),
        },
        { name: 'endedOn', label: t('ending.endsOn'), as: 'day', optional: false },
        { name: 'hold', label: t('ending.holdOn'), hint: t('ending.holdWhy'), wide: true },
        { name: 'letter', label: t('ending.letter'), hint: t('ending.letterHint'), as: 'text' },
        {
          name: 'contactAfter',
          label: t('ending.contactAfter'),
          as: 'choice',
          options: options(contactLabels),
        },
        { name: 'card', label: t('ending.printCard'), as: 'check' },
      ]}
      more={[
        {
          name: 'summary',
          label: t('ending.finalSummary'),
          hint: t('ending.finalSummaryHint'),
          as: 'text',
        },
        {
          name: 'keepUntil',
          label: t('ending.keepUntil'),
          hint: t('ending.keepUntilHint'),
          as: 'day',
          optional: true,
        },
      ]}
      onClose={() => (toPrint.current ? setPrinting(true) : onClose())}
      onSubmit={async ({ letter, summary, card, ...closing }) => {
        await close(closing, { letter, summary })
        toPrint.current = card
      }}
    />
  )
}
