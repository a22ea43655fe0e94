/** The dialog for a template or a framework: a title, where it comes from, and its headings. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words'
import { firstField } from '../../ui/first-field'
import { type EditedField, FieldsEditor, newField } from './fields-editor'

export interface TitledFields {
  readonly title: string
  readonly attribution: string
  readonly fields: readonly EditedField[]
}

export const TitledFieldsForm = ({
  heading,
  initial,
  onSave,
  onClose,
}: {
  readonly heading: string
  readonly initial: TitledFields
  readonly onSave: (value: TitledFields) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const [value, setValue] = useState<TitledFields>(
    initial.fields.length === 0 ? { ...initial, fields: [newField()] } : initial,
  )
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    const fields = value.fields.filter(({ title }) => title.trim() !== '')
    if (value.title.trim() === '') return setProblem(t('titledFieldsForm.giveItAName'))
    setBusy(true)
    await onSave({ ...value, title: value.title.trim(), fields })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={heading} size="xl">
      <Stack gap="md">
        <Group grow>
          <TextInput
            label={t('common.name')}
            {...firstField}
            value={value.title}
            error={problem === '' ? undefined : problem}
            onChange={(event) => setValue({ ...value, title: event.currentTarget.value })}
          />
          <TextInput
            label={t('titledFieldsForm.afterWhom')}
            placeholder={t('titledFieldsForm.attribution')}
            value={value.attribution}
            onChange={(event) => setValue({ ...value, attribution: event.currentTarget.value })}
          />
        </Group>
        <FieldsEditor fields={value.fields} onChange={(fields) => setValue({ ...value, fields })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
