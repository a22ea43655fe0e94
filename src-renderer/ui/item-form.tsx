/** A dialog for adding an item or changing one: its fields in a grid, checked by the kind's own schema. */
import {
  Button,
  Checkbox,
  Group,
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
import { useForm } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { t } from '../../shared/words'
import { useTypedDialog } from '../app/kept-typing'
import { firstField } from './first-field'
import classes from './item-form.module.css'
import { validateWith } from './validate'

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

/** The part of Mantine's form that a control needs, for values whose types are the kind's own business. */
interface Form {
  readonly values: Readonly<Record<string, unknown>>
  readonly getInputProps: (
    name: string,
    options?: { readonly type: 'checkbox' },
  ) => { readonly error?: ReactNode }
  readonly setFieldValue: (name: string, value: unknown) => void
}

const Control = <V,>({
  field,
  form,
  first,
}: {
  readonly field: Exclude<FormField<V>, { readonly heading: string }>
  readonly form: Form
  readonly first: boolean
}): ReactNode => {
  const { name, label, as = 'line', hint, placeholder } = field
  const common = {
    label,
    ...(hint === undefined ? {} : { description: hint }),
    ...(first ? firstField : {}),
  }
  const props = form.getInputProps(name)
  switch (as) {
    case 'text':
      return <Textarea {...common} placeholder={placeholder ?? ''} {...props} />
    case 'day':
      return (
        <DateInput
          {...common}
          clearable={field.optional !== false}
          valueFormat="D MMM YYYY"
          popoverProps={{ withinPortal: true }}
          {...props}
        />
      )
    case 'time':
      return (
        <TextInput
          {...common}
          type="time"
          value={String(form.values[name] ?? '')}
          error={props.error}
          onChange={(event) => form.setFieldValue(name, event.currentTarget.value || null)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          placeholder={placeholder ?? ''}
          allowDecimal={false}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          value={(form.values[name] as number | null) ?? ''}
          error={props.error}
          onChange={(value) => form.setFieldValue(name, typeof value === 'number' ? value : null)}
        />
      )
    case 'choice':
      return <Select {...common} data={[...(field.options ?? [])]} {...props} />
    case 'check':
      return <Checkbox {...common} mt={30} {...form.getInputProps(name, { type: 'checkbox' })} />
    case 'words':
      return (
        <TagsInput
          {...common}
          placeholder={placeholder ?? ''}
          data={(field.options ?? []).map(({ value }) => value)}
          {...props}
          value={[...((form.values[name] as readonly string[]) ?? [])]}
        />
      )
    case 'members':
      return (
        <MultiSelect
          {...common}
          searchable
          data={[...(field.options ?? [])]}
          {...props}
          value={[...((form.values[name] as readonly string[]) ?? [])]}
        />
      )
    default:
      return <TextInput {...common} placeholder={placeholder ?? ''} {...props} />
  }
}

const isWide = <V,>(field: FormField<V>): boolean =>
  'heading' in field ||
  field.wide === true ||
  field.as === 'text' ||
  field.as === 'members' ||
  field.as === 'words'

export const ItemForm = <V extends object>({
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
  readonly title: string
  readonly action: string
  readonly schema: v.GenericSchema<unknown, V>
  readonly initial: V
  readonly fields: readonly FormField<V>[]
  /** Fields that are shown on demand. */
  readonly more?: readonly FormField<V>[]
  readonly before?: ReactNode
  readonly size?: 'md' | 'lg' | 'xl'
  readonly onSubmit: (values: V) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const [busy, setBusy] = useState(false)
  const [all, setAll] = useState(false)
  const named = [...fields, ...(more ?? [])].flatMap((field) => ('name' in field ? [field.name] : []))
  const kept = useTypedDialog<Record<string, unknown>>(title)
  const form = useForm<Record<string, unknown>>({
    initialValues: kept.start ?? Object.fromEntries(named.map((name) => [name, initial[name]])),
    onValuesChange: kept.keep,
    validate: (values) =>
      validateWith(schema as v.GenericSchema<object>)({ ...initial, ...values } as object),
  })
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    setBusy(true)
    await onSubmit(v.parse(schema, { ...initial, ...values }))
    onClose()
  }
  // A problem in a field that is not shown would look like a button that does nothing.
  const showAll =
    all || (more ?? []).some((field) => 'name' in field && form.errors[field.name] !== undefined)
  const shown = [...fields, ...(showAll ? (more ?? []) : [])]
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form
        onSubmit={form.onSubmit(
          (values) => void submit(values),
          () => setAll(true),
        )}
      >
        <Stack gap="md">
          {before}
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
                    form={{
                      values: form.values,
                      getInputProps: form.getInputProps,
                      setFieldValue: (name, value) => form.setFieldValue(name, value as never),
                    }}
                    first={index === 0}
                  />
                )}
              </div>
            ))}
          </div>
          <Group justify="space-between">
            {more !== undefined && more.length > 0 ? (
              <Button
                variant="subtle"
                color="gray"
                c="dimmed"
                onClick={() => setAll(!showAll)}
                aria-expanded={showAll}
              >
                {showAll ? t('itemForm.fewerFields') : t('itemForm.moreFields')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {action}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
