/** The coach's own reflection frameworks, beside the shipped ones. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { ownFrameworks } from '../../../shared/model/record/reflection'
import type { Framework } from '../../../shared/model/record/shipped-frameworks'
import { t } from '../../../shared/words/words'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { type TitledFields, TitledFieldsForm } from './titled-fields-form'

export const FrameworkSettings = () => {
  const runOnVault = useRunOnVault()
  const own = kept(useVault().frameworks)
  const [form, setForm] = useState<Framework | 'new'>()
  const save = async ({ title, attribution, fields }: TitledFields): Promise<void> => {
    // A section keeps its id when it is renamed: what was written in it stays in it.
    const sections = fields.map((field) => ({
      id: field.key,
      title: field.title,
      prompt: field.hint,
    }))
    if (form === 'new' || form === undefined)
      await runOnVault(ownFrameworks.add, { title, attribution, sections })
    else
      await runOnVault(ownFrameworks.edit, { id: form.id, next: { title, attribution, sections } })
  }
  const remove = async (framework: Framework): Promise<void> => {
    await runOnVault(ownFrameworks.remove, { id: framework.id, deleted: true })
    offerUndo(
      t('framework.removed', { name: framework.title }),
      () => void runOnVault(ownFrameworks.remove, { id: framework.id, deleted: false }),
    )
  }
  return (
    <Section title={t('framework.title')}>
      <Text size="sm" c="dimmed">
        {t('framework.intro')}
      </Text>
      <Stack gap={2}>
        {own.map((framework) => (
          <Group key={framework.id} justify="space-between" wrap="nowrap">
            <Text>
              {framework.title}{' '}
              <Text span size="sm" c="dimmed">
                {t('count.section', { count: framework.sections.length })}
              </Text>
            </Text>
            <Group gap={0} wrap="nowrap">
              <QuietButton
                name={t('framework.editNamed', { name: framework.title })}
                icon={IconPencil}
                onClick={() => setForm(framework)}
              />
              <DeleteButton
                name={t('framework.removeNamed', { name: framework.title })}
                onDelete={() => remove(framework)}
              />
            </Group>
          </Group>
        ))}
      </Stack>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setForm('new')}
        >
          {t('framework.new')}
        </Button>
      </Group>
      {form !== undefined && (
        <TitledFieldsForm
          id={form === 'new' ? 'new-framework' : `framework/${form.id}`}
          heading={form === 'new' ? t('framework.new') : t('framework.edit')}
          initial={
            form === 'new'
              ? { title: '', attribution: '', fields: [] }
              : {
                  title: form.title,
                  attribution: form.attribution,
                  fields: form.sections.map(({ id, title, prompt }) => ({
                    key: id,
                    title,
                    hint: prompt,
                  })),
                }
          }
          onSave={save}
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  )
}
