/** Writes one beat of an arc into a mentee's record, by the same commands as everything else. */
import { addDays } from '../base/day'
import { actionItems } from '../model/record/action-item'
import { checkIns } from '../model/record/check-in'
import { concerns } from '../model/record/concern'
import { exams } from '../model/record/exam'
import { feedback } from '../model/record/feedback'
import { goalMoves, goals, milestones, progressEntries, ratings } from '../model/record/goal'
import { groupLines } from '../model/record/group-session'
import { learningPlans, PLAN_SECTIONS } from '../model/record/learning-plan'
import { notes, startNote } from '../model/record/note'
import { pairings } from '../model/record/pairing'
import { importantDates } from '../model/record/placement'
import { referrals } from '../model/record/referral'
import { emptySections, frameworkOf, reflections } from '../model/record/reflection'
import { letters, seasons } from '../model/record/season'
import { addSession, agendaItems, preps } from '../model/record/session'
import { disclosures, share } from '../model/record/sharing'
import { type Line, plainLine } from '../note-text/delta'
import type { ArcDay, Beat, BeatOf } from './arc'
import { classOf, dayOf, plainDayOf, sinceOf, workday } from './calendar'
import { MOST_MINUTES } from './diary'
import { type Telling, type Write, writtenOn } from './telling'
import { consult, escalation, letter } from './write-beside'

const linesOf = (lines: readonly string[]): readonly Line[] =>
  lines.map((line) =>
    line.startsWith('# ')
      ? plainLine(line.slice(2), { kind: 'heading3' })
      : line.startsWith('- ')
        ? plainLine(line.slice(2), { kind: 'bullet' })
        : plainLine(line),
  )

const session: Write<'session'> = ({ record, arc, today, diary }, beat, date) => {
  const status = beat.status ?? 'held'
  const at = diary.book(arc.mentee.name, date, -1)
  const written = addSession(record, {
    ...at,
    kind: beat.as ?? 'one-to-one',
    status,
    minutes: status === 'held' ? (beat.minutes ?? MOST_MINUTES - 5) : 0,
    medium: beat.medium ?? 'in-person',
    themes: beat.themes ?? [],
    takeaway: beat.takeaway ?? '',
    ...(beat.followUp === undefined
      ? {}
      : {
          followUp: workday(addDays(at.date, beat.followUp.days), 1),
          followUpNote: beat.followUp.about,
          followUpDone: addDays(at.date, beat.followUp.days) < today,
        }),
  })
  if (beat.note !== undefined) startNote(record, { id: written.note, lines: linesOf(beat.note) })
  if (beat.aid !== undefined) startNote(record, { id: written.aid, lines: linesOf(beat.aid) })
  for (const { what, whose = 'mentee', due, done } of beat.actions ?? []) {
    const doneOn = done === undefined ? null : workday(addDays(at.date, done), -1)
    actionItems.add(record, {
      what,
      whose,
      agreedOn: at.date,
      session: written.session,
      due: workday(addDays(at.date, due), 1),
      doneOn: doneOn !== null && doneOn <= today ? doneOn : null,
      createdAt: writtenOn(at.date),
    })
  }
  if (beat.shared !== undefined)
    share(record, {
      ...beat.shared,
      to: arc.mentee.name,
      fromKind: 'notes',
      from: written.note,
      visibility: 'shared',
      provenance: 'coach',
      date: at.date,
    })
}

const goal: Write<'goal'> = ({ record, arc, today }, beat, date) => {
  const past = (day: ArcDay): string | null => {
    const found = dayOf(arc, day, today)
    return found <= today ? found : null
  }
  const moves = (beat.moves ?? []).flatMap(([status, on]) => {
    const day = past(on)
    return day === null ? [] : [{ status, day }]
  })
  const status = moves.at(-1)?.status ?? beat.goal.status ?? 'active'
  const over = status !== 'active' && status !== 'on-hold' && status !== 'draft'
  const id = goals.add(record, {
    ...beat.goal,
    status,
    closing: over ? (beat.goal.closing ?? '') : '',
    targetDate: beat.target === undefined ? null : dayOf(arc, beat.target, today),
    createdAt: writtenOn(date),
  })
  goalMoves.add(record, { goal: id, status: beat.goal.status ?? 'active', date })
  for (const { status: next, day } of moves)
    goalMoves.add(record, { goal: id, status: next, date: day })
  for (const [title, due, done] of beat.steps ?? [])
    milestones.add(record, {
      of: id,
      title,
      due: dayOf(arc, due, today),
      doneOn: done === null ? null : past(done),
    })
  for (const [on, score, comment] of beat.progress ?? []) {
    const day = past(on)
    if (day !== null) progressEntries.add(record, { of: id, date: day, score, comment })
  }
  for (const [on, importance, confidence] of beat.ratings ?? []) {
    const day = past(on)
    if (day !== null) ratings.add(record, { of: id, date: day, importance, confidence })
  }
}

const WRITERS: { readonly [Is in Beat['is']]: Write<Is> } = {
  session,
  goal,
  escalation,
  planned: ({ record, arc, diary }, beat, date) => {
    addSession(record, {
      ...diary.book(arc.mentee.name, date, 1),
      status: 'planned',
      kind: 'one-to-one',
      minutes: MOST_MINUTES - 5,
      place: beat.place ?? '',
    })
  },
  ask: ({ record }, { text }, date) => {
    agendaItems.add(record, { text, createdAt: writtenOn(date) })
  },
  note: ({ record }, { title, lines }, date) => {
    const id = notes.add(record, { title, date, createdAt: writtenOn(date) })
    startNote(record, { id, lines: linesOf(lines) })
  },
  reflection: ({ record }, { framework, prompt, sections, themes = [], by = 'mentee' }, date) => {
    reflections.add(record, {
      date,
      framework,
      prompt,
      themes,
      provenance: by,
      visibility: by === 'mentee' ? 'shared' : 'memory-aid',
      sections: { ...emptySections(frameworkOf(framework)), ...sections },
      createdAt: writtenOn(date),
    })
  },
  'check-in': ({ record }, { on: _on, is: _is, ...given }, date) => {
    checkIns.add(record, { ...given, date, createdAt: writtenOn(date) })
  },
  prep: ({ record }, { on: _on, is: _is, ...given }, date) => {
    preps.add(record, { source: 'file', ...given, date, createdAt: writtenOn(date) })
  },
  referral: ({ record, arc, today }, beat, date) => {
    const followUp = dayOf(arc, beat.followUp, today)
    referrals.add(record, {
      resource: beat.resource,
      reason: beat.reason,
      date,
      status: beat.status,
      warmHandOff: beat.warm === true,
      consentOn: beat.warm === true ? date : null,
      followUp,
      followUpDone: beat.done === true && followUp <= today,
      told: beat.told !== undefined && followUp <= today ? beat.told : '',
      createdAt: writtenOn(date),
    })
  },
  date: ({ record, arc, today }, { what, as, until }, date) => {
    importantDates.add(record, {
      title: what,
      kind: as,
      date,
      until: until === undefined ? null : plainDayOf(arc, until, today),
    })
  },
  paired: ({ record, arc, today }, { by }, date) => {
    pairings.add(record, { pairedOn: sinceOf(arc, today), pairedBy: by, messageOn: date })
  },
  exam: ({ record, arc, today }, { on: _on, is: _is, result, practice = [], ...given }, date) => {
    exams.add(record, {
      ...given,
      booked: date,
      resultOn: result === undefined ? null : plainDayOf(arc, result, today),
      practice: practice.map((day) => plainDayOf(arc, day, today)),
      // What is long over was done.
      contacted: addDays(date, 2) < today,
      resultSeen: result !== undefined && plainDayOf(arc, result, today) < today,
    })
  },
  feedback: ({ record }, { on: _on, is: _is, goal, ...given }, date) => {
    const made = goals.readAll(record).find(({ title }) => title === goal)?.id ?? null
    feedback.add(record, { ...given, goal: made, date, createdAt: writtenOn(date) })
  },
  concern: ({ record, arc, today }, { on: _on, is: _is, known, closed, ...given }, date) => {
    const over = dayOf(arc, closed, today)
    concerns.add(record, {
      ...given,
      date,
      knownOn: dayOf(arc, known, today),
      closedOn: over <= today ? over : null,
      createdAt: writtenOn(date),
    })
  },
  season: ({ record, arc, today }, beat, date) => {
    const past = (day: ArcDay): string | null => {
      const found = plainDayOf(arc, day, today)
      return found <= today ? found : null
    }
    const of = seasons.add(record, {
      specialty: beat.specialty,
      year: classOf(arc, today),
      parallel: beat.parallel,
      advisor: beat.advisor,
      statementDrafts: beat.drafts.flatMap((day) => past(day) ?? []),
      signalsOn: past(beat.signals),
      interviews: beat.interviews.map((day) => plainDayOf(arc, day, today)),
      rankedOn: past(beat.ranked),
      askedMeOn: past(beat.asked),
      myAnswer: 'letter-declined',
      createdAt: writtenOn(date),
    })
    for (const [from, asked, agreed] of beat.letters)
      letters.add(record, {
        of,
        from,
        askedOn: past(asked),
        agreedOn: past(agreed),
        waivedOn: past(agreed),
      })
  },
  plan: ({ record, arc, today }, { term, review, sections }, date) => {
    learningPlans.add(record, {
      term,
      date,
      nextReview: dayOf(arc, review, today),
      sections: { ...Object.fromEntries(PLAN_SECTIONS.map(({ id }) => [id, ''])), ...sections },
      createdAt: writtenOn(date),
    })
  },
  disclosure: ({ record }, { what, to, why, how }, date) => {
    disclosures.add(record, { what, to, why, how, date, createdAt: writtenOn(date) })
  },
  letter,
  consult,
  'group-line': ({ record, lastGroup }, { text }, date) => {
    if (lastGroup !== undefined)
      groupLines.add(record, { groupSession: lastGroup, text, createdAt: writtenOn(date) })
  },
}

export const writeBeat = <Is extends Beat['is']>(
  telling: Telling,
  beat: BeatOf<Is> & { readonly is: Is },
  date: string,
): void => WRITERS[beat.is](telling, beat, date)

/** What may stand on a day that is yet to come: an appointment, an exam. */
const AHEAD: readonly Beat['is'][] = ['planned', 'date', 'exam']
export const mayBeAhead = ({ is }: Beat): boolean => AHEAD.includes(is)
/** What keeps no office hours. */
export const hasPlainDay = ({ is }: Beat): boolean => is === 'date' || is === 'exam'
