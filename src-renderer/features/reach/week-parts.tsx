/** The parts of one mentee's week: five components and what the coach ticks, each with its mark; and what tells itself. */
import { Button, Group, Text } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  markOf,
  type Part,
  type ReachWeek,
  type SeenItem,
} from '../../../shared/model/record/reach'
import type { Offer, Seen } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { isPressed } from '../../context/commands/shortcuts'
import { Icon } from '../../ui/icon'
import { markLabels, partLabels } from '../../ui/labels'
import { MarkButton } from './mark-button'
import { offerWords } from './offer-words'
import { type Marking, markOfKey } from './use-marking'

export const PartLine = ({
  record,
  week,
  part,
  label,
  offer: offered,
  marking,
  editable,
}: {
  readonly record: RecordProjection
  readonly week: ReachWeek
  readonly part: Part
  readonly label: string
  readonly offer: Offer | undefined
  readonly marking: Marking
  readonly editable: boolean
}) => {
  const line = [{ record: record.id, week: week.id }]
  const mark = markOf(record.reachMarks, week.id, part)
  const offer = mark.link === null ? offered : undefined
  const link = (): void => void marking.mark(line, [part], 'done', offer?.link)
  const press = (event: KeyboardEvent): void => {
    const set = markOfKey(event.key)
    if (isPressed('undo', event.nativeEvent)) marking.undo()
    else if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    else if (set !== undefined) marking.mark(line, [part], set)
    else return
    event.preventDefault()
  }
  const open = mark.mark === 'not-started' || mark.mark === 'planned'
  return (
    <Group gap="sm" wrap="nowrap" onKeyDown={editable ? press : undefined}>
      <MarkButton
        mark={mark}
        name={label}
        offer={offer && offerWords(offer)}
        disabled={!editable}
        onNext={() => marking.mark(line, [part], 'next')}
        onLink={link}
      />
      <Text flex={1}>{label}</Text>
      {offer !== undefined && editable && (
        <Button
          size="compact-sm"
          variant="subtle"
          miw={0}
          leftSection={<Icon of={IconLink} size="small" />}
          title={t('reach.linkOffer', { offer: offerWords(offer) })}
          onClick={link}
        >
          <Text span inherit truncate>
            {t('reach.linkOffer', { offer: offerWords(offer) })}
          </Text>
        </Button>
      )}
      {part === 'health' && open && editable && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => marking.mark(line, [part], 'done')}
        >
          {t('reach.markOffered')}
        </Button>
      )}
      <Text size="sm" c="dimmed" className="one-line">
        {part === 'health' && mark.mark === 'done' ? t('reach.wasOffered') : markLabels[mark.mark]}
      </Text>
    </Group>
  )
}

/** Read from the record, and not ticked by anybody. */
export const SeenLine = ({ item, seen }: { readonly item: SeenItem; readonly seen: Seen }) => (
  <Group gap="sm" wrap="nowrap" mih={28}>
    <Group w={28} justify="center" c={seen.done ? 'var(--act)' : 'dimmed'} flex="none">
      {seen.done ? <Icon of={IconCheck} size="small" /> : '–'}
    </Group>
    <Text flex={1} {...(seen.done ? {} : { c: 'dimmed' })}>
      {partLabels[item]}
    </Text>
    <Text size="sm" c="dimmed">
      {seen.what === undefined
        ? t(seen.done ? 'reach.markedEarlier' : 'reach.notYet')
        : offerWords(seen.what)}
    </Text>
  </Group>
)
