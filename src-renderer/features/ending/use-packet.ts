/** Everything that a mentee may inspect, and how its codes are said: for the packet, and for reading it as they would. */
import { useEffect, useState } from 'react'
import type { Say } from '../../../shared/exchange/export'
import { type Portable, toPortable } from '../../../shared/exchange/portable'
import { competencyFrameworks, competencyTitle } from '../../../shared/model/caseload/competency'
import { leaving, profileFor } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { FRAMEWORKS } from '../../../shared/model/record/shipped-frameworks'
import { useOpenVault, useVault } from '../../context/vault/session'
import { codeWords } from '../../ui/code-words'
import { longDay, timeOfDay } from '../../ui/when'

/** A day as it is kept; nobody but us writes one so. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{2}:\d{2}$/

export const usePacket = (
  record: RecordProjection,
): { readonly packet: Portable | undefined; readonly say: Say } => {
  const { session } = useOpenVault()
  const vault = useVault()
  const [packet, setPacket] = useState<Portable>()
  useEffect(() => {
    void session.use(record.id, async (live) => {
      const may = leaving(record, 'mentee-inspection').items
      const mentee = profileFor(record.mentee, 'mentee-inspection')
      setPacket(toPortable({ id: record.id, mentee }, may, live.doc))
    })
  }, [session, record])
  const competencies = competencyFrameworks(vault.competencyFrameworks)
  return {
    packet,
    say: (code) =>
      DAY.test(code)
        ? longDay(code)
        : TIME.test(code)
          ? timeOfDay(code)
          : ([...FRAMEWORKS, ...vault.frameworks].find(({ id }) => id === code)?.title ??
            competencyTitle(competencies, codeWords(code))),
  }
}
