/** The random histories can fail: with a rule of merging taken out, they find what is then lost. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type * as Belongings from '../../shared/crdt/belongings'
import type * as Knowing from '../../shared/crdt/knowing'
import type * as TakingIn from '../../shared/crdt/taking-in'
import type * as TextEdit from '../../shared/crdt/text-edit'
import type * as Agreement from '../../shared/model/record/agreement'

const rule = vi.hoisted(() => ({ out: '' }))

vi.mock('../../shared/crdt/taking-in', async (importOriginal) => {
  const original = await importOriginal<typeof TakingIn>()
  return {
    takeIn: (...[record, write]: Parameters<typeof original.takeIn>) => {
      if (rule.out !== 'one file is one note') return original.takeIn(record, write)
      write(record, 'the-same-id-everywhere')
      return 'the-same-id-everywhere'
    },
  }
})

vi.mock('../../shared/crdt/knowing', async (importOriginal) => {
  const original = await importOriginal<typeof Knowing>()
  return {
    ...original,
    // Only the moment: whatever was deleted stays deleted.
    knownOfRecord: (...[record]: Parameters<typeof original.knownOfRecord>) =>
      rule.out === 'a mentee comes back for an edit'
        ? ''
        : rule.out === 'a mentee whom both laptops bin stays there'
          ? // As a state vector has it: the other laptop's deletion counts as an edit.
            String([...record.store.clients.keys()].filter((client) => client !== record.clientID))
          : original.knownOfRecord(record),
    knownOf: (...[id, item]: Parameters<typeof original.knownOf>) =>
      rule.out === 'a deletion knows the last edits'
        ? original.fingerprint({ ...item.toJSON(), order: '', deletedKnowing: '', deletedWith: '' })
        : original.knownOf(id, item),
  }
})

vi.mock('../../shared/crdt/belongings', async (importOriginal) => {
  const original = await importOriginal<typeof Belongings>()
  return {
    ...original,
    withReturned: (
      ...[record, lists, owner, belongings]: Parameters<typeof original.withReturned>
    ) =>
      rule.out === 'a session comes back with what was added to it'
        ? lists
        : original.withReturned(record, lists, owner, belongings),
  }
})

vi.mock('../../shared/model/record/agreement', async (importOriginal) => {
  const original = await importOriginal<typeof Agreement>()
  return {
    ...original,
    standingAgreements: (...given: Parameters<typeof original.standingAgreements>) =>
      rule.out === 'two agreements are both shown'
        ? original.standingAgreements(...given).slice(0, 1)
        : original.standingAgreements(...given),
  }
})

vi.mock('../../shared/crdt/text-edit', async (importOriginal) => {
  const original = await importOriginal<typeof TextEdit>()
  return {
    editText: (...[text, base, next]: Parameters<typeof original.editText>) =>
      // As if nobody else had written meanwhile.
      original.editText(
        text,
        rule.out === 'an edit goes to where its words are' ? text.toString() : base,
        next,
      ),
  }
})

vi.mock('fractional-indexing', async (importOriginal) => {
  const original = await importOriginal<typeof import('fractional-indexing')>()
  return {
    ...original,
    generateNKeysBetween: (
      ...[before, behind, count]: Parameters<typeof original.generateNKeysBetween>
    ) =>
      rule.out === 'equal places are told apart'
        ? Array.from({ length: count }, (_, index) =>
            index === 0 ? original.generateKeyBetween(before, behind) : before,
          )
        : original.generateNKeysBetween(before, behind, count),
  }
})

const MOST_HISTORIES = 3000

/** Each with a seed that finds it soon; any other finds it as well, later. */
test.each([
  ['one file is one note', 4],
  ['a mentee comes back for an edit', 1],
  ['a mentee whom both laptops bin stays there', 2],
  ['a deletion knows the last edits', 33],
  ['a session comes back with what was added to it', 20],
  ['two agreements are both shown', 4],
  ['equal places are told apart', 160],
] as const)('without “%s” something is lost', async (out, seed) => {
  const { history, play } = await import('./model-histories')
  const found = (numRuns: number) =>
    fc.check(
      fc.property(history, (one) => play(one).length === 0),
      { numRuns, endOnFailure: true, seed: Number(process.env.SEED ?? seed) },
    )
  rule.out = out
  const { failed, numRuns } = found(MOST_HISTORIES)
  console.info(
    `confidant: without “${out}”: ${failed ? `found after ${numRuns}` : 'not found in'} histories`,
  )
  expect(failed).toBe(true)
  rule.out = ''
  expect(found(10).failed).toBe(false)
})
