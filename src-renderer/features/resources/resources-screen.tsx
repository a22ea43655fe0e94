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
} from '../../../shared/model/resource'
import type { CardLine } from '../../../shared/model/support-card'
import { showUrgent, useApp } from '../../app/app-state'
import { useRunOnVault, useVault } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { ItemForm } from '../../ui/item-form'
import { options, reportingLabels, resourceLabels } from '../../ui/labels'
import { PrintSheet } from '../../ui/print-sheet'
import { QuietButton } from '../../ui/quiet-button'
import { offerUndo } from '../../ui/undo'
import { CardForm } from './card-form'
import { cardLines } from './card-lines'
import classes from './resources-screen.module.css'

const ResourceCard = ({ one, onEdit }: { readonly one: Resource; readonly onEdit: () => void }) => {
  const runOnVault = useRunOnVault()
  const remove = async (): Promise<void> => {
    const id = await runOnVault(removeResource, one)
    if (id !== undefined)
      offerUndo(`${one.name} was removed.`, () => void runOnVault(resources.remove, { id, deleted: false }))
  }
  const facts = [
    ['Where', one.where],
    ['Hours', one.hours],
    ['Contact', one.contact],
    ['Link', one.link],
  ].filter(([, text]) => text !== '')
  return (
    <Card component="article" aria-label={one.name} p="md" data-item={one.id}>
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{one.name}</Text>
          <Group gap={0} wrap="nowrap">
            <QuietButton name={`Edit ${one.name}`} icon={IconPencil} size={26} onClick={onEdit} />
            <QuietButton
              name={`Remove ${one.name}`}
              icon={IconTrash}
              size={26}
              onClick={() => void remove()}
            />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {one.purpose}
        </Text>
        {facts.map(([label, text]) => (
          <Text key={label} size="sm">
            <Text span c="dimmed">
              {label}:{' '}
            </Text>
            {text}
          </Text>
        ))}
        {facts.length === 0 && (
          <Text size="sm" c="var(--care)">
            How to reach it is not filled in yet.
          </Text>
        )}
        <Group gap={6} mt={4}>
          {one.years.length > 0 && <Badge color="gray">Years {one.years.join(', ')}</Badge>}
          <Badge
            color={
              one.reporting === 'must-report' ? 'amber' : one.reporting === 'confidential' ? 'teal' : 'gray'
            }
          >
            {one.reporting === 'unknown'
              ? 'What they must report: not known'
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
        <Title order={1}>Resources</Title>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPhone size={16} stroke={1.6} />}
            onClick={() => setOpen('card')}
          >
            Edit the support card
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => setOpen('print')}
          >
            Card for the mentee
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setForm('new')}>
            Add resource
          </Button>
        </Group>
      </Group>
      <Group gap="xs">
        <TextInput
          aria-label="Filter resources"
          placeholder="What is needed"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={220}
        />
        <Select
          aria-label="Year"
          placeholder="Any year"
          clearable
          w={120}
          data={['1', '2', '3', '4'].map((value) => ({ value, label: `Year ${value}` }))}
          value={year}
          onChange={setYear}
        />
        <Select
          aria-label="Category"
          placeholder="All categories"
          clearable
          w={250}
          data={options(resourceLabels)}
          value={category}
          onChange={setCategory}
        />
        <Button variant="subtle" color="red" onClick={() => showUrgent(true)}>
          Show urgent help
        </Button>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconPhone}
          title="Nothing here"
          text="No resource fits. Add the one you were looking for."
        />
      ) : (
        <div className={classes.columns}>
          {RESOURCE_CATEGORIES.filter((one) => shown.some((resource) => resource.category === one)).map(
            (one) => (
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
            ),
          )}
        </div>
      )}
      <Text size="sm" c="dimmed">
        What an office must report is shipped as it usually is; check it against your school’s policy, and
        fill in how to reach each one.
      </Text>
      {form !== undefined && (
        <ItemForm
          title={form === 'new' ? 'Add resource' : 'Edit resource'}
          action="Save"
          schema={resources.input}
          initial={form === 'new' ? resources.empty : form}
          fields={[
            { name: 'name', label: 'Name' },
            { name: 'category', label: 'Category', as: 'choice', options: options(resourceLabels) },
            { name: 'purpose', label: 'What for', as: 'text' },
            { name: 'where', label: 'Where' },
            { name: 'hours', label: 'Hours' },
            { name: 'contact', label: 'How to reach' },
            { name: 'link', label: 'Link' },
            {
              name: 'years',
              label: 'Who can use it',
              as: 'members',
              hint: 'Years in school; none chosen means everyone',
              options: ['1', '2', '3', '4'].map((value) => ({ value, label: `Year ${value}` })),
            },
            {
              name: 'reporting',
              label: 'What that office must report',
              as: 'choice',
              options: options(reportingLabels),
            },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next) =>
            form === 'new'
              ? runOnVault(resources.add, next)
              : runOnVault(editResource, { resource: form, next })
          }
        />
      )}
      {open === 'card' && <CardForm lines={lines} onClose={() => setOpen(undefined)} />}
      {open === 'print' && (
        <PrintSheet title="Support for you" onClose={() => setOpen(undefined)}>
          <h2>Support for you</h2>
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
          {RESOURCE_CATEGORIES.filter((one) => shown.some((resource) => resource.category === one)).map(
            (one) => (
              <div key={one}>
                <h2>{resourceLabels[one]}</h2>
                <ul>
                  {shown
                    .filter((resource) => resource.category === one)
                    .map((resource) => (
                      <li key={resource.id}>
                        <b>{resource.name}.</b>{' '}
                        {[resource.purpose, resource.where, resource.hours, resource.contact, resource.link]
                          .filter(Boolean)
                          .join(' · ')}
                        {resource.reporting === 'unknown'
                          ? ''
                          : ` (${reportingLabels[resource.reporting].toLowerCase()})`}
                      </li>
                    ))}
                </ul>
              </div>
            ),
          )}
        </PrintSheet>
      )}
    </Stack>
  )
}
