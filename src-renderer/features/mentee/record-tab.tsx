/** A mentee's record itself: who they are, placements, agreement, what was disclosed, and escalations apart. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { type Disclosure, disclosures } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import cards from '../../ui/cards.module.css'
import { contactLabels } from '../../ui/event-labels'
import { howLabels, phaseLabels } from '../../ui/labels'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { SortedTable, type TableColumn, useTableView } from '../../ui/sorted-table'
import { Axes } from '../../ui/visibility-chip'
import { longDay, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { AgreementSection } from '../agreement/agreement-section'
import { Consults } from '../consult/consults'
import { Pairings } from '../first-meeting/pairings'
import { FutureLetters } from '../future-letter/future-letters'
import { HelpButton } from '../help/help-button'
import { EscalationSection } from '../referrals/escalation-section'
import { Concerns } from './concerns'
import { Enrolments } from './enrolment'
import { Exams } from './exams'
import { ImportantDates, Rotations } from './placements'
import { Seasons } from './season'

const add = (onClick: () => void, label: string) => (
  <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={onClick}>
    {label}
  </Button>
)

const About = ({ record }: { readonly record: RecordProjection }) => {
  const { mentee } = record
  const facts = [
    [t('common.name'), mentee.name],
    [t('mentee.studentId'), mentee.studentId],
    [t('mentee.email'), mentee.email],
    [t('mentee.phone'), mentee.phone],
    [t('mentee.phase'), mentee.phase === '' ? '' : phaseLabels[mentee.phase]],
    [t('record.receivedFrom'), mentee.receivedFrom],
    [t('record.coachingEnded'), mentee.endedOn === null ? '' : longDay(mentee.endedOn)],
    [
      t('ending.contactAfter'),
      mentee.contactAfter === 'contact-not-asked' ? '' : contactLabels[mentee.contactAfter],
    ],
    [t('mentee.coachedSince'), mentee.coachedSince === null ? '' : longDay(mentee.coachedSince)],
    [t('record.meet'), t('record.everyWeeks', { count: mentee.cadenceWeeks })],
    // Here, and not beside the name: a mentee looks at that.
    [t('mentee.tags'), mentee.tags.join(', ')],
    [t('mentee.strengths'), mentee.strengths],
    [t('mentee.values'), mentee.values],
    [t('mentee.interests'), mentee.interests],
    [t('mentee.ratherNotTalkAbout'), mentee.avoid],
    [t('mentee.accommodations'), mentee.accommodations],
  ].filter(([, text]) => text !== '')
  return (
    <Section title={t('record.about')}>
      {facts.map(([label, text]) => (
        <Group key={label} gap="md" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed" w={120} style={{ flexShrink: 0 }}>
            {label}
          </Text>
          <Written size="sm">{text}</Written>
        </Group>
      ))}
    </Section>
  )
}

const Copies = ({ record }: { readonly record: RecordProjection }) => {
  const copies = kept(record.copies)
  if (copies.length === 0) return null
  return (
    <Section title={t('record.sharedCopies')}>
      {copies.map((one) => (
        <Stack key={one.id} gap={2}>
          <Group justify="space-between">
            <Text fw={600}>{one.title}</Text>
            <Group gap="xs">
              <Axes visibility={one.visibility} provenance={one.provenance} />
              <Text size="sm" c="dimmed">
                {shortDay(one.date)}
              </Text>
            </Group>
          </Group>
          {one.text !== '' && (
            <Written size="sm" lineClamp={4}>
              {one.text}
            </Written>
          )}
        </Stack>
      ))}
    </Section>
  )
}

type Column = 'when' | 'what' | 'whom' | 'why' | 'how'

const COLUMNS: readonly TableColumn<Disclosure, Column>[] = [
  {
    id: 'when',
    label: 'common.when',
    by: ({ date }) => date,
    cell: ({ date }) => <span className="tabular">{shortDay(date)}</span>,
  },
  { id: 'what', label: 'common.what', by: ({ what }) => what, cell: ({ what }) => what },
  { id: 'whom', label: 'common.toWhom', by: ({ to }) => to, cell: ({ to }) => to },
  { id: 'why', label: 'common.why', by: ({ why }) => why || null, cell: ({ why }) => why || '–' },
  {
    id: 'how',
    label: 'common.how',
    by: ({ how }) => howLabels[how],
    cell: ({ how }) => howLabels[how],
  },
]

const DisclosureLog = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const run = useRun()
  const [adding, setAdding] = useState(false)
  const view = useTableView<Column>('disclosure-log', 'when', true)
  const day = useToday()
  return (
    <Section
      title={t('record.disclosureLog')}
      help={<HelpButton topic="visibility" />}
      action={editable && add(() => setAdding(true), t('record.addDisclosure'))}
    >
      {record.disclosures.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('record.disclosureIntro')}
        </Text>
      ) : (
        <SortedTable
          name={t('record.disclosureLog')}
          rows={record.disclosures}
          columns={COLUMNS}
          view={view}
          keyOf={({ id }) => id}
        />
      )}
      {adding && (
        <ItemForm
          id={`new-disclosure/${record.id}`}
          title={t('record.addDisclosure')}
          action={t('common.add')}
          schema={disclosures.input}
          initial={{ ...disclosures.empty, date: day, how: 'told' as const }}
          fields={[
            { name: 'what', label: t('common.what'), wide: true },
            { name: 'to', label: t('common.toWhom') },
            { name: 'date', label: t('common.when'), as: 'day', optional: false },
            { name: 'why', label: t('common.why'), wide: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, disclosures.add, input)}
        />
      )}
    </Section>
  )
}

/** What is not there until there is one: in a line, and not in an empty card each. */
const ON_DEMAND = [
  'pairings',
  'exams',
  'seasons',
  'enrolments',
  'concerns',
  'futureLetters',
] as const
type OnDemand = (typeof ON_DEMAND)[number]
const ADD = {
  pairings: 'paired.lower',
  exams: 'exam.lower',
  seasons: 'season.lower',
  enrolments: 'enrolment.lower',
  concerns: 'concern.lower',
  futureLetters: 'futureLetter.lower',
} as const

const AddOnDemand = ({
  record,
  onAdd,
}: {
  readonly record: RecordProjection
  readonly onAdd: (kind: OnDemand) => void
}) => (
  <Group gap="xs">
    {ON_DEMAND.filter(
      (kind) => kept<{ readonly deletedAt: string | null }>(record[kind]).length === 0,
    ).map((kind) => (
      <LineButton key={kind} leftSection={<IconPlus size={15} />} onClick={() => onAdd(kind)}>
        {t('rotation.add', { kind: t(ADD[kind]) })}
      </LineButton>
    ))}
  </Group>
)

export const RecordTab = ({ record }: { readonly record: RecordProjection }) => {
  const presenting = useApp((state) => state.presenting)
  const editable = !isNewerRecord(record)
  const [adding, setAdding] = useState<OnDemand>()
  const listOf = (kind: OnDemand) => ({
    adding: adding === kind,
    onAdding: (open: boolean) => setAdding(open ? kind : undefined),
  })
  return (
    <Stack gap="md" pt="md">
      {/* What is hidden while others look could not be added in their sight. */}
      {editable && !presenting && <AddOnDemand record={record} onAdd={setAdding} />}
      <div className={cards.columns}>
        <About record={record} />
        <AgreementSection record={record} editable={editable} />
        <Pairings record={record} editable={editable} {...listOf('pairings')} />
        <Enrolments record={record} editable={editable} {...listOf('enrolments')} />
        <Rotations record={record} editable={editable} />
        <ImportantDates record={record} editable={editable} />
        <Exams record={record} editable={editable} {...listOf('exams')} />
        {!presenting && <Seasons record={record} editable={editable} {...listOf('seasons')} />}
        {!presenting && <Concerns record={record} editable={editable} {...listOf('concerns')} />}
        <FutureLetters record={record} editable={editable} {...listOf('futureLetters')} />
        <Copies record={record} />
        {!presenting && <Consults record={record} editable={editable} />}
      </div>
      <DisclosureLog record={record} editable={editable} />
      {!presenting && <EscalationSection record={record} editable={editable} />}
    </Stack>
  )
}
