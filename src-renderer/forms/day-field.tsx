/**
 * The fields for a day, and for several: written as the coach's language writes it, and typed in that order (typed-day.ts)
 * or said ("tomorrow", "in 2 weeks"). What is typed and is no day does not just go: it stays, it is said, and a form with
 * it is not saved (`goToNoDay`).
 */
import { DateInput, type DateInputProps, DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import { dayTyped, dayWithoutYear } from '../../shared/base/typed-day'
import { dayInWords } from '../../shared/views/said-day'
import { t } from '../../shared/words/words'
import { daysLanguage, inWords } from '../ui/days/day-words'
import { useToday } from '../ui/when'
import classes from './day-field.module.css'

type Looks = Pick<
  DateInputProps,
  | 'label'
  | 'aria-label'
  | 'description'
  | 'inputWrapperOrder'
  | 'error'
  | 'placeholder'
  | 'autoFocus'
  | 'disabled'
  | 'size'
  | 'variant'
  | 'w'
  | 'flex'
> & {
  /** The days that it can be. */
  readonly within?: { readonly first: string; readonly last?: string } | undefined
}

/** Days are `2027-03-04`; only where it may be empty is there a button to clear it. */
type DayFieldProps = Looks &
  (
    | {
        readonly clearable: true
        readonly value: string | null
        readonly onChange: (day: string | null) => void
      }
    | {
        readonly clearable?: false
        readonly value: string
        readonly onChange: (day: string) => void
      }
  )

const isWithin = (day: string, within: Looks['within']): boolean =>
  within === undefined || (day >= within.first && (within.last === undefined || day <= within.last))

/** What is said of words that are no day, or not one of those that it can be. */
const noDay = (typed: string, day: string | null, within: Looks['within']): string => {
  if (day === null || within === undefined) return t('form.noDay', { typed })
  const first = inWords(within.first, 'short with year')
  return within.last === undefined
    ? t('form.dayFrom', { first })
    : t('form.dayBetween', { first, last: inWords(within.last, 'short with year') })
}

export const DayField = (props: DayFieldProps) => {
  const { clearable = false, value, onChange: _, error, within, ...looks } = props
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const now = useToday()
  const words = typed.trim()
  const whole = dayTyped(words, daysLanguage())
  /** What is whole is taken as it is typed; the rest may still become something else. */
  const said =
    whole === null ? (dayWithoutYear(words, daysLanguage(), now) ?? dayInWords(words, now)) : null
  const meant = whole ?? said
  const isNoDay = words !== '' && (meant === null || !isWithin(meant, within))
  const settle = (): void => {
    setLeft(true)
    if (said !== null && !isNoDay) props.onChange(said)
  }
  return (
    <DateInput
      {...looks}
      error={error || (left && isNoDay && noDay(words, meant, within))}
      {...(within?.first === undefined ? {} : { minDate: within.first })}
      {...(within?.last === undefined ? {} : { maxDate: within.last })}
      data-no-day={isNoDay || undefined}
      fixOnBlur={!isNoDay}
      onInput={(event) => {
        setTyped(event.currentTarget.value)
        setLeft(false)
      }}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      clearable={clearable}
      valueFormat={(day) => inWords(day, 'short with year')}
      dateParser={(typed) => dayTyped(typed, daysLanguage())}
      value={value || null}
      onChange={(day) => {
        setTyped('')
        if (props.clearable) props.onChange(day)
        else if (day !== null) props.onChange(day)
      }}
    />
  )
}

/** Whether what is typed in one of these fields is no day; the first such field has the focus then. */
export const goToNoDay = (within: ParentNode | null): boolean => {
  const field = within?.querySelector<HTMLElement>('[data-no-day]')
  field?.focus()
  return field != null
}

/** Several days, picked one after the other. */
export const DaysField = ({
  value,
  onChange,
  ...looks
}: Pick<DateInputProps, 'label' | 'description' | 'error'> & {
  readonly placeholder: string
  readonly value: readonly string[]
  readonly onChange: (days: readonly string[]) => void
}) => (
  <DatePickerInput
    {...looks}
    type="multiple"
    classNames={{ input: classes.days ?? '' }}
    valueFormatter={({ date }) =>
      [date]
        .flat()
        .map((day) => (day === null ? '' : inWords(String(day), 'short with year')))
        .join(', ')
    }
    value={[...value]}
    onChange={(days) => onChange([...days].sort())}
  />
)
