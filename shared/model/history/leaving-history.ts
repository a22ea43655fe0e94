/**
 * Which versions leave, once the coach has said that the history goes along: those of items that leave (model/leaving.ts
 * decides that), with the texts that leave with them. On which laptop they were replaced is this vault's own business.
 */
import type { Audience } from '../../crdt/audience'
import type { Fields } from '../../crdt/field'
import { RECORD_KINDS } from '../kinds'
import { type LeavingItem, leavesTo } from '../leaving'
import { keptName } from './said'
import type { Version } from './version'

export type LeavingVersion = Pick<Version, 'of' | 'at' | 'said'>

/** The field of a path: `why`, `sections/hardest`, `milestones/<id>/title`. */
const fieldAt = ({ kind }: LeavingItem, path: string) => {
  const [name = '', , inner = ''] = path.split('/')
  const { fields, nested } = RECORD_KINDS[kind]
  const owned = Object.entries(nested).find(([one]) => one === name)?.[1]
  const all: Fields = owned?.fields ?? fields
  return all[owned === undefined ? name : inner]
}

export const versionsLeaving = (
  items: readonly LeavingItem[],
  versions: readonly Version[],
  audience: Audience,
): LeavingVersion[] =>
  items.flatMap((item) =>
    versions
      .filter(({ of }) => of === keptName(item))
      .map(({ of, at, said }) => ({
        of,
        at,
        said: Object.fromEntries(
          Object.entries(said).filter(([path]) => {
            const field = fieldAt(item, path)
            return field !== undefined && (audience === 'coach' || leavesTo(field.about, audience))
          }),
        ),
      }))
      .filter(({ said }) => Object.keys(said).length > 0),
  )
