/** The inspection packet: everything the mentee may see, in one sheet that is previewed, printed or saved. */
import { Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import { recordToMarkdown } from '../../../shared/model/export'
import { leaving } from '../../../shared/model/leaving'
import { displayName } from '../../../shared/model/mentee'
import { type Portable, toPortable } from '../../../shared/model/portable'
import type { RecordProjection } from '../../../shared/model/projection'
import { disclosures } from '../../../shared/model/sharing'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useOpenVault } from '../../app/session'
import { kindLabels } from '../../ui/labels'
import { PrintSheet } from '../../ui/print-sheet'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { behindWords } from './leaving-items'

/** Who they are, as they gave it: nothing that the coach keeps about them for themselves. */
const ownFacts = ({ mentee }: RecordProjection) => ({
  ...mentee,
  avoid: '',
  recusal: '',
  hold: '',
  tags: [],
  keepUntil: null,
  assessor: false,
  committee: false,
  treated: false,
})

export const Inspection = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const [packet, setPacket] = useState<Portable>()
  const { items, staysBehind } = leaving(record, 'mentee-inspection')
  useEffect(() => {
    void session.use(record.id, async (live) => {
      const may = leaving(record, 'mentee-inspection').items
      setPacket(toPortable({ id: record.id, mentee: ownFacts(record) }, may, live.doc))
    })
  }, [session, record])
  const given = async (how: 'print' | 'export'): Promise<void> => {
    await session.run(record.id, disclosures.add, {
      what: 'Inspection packet',
      to: displayName(record.mentee),
      date: today(),
      why: 'The mentee asked to see their record',
      how,
    })
  }
  const markdown = packet === undefined ? '' : recordToMarkdown(packet, kindLabels)
  const save = async (): Promise<void> => {
    const saved = await host.saveFile('Inspection packet.md', markdown)
    if (!saved.ok) return offerNote(writeSentence[saved.error])
    if (!saved.value) return
    await given('export')
    offerNote('The packet is saved, and noted among the disclosures.')
  }
  return (
    <PrintSheet title="Inspection packet" onPrinted={() => void given('print')} onClose={onClose}>
      <Group justify="flex-end" className="print-hidden">
        <Button variant="default" size="compact-md" onClick={() => void save()}>
          Save as Markdown
        </Button>
      </Group>
      <h2>{displayName(record.mentee)}</h2>
      <p>{longDay(today())}</p>
      {markdown
        .split('\n')
        .slice(1)
        .map((line, index) =>
          line.startsWith('## ') ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
            <h2 key={index}>{line.slice(3)}</h2>
          ) : line.startsWith('### ') ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
            <p key={index}>
              <b>{line.slice(4)}</b>
            </p>
          ) : line.trim() === '' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
            <p key={index}>{line.replace(/^- /, '').replaceAll('*', '')}</p>
          ),
        )}
      <p>
        {items.length === 0 ? 'Nothing is kept that you may see. ' : ''}
        {behindWords(staysBehind) === ''
          ? 'Nothing was left out.'
          : `Left out, as the coach’s own recollection: ${behindWords(staysBehind)}.`}
      </p>
    </PrintSheet>
  )
}
