/**
 * The history of a note, a goal or a reflection: what it said before each sitting, when that was and on which laptop,
 * beside what it says now. Arrows go through the list; what is restored is an edit, and is taken back like one.
 * Not a form: nothing is filled in.
 */
import { Group, Modal, Tabs, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { putBack } from '../../../shared/model/history/put-back'
import type { Kept } from '../../../shared/model/history/said'
import { t } from '../../../shared/words/words'
import { useOpenVault, useRecord, useRun, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import classes from './history.module.css'
import { useHistory } from './use-history'
import { VersionView } from './version-view'
import { momentWords, textWords } from './version-words'

export interface HistoryOf {
  readonly recordId: string
  readonly item: Kept
  readonly editable: boolean
}

const useRestore = ({ recordId, item }: HistoryOf) => {
  const run = useRun()
  return async (input: Omit<Parameters<typeof putBack>[1], 'item'>, was: typeof input.said) => {
    const after = await run(recordId, putBack, { item, ...input })
    if (after !== undefined)
      offerUndo(
        t(input.part === undefined ? 'history.restored' : 'history.restoredPassage'),
        () => void run(recordId, putBack, { item, said: was, after }),
      )
  }
}

export const HistoryDialog = ({ onClose, ...of }: HistoryOf & { readonly onClose: () => void }) => {
  const { recordId, item, editable } = of
  const { session } = useOpenVault()
  const { devices, frameworks, settings } = useVault()
  const reflections = useRecord(recordId)?.reflections ?? []
  const { versions, now } = useHistory(recordId, item)
  const [chosen, setChosen] = useState<string>()
  const restore = useRestore(of)
  const today = useToday()
  const open = versions?.find(({ id }) => id === chosen) ?? versions?.[0]
  const framework = reflections.find(({ id }) => id === item.id)?.framework ?? ''
  const laptopOf = (device: string): string =>
    device === session.device
      ? t('history.onThisLaptop')
      : t('history.onLaptop', { laptop: devices[device] ?? t('common.anotherLaptop') })
  // Read in a moment; the keyboard is to be where the list is.
  if (versions === undefined || now === undefined) return null
  return (
    <Modal opened onClose={onClose} title={t('history.title')} size="80rem" centered={false}>
      {versions.length === 0 && (
        <EmptyState
          icon={IconHistory}
          title={t('history.empty')}
          text={
            settings.historyDays === 0
              ? t('history.off')
              : t('history.emptyWhy', { days: t('count.day', { count: settings.historyDays }) })
          }
        />
      )}
      {open !== undefined && (
        <Tabs
          orientation="vertical"
          value={open.id}
          onChange={(id) => setChosen(id ?? undefined)}
          classNames={{ tabLabel: classes.label ?? '' }}
        >
          <Tabs.List className={classes.list ?? ''} aria-label={t('history.versions')}>
            {versions.map(({ id, at, device }) => (
              <Tabs.Tab
                key={id}
                value={id}
                className={classes.version ?? ''}
                {...(id === open.id ? { 'data-autofocus': true } : {})}
              >
                <Text size="sm" fw={600}>
                  {momentWords(at, today)}
                </Text>
                <Text size="sm" c="dimmed">
                  {laptopOf(device)}
                </Text>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={open.id} className={classes.panel ?? ''}>
            <VersionView
              said={open.said}
              now={now}
              nameOf={(path) => textWords(item, path, framework, frameworks)}
              editable={editable}
              onRestore={(part) => {
                // What it replaces is a version, too, and newer.
                setChosen(open.id)
                void restore({ said: open.said, ...(part === undefined ? {} : { part }) }, now)
              }}
            />
          </Tabs.Panel>
        </Tabs>
      )}
      {open !== undefined && (
        <Group mt="md">
          <Text size="sm" c="dimmed">
            {t('history.keptHow', { days: t('count.day', { count: settings.historyDays }) })}
          </Text>
        </Group>
      )}
    </Modal>
  )
}
