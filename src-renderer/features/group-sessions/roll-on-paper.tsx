/**
 * The roll on paper: printed with the names of the group, passed around or marked in the room, and read in here. Its code
 * is made of this session and of who is on the list, in order, so that another group's roll, or one from before somebody
 * joined, is never read into this one.
 */
import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { ATTENDANCES, callEach, putRollBack } from '../../../shared/model/record/group-plan'
import type { GroupSession } from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { codeOf, MOST_ROWS, type Sheet } from '../../../shared/paper/sheet'
import { t } from '../../../shared/words/words'
import { useOpenVault, useRunOnVault } from '../../context/vault/session'
import { MoreMenu } from '../../ui/more-menu'
import { offerUndo } from '../../ui/undo'
import { longDay } from '../../ui/when'
import { PaperSheet } from '../paper/paper-sheet'
import { ReadSheet } from '../paper/read-sheet'
import { PrintSheet } from '../print/print-sheet'
import { rollLabels } from './roll-words'

interface RollSheet extends Sheet {
  readonly members: readonly RecordProjection[]
}

/** A sheet for each fifteen of them. */
const rollSheets = (
  session: GroupSession,
  members: readonly RecordProjection[],
): readonly RollSheet[] =>
  Array.from({ length: Math.ceil(members.length / MOST_ROWS) }, (_, page) => {
    const some = members.slice(page * MOST_ROWS, (page + 1) * MOST_ROWS)
    return {
      members: some,
      code: codeOf('ROLL', [session.id, ...some.map(({ id }) => id), ...ATTENDANCES]),
      questions: some.length,
      choices: ATTENDANCES.length,
      arranged: 'grid',
      title: t('groupSession.group', { group: session.group }),
      intro: [longDay(session.date), t('paper.howToMark'), t('paper.rollHasNames')],
      asked: some.map(({ mentee }) => displayName(mentee)),
      answers: ATTENDANCES.map((how) => ['', rollLabels[how]]),
      source: '',
    }
  })

export const RollOnPaper = ({
  session: of,
  members,
}: {
  readonly session: GroupSession
  readonly members: readonly RecordProjection[]
}) => {
  const [open, setOpen] = useState<'print' | 'read'>()
  const { session } = useOpenVault()
  const runOnVault = useRunOnVault()
  const sheets = rollSheets(of, members)
  const close = (): void => setOpen(undefined)
  return (
    <>
      <MoreMenu name={t('paper.rollMenu')} quiet>
        <Menu.Item onClick={() => setOpen('print')}>{t('paper.printRoll')}</Menu.Item>
        <Menu.Item onClick={() => setOpen('read')}>{t('paper.readRoll')}</Menu.Item>
      </MoreMenu>
      {open === 'print' && (
        <PrintSheet
          title={t('paper.roll')}
          // It has names, and is the coach's own.
          onGiven={(how) =>
            void session.log.add('exported', t('log.report', { report: t('paper.roll'), how }))
          }
          onClose={close}
        >
          {sheets.map((sheet) => (
            <PaperSheet key={sheet.code} sheet={sheet} />
          ))}
        </PrintSheet>
      )}
      {open === 'read' && (
        <ReadSheet
          title={t('paper.readRoll')}
          sheets={sheets}
          otherSheet={t('paper.otherRoll')}
          onUse={async (sheet, answers) => {
            const calls = sheet.members.flatMap(({ id: record }, row) => {
              const how = ATTENDANCES[answers[row] ?? -1]
              return how === undefined ? [] : [{ record, how }]
            })
            const before = await runOnVault(callEach, { id: of.id, calls })
            if (before !== undefined)
              offerUndo(
                t('paper.rollTaken', { mentees: t('count.mentee', { count: calls.length }) }),
                () => void runOnVault(putRollBack, before),
              )
          }}
          onClose={close}
        />
      )}
    </>
  )
}
