/** A command tried on lines in their short notation (written-lines.ts), on a bare editor state. */
import type { Command } from '@tiptap/pm/state'
import { AttrStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { expect } from 'vitest'
import { read, write } from './written-lines'

const stepName = (step: Step): string => {
  if (step instanceof AttrStep) return step.attr
  if (!(step instanceof ReplaceStep)) return 'other'
  const { slice, from, to } = step
  return `-${to - from} +${slice.content.textBetween(0, slice.content.size).length}`
}

/** What becomes of the lines, and by which steps: an attribute's name, or how much goes (tokens) and comes (letters). */
export const tried = (lines: readonly string[], command: Command) => {
  const state = read(lines)
  let steps: readonly string[] | undefined
  let next = state
  expect(command(state)).toBe(
    command(state, (transaction) => {
      steps = transaction.steps.map(stepName)
      next = state.apply(transaction)
      next.doc.check()
    }),
  )
  return { done: steps !== undefined, steps: steps ?? [], lines: write(next) }
}

export const become = (lines: readonly string[], command: Command): readonly string[] => {
  const result = tried(lines, command)
  expect(result.done).toBe(true)
  return result.lines
}

export const refuses = (lines: readonly string[], command: Command): void =>
  expect(tried(lines, command)).toEqual({ done: false, steps: [], lines: write(read(lines)) })
