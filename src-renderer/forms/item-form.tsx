/** A dialog for adding an item or changing one: its fields in a grid, checked by the kind's own schema. */
import { Button, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { t } from '../../shared/words/words'
import { type Typed, useTypedDialog } from '../context/typing/kept-typing'
import { FormDialog } from './form-dialog'
import { type FormField, ItemField, isWide } from './item-field'
import classes from './item-form.module.css'
import { problemsOf } from './validate'

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
  const save = async (refuse: (why: string) => void): Promise<void> => {
    const parsed = v.safeParse(schema, typed.values)
    setErrors(parsed.success ? {} : problemsOf(parsed.issues))
    if (parsed.success) return void (await onSubmit(parsed.output, typed.base))
    setAll(true)
    // Each is said in its field.
    refuse('')
  }
  const startAfresh = (): void => {
    setErrors({})
    typed.startAfresh()
  }
  // A problem in a field that is not shown would look like a button that does nothing.
  const showAll =
    all || (more ?? []).some((field) => 'name' in field && errors[field.name] !== undefined)
  const shown = [...fields, ...(showAll ? (more ?? []) : [])]
  return (
    <FormDialog
      form={{ ...typed, startAfresh }}
      action={action}
      size={size}
      byEnter
      onSubmit={save}
      onClose={onClose}
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
            {showAll ? t('form.fewerFields') : t('form.moreFields')}
          </Button>
        )
      }
    >
      {typeof before === 'function' ? before(typed) : before}
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
              <ItemField
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
    </FormDialog>
  )
}
