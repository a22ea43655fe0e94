/** Saving what a form holds: busy while it lasts, however it ends, and a sentence when it was not saved. */
import { useState } from 'react'
import { t } from '../../shared/words/words'

/** A command had no record to work on: it was erased meanwhile, or a newer Confidant has written to it. */
export class NotHere extends Error {}

export interface Submitting {
  readonly busy: boolean
  /** Why it was not saved; '' when nothing is wrong. */
  readonly problem: string
  /** Says a problem that was found without trying, or none any more. */
  readonly say: (problem: string) => void
  /**
   * Resolves to whether it was done. `work` calls `refuse` with a sentence, or with '' when the coach changed their
   * mind, to say that it was not; a rejection is said here, and what it was about never: it may hold what was typed.
   */
  readonly submit: (work: (refuse: (why: string) => void) => Promise<unknown>) => Promise<boolean>
}

/** `failure` is said of a rejection. */
export const useSubmit = (failure = t('form.notSaved')): Submitting => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  return {
    busy,
    problem,
    say: setProblem,
    submit: async (work) => {
      setBusy(true)
      setProblem('')
      let refused: string | undefined
      try {
        await work((why) => {
          refused = why
        })
      } catch (error) {
        refused = error instanceof NotHere ? t('form.writeLost') : failure
      } finally {
        setBusy(false)
      }
      setProblem(refused ?? '')
      return refused === undefined
    },
  }
}
