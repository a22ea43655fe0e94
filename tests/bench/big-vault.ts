/** Writes a profile whose vault holds many notes, and gives the same as plain objects for the reference. */
import { createMentee, menteeProfile } from '../../shared/model/record/mentee'
import { textForWriting } from '../../shared/model/record/note-text'
import { addSession } from '../../shared/model/record/session'
import { writeVault } from '../e2e/steps/write-vault'

export const MENTEES = 30
export const NOTES = 100
const NOTE_CHARACTERS = 3000
const WORDS =
  'coach mentee goal shelf ward round call night plan sleep study exam patient family rest value clinic team talk'.split(
    ' ',
  )

const sentence = (seed: number): string =>
  `${Array.from({ length: 10 }, (_, index) => WORDS[(seed * 31 + index * index * 7) % WORDS.length]).join(' ')} ${seed.toString(36)}. `
const noteOf = (seed: number): string => {
  let text = ''
  for (let index = 0; text.length < NOTE_CHARACTERS; index++) text += sentence(seed * 97 + index)
  return text.slice(0, NOTE_CHARACTERS)
}

/** `rewrites` is how often each note's text was typed over before it became what it is. */
export const writeBigVault = async (profile: string, passphrase: string, rewrites: number) => {
  const plain: unknown[] = []
  await writeVault(profile, passphrase, MENTEES, (record, number) => {
    const notes: unknown[] = []
    const mentee = {
      ...menteeProfile.empty,
      name: `Mentee ${String(number + 1).padStart(2, '0')} Benchmark`,
    }
    createMentee(record, mentee)
    for (let index = 0; index < NOTES; index++) {
      const date = `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`
      const { note } = addSession(record, { title: `Note ${index}`, date })
      const body = textForWriting(record, note)
      for (let version = 0; version < rewrites; version++) {
        const last = version === rewrites - 1
        body?.delete(0, body.length)
        body?.insert(0, noteOf(number * 1000 + index + (last ? 0 : version * 50_000)), {})
      }
      notes.push({
        id: note,
        title: `Note ${index}`,
        date,
        session: {
          kind: 'one-to-one',
          status: 'held',
          minutes: 30,
          medium: 'in-person',
          place: '',
        },
        text: noteOf(number * 1000 + index),
      })
    }
    plain.push({ id: number, mentee, notes })
  })
  return plain
}
