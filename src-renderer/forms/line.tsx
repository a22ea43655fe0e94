/**
 * A line that is typed and entered, with what belongs to it: it is empty at once for the next one, and back, joined
 * with what was typed meanwhile, when it was not saved.
 */
import type { FormEvent } from 'react'
import { useSubmit } from '../context/submit'
import { useTypedValues } from '../context/typing/kept-typing'
import { goToNoDay } from './day-field'

export const useLine = <V extends { readonly text: string }>(id: string, empty: V) => {
  const { values, set, forget } = useTypedValues(id, empty)
  const { problem, submit } = useSubmit()
  return {
    values,
    set,
    /** For the field's `error`. */
    error: problem === '' ? undefined : <span role="alert">{problem}</span>,
    /** For the form's `onSubmit`; a line of blanks is not entered. */
    enter: (save: (values: V) => Promise<unknown>) => async (event: FormEvent) => {
      event.preventDefault()
      const text = values.text.trim()
      if (text === '' || goToNoDay(event.currentTarget)) return
      forget()
      if (await submit(() => save({ ...values, text }))) return
      set((now) => ({ ...values, text: [text, now.text].filter(Boolean).join(' ') }))
    },
  }
}
