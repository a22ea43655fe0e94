/**
 * What would they read? The record as the mentee would have it under an inspection, instead of the tabs. The coach marks
 * sentences to reword, and opens each where it stands. Nothing leaves by it and nothing is logged.
 */
import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconArrowUpRight, IconEye } from '@tabler/icons-react'
import { recordFacts } from '../../../shared/exchange/export'
import { type Reading, type ReadSentence, readingOf } from '../../../shared/exchange/reading'
import { kindNamed } from '../../../shared/model/kinds'
import { leaving } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { type Rewording, rewordings } from '../../../shared/model/record/rewording'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { routeTo } from '../../context/navigation'
import { useRun } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { behindWords } from '../ending/leaving-items'
import { usePacket } from '../ending/use-packet'
import { HelpButton } from '../help/help-button'
import classes from './their-reading.module.css'

type ReadItem = Reading['sections'][number]['items'][number]

const useMarks = (record: string) => {
  const run = useRun()
  return {
    toggle: ({ kind, id }: ReadItem, { text, mark }: ReadSentence): void =>
      void (mark === undefined
        ? run(record, rewordings.add, { fromKind: kind, from: id, sentence: text })
        : run(record, rewordings.remove, { id: mark, deleted: true })),
    clear: async (marks: readonly Rewording[]): Promise<void> => {
      const set = async (deleted: boolean): Promise<void> => {
        for (const { id } of marks) await run(record, rewordings.remove, { id, deleted })
      }
      await set(true)
      offerUndo(t('reading.cleared'), () => void set(false))
    },
  }
}

const Sentences = ({
  item,
  of,
  onToggle,
}: {
  readonly item: ReadItem
  readonly of: readonly ReadSentence[]
  readonly onToggle: ((item: ReadItem, sentence: ReadSentence) => void) | undefined
}) =>
  of.map((sentence, at) => {
    const { text, markable, mark } = sentence
    // A sentence may stand twice in a text.
    const key = `${at}/${text}`
    return markable && onToggle !== undefined ? (
      <span key={key}>
        <button
          type="button"
          className={classes.sentence}
          aria-pressed={mark !== undefined}
          title={
            mark === undefined
              ? t('reading.mark', { sentence: text })
              : t('reading.unmark', { sentence: text })
          }
          onClick={() => onToggle(item, sentence)}
        >
          {text}
        </button>{' '}
      </span>
    ) : (
      <span key={key}>{text} </span>
    )
  })

/** A day, a choice or a number: in one line with the others. */
const factWords = ({ label, sentences }: ReadItem['texts'][number]): string =>
  `${label}: ${sentences.map(({ text }) => text).join(' ')}`

const Item = ({
  item,
  onToggle,
}: {
  readonly item: ReadItem
  readonly onToggle: ((item: ReadItem, sentence: ReadSentence) => void) | undefined
}) => (
  <Stack gap={2} component="article">
    <Text fw={600}>
      <Sentences item={item} of={item.title.sentences} onToggle={onToggle} />
    </Text>
    <Text size="sm" c="dimmed" className={classes.about ?? ''}>
      {[item.about, ...item.texts.filter(({ isProse }) => !isProse).map(factWords)]
        .filter(Boolean)
        .join(' · ')}
    </Text>
    {item.texts
      .filter(({ isProse }) => isProse)
      .map(({ label, sentences }) => (
        <Text key={label} className={classes.text ?? ''}>
          {label !== '' && (
            <Text span inherit c="dimmed">
              {label}:{' '}
            </Text>
          )}
          <Sentences item={item} of={sentences} onToggle={onToggle} />
        </Text>
      ))}
  </Stack>
)

/** What the coach means to word otherwise: each opens where it stands. */
const ToReword = ({
  record,
  reading,
  onOpened,
}: {
  readonly record: string
  readonly reading: Reading
  readonly onOpened: () => void
}) => {
  const { clear } = useMarks(record)
  const { toReword, reworded } = reading
  if (toReword.length + reworded.length === 0) return null
  const open = ({ fromKind, from }: Rewording): void => {
    const named = kindNamed(fromKind)
    if (named === undefined || from === null) return
    onOpened()
    go(routeTo(named.about.opens, record, from))
  }
  return (
    <Section dense title={t('reading.toReword', { count: toReword.length })}>
      {toReword.map((mark) => (
        <UnstyledButton
          key={mark.id}
          aria-label={t('reading.openSource', { sentence: mark.sentence })}
          onClick={() => open(mark)}
        >
          <Group gap={8} wrap="nowrap" align="flex-start" c="var(--act)">
            <Icon of={IconArrowUpRight} />
            <Text size="sm">{mark.sentence}</Text>
          </Group>
        </UnstyledButton>
      ))}
      {reworded.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('reading.reworded', { count: reworded.length })}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => void clear(reworded)}>
            {t('reading.clear')}
          </Button>
        </Group>
      )}
    </Section>
  )
}

/** "12 sessions". */
const numberOf = (items: readonly ReadItem[]): string => {
  const count = kindNamed(items[0]?.kind ?? '')?.about.count
  return count === undefined ? '' : t(count, { count: items.length })
}

export const TheirReading = ({
  record,
  editable,
  onBack,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
  readonly onBack: () => void
}) => {
  const { packet, say } = usePacket(record)
  const { toggle } = useMarks(record.id)
  const name = displayName(record.mentee)
  const behind = behindWords(leaving(record, 'mentee-inspection').staysBehind)
  if (packet === undefined) return null
  const reading = readingOf(packet, record.rewordings, say)
  return (
    <Stack gap="md" component="section" aria-label={t('reading.title', { name })}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2}>
          <Group gap={4}>
            <Title order={2}>{t('reading.title', { name })}</Title>
            <HelpButton topic="reading" />
          </Group>
          <Text size="sm" c="dimmed">
            {t('reading.intro', { name })}
          </Text>
        </Stack>
        <Button
          variant="default"
          flex="none"
          leftSection={<Icon of={IconArrowLeft} />}
          onClick={onBack}
        >
          {t('reading.back')}
        </Button>
      </Group>
      <ToReword record={record.id} reading={reading} onOpened={onBack} />
      {reading.sections.length === 0 ? (
        <EmptyState
          icon={IconEye}
          title={t('reading.empty')}
          text={t('reading.emptyWhy', { name })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {recordFacts(packet.mentee, say)
            .map(([label, value]) => `${label}: ${value}`)
            .join(' · ')}
        </Text>
      )}
      {reading.sections.map(({ title, items }) => (
        <Section key={title} dense title={numberOf(items)}>
          {items.map((item) => (
            <Item key={item.id} item={item} onToggle={editable ? toggle : undefined} />
          ))}
        </Section>
      ))}
      {behind !== '' && (
        <Text size="sm" c="dimmed">
          {t('reading.leftOut', { items: behind })}
        </Text>
      )}
    </Stack>
  )
}
