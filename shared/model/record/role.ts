/**
 * Roles that a coach may have beside coaching a mentee, and that get into its way: each is a yes on the profile, stays on
 * the mentee's page until it is gone, and is asked about anew every academic year, since such things end unnoticed.
 */
import type * as Y from 'yjs'
import { academicYear, academicYearEnd } from '../../base/academic-year'
import { spoken } from '../../words/words'
import { editMentee, type MenteeInput, readMentee } from './mentee'

export const ROLES = [
  'assessor',
  'committee',
  'treated',
  'supervises',
  'admits',
  'letters',
  'family',
  'employs',
] as const satisfies readonly (keyof MenteeInput)[]
export type Role = (typeof ROLES)[number]

/** As the page says it to the coach, in the middle of a sentence. */
export const roleWords = spoken({
  assessor: 'mentee.youAssess',
  committee: 'mentee.youDecide',
  treated: 'mentee.youTreated',
  supervises: 'mentee.youSupervise',
  admits: 'mentee.youAdmit',
  letters: 'mentee.youWriteLetters',
  family: 'mentee.youAreClose',
  employs: 'mentee.youEmploy',
})

type Held = Pick<MenteeInput, Role | 'rolesOn'>

export const rolesOf = (mentee: Held): readonly Role[] => ROLES.filter((role) => mentee[role])

/** The days on which a role was said to be there, the first one first. */
const daysOf = ({ rolesOn }: Pick<MenteeInput, 'rolesOn'>, role: Role): readonly string[] =>
  rolesOn
    .filter((entry) => entry.startsWith(`${role} `))
    .map((entry) => entry.slice(role.length + 1))
    .sort()

/** Since when, or null for one that an older version took down. */
export const roleSince = (mentee: Held, role: Role): string | null =>
  daysOf(mentee, role)[0] ?? null

/** Of which nobody has said in this academic year that they are still so. */
export const rolesToConfirm = (mentee: Held, today: string, turnover: string): readonly Role[] => {
  const { from } = academicYear(academicYearEnd(today, turnover), turnover)
  return rolesOf(mentee).filter((role) => (daysOf(mentee, role).at(-1) ?? '') < from)
}

/** The days that go with a changed profile: today's for each role that is new in it, and none of one that is gone. */
export const withRoleDays = (
  before: Held,
  next: Partial<MenteeInput>,
  today: string,
): readonly string[] =>
  ROLES.reduce<readonly string[]>((days, role) => {
    const now = next[role]
    if (now === undefined || now === before[role]) return days
    const others = days.filter((entry) => !entry.startsWith(`${role} `))
    return now ? [...others, `${role} ${today}`] : others
  }, before.rolesOn)

/** All of them are still so. */
export const confirmRoles = (record: Y.Doc, today: string): void => {
  const mentee = readMentee(record)
  const days = rolesOf(mentee).map((role) => `${role} ${today}`)
  editMentee(record, { next: { rolesOn: [...new Set([...mentee.rolesOn, ...days])] } })
}
