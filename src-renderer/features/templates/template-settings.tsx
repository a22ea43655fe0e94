/**
 * Templates of notes: shipped ones can be edited and put back, own ones added. Reflection frameworks and snippets are
 * the same idea beside them: lists of titles with a hint each (fields-editor.tsx), or words that are often written.
 */
import { Badge, Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import {
  ownTemplates,
  shippedTemplates,
  storedTemplate,
  type Template,
  templatesWith,
} from '../../../shared/model/caseload/template'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { type TitledFields, TitledFieldsForm } from './titled-fields-form'

const EMPTY: TitledFields = { title: '', attribution: '', fields: [] }

export const TemplateSettings = () => {
  const runOnVault = useRunOnVault()
  const own = kept(useVault().templates)
  const finding = useApp((state) => state.finding?.item)
  const [form, setForm] = useState<Template | 'new'>()
  const templates = templatesWith(own)
  const isFound = templates.some(({ id }) => id === finding)
  const [open, { toggle, open: unfold }] = useDisclosure(isFound)
  useEffect(() => {
    if (isFound) unfold()
  }, [isFound, unfold])
  const storedFor = (id: string) => storedTemplate(own, id)
  const isShipped = (id: string): boolean => shippedTemplates().some((one) => one.id === id)
  const save = async (value: TitledFields): Promise<void> => {
    const next = {
      title: value.title,
      attribution: value.attribution,
      fields: value.fields.map(({ title, hint }) => ({ title, hint })),
    }
    const stored = form === 'new' || form === undefined ? undefined : storedFor(form.id)
    if (stored !== undefined)
      await runOnVault(ownTemplates.edit, {
        id: stored.id,
        next: { ...next, version: stored.version + 1 },
      })
    else
      await runOnVault(ownTemplates.add, {
        ...next,
        version: form === 'new' || form === undefined ? 1 : form.version + 1,
        replaces: form === 'new' || form === undefined ? '' : form.id,
      })
  }
  const remove = async (template: Template): Promise<void> => {
    const stored = storedFor(template.id)
    if (stored === undefined) return
    await runOnVault(ownTemplates.remove, { id: stored.id, deleted: true })
    offerUndo(
      isShipped(template.id)
        ? t('templates.putBack', { name: template.title })
        : t('templates.removed', { name: template.title }),
      () => void runOnVault(ownTemplates.remove, { id: stored.id, deleted: false }),
    )
  }
  return (
    <Section
      title={t('templates.title')}
      action={
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={toggle}>
          {open ? t('common.hide') : t('templates.show', { count: templates.length })}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('templates.intro')}
      </Text>
      <Collapse expanded={open} transitionDuration={0}>
        <Stack gap={2}>
          {templates.map((template) => (
            <Group key={template.id} data-item={template.id} justify="space-between" wrap="nowrap">
              <Text>
                {template.title}{' '}
                <Text span size="sm" c="dimmed">
                  {[t('count.heading', { count: template.fields.length }), template.attribution]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
                {isShipped(template.id) && storedFor(template.id) !== undefined && (
                  <Badge ml={8}>{t('templates.edited')}</Badge>
                )}
              </Text>
              <Group gap={0} wrap="nowrap">
                <QuietButton
                  name={t('templates.editNamed', { name: template.title })}
                  icon={IconPencil}
                  onClick={() => setForm(template)}
                />
                {storedFor(template.id) !== undefined && (
                  <DeleteButton
                    name={
                      isShipped(template.id)
                        ? t('templates.putBackNamed', { name: template.title })
                        : t('templates.removeNamed', { name: template.title })
                    }
                    onDelete={() => remove(template)}
                  />
                )}
              </Group>
            </Group>
          ))}
          <Group mt="xs">
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setForm('new')}
            >
              {t('templates.new')}
            </Button>
          </Group>
        </Stack>
      </Collapse>
      {form !== undefined && (
        <TitledFieldsForm
          id={form === 'new' ? 'new-template' : `template/${form.id}`}
          heading={form === 'new' ? t('templates.new') : t('templates.edit')}
          initial={
            form === 'new'
              ? EMPTY
              : {
                  title: form.title,
                  attribution: form.attribution,
                  fields: form.fields.map((field) => ({ ...field, key: crypto.randomUUID() })),
                }
          }
          onSave={save}
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  )
}
