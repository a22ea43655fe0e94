/**
 * A short list of one kind of item on a mentee's page, each of which can be edited in its form: rotations, dates, exams and
 * the like. One that begins somewhere else ("Make it a goal") or has nothing in it yet is opened by `adding`.
 */
import { Box, Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, type ReactNode, useState } from 'react'
import type * as v from 'valibot'
import type { Provenance, Visibility } from '../../shared/crdt/visibility'
import type { Binnable } from '../../shared/model/bin'
import { t } from '../../shared/words/words'
import { useBin } from '../context/vault/session'
import { EditAndDelete } from '../ui/edit-and-delete'
import { Section } from '../ui/section'
import { AxesMark } from '../ui/visibility-chip'
import type { FormField } from './item-field'
import { ItemForm } from './item-form'

interface Placed {
  readonly id: string
  readonly visibility: Visibility
  readonly provenance: Provenance
}

export const EditableList = <V extends object, T extends V & Placed>({
  record,
  kind,
  title,
  one,
  empty,
  items,
  nameOf,
  schema,
  initial,
  fields,
  more,
  before,
  help,
  editable,
  adding = false,
  onAdding,
  onAdd,
  onEdit,
  actions,
  children,
  below,
}: {
  readonly record: string
  readonly kind: Binnable
  readonly title: string
  /** What one of them is called: "rotation". */
  readonly one: string
  /** Said when there is none; without it, an empty list is not there at all. */
  readonly empty?: string
  readonly items: readonly T[]
  readonly nameOf: (item: T) => string
  readonly schema: v.GenericSchema<unknown, V>
  readonly initial: V
  readonly fields: readonly FormField<V>[]
  readonly more?: readonly FormField<V>[]
  /** What stands above the fields. */
  readonly before?: ReactNode
  /** Help about all of it, beside the title. */
  readonly help?: ReactNode
  readonly editable: boolean
  /** Opened for a new one from outside, and whether it is still. */
  readonly adding?: boolean
  readonly onAdding?: (adding: boolean) => void
  readonly onAdd: (values: V) => Promise<unknown>
  readonly onEdit: (id: string, values: V, base: V) => Promise<unknown>
  /** What else can be done with one. */
  readonly actions?: (item: T) => ReactNode
  readonly children: (item: T) => ReactNode
  /** What is longer than a line or two, in the whole width under it. */
  readonly below?: (item: T) => ReactNode
}) => {
  const bin = useBin(record)
  const [chosen, setChosen] = useState<T | 'new'>()
  const form = adding ? 'new' : chosen
  const close = (): void => {
    setChosen(undefined)
    onAdding?.(false)
  }
  const dialog = form !== undefined && (
    <ItemForm
      id={form === 'new' ? `new-${kind}/${record}` : `${kind}/${form.id}`}
      title={form === 'new' ? t('rotation.add', { kind: one }) : t('rotation.edit', { kind: one })}
      action={t('common.save')}
      schema={schema}
      initial={form === 'new' ? initial : form}
      fields={fields}
      {...(more === undefined ? {} : { more })}
      before={before}
      onClose={close}
      onSubmit={(values, base) => (form === 'new' ? onAdd(values) : onEdit(form.id, values, base))}
    />
  )
  if (items.length === 0 && empty === undefined) return dialog || null
  return (
    <Section
      title={title}
      help={help}
      action={
        editable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setChosen('new')}
          >
            {t('rotation.add', { kind: one })}
          </Button>
        )
      }
    >
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {items.map((item) => (
        <Fragment key={item.id}>
          <Group justify="space-between" wrap="nowrap">
            <Box flex={1}>{children(item)}</Box>
            <AxesMark visibility={item.visibility} provenance={item.provenance} />
            {editable && (
              <EditAndDelete
                item={nameOf(item)}
                onEdit={() => setChosen(item)}
                onDelete={() => bin(kind, item.id, t('rotation.inTheBin', { kind: one }))}
              >
                {actions?.(item)}
              </EditAndDelete>
            )}
          </Group>
          {below?.(item)}
        </Fragment>
      ))}
      {dialog}
    </Section>
  )
}
