/** A check-in's sheet: printed, the same for everyone and without a name, and read in again. */
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Instrument } from '../../../shared/model/record/check-in'
import { t } from '../../../shared/words/words'
import { instrumentLabels, options } from '../../ui/labels'
import { PaperSheet } from '../paper/paper-sheet'
import { ReadSheet } from '../paper/read-sheet'
import { PrintSheet } from '../print/print-sheet'
import { checkInSheet, scoresOn } from './check-in-sheets'

export const PrintCheckIn = ({
  offered,
  onClose,
}: {
  readonly offered: readonly Instrument[]
  readonly onClose: () => void
}) => {
  const [instrument, setInstrument] = useState<Instrument>('who-5')
  return (
    <PrintSheet
      title={t('checkIn.printSheet')}
      fileName={instrumentLabels[instrument]}
      onGiven={null}
      options={
        <SegmentedControl
          aria-label={t('checkIn.instrument')}
          value={instrument}
          onChange={(next) => setInstrument(next)}
          data={options(instrumentLabels).filter(({ value }) => offered.includes(value))}
        />
      }
      onClose={onClose}
    >
      <PaperSheet sheet={checkInSheet(instrument)} />
    </PrintSheet>
  )
}

export const ReadCheckIn = ({
  offered,
  onRead,
  onClose,
}: {
  readonly offered: readonly Instrument[]
  readonly onRead: (read: {
    readonly instrument: Instrument
    readonly answers: readonly (number | null)[]
  }) => void
  readonly onClose: () => void
}) => (
  <ReadSheet
    title={t('checkIn.readSheet')}
    sheets={offered.map(checkInSheet)}
    otherSheet={t('checkIn.otherSheet')}
    onUse={async ({ instrument }, marked) =>
      onRead({ instrument, answers: scoresOn(instrument, marked) })
    }
    onClose={onClose}
  />
)
