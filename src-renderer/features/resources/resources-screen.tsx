/** The directory of support services, by category: editable, filtered by year and need, printable for a mentee. */
import { Badge, Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPencil, IconPhone, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import {
  directoryOf,
  editResource,
  filterResources,
  RESOURCE_CATEGORIES,
  type Resource,
  type ResourceCategory,
  removeResource,
  resources,
} from '../../../shared/model/caseload/resource'
import type { CardLine } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { showUrgent, useApp } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { LabelledTexts } from '../../ui/labelled-text'
import { options, reportingLabels, resourceLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'
import { PrintSheet } from '../print/print-sheet'
import { CardForm } from './card-form'
import { cardLines } from './card-lines'
import classes from './resources-screen.module.css'

const ResourceCard = ({ one, onEdit }: { readonly one: Resource; readonly onEdit: () => void }) => {
  const runOnVault = useRunOnVault()
  const remove = async (): Promise<void> => {
    const id = await runOnVault(removeResource, one)
    if (id !== undefined)
      offerUndo(
        t('resource.removed', { name: one.name }),
        () => void runOnVault(resources.remove, { id, deleted: false }),
      )
  }
  const facts = [
    [t('resource.where'), one.where],
    [t('resource.hours'), one.hours],
    [t('resource.contact'), one.contact],
    [t('resource.link'), one.link],
  ] as const
  return (
    <Card component="article" aria-label={one.name} p="md" data-item={one.id}>
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{one.name}</Text>
          <Group gap={0} wrap="nowrap">
            <QuietButton
              name={t('resource.editNamed', { name: one.name })}
              icon={IconPencil}
              size={26}
              onClick={onEdit}
            />
            <QuietButton
              name={t('resource.removeNamed', { name: one.name })}
              icon={IconTrash}
              size={26}
              onClick={() => void remove()}
            />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {one.purpose}
        </Text>
        <LabelledTexts rows={facts} />
        {facts.every(([, text]) => text === '') && (
          <Text size="sm" c="var(--care)">
            {t('resource.notFilledIn')}
          </Text>
        )}
        <Group gap={6} mt={4}>
          {one.years.length > 0 && (
            <Badge color="gray">{t('resource.yearsMany', { years: one.years.join(', ') })}</Badge>
          )}
          <Badge
            color={
              one.reporting === 'must-report'
                ? 'amber'
                : one.reporting === 'confidential'
                  ? 'teal'
                  : 'gray'
            }
          >
            {one.reporting === 'unknown'
              ? t('resource.mustReportUnknown')
              : reportingLabels[one.reporting]}
          </Badge>
        </Group>
      </Stack>
    </Card>
  )
}

export const ResourcesScreen = () => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const local = useApp((state) => state.environment?.supportCard)
  const [query, setQuery] = useState('')
  const [year, setYear] = useState<string | null>(null)
  const [category, setCategory] = useState<ResourceCategory | null>(null)
  const [form, setForm] = useState<Resource | 'new'>()
  const [open, setOpen] = useState<'print' | 'card'>()
  const shown = filterResources(directoryOf(vault.resources), {
    query,
    year: year === null ? null : Number(year),
    category,
  })
  const lines: readonly CardLine[] = cardLines(vault, local ?? null)
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{t('resource.title')}</Title>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<Icon of={IconPhone} />}
            onClick={() => setOpen('card')}
          >
            {t('resource.editCard')}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon of={IconPrinter} />}
            onClick={() => setOpen('print')}
          >
            {t('resource.cardForMentee')}
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setForm('new')}>
            {t('resource.add')}
          </Button>
        </Group>
      </Group>
      <Group gap="xs">
        <TextInput
          aria-label={t('resource.filter')}
          placeholder={t('resource.whatIsNeeded')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={220}
        />
        <Select
          aria-label={t('resource.year')}
          placeholder={t('common.anyYear')}
          clearable
          w={120}
          data={['1', '2', '3', '4'].map((value) => ({
            value,
            label: t('resource.yearOne', { year: value }),
          }))}
          value={year}
          onChange={setYear}
        />
        <Select
          aria-label={t('common.category')}
          placeholder={t('common.allCategories')}
          clearable
          w={250}
          data={options(resourceLabels)}
          value={category}
          onChange={setCategory}
        />
        <Button variant="subtle" color="red" onClick={() => showUrgent(true)}>
          {t('resource.showUrgentHelp')}
        </Button>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconPhone}
          title={t('resource.nothingHere')}
          text={t('resource.noneFits')}
        />
      ) : (
        <div className={classes.columns}>
          {RESOURCE_CATEGORIES.filter((one) =>
            shown.some((resource) => resource.category === one),
          ).map((one) => (
            <Stack
              key={one}
              gap="xs"
              component="section"
              aria-label={resourceLabels[one]}
              className={classes.category ?? ''}
            >
              <Title order={3}>{resourceLabels[one]}</Title>
              {shown
                .filter((resource) => resource.category === one)
                .map((resource) => (
                  <ResourceCard key={resource.id} one={resource} onEdit={() => setForm(resource)} />
                ))}
            </Stack>
          ))}
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t('resource.intro')}
      </Text>
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? 'new-resource' : `resource/${form.id}`}
          title={form === 'new' ? t('resource.add') : t('resource.edit')}
          action={t('common.save')}
          schema={resources.input}
          initial={form === 'new' ? resources.empty : form}
          fields={[
            { name: 'name', label: t('common.name') },
            {
              name: 'category',
              label: t('common.category'),
              as: 'choice',
              options: options(resourceLabels),
            },
            { name: 'purpose', label: t('resource.whatFor'), as: 'text' },
            { name: 'where', label: t('resource.where') },
            { name: 'hours', label: t('resource.hours') },
            { name: 'contact', label: t('resource.howToReach') },
            { name: 'link', label: t('resource.link') },
            {
              name: 'years',
              label: t('resource.whoCanUseIt'),
              as: 'members',
              hint: t('resource.yearsHint'),
              options: ['1', '2', '3', '4'].map((value) => ({
                value,
                label: t('resource.yearOne', { year: value }),
              })),
            },
            {
              name: 'reporting',
              label: t('resource.mustReport'),
              as: 'choice',
              options: options(reportingLabels),
            },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) =>
            form === 'new'
              ? runOnVault(resources.add, next)
              : runOnVault(editResource, { resource: { ...form, ...base }, next })
          }
        />
      )}
      {open === 'card' && <CardForm lines={lines} onClose={() => setOpen(undefined)} />}
      {open === 'print' && (
        <PrintSheet title={t('resource.supportForYou')} onClose={() => setOpen(undefined)}>
          <h2>{t('resource.supportForYou')}</h2>
          <ul>
            {lines
              .filter(({ reach }) => reach !== '')
              .map((line) => (
                <li key={line.name}>
                  <b>
                    {line.name}: {line.reach}
                  </b>{' '}
                  {line.when}
                </li>
              ))}
          </ul>
          {RESOURCE_CATEGORIES.filter((one) =>
            shown.some((resource) => resource.category === one),
          ).map((one) => (
            <div key={one}>
              <h2>{resourceLabels[one]}</h2>
              <ul>
                {shown
                  .filter((resource) => resource.category === one)
                  .map((resource) => (
                    <li key={resource.id}>
                      <b>{resource.name}.</b>{' '}
                      {[
                        resource.purpose,
                        resource.where,
                        resource.hours,
                        resource.contact,
                        resource.link,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      {resource.reporting === 'unknown'
                        ? ''
                        : ` (${reportingLabels[resource.reporting].toLowerCase()})`}
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </PrintSheet>
      )}
    </Stack>
  )
}
