/**
 * Reading over time: two reflections side by side, and the identity thread (one question, each year's answer).
 * Not a form: both are read, and nothing is saved.
 */
import { Card, Group, Modal, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  firstWords,
  frameworkOf,
  identityThread,
  type Reflection,
} from '../../../shared/model/record/reflection'
import { t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useVault } from '../../context/vault/session'
import { TextUnder } from '../../ui/labelled-text'
import { longDay, shortDay } from '../../ui/when'
import { Written } from '../../ui/written'
import { HelpButton } from '../help/help-button'

const titleOf = (reflection: Reflection): string =>
  `${shortDay(reflection.date)} · ${reflection.prompt || firstWords(reflection).slice(0, 50) || t('label.reflection')}`

const One = ({ reflection }: { readonly reflection: Reflection | undefined }) => {
  const own = useVault().frameworks
  if (reflection === undefined) return <Text c="dimmed">{t('thread.questionMissing')}</Text>
  const framework = frameworkOf(reflection.framework, own)
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{reflection.prompt || framework.title}</Title>
        <Text size="sm" c="dimmed">
          {longDay(reflection.date)}
        </Text>
      </div>
      {framework.sections
        .filter(({ id }) => (reflection.sections[id] ?? '').trim() !== '')
        .map(({ id, title }) => (
          <TextUnder key={id} label={title} text={reflection.sections[id] ?? ''} roomy />
        ))}
    </Stack>
  )
}

/** The oldest and the newest at first: what has changed over the years. */
export const SideBySide = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const all = kept(record.reflections)
  const [left, setLeft] = useTypedValue<string | null>(
    `side-by-side/${record.id}/earlier`,
    all.at(-1)?.id ?? null,
  )
  const [right, setRight] = useTypedValue<string | null>(
    `side-by-side/${record.id}/later`,
    all[0]?.id ?? null,
  )
  const data = all.map((one) => ({ value: one.id, label: titleOf(one) }))
  return (
    <Modal opened onClose={onClose} title={t('common.sideBySide')} size="80rem">
      <SimpleGrid cols={2} spacing="xl">
        <Select label={t('thread.earlier')} data={data} value={left} onChange={setLeft} />
        <Select label={t('thread.later')} data={data} value={right} onChange={setRight} />
        <One reflection={all.find(({ id }) => id === left)} />
        <One reflection={all.find(({ id }) => id === right)} />
      </SimpleGrid>
    </Modal>
  )
}

export const IdentityThread = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const sections = frameworkOf('identity').sections
  const [section, setSection] = useTypedValue(`identity-thread/${record.id}`, 'becoming')
  const answers = identityThread(record.reflections, section)
  return (
    <Modal opened onClose={onClose} title={t('common.identityThread')} size="80rem">
      <Stack gap="md">
        <Group gap={4} align="flex-end" wrap="nowrap">
          <Select
            label={t('thread.question')}
            flex="0 1 420px"
            data={sections.map(({ id, title }) => ({ value: id, label: title }))}
            value={section}
            onChange={(next) => next && setSection(next)}
          />
          <HelpButton topic="identity" />
        </Group>
        {answers.length === 0 ? (
          <Text c="dimmed">{t('thread.empty')}</Text>
        ) : (
          <Group
            align="stretch"
            gap="md"
            wrap="nowrap"
            style={{ overflowX: 'auto' }}
            role="list"
            aria-label={t('thread.answers')}
          >
            {answers.map(({ reflection, text }) => (
              <Card key={reflection.id} role="listitem" miw={260} maw={360}>
                <Text size="sm" c="dimmed">
                  {longDay(reflection.date)}
                </Text>
                <Written lh={1.6}>{text}</Written>
              </Card>
            ))}
          </Group>
        )}
      </Stack>
    </Modal>
  )
}
