/** The export of everything, written and taken in again: for the coach alone, and readable by anybody. */
import { strToU8, zipSync } from 'fflate'
import { makeExport, recordToMarkdown, takeInCaseload } from '../../../../shared/exchange/export'
import {
  fromPortable,
  historyIn,
  type Portable,
  toPortable,
  withHistory,
} from '../../../../shared/exchange/portable'
import { versionsLeaving } from '../../../../shared/model/history/leaving-history'
import { leaving } from '../../../../shared/model/leaving'
import { t } from '../../../../shared/words/words'
import { host } from '../../../context/app-state'
import { exportSentence, readingSentence, writeSentence } from '../../../context/sentences'
import { useOpenVault } from '../../../context/vault/session'
import { codeWords } from '../../../ui/code-words'
import { offerNote } from '../../../ui/undo'
import { today } from '../../../ui/when'
import { useReading } from '../../import/use-reader'

export const useExports = () => {
  const { session } = useOpenVault()
  const { read: readFile, reading } = useReading()
  const collect = async (withTheirs: boolean): Promise<Portable[]> => {
    const records: Portable[] = []
    for (const record of Object.values(session.model.getState().records)) {
      if (record.mentee.deletedAt !== null) continue
      const { items } = leaving(record, 'coach')
      const versions = withTheirs ? await session.history.read(record.id) : []
      await session.use(record.id, async ({ doc }) => {
        const portable = toPortable(record, items, doc)
        const history = versionsLeaving(items, versions, 'coach')
        records.push(history.length === 0 ? portable : withHistory(portable, history))
      })
    }
    return records
  }
  const save = async (as: 'json' | 'markdown', history: boolean): Promise<void> => {
    const records = await collect(as === 'json' && history)
    const saved =
      as === 'json'
        ? await host.files.save(
            t('export.fileName', { day: today() }),
            JSON.stringify(
              makeExport(session.model.getState().vault, records, new Date().toISOString()),
              null,
              1,
            ),
          )
        : await host.files.save(
            t('export.archiveName', { day: today() }),
            zipSync(
              Object.fromEntries(
                records.map((record) => [
                  t('export.noteFileName', {
                    name: String(record.mentee.name).replace(/[^\p{L}\p{N} .-]/gu, ''),
                    id: record.id.slice(0, 4),
                  }),
                  strToU8(recordToMarkdown(record, codeWords)),
                ]),
              ),
            ),
          )
    if (!saved.ok) return offerNote(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add(
      'exported',
      `${t('count.mentee', { count: records.length })}, ${as === 'json' ? 'JSON' : 'Markdown'}`,
    )
    offerNote(t('export.saved'))
  }
  const takeIn = async (file: File): Promise<string> => {
    const answer = await readFile('export', file)
    if (!answer.ok) return readingSentence[answer.error]
    const read = answer.value
    if (!read.ok) return exportSentence[read.error]
    let left = 0
    // Each record under an id of its own: two laptops that take in one export would each make a key for the same one.
    const ids = new Map<string, string>()
    let added = 0
    const here = Object.values(session.model.getState().records)
    for (const portable of read.value.records) {
      const known =
        session.keyOf(portable.id) === undefined
          ? here.find(({ mentee }) => mentee.cameFrom === portable.id)?.id
          : portable.id
      if (known !== undefined) {
        ids.set(portable.id, known)
        continue
      }
      added++
      const id = await session.addRecord((doc) => {
        left += fromPortable(doc, portable)
      })
      await session.history.takeIn(id, historyIn(portable))
      ids.set(portable.id, id)
    }
    left += (await session.runOnVault(takeInCaseload, { given: read.value, records: ids })) ?? 0
    const known = read.value.records.length - added
    return [
      t('export.takenIn', { mentees: t('count.mentee', { count: added }) }),
      known > 0 && t('export.hereAlready', { mentees: t('count.mentee', { count: known }) }),
      left > 0 && t('export.unreadable', { items: t('count.item', { count: left }) }),
    ]
      .filter(Boolean)
      .join(' ')
  }
  return { save, takeIn, reading }
}
