/** Settings → Laptops: which laptops have this vault, and removing one that was lost. */
import { Button, Progress, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { System } from '../../../../shared/model/caseload/laptop'
import { spoken, t } from '../../../../shared/words/words'
import { useModel, useOpenVault } from '../../../context/vault/session'
import type { LaptopRow, LaptopState } from '../../../store/session/laptop-rows'
import { Section } from '../../../ui/section'
import { longDay } from '../../../ui/when'
import { RemoveLaptop } from './remove-laptop'

const SYSTEMS: Readonly<Record<System, string>> = spoken(
  { windows: 'laptops.windows', macos: 'laptops.macos', linux: 'laptops.linux' },
  { '': '' },
)

const NOTES: Readonly<Record<Exclude<LaptopState, 'removed'>, string>> = spoken(
  {
    behind: 'laptops.behind',
    keyless: 'laptops.keyless',
    strange: 'laptops.strange',
  },
  { this: '', here: '' },
)

const Row = ({ row, onRemove }: { readonly row: LaptopRow; readonly onRemove: () => void }) => {
  const laptops = useModel((model) => model.laptops)
  const refused = useModel((model) => model.refused[row.id] ?? 0)
  const isGone = row.state === 'removed'
  const name = row.name === '' ? t('common.anotherLaptop') : row.name
  const by = laptops.find(({ id }) => id === row.removedBy)?.name ?? t('common.anotherLaptop')
  const note =
    row.state === 'removed'
      ? t('laptops.removedOn', { laptop: by, day: longDay(row.removedAt.slice(0, 10)) })
      : NOTES[row.state]
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" {...(isGone ? { c: 'dimmed' } : {})}>
          {row.state === 'this' ? t('opens.thisLaptop', { name }) : name}
        </Text>
        {note !== '' && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
        {refused > 0 && (
          <Text size="xs" c="var(--care)">
            {t('laptops.refused', { count: refused })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{SYSTEMS[row.system]}</Table.Td>
      <Table.Td className="tabular">{row.seen === '' ? '' : longDay(row.seen)}</Table.Td>
      <Table.Td ta="right">
        {!isGone && row.state !== 'this' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('laptops.removeNamed', { name })}
            onClick={onRemove}
          >
            {t('laptops.remove')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

export const LaptopsSettings = () => {
  const { session } = useOpenVault()
  const laptops = useModel((model) => model.laptops)
  const moving = useModel((model) => model.moving)
  const [removing, setRemoving] = useState<LaptopRow>()
  const own = laptops.filter(({ id }) => id === session.device)
  const others = laptops.filter(({ id }) => id !== session.device)
  return (
    <Section title={t('laptops.title')}>
      <Stack gap="sm">
        <Text c="dimmed" size="sm" maw="60ch">
          {t('laptops.intro')}
        </Text>
        {moving !== undefined && (
          <Stack gap={4}>
            <Text size="sm" role="status">
              {t('laptops.moving', { done: moving.done, total: moving.of })}
            </Text>
            <Progress
              value={(moving.done / moving.of) * 100}
              aria-label={t('laptops.movingProgress')}
            />
          </Stack>
        )}
        <Table aria-label={t('laptops.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('opens.laptop')}</Table.Th>
              <Table.Th>{t('laptops.system')}</Table.Th>
              <Table.Th>{t('laptops.lastHere')}</Table.Th>
              <Table.Th aria-label={t('laptops.remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...own, ...others].map((row) => (
              <Row key={row.id} row={row} onRemove={() => setRemoving(row)} />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      {removing !== undefined && (
        <RemoveLaptop row={removing} onClose={() => setRemoving(undefined)} />
      )}
    </Section>
  )
}
