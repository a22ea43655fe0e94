/** A list of titles with a hint each: what templates and frameworks are made of. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'

export interface EditedField {
  readonly key: string
  readonly title: string
  readonly hint: string
}

export const newField = (): EditedField => ({ key: crypto.randomUUID(), title: '', hint: '' })

export const FieldsEditor = ({
  fields,
  onChange,
}: {
  readonly fields: readonly EditedField[]
  readonly onChange: (fields: readonly EditedField[]) => void
}) => {
  const set = (key: string, next: Partial<EditedField>): void =>
    onChange(fields.map((one) => (one.key === key ? { ...one, ...next } : one)))
  const up = (index: number): void => {
    const next = [...fields]
    const [moved] = next.splice(index, 1)
    if (moved !== undefined) next.splice(index - 1, 0, moved)
    onChange(next)
  }
  const [added, setAdded] = useState<string>()
  const add = (): void => {
    const field = newField()
    setAdded(field.key)
    onChange([...fields, field])
  }
  return (
    <Stack gap="xs">
      {fields.map((field, index) => (
        <Group key={field.key} gap="xs" wrap="nowrap">
          <TextInput
            autoFocus={field.key === added}
            aria-label={t('heading.headingNumber', { number: index + 1 })}
            placeholder={t('heading.label')}
            flex={1}
            value={field.title}
            onChange={(event) => set(field.key, { title: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('heading.hintNumber', { number: index + 1 })}
            placeholder={t('heading.hintExample')}
            flex={2}
            value={field.hint}
            onChange={(event) => set(field.key, { hint: event.currentTarget.value })}
          />
          <QuietButton
            name={t('heading.moveUp', { number: index + 1 })}
            icon={IconArrowUp}
            disabled={index === 0}
            onClick={() => up(index)}
          />
          <DeleteButton
            name={t('heading.remove', { number: index + 1 })}
            onDelete={() => onChange(fields.filter(({ key }) => key !== field.key))}
          />
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={add}
        >
          {t('heading.add')}
        </Button>
      </Group>
    </Stack>
  )
}
