/** Where a mentee is and what is ahead: rotations and important dates, each a small list that can be edited. */
import { Badge, Box, Button, Group, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type * as v from 'valibot'
import type { Binnable } from '../../../shared/model/bin'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  type ImportantDate,
  importantDates,
  type Rotation,
  rotations,
} from '../../../shared/model/record/placement'
import { t } from '../../../shared/words/words'
import { useBin, useRun } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { dateKindLabels, options } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { AxesMark } from '../../ui/visibility-chip'
import { shortDay, useToday } from '../../ui/when'

type Placed = Rotation | ImportantDate

const EditableList = <V extends object, T extends V & Placed>({
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
  editable,
  onAdd,
  onEdit,
  children,
}: {
  readonly record: string
  readonly kind: Binnable
  readonly title: string
  /** What one of them is called: "rotation". */
  readonly one: string
  readonly empty: string
  readonly items: readonly T[]
  readonly nameOf: (item: T) => string
  readonly schema: v.GenericSchema<unknown, V>
  readonly initial: V
  readonly fields: readonly FormField<V>[]
  readonly editable: boolean
  readonly onAdd: (values: V) => Promise<unknown>
  readonly onEdit: (id: string, values: V, base: V) => Promise<unknown>
  readonly children: (item: T) => ReactNode
}) => {
  const bin = useBin(record)
  const [form, setForm] = useState<T | 'new'>()
  return (
    <Section
      title={title}
      action={
        editable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setForm('new')}
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
        <Group key={item.id} justify="space-between" wrap="nowrap">
          <Box flex={1}>{children(item)}</Box>
          <AxesMark visibility={item.visibility} provenance={item.provenance} />
          {editable && (
            <Group gap={0} wrap="nowrap">
              <QuietButton
                name={t('rotation.editNamed', { item: nameOf(item) })}
                icon={IconPencil}
                onClick={() => setForm(item)}
              />
              <QuietButton
                name={t('rotation.delete', { item: nameOf(item) })}
                icon={IconTrash}
                onClick={() => void bin(kind, item.id, t('rotation.inTheBin', { kind: one }))}
              />
            </Group>
          )}
        </Group>
      ))}
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? `new-${kind}/${record}` : `${kind}/${form.id}`}
          title={
            form === 'new' ? t('rotation.add', { kind: one }) : t('rotation.edit', { kind: one })
          }
          action={t('common.save')}
          schema={schema}
          initial={form === 'new' ? initial : form}
          fields={fields}
          onClose={() => setForm(undefined)}
          onSubmit={(values, base) =>
            form === 'new' ? onAdd(values) : onEdit(form.id, values, base)
          }
        />
      )}
    </Section>
  )
}

interface Props {
  readonly record: RecordProjection
  readonly editable: boolean
}

export const Rotations = ({ record, editable }: Props) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="rotations"
      title={t('rotation.title')}
      one={t('rotation.rotationLower')}
      empty={t('rotation.emptyRotations')}
      items={[...kept(record.rotations)].sort((a, b) => b.start.localeCompare(a.start))}
      nameOf={({ block }) => block}
      schema={rotations.input}
      initial={{ ...rotations.empty, start: day, end: day }}
      fields={[
        { name: 'block', label: t('rotation.label'), placeholder: t('rotation.rotationExample') },
        { name: 'site', label: t('rotation.site') },
        { name: 'start', label: t('common.fromDay'), as: 'day', optional: false },
        { name: 'end', label: t('common.until'), as: 'day', optional: false },
      ]}
      editable={editable}
      onAdd={(next) => run(record.id, rotations.add, next)}
      onEdit={(id, next, base) => run(record.id, rotations.edit, { id, base, next })}
    >
      {({ block, site, start, end }) => (
        <>
          <Text fw={600}>
            {block} {start <= day && day <= end && <Badge ml={6}>{t('common.now')}</Badge>}
          </Text>
          <Text size="sm" c="dimmed">
            {[site, t('rotation.fromTo', { start: shortDay(start), end: shortDay(end) })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    </EditableList>
  )
}

export const ImportantDates = ({ record, editable }: Props) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="importantDates"
      title={t('rotation.importantDates')}
      one={t('rotation.dateLower')}
      empty={t('rotation.emptyDates')}
      items={[...kept(record.importantDates)].sort((a, b) => a.date.localeCompare(b.date))}
      nameOf={({ title }) => title}
      schema={importantDates.input}
      initial={{ ...importantDates.empty, date: day }}
      fields={[
        { name: 'title', label: t('common.what'), placeholder: t('rotation.dateExample') },
        { name: 'kind', label: t('common.kind'), as: 'choice', options: options(dateKindLabels) },
        { name: 'date', label: t('rotation.on'), as: 'day', optional: false },
        { name: 'until', label: t('common.until'), as: 'day' },
      ]}
      editable={editable}
      onAdd={(next) => run(record.id, importantDates.add, next)}
      onEdit={(id, next, base) => run(record.id, importantDates.edit, { id, base, next })}
    >
      {({ title, kind, date, until }) => (
        <>
          <Text fw={600} {...((until ?? date) < day ? { c: 'dimmed' } : {})}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              dateKindLabels[kind],
              until === null
                ? shortDay(date)
                : t('rotation.fromTo', { start: shortDay(date), end: shortDay(until) }),
            ].join(' · ')}
          </Text>
        </>
      )}
    </EditableList>
  )
}
