/** The five-minute brief on the mentee's page: what matters before a talk in one look, each to be acted on. */
import { Stack } from '@mantine/core'
import { useState } from 'react'
import { directoryOf } from '../../../shared/model/caseload/resource'
import { type BriefSource, onPaper } from '../../../shared/model/leaving'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { AHEAD_DAYS, anniversariesAhead, briefOf, withDates } from '../../../shared/views/brief'
import { pathAhead } from '../../../shared/views/class-path'
import { workshopsAhead } from '../../../shared/views/services'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { useOpenVault, useVault } from '../../context/vault/session'
import { useToday } from '../../ui/when'
import { PrintSheet } from '../print/print-sheet'
import { BriefContent } from './brief-content'
import { HowTheyAre } from './how-they-are'
import { ComesNext } from './next'
import classes from './overview.module.css'
import { SinceLastMet } from './since'
import { ToAsk } from './to-ask'
import { Wanted } from './wanted'

export const BriefCards = ({ record }: { readonly record: RecordProjection }) => {
  const { session } = useOpenVault()
  const vault = useVault()
  const [printing, setPrinting] = useState(false)
  const day = useToday()
  const directory = directoryOf(vault.resources)
  const more = [
    ...workshopsAhead(directory, record, day, vault.settings.turnover),
    ...pathAhead(record, vault, day, AHEAD_DAYS),
  ]
  const briefFrom = (source: BriefSource) =>
    withDates(briefOf(source, vault.groupSessions, day, vault.seasonDates), [
      ...more,
      ...anniversariesAhead(source, vault, day),
    ])
  const brief = briefFrom(record)
  useCommand('print-brief', () => setPrinting(true))
  const about = { record, brief, editable: !isNewerRecord(record) }
  return (
    <div className={classes.brief}>
      <Stack gap="sm">
        <SinceLastMet {...about} />
      </Stack>
      <Stack gap="sm">
        <Wanted {...about} />
        <HowTheyAre {...about} />
      </Stack>
      <Stack gap="sm">
        <ComesNext {...about} />
        <ToAsk {...about} onPrint={() => setPrinting(true)} />
      </Stack>
      {printing && (
        <PrintSheet
          title={t('brief.briefOf', { mentee: displayName(record.mentee) })}
          onGiven={(how) =>
            void session.log.add('exported', t('log.report', { report: t('log.brief'), how }))
          }
          onClose={() => setPrinting(false)}
        >
          <h2>{displayName(record.mentee)}</h2>
          <BriefContent brief={briefFrom(onPaper(record))} />
        </PrintSheet>
      )}
    </div>
  )
}
