/** The dialog for a template or a framework: a title, where it comes from, and its headings. */
import { Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { type EditedField, FieldsEditor, newField } from './fields-editor'

export interface TitledFields {
  readonly title: string
  readonly attribution: string
  readonly fields: readonly EditedField[]
}

export const TitledFieldsForm = ({
  id,
  heading,
  initial,
  onSave,
  onClose,
}: {
  readonly id: string
  readonly heading: string
  readonly initial: TitledFields
  readonly onSave: (value: TitledFields) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const form = useTypedDialog<TitledFields>(id, heading, {
    ...initial,
    fields: initial.fields.length === 0 ? [newField()] : initial.fields,
  })
  const { values, set } = form
  const [problem, setProblem] = useState('')
  return (
    <FormDialog
      form={form}
      action={t('common.save')}
      size="xl"
      onClose={onClose}
      onSubmit={async (refuse) => {
        const title = values.title.trim()
        setProblem(title === '' ? t('heading.nameMissing') : '')
        if (title === '') return refuse('')
        await onSave({
          ...values,
          title,
          fields: values.fields.filter((field) => field.title.trim() !== ''),
        })
      }}
    >
      <Group grow>
        <TextInput
          label={t('common.name')}
          {...firstField}
          value={values.title}
          error={problem === '' ? undefined : problem}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('heading.attributionHint')}
          placeholder={t('heading.attribution')}
          value={values.attribution}
          onChange={(event) => set({ attribution: event.currentTarget.value })}
        />
      </Group>
      <FieldsEditor fields={values.fields} onChange={(fields) => set({ fields })} />
    </FormDialog>
  )
}
