/**
 * What merging left for the coach to look at: in a mentee's record, in their escalations, in the caseload itself.
 * Both values of what was changed on two laptops are offered, and what was deleted on one and edited on the other is
 * back (docs/merging.md); nothing is settled without the coach.
 */

import type { Conflict } from '../../../shared/crdt/conflict'
import { BINNABLE, binItem, restoreItem } from '../../../shared/model/bin'
import { kindLabel, RECORD_KINDS, VAULT_KINDS } from '../../../shared/model/kinds'
import type { RecordProjection } from '../../../shared/model/projection'
import { binMentee, displayName } from '../../../shared/model/record/mentee'
import { settle } from '../../../shared/model/settling'
import { t } from '../../../shared/words/words'
import { useRun, useRunOnVault, useVault } from '../../context/vault/session'
import { ChangedOnBoth, type ReturnedItem } from './changed-on-both'
import { conflictTitle, titleOf } from './conflict-words'

const isOfEscalation = (record: RecordProjection, { id }: Conflict): boolean =>
  record.escalations.some(
    (one) => one.id === id || [...one.told, ...one.additions].some((inner) => inner.id === id),
  )

const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS)

export const RecordNotices = ({ record }: { readonly record: RecordProjection }) => {
  const run = useRun()
  const returned = BINNABLE.flatMap((kind) =>
    record[kind].flatMap((item): ReturnedItem[] =>
      item.returned
        ? [
            {
              id: item.id,
              words: `${kindLabel(kind)} “${titleOf(kind, item)}”`,
              keep: () => void run(record.id, restoreItem, { kind, id: item.id }),
              deleteAgain: () => void run(record.id, binItem, { kind, id: item.id }),
            },
          ]
        : [],
    ),
  )
  const mentee: readonly ReturnedItem[] = record.mentee.returned
    ? [
        {
          id: 'mentee',
          words: t('conflict.menteeWholeRecord', { mentee: displayName(record.mentee) }),
          keep: () => void run(record.id, binMentee, false),
          deleteAgain: () => void run(record.id, binMentee, true),
        },
      ]
    : []
  return (
    <ChangedOnBoth
      conflicts={record.conflicts.filter((conflict) => !isOfEscalation(record, conflict))}
      titleOf={(conflict) => conflictTitle({ ...record }, RECORD_KIND_NAMES, conflict)}
      onSettle={(input) => void run(record.id, settle, input)}
      returned={[...mentee, ...returned]}
    />
  )
}

/** Those of escalations stand with them, and nowhere else. */
export const EscalationNotices = ({ record }: { readonly record: RecordProjection }) => {
  const run = useRun()
  return (
    <ChangedOnBoth
      conflicts={record.conflicts.filter((conflict) => isOfEscalation(record, conflict))}
      titleOf={(conflict) => conflictTitle({ ...record }, ['escalations'], conflict)}
      onSettle={(input) => void run(record.id, settle, input)}
      returned={[]}
    />
  )
}

const VAULT_KIND_NAMES = Object.keys(VAULT_KINDS) as (keyof typeof VAULT_KINDS)[]

/** Settings, group sessions, REACH weeks, resources, templates: what belongs to the whole caseload. */
export const VaultNotices = () => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const returned = VAULT_KIND_NAMES.flatMap((kind) =>
    vault[kind].flatMap((item): ReturnedItem[] =>
      item.returned
        ? [
            {
              id: item.id,
              words: `${kindLabel(kind)} “${titleOf(kind, item)}”`,
              keep: () =>
                void runOnVault(VAULT_KINDS[kind].remove, { id: item.id, deleted: false }),
              deleteAgain: () =>
                void runOnVault(VAULT_KINDS[kind].remove, { id: item.id, deleted: true }),
            },
          ]
        : [],
    ),
  )
  return (
    <ChangedOnBoth
      conflicts={vault.conflicts}
      titleOf={(conflict) => conflictTitle({ ...vault }, VAULT_KIND_NAMES, conflict)}
      onSettle={(input) => void runOnVault(settle, input)}
      returned={returned}
    />
  )
}
