/** What the page adds to a diagnosis: how many and how they stand, and nothing that a coach has written. */
import type { DiagnosisFacts } from '../../shared/bridge/diagnosis'
import { createFailures } from '../../shared/bridge/failures'
import type { VaultSession } from '../store/session/vault-session'
import type { Sync } from '../sync/sync'

/** Since the page was loaded. */
export const failures = createFailures(() => new Date().toISOString())

export const pageFacts = (session: VaultSession, sync: Sync | undefined): DiagnosisFacts => {
  const { records, saving, waiting, lowSpace, trouble, restored, unread, older, laptops } =
    session.model.getState()
  const status = sync?.status.getState()
  return {
    parts: [
      {
        of: 'vault',
        lines: [
          ['mentees', Object.keys(records).length],
          ['laptops', laptops.length],
          ['saving', saving],
          ['changes waiting', waiting],
          ['sync', status?.state ?? 'off'],
          ['sync trouble', status?.problem ?? null],
          ['low space', lowSpace],
          ['restored at the unlock', restored],
          ['records not read', unread.length],
          ['older than written', older],
          ['blobs damaged', trouble.damaged],
          ['blobs healed', trouble.healed],
          ['blobs of a newer version', trouble.newer],
          ['blobs sent again', trouble.answered],
        ],
      },
      {
        of: 'window',
        lines: [
          ['width', window.innerWidth],
          ['height', window.innerHeight],
          ['pixels for each', window.devicePixelRatio],
        ],
      },
    ],
    failures: failures.all(),
  }
}
