/** "Why is this a memory aid, and is it still one?": the answer, from what is known of the note. */
import {
  Badge,
  Button,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { type Disclosure, disclosures } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun } from '../../context/vault/session'
import { useLine } from '../../forms/line'
import { longDay, today } from '../../ui/when'

export const WhyMemoryAid = ({
  recordId,
  noteId,
  title,
  log,
}: {
  readonly recordId: string
  readonly noteId: string
  readonly title: string
  /** All disclosures of the record. */
  readonly log: readonly Disclosure[]
}) => {
  const run = useRun()
  const line = useLine(`memory-aid-shown/${noteId}`, { text: '' })
  const own = log.filter(({ from }) => from === noteId)
  const shown = own.filter(({ how }) => how === 'told')
  const copied = own.filter(({ how }) => how !== 'told')
  const tell = line.enter(({ text }) =>
    run(recordId, disclosures.add, {
      what: title,
      to: text,
      date: today(),
      how: 'told',
      fromKind: 'notes',
      from: noteId,
    }),
  )
  return (
    <Group gap="xs">
      <Popover
        width={360}
        position="top-start"
        shadow="sm"
        withinPortal
        trapFocus
        onOpen={typeAhead}
        onClose={stopTypingAhead}
      >
        <Popover.Target>
          <UnstyledButton aria-label={t('memoryAid.why')} title={t('memoryAid.why')}>
            <Text size="xs" td="underline" c="dimmed">
              {t('memoryAid.whyShort')}
            </Text>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs" component="form" onSubmit={(event) => void tell(event)}>
            <Text size="sm">{t('memoryAid.explained')}</Text>
            <Text size="sm" fw={600}>
              {shown.length === 0
                ? t('memoryAid.neverShown')
                : t('memoryAid.shownTo', {
                    disclosures: shown
                      .map((one) =>
                        t('memoryAid.shownToOn', { whom: one.to, day: longDay(one.date) }),
                      )
                      .join('; '),
                  })}
            </Text>
            {copied.map((one) => (
              <Text key={one.id} size="sm" c="dimmed">
                {t('memoryAid.copyWent', { whom: one.to, day: longDay(one.date) })}
              </Text>
            ))}
            <TextInput
              label={t('memoryAid.shownLabel')}
              placeholder={t('memoryAid.shownHint')}
              value={line.values.text}
              error={line.error}
              onChange={(event) => line.set({ text: event.currentTarget.value })}
            />
            <Button size="xs" variant="default" type="submit">
              {t('memoryAid.writeItDown')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {copied.map((one) => (
        <Badge
          key={one.id}
          color="teal"
          title={t('memoryAid.copyWent', { whom: one.to, day: longDay(one.date) })}
        >
          {t('memoryAid.copyShared', { whom: one.to })}
        </Badge>
      ))}
    </Group>
  )
}
