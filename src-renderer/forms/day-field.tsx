/** The fields for a day, and for several: written as the coach's language writes it, and typed in that order (typed-day.ts). */
import { DateInput, type DateInputProps, DatePickerInput } from '@mantine/dates'
import { dayTyped } from '../../shared/base/typed-day'
import { daysLanguage, inWords } from '../ui/days/day-words'
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
  | 'minDate'
  | 'maxDate'
>

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

export const DayField = (props: DayFieldProps) => {
  const { clearable = false, value, onChange: _, ...looks } = props
  return (
    <DateInput
      {...looks}
      clearable={clearable}
      valueFormat={(day) => inWords(day, 'short with year')}
      dateParser={(typed) => dayTyped(typed, daysLanguage())}
      value={value || null}
      onChange={(day) => {
        if (props.clearable) props.onChange(day)
        else if (day !== null) props.onChange(day)
      }}
    />
  )
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
