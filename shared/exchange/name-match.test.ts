import { describe, expect, it } from 'vitest'
import type { RecordProjection } from '../model/projection'
import { matchMentee } from './name-match'

describe('whom an entry is about', () => {
  const mentee = (id: string, name: string, email = '') =>
    ({ id, mentee: { name, preferredName: '', email } }) as unknown as RecordProjection
  const records = [
    mentee('amara', 'Amara Osei', 'a.osei@school.edu'),
    mentee('li', 'Li Wei'),
    mentee('wei', 'Wei Zhang'),
    mentee('jose', 'José Núñez'),
  ]
  it('is told by a whole name in any order, an address, or a name that only one has', () => {
    expect(matchMentee('Coaching: Osei, Amara', records)).toBe('amara')
    expect(matchMentee('1:1 jose nunez', records)).toBe('jose')
    expect(matchMentee('with A.OSEI@school.edu', records)).toBe('amara')
    expect(matchMentee('Zhang debrief', records)).toBe('wei')
  })
  it('is left open when it could be two, or nobody', () => {
    expect(matchMentee('Wei', records)).toBeUndefined()
    expect(matchMentee('Amara Osei and Wei Zhang', records)).toBeUndefined()
    expect(matchMentee('Department lunch', records)).toBeUndefined()
  })
})
