/** A sheet for a mentee: that it was given to them, on paper or as a file, is among the disclosures. */
import type { ComponentProps } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { disclosures } from '../../../shared/model/record/sharing'
import { useRun } from '../../context/vault/session'
import { today } from '../../ui/when'
import { PrintSheet } from './print-sheet'

interface Props extends Omit<ComponentProps<typeof PrintSheet>, 'onGiven'> {
  readonly record: RecordProjection
  readonly why: string
  /** What was given, where the title says more. */
  readonly what?: string
}

export const MenteeSheet = ({ record, why, what, ...sheet }: Props) => {
  const run = useRun()
  return (
    <PrintSheet
      {...sheet}
      onGiven={(how) =>
        void run(record.id, disclosures.add, {
          what: what ?? sheet.title,
          to: displayName(record.mentee),
          date: today(),
          why,
          how,
        })
      }
    />
  )
}
