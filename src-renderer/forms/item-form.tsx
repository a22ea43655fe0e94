/** A dialog for adding an item or changing one: its fields in a grid, checked by the kind's own schema. */
import {
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { t } from '../../shared/words/words'
import { useSubmit } from '../context/submit'
import { type Typed, useTypedDialog } from '../context/typing/kept-typing'
import { DialogFoot } from './dialog-foot'
import { firstField } from './first-field'
import { TypedEarlier } from './form-dialog'
import classes from './item-form.module.css'
import { problemsOf } from './validate'

type Choice = { readonly value: string; readonly label: string }

export type FormField<V> =
  | { readonly heading: string }
  | {
      readonly name: keyof V & string
      readonly label: string
      readonly as?: 'line' | 'text' | 'day' | 'time' | 'number' | 'choice' | 'check' | 'words' | 'members'
      readonly options?: readonly Choice[]
      readonly hint?: string
      readonly placeholder?: string
      readonly wide?: boolean
      readonly min?: number
      readonly max?: number
      /** A number or a day that may be left empty. */
      readonly optional?: boolean
    }

const Control = <V,>({
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
    ...(first ? firstField : {}),
  }
  const words = typeof value === 'string' ? value : ''
  const list = Array.isArray(value) ? value.map(String) : []
  switch (as) {
    case 'text':
      return (
        <Textarea
          {...common}
          placeholder={placeholder}
          value={words}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
    case 'day':
      return (
        <DateInput
          {...common}
          clearable={field.optional !== false}
          valueFormat="D MMM YYYY"
          popoverProps={{ withinPortal: true }}
          value={words || null}
          onChange={set}
        />
      )
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
          data={[...(field.options ?? [])]}
          value={typeof value === 'string' ? value : null}
          onChange={set}
        />
      )
    case 'check':
      return (
        <Checkbox
          {...common}
          mt={30}
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
        <MultiSelect {...common} searchable data={[...(field.options ?? [])]} value={list} onChange={set} />
      )
    default:
      return (
        <TextInput
          {...common}
          placeholder={placeholder}
          value={words}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
  }
}

const isWide = <V,>(field: FormField<V>): boolean =>
  'heading' in field ||
  field.wide === true ||
  field.as === 'text' ||
  field.as === 'members' ||
  field.as === 'words'

export const ItemForm = <V extends object>({
  id,
  title,
  action,
  schema,
  initial,
  fields,
  more,
  before,
  size = 'lg',
  onSubmit,
  onClose,
}: {
  /** What is filled in here, by an id that is the same each time: what was typed is kept by it (kept-typing.ts). */
  readonly id: string
  readonly title: string
  readonly action: string
  readonly schema: v.GenericSchema<unknown, V>
  readonly initial: V
  readonly fields: readonly FormField<V>[]
  /** Fields that are shown on demand. */
  readonly more?: readonly FormField<V>[]
  readonly before?: ReactNode | ((form: Typed<V>) => ReactNode)
  readonly size?: 'md' | 'lg' | 'xl'
  /** `base` is what the values were when they began to be changed: an edit is merged from there. */
  readonly onSubmit: (values: V, base: V) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const [all, setAll] = useState(false)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const typed = useTypedDialog(id, title, initial)
  const { busy, problem, submit } = useSubmit()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const parsed = v.safeParse(schema, typed.values)
    setErrors(parsed.success ? {} : problemsOf(parsed.issues))
    if (!parsed.success) return setAll(true)
    if (!(await submit(() => onSubmit(parsed.output, typed.base)))) return
    typed.forget()
    onClose()
  }
  const close = (): void => {
    if (!busy) onClose()
  }
  // A problem in a field that is not shown would look like a button that does nothing.
  const showAll = all || (more ?? []).some((field) => 'name' in field && errors[field.name] !== undefined)
  const shown = [...fields, ...(showAll ? (more ?? []) : [])]
  return (
    <Modal opened onClose={close} title={title} size={size}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          {typeof before === 'function' ? before(typed) : before}
          <TypedEarlier
            found={typed.found}
            onStartAfresh={() => {
              setErrors({})
              typed.startAfresh()
            }}
          />
          <div className={classes.grid}>
            {shown.map((field, index) => (
              <div
                key={'heading' in field ? field.heading : field.name}
                className={isWide(field) ? classes.wide : undefined}
              >
                {'heading' in field ? (
                  <Title order={3} mt="xs">
                    {field.heading}
                  </Title>
                ) : (
                  <Control
                    field={field}
                    value={typed.values[field.name]}
                    set={(value) => {
                      typed.set({ [field.name]: value } as Partial<V>)
                      setErrors(({ [field.name]: _, ...others }) => others)
                    }}
                    error={errors[field.name]}
                    first={index === 0}
                  />
                )}
              </div>
            ))}
          </div>
          <DialogFoot
            problem={problem}
            onClose={close}
            left={
              more !== undefined &&
              more.length > 0 && (
                <Button
                  variant="subtle"
                  color="gray"
                  c="dimmed"
                  onClick={() => setAll(!showAll)}
                  aria-expanded={showAll}
                >
                  {showAll ? t('itemForm.fewerFields') : t('itemForm.moreFields')}
                </Button>
              )
            }
          >
            <Button type="submit" loading={busy}>
              {action}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
