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
        t('resourcesScreen.nameWasRemoved', { name: one.name }),
        () => void runOnVault(resources.remove, { id, deleted: false }),
      )
  }
  const facts = [
    [t('resourcesScreen.where'), one.where],
    [t('resourcesScreen.hours'), one.hours],
    [t('resourcesScreen.contact'), one.contact],
    [t('resourcesScreen.link'), one.link],
  ] as const
  return (
    <Card component="article" aria-label={one.name} p="md" data-item={one.id}>
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{one.name}</Text>
          <Group gap={0} wrap="nowrap">
            <QuietButton
              name={t('resourcesScreen.editName', { name: one.name })}
              icon={IconPencil}
              size={26}
              onClick={onEdit}
            />
            <QuietButton
              name={t('resourcesScreen.removeName', { name: one.name })}
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
            {t('resourcesScreen.howToReachItIsNot')}
          </Text>
        )}
        <Group gap={6} mt={4}>
          {one.years.length > 0 && (
            <Badge color="gray">{t('resourcesScreen.yearsValue', { value: one.years.join(', ') })}</Badge>
          )}
          <Badge
            color={
              one.reporting === 'must-report' ? 'amber' : one.reporting === 'confidential' ? 'teal' : 'gray'
            }
          >
            {one.reporting === 'unknown'
              ? t('resourcesScreen.whatTheyMustReportNotKnown')
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
        <Title order={1}>{t('resourcesScreen.resources')}</Title>
        <Group gap="xs">
          <Button variant="default" leftSection={<Icon of={IconPhone} />} onClick={() => setOpen('card')}>
            {t('resourcesScreen.editTheSupportCard')}
          </Button>
          <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => setOpen('print')}>
            {t('resourcesScreen.cardForTheMentee')}
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setForm('new')}>
            {t('resourcesScreen.addResource')}
          </Button>
        </Group>
      </Group>
      <Group gap="xs">
        <TextInput
          aria-label={t('resourcesScreen.filterResources')}
          placeholder={t('resourcesScreen.whatIsNeeded')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={220}
        />
        <Select
          aria-label={t('resourcesScreen.year')}
          placeholder={t('resourcesScreen.anyYear')}
          clearable
          w={120}
          data={['1', '2', '3', '4'].map((value) => ({
            value,
            label: t('resourcesScreen.yearValue', { value }),
          }))}
          value={year}
          onChange={setYear}
        />
        <Select
          aria-label={t('resourcesScreen.category')}
          placeholder={t('resourcesScreen.allCategories')}
          clearable
          w={250}
          data={options(resourceLabels)}
          value={category}
          onChange={setCategory}
        />
        <Button variant="subtle" color="red" onClick={() => showUrgent(true)}>
          {t('resourcesScreen.showUrgentHelp')}
        </Button>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconPhone}
          title={t('resourcesScreen.nothingHere')}
          text={t('resourcesScreen.noResourceFitsAddTheOne')}
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
        {t('resourcesScreen.whatAnOfficeMustReportIs')}
      </Text>
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? 'new-resource' : `resource/${form.id}`}
          title={form === 'new' ? t('resourcesScreen.addResource') : t('resourcesScreen.editResource')}
          action={t('common.save')}
          schema={resources.input}
          initial={form === 'new' ? resources.empty : form}
          fields={[
            { name: 'name', label: t('common.name') },
            {
              name: 'category',
              label: t('resourcesScreen.category'),
              as: 'choice',
              options: options(resourceLabels),
            },
            { name: 'purpose', label: t('resourcesScreen.whatFor'), as: 'text' },
            { name: 'where', label: t('resourcesScreen.where') },
            { name: 'hours', label: t('resourcesScreen.hours') },
            { name: 'contact', label: t('resourcesScreen.howToReach') },
            { name: 'link', label: t('resourcesScreen.link') },
            {
              name: 'years',
              label: t('resourcesScreen.whoCanUseIt'),
              as: 'members',
              hint: t('resourcesScreen.yearsInSchoolNoneChosenMeans'),
              options: ['1', '2', '3', '4'].map((value) => ({
                value,
                label: t('resourcesScreen.yearValue', { value }),
              })),
            },
            {
              name: 'reporting',
              label: t('resourcesScreen.whatThatOfficeMustReport'),
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
        <PrintSheet title={t('resourcesScreen.supportForYou')} onClose={() => setOpen(undefined)}>
          <h2>{t('resourcesScreen.supportForYou')}</h2>
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
