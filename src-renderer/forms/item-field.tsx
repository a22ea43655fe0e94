/** One field of an item's form, by what it holds: a line, a text, a day, a choice. */
import {
  Checkbox,
  MultiSelect,
  NumberInput,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { FocusEvent, ReactNode } from 'react'
import { t } from '../../shared/words/words'
import { DayField, DaysField } from './day-field'
import { firstField } from './first-field'
import { HINT_BELOW } from './hint-below'

type Choice = { readonly value: string; readonly label: string }

export type FormField<V> =
  | { readonly heading: string }
  | {
      readonly name: keyof V & string
      readonly label: string
      readonly as?:
        | 'line'
        | 'text'
        | 'day'
        | 'days'
        | 'time'
        | 'number'
        | 'choice'
        | 'check'
        | 'words'
        | 'members'
      readonly options?: readonly Choice[]
      readonly hint?: string
      readonly placeholder?: string
      readonly wide?: boolean
      readonly min?: number
      readonly max?: number
      /** A number or a day that may be left empty. */
      readonly optional?: boolean
    }

/** A form's first field has the caret: a choice there is found by what is typed over the one that is proposed. */
const typedInAtOnce = () => ({
  searchable: true,
  openOnFocus: false,
  nothingFoundMessage: t('form.noChoiceFits'),
  onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
})

export const ItemField = <V,>({
  field,
  value,
  set,
  error,
  first,
}: {
  readonly field: Exclude<FormField<V>, { readonly heading: string }>
  readonly value: unknown
  readonly set: (value: unknown) => void
  readonly error: string | undefined
  readonly first: boolean
}): ReactNode => {
  const { label, as = 'line', hint, placeholder = '' } = field
  const common = {
    label,
    error,
    ...(hint === undefined ? {} : { description: hint }),
    ...(isWide(field) ? {} : { inputWrapperOrder: HINT_BELOW }),
    ...(first ? firstField : {}),
  }
  const words = typeof value === 'string' ? value : ''
  const typed = {
    placeholder,
    value: words,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(event.currentTarget.value),
  }
  const list = Array.isArray(value) ? value.map(String) : []
  switch (as) {
    case 'text':
      return <Textarea {...common} {...typed} />
    case 'day':
      return field.optional === false ? (
        <DayField {...common} value={words} onChange={set} />
      ) : (
        <DayField {...common} clearable value={words || null} onChange={set} />
      )
    case 'days':
      return <DaysField {...common} placeholder={placeholder} value={list} onChange={set} />
    case 'time':
      return (
        <TextInput
          {...common}
          type="time"
          value={words}
          onChange={(event) => set(event.currentTarget.value || null)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          placeholder={placeholder}
          allowDecimal={false}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(typeof next === 'number' ? next : null)}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          {...(first ? typedInAtOnce() : {})}
          data={[...(field.options ?? [])]}
          value={typeof value === 'string' ? value : null}
          onChange={set}
        />
      )
    case 'check':
      return (
        <Checkbox
          label={label}
          description={hint}
          error={error}
          {...(first ? firstField : {})}
          // Beside a field, in line with it.
          {...(isWide(field) ? {} : { mt: 30 })}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      )
    case 'words':
      return (
        <TagsInput
          {...common}
          placeholder={placeholder}
          data={(field.options ?? []).map((option) => option.value)}
          value={list}
          onChange={set}
        />
      )
    case 'members':
      return (
        <MultiSelect
          {...common}
          searchable
          data={[...(field.options ?? [])]}
          value={list}
          onChange={set}
        />
      )
    default:
      return <TextInput {...common} {...typed} />
  }
}

/** Whether it takes the form's whole width. */
export const isWide = <V,>(field: FormField<V>): boolean =>
  'heading' in field ||
  field.wide === true ||
  field.as === 'text' ||
  field.as === 'days' ||
  field.as === 'members' ||
  field.as === 'words'
