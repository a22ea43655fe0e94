/** Snippets: what the coach types often, inserted by its word after a slash. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { type Snippet, snippets } from '../../../shared/model/caseload/snippet'
import { TEMPLATE_GAPS } from '../../../shared/model/caseload/template'
import { t } from '../../../shared/words/words'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'

export const SnippetSettings = () => {
  const run = useRunOnVault()
  const all = kept(useVault().snippets)
  const [form, setForm] = useState<Snippet | 'new'>()
  const remove = async ({ id, word }: Snippet): Promise<void> => {
    await run(snippets.remove, { id, deleted: true })
    offerUndo(
      t('snippet.removed', { word }),
      () => void run(snippets.remove, { id, deleted: false }),
    )
  }
  return (
    <Section
      title={t('snippet.title')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => setForm('new')}
        >
          {t('snippet.new')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('snippet.intro')} {TEMPLATE_GAPS.map((gap) => `{${gap}}`).join(', ')}.
      </Text>
      <Stack gap={2}>
        {all.map((snippet) => (
          <Group key={snippet.id} justify="space-between" wrap="nowrap">
            <Text truncate>
              <b>/{snippet.word}</b> {snippet.text.split('\n')[0]}
            </Text>
            <Group gap={0} wrap="nowrap">
              <QuietButton
                name={t('snippet.editNamed', { word: snippet.word })}
                icon={IconPencil}
                onClick={() => setForm(snippet)}
              />
              <DeleteButton
                name={t('snippet.removeNamed', { word: snippet.word })}
                onDelete={() => remove(snippet)}
              />
            </Group>
          </Group>
        ))}
      </Stack>
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? 'new-snippet' : `snippet/${form.id}`}
          title={form === 'new' ? t('snippet.new') : t('snippet.edit')}
          action={t('common.save')}
          schema={snippets.input}
          initial={form === 'new' ? snippets.empty : form}
          fields={[
            {
              name: 'word',
              label: t('snippet.word'),
              hint: t('snippet.wordHint'),
            },
            { name: 'text', label: t('snippet.text'), as: 'text' },
          ]}
          onSubmit={(next, base) =>
            form === 'new'
              ? run(snippets.add, next)
              : run(snippets.edit, { id: form.id, base, next })
          }
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  )
}
