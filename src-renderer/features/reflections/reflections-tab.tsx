/**
 * A mentee's reflections: the list beside the one that is open, and ways to read them over time. A reflection has the
 * sections of a framework, shipped or the coach's own, and says whose words it is; new ones start from a prompt
 * (new-reflection.tsx).
 */

import { Button, Group, Stack } from '@mantine/core'
import { IconBulb, IconColumns2, IconTimeline } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { firstWords, frameworkOf } from '../../../shared/model/record/reflection'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { HiddenCount, HiddenPlace } from '../../context/hidden'
import { useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { ListAndOne } from '../../ui/list-and-one'
import { HelpButton } from '../help/help-button'
import { NewReflection } from './new-reflection'
import { IdentityThread, SideBySide } from './reading'
import { ReflectionDetails } from './reflection-details'

export const ReflectionsTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const own = useVault().frameworks
  const [reading, setReading] = useState<'side' | 'thread'>()
  const all = kept(record.reflections)
  const open = all.find(({ id }) => id === item) ?? all[0]
  const presenting = useApp((state) => state.presenting)
  const editable = !isNewerRecord(record)
  /** Begun here just now: its first text has the caret. */
  const [begun, setBegun] = useState<string>()
  const show = (id: string): void =>
    go({ screen: 'mentee', id: record.id, tab: 'reflections', item: id })
  const begin = presenting ? (
    <HiddenCount record={record.id} kind="reflections" />
  ) : (
    <NewReflection
      recordId={record.id}
      disabled={!editable}
      onMade={(id) => {
        setBegun(id)
        show(id)
      }}
    />
  )
  if (open === undefined && presenting) return <HiddenPlace record={record.id} kind="reflections" />
  if (open === undefined)
    return (
      <EmptyState icon={IconBulb} title={t('reflection.empty')} text={t('reflection.emptyWhy')}>
        {begin}
      </EmptyState>
    )
  return (
    <Stack gap="md" pt="md">
      <Group justify="space-between">
        <Group gap="xs">
          {begin}
          <HelpButton topic="reflections" />
        </Group>
        <Group gap="xs">
          {all.length > 1 && (
            <Button
              variant="default"
              leftSection={<Icon of={IconColumns2} />}
              onClick={() => setReading('side')}
            >
              {t('common.sideBySide')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Icon of={IconTimeline} />}
            onClick={() => setReading('thread')}
          >
            {t('common.identityThread')}
          </Button>
        </Group>
      </Group>
      <ListAndOne
        name={t('reflection.title')}
        items={all.map((one) => ({
          id: one.id,
          title: one.prompt || frameworkOf(one.framework, own).title,
          date: one.date,
          words: firstWords(one) || t('common.noTextYet'),
        }))}
        open={open.id}
        onOpen={(id) => {
          setBegun(undefined)
          show(id)
        }}
      >
        <ReflectionDetails
          key={open.id}
          record={record}
          reflection={open}
          editable={editable}
          begun={open.id === begun}
        />
      </ListAndOne>
      {reading === 'side' && <SideBySide record={record} onClose={() => setReading(undefined)} />}
      {reading === 'thread' && (
        <IdentityThread record={record} onClose={() => setReading(undefined)} />
      )}
    </Stack>
  )
}
