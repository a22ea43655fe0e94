/** What came in from other laptops since the coach last looked: how much, from where, and where to see it. */
import { Alert, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconDevices } from '@tabler/icons-react'
import { useState } from 'react'
import type { Place } from '../../../shared/crdt/about'
import { kindCount, kindLabel, kindNamed } from '../../../shared/model/kinds'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { routeTo } from '../../context/navigation'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'

const MOST_SHOWN = 8

export const IncomingNotice = () => {
  const { session } = useOpenVault()
  const incoming = useModel((model) => model.incoming).filter(({ kind }) => kind !== 'escalations')
  const records = useModel((model) => model.records)
  const { devices } = useVault()
  const [all, setAll] = useState(false)
  if (incoming.length === 0) return null
  const byDevice = new Map<string, number>()
  for (const { device } of incoming) byDevice.set(device, (byDevice.get(device) ?? 0) + 1)
  const from = [...byDevice]
    .map(([device, number]) =>
      t('incoming.changesFrom', {
        changes: t('count.change', { count: number }),
        laptop:
          device === session.device
            ? t('incoming.thisLaptopEarlier')
            : (devices[device] ?? t('common.anotherLaptop')),
      }),
    )
    .join(', ')
  const both = incoming.filter((one) => one.both)
  const bothWords = [...new Set(both.map(({ kind }) => kind))].map((kind) => {
    const number = both.filter((one) => one.kind === kind).length
    return kindCount(kind, number)
  })
  const sorted = [...both, ...incoming.filter((one) => !one.both)]
  const words = (one: (typeof incoming)[number]): string => {
    const record = records[one.record]
    const who = record === undefined ? t('incoming.caseload') : displayName(record.mentee)
    const what = kindNamed(one.kind) === undefined ? t('incoming.item') : kindLabel(one.kind)
    return one.both ? t('incoming.entryBoth', { who, what }) : t('incoming.entry', { who, what })
  }
  const open = ({ kind, record, id }: (typeof incoming)[number]): void => {
    const isOfMentee = records[record] !== undefined
    const other: Place = isOfMentee ? { tab: 'overview' } : { screen: 'settings' }
    go(routeTo(kindNamed(kind)?.about.opens ?? other, record, id))
  }
  return (
    <Alert
      color="teal"
      icon={<Icon of={IconDevices} size="large" />}
      title={t('incoming.title')}
      role="status"
    >
      <Stack gap={4}>
        <Text size="sm">
          {bothWords.length > 0
            ? t('incoming.summaryBoth', { changes: from, items: bothWords.join(', ') })
            : t('incoming.summary', { changes: from })}
        </Text>
        {(all ? sorted : sorted.slice(0, MOST_SHOWN)).map((one) => (
          <UnstyledButton key={`${one.record}/${one.kind}/${one.id}`} onClick={() => open(one)}>
            <Text size="sm" td="underline">
              {words(one)}
            </Text>
          </UnstyledButton>
        ))}
        <Group gap="xs">
          {sorted.length > MOST_SHOWN && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
              {all ? t('common.fewer') : t('incoming.showAll', { count: sorted.length })}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={session.dismissIncoming}>
            {t('incoming.seen')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
