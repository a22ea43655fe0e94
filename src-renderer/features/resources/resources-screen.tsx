/** The directory of support services, by category: editable, filtered by year and need, printable for a mentee. */
import { Alert, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPhone, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import {
  directoryOf,
  editResource,
  filterResources,
  RESOURCE_CATEGORIES,
  type Resource,
  type ResourceCategory,
  resources,
} from '../../../shared/model/caseload/resource'
import type { CardLine } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { showUrgent, useApp } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { options, reportingLabels, resourceLabels } from '../../ui/labels'
import { CardForm } from './card-form'
import { cardLines } from './card-lines'
import { isReachable, ResourceCard } from './resource-card'
import classes from './resources-screen.module.css'
import { SupportSheet } from './support-sheet'

/** One line for all that is missing, and the way to the first of it. */
const Missing = ({
  some,
  onFill,
}: {
  readonly some: readonly Resource[]
  readonly onFill: (first: Resource) => void
}) => {
  const [first] = some
  if (first === undefined) return null
  return (
    <Alert color="amber" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('resource.withoutContact', { count: some.length })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => onFill(first)}>
          {t('resource.fillIn', { name: first.name })}
        </Button>
      </Group>
    </Alert>
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
  const all = directoryOf(vault.resources)
  const shown = filterResources(all, {
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
      <Missing some={all.filter((one) => !isReachable(one))} onFill={setForm} />
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
        <SupportSheet
          lines={lines}
          services={shown.filter(isReachable)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  )
}
