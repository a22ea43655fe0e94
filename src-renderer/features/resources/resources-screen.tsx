/**
 * The directory of support services, by category: editable, filtered by year and need, printable for a mentee. Beside
 * it is the support card, the few numbers that are at hand on every screen and on the lock screen, too
 * (support-card.tsx).
 */
import { Alert, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPhone, IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import {
  directoryOf,
  filterResources,
  isReachable,
  RESOURCE_CATEGORIES,
  type Resource,
  type ResourceCategory,
} from '../../../shared/model/caseload/resource'
import type { CardLine } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { showUrgent, useApp } from '../../context/app-state'
import { useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { options, resourceLabels } from '../../ui/labels'
import { CardForm } from './card-form'
import { cardLines } from './card-lines'
import { DirectoryMenu } from './directory-menu'
import { ResourceCard } from './resource-card'
import { ResourceForm } from './resource-form'
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
          <DirectoryMenu all={all} />
        </Group>
      </Group>
      <Group gap="xs">
        <TextInput
          aria-label={t('resource.filter')}
          placeholder={t('resource.whatIsNeeded')}
          leftSection={<Icon of={IconSearch} />}
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
      {form !== undefined && <ResourceForm form={form} onClose={() => setForm(undefined)} />}
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
