/**
 * Presenting: a record as it may be shown on a screen that others look at. Names are initials, contact details are
 * gone, and nothing of the classes memory aid and escalation is there, so that no screen, list or search can show it;
 * nor how somebody is or rates themselves: check-ins, energy and stress, importance and confidence.
 */

import { RECORD_KINDS, type RecordKind } from '../model/kinds'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName, type Mentee } from '../model/record/mentee'

/** "Amara Osei" becomes "A. O."; nothing remains of a name but that. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => `${[...part][0]?.toLocaleUpperCase() ?? ''}.`)
    .join(' ')

const presentedMentee = (mentee: Mentee): Mentee => ({
  ...mentee,
  name: initialsOf(displayName(mentee)),
  preferredName: '',
  email: '',
  phone: '',
  studentId: '',
  avoid: '',
  accommodations: '',
  recusal: '',
  tags: [],
})

const isShown = (item: object): boolean =>
  !('visibility' in item) || (item.visibility !== 'memory-aid' && item.visibility !== 'escalation')

/** Shared with the mentee, and nobody else's to see: six of a class apply at the same time. */
const NEVER: readonly RecordKind[] = ['checkIns', 'concerns', 'seasons', 'escalations']

/** Sessions stay, since they are what the day is made of: that one was held is what the program may know. Their words go. */
const ALWAYS: readonly RecordKind[] = ['sessions']

export const presentRecord = (record: RecordProjection): RecordProjection => ({
  ...record,
  ...Object.fromEntries(
    (Object.keys(RECORD_KINDS) as RecordKind[]).map((kind) => [
      kind,
      NEVER.includes(kind)
        ? []
        : ALWAYS.includes(kind)
          ? record[kind]
          : (record[kind] as readonly object[]).filter(isShown),
    ]),
  ),
  sessions: record.sessions.map((session) => ({
    ...session,
    title: '',
    followUpNote: '',
    takeaway: '',
    themes: [],
    visibility: 'program' as const,
  })),
  goals: record.goals.filter(isShown).map((goal) => ({ ...goal, ratings: [] })),
  preps: record.preps
    .filter(isShown)
    .map((prep) => ({ ...prep, energy: null, stress: null, avoid: '' })),
  // That and when they met remains; not how it fits, nor whether somebody else is wanted.
  pairings: record.pairings.map((pairing) => ({
    ...pairing,
    pairedBy: '',
    reason: 'not-said' as const,
    fit: '',
    changeOn: null,
  })),
  mentee: presentedMentee(record.mentee),
  supportOwed: null,
  conflicts: [],
})

export const presentVault = (vault: VaultProjection): VaultProjection => ({
  ...vault,
  captures: [],
  savedSearches: [],
  work: [],
  coachReflections: [],
  coachGoals: [],
  afterthoughts: [],
  feedbackRounds: [],
  groupSessions: vault.groupSessions.map((session) => ({
    ...session,
    notes: '',
    plan: '',
    themes: [],
  })),
})
