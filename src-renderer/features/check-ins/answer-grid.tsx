/**
 * Questions that are answered out of the same few numbered answers: a row for each question, a column for each answer, so
 * that all of them are seen at once. The answer's number is its key, and goes on to the next question; the arrows choose
 * as in any group of radio buttons.
 */
import { Box, Text } from '@mantine/core'
import { type KeyboardEvent, useId, useRef } from 'react'
import { t } from '../../../shared/words/words'
import { firstField } from '../../forms/first-field'
import classes from './answer-grid.module.css'

/** A score, and what it is called; '' where the number says it all. */
type Choice = readonly [score: number, label: string]

interface Asked {
  readonly choices: readonly Choice[]
  readonly answers: readonly (number | null)[]
  readonly onAnswer: (question: number, score: number) => void
  /** The last one was answered by a key. */
  readonly onLast: () => void
}

const focusIn = (group: Element | null | undefined): void =>
  (
    group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input')
  )?.focus()

/** What the keys do in a question: its answers' numbers, and Enter to go on without one. */
const useAnswerKeys = ({ choices, answers, onAnswer, onLast }: Asked) => {
  const groups = useRef<HTMLDivElement>(null)
  return {
    groups,
    onKeyDown:
      (question: number) =>
      (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const answer = choices.find(([score]) => String(score) === event.key)
        if (answer === undefined && event.key !== 'Enter') return
        event.preventDefault()
        if (answer !== undefined) onAnswer(question, answer[0])
        if (question + 1 < answers.length)
          focusIn(groups.current?.querySelectorAll('[role="radiogroup"]')[question + 1])
        else onLast()
      },
  }
}

const KeysHint = ({ choices }: { readonly choices: readonly Choice[] }) => {
  const scores = choices.map(([score]) => score)
  return (
    <Text size="xs" c="dimmed">
      {t('checkIn.keysAnswer', {
        least: Math.min(...scores),
        most: Math.min(9, Math.max(...scores)),
      })}
    </Text>
  )
}

export const AnswerGrid = ({
  questions,
  ...asked
}: Asked & { readonly questions: readonly string[] }) => {
  const { choices, answers, onAnswer } = asked
  const name = useId()
  const { groups, onKeyDown } = useAnswerKeys(asked)
  return (
    <Box
      className={classes.grid ?? ''}
      __vars={{ '--answers': String(choices.length) }}
      ref={groups}
    >
      <div className={classes.head} aria-hidden>
        <KeysHint choices={choices} />
        {choices.map(([score, label]) => (
          <span key={score}>
            <kbd>{score}</kbd>
            {label}
          </span>
        ))}
      </div>
      {questions.map((question, row) => (
        <div
          key={question}
          role="radiogroup"
          aria-label={question}
          className={classes.row}
          onKeyDown={onKeyDown(row)}
        >
          <span className={classes.question}>{question}</span>
          {choices.map(([score, label], column) => (
            <label key={score} className={classes.cell} htmlFor={`${name}/${row}/${score}`}>
              <input
                type="radio"
                id={`${name}/${row}/${score}`}
                name={`${name}/${row}`}
                aria-label={label || String(score)}
                checked={answers[row] === score}
                onChange={() => onAnswer(row, score)}
                {...(row === 0 && column === 0 ? firstField : {})}
              />
            </label>
          ))}
        </div>
      ))}
    </Box>
  )
}

/** One question, whose answers are sentences. */
export const AnswerList = ({ question, ...asked }: Asked & { readonly question: string }) => {
  const { choices, answers, onAnswer } = asked
  const name = useId()
  const { groups, onKeyDown } = useAnswerKeys(asked)
  return (
    <div ref={groups}>
      <Text mb={4}>{question}</Text>
      <KeysHint choices={choices} />
      <div role="radiogroup" aria-label={question} onKeyDown={onKeyDown(0)}>
        {choices.map(([score, label], place) => (
          <label key={score} className={classes.sentence} htmlFor={`${name}/${score}`}>
            <input
              type="radio"
              id={`${name}/${score}`}
              name={name}
              aria-label={label}
              checked={answers[0] === score}
              onChange={() => onAnswer(0, score)}
              {...(place === 0 ? firstField : {})}
            />
            <span>
              <b className="tabular">{score}</b> {label}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
