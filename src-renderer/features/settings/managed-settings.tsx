/** Settings → Set by your school: what IT has set for this laptop (src-main/guard/managed-settings.ts), and that it holds. */
import { Alert, List } from '@mantine/core'
import { UNMANAGED } from '../../../shared/bridge/managed'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { Section } from '../../ui/section'

export const useManaged = () => useApp((state) => state.environment?.managed ?? UNMANAGED)

export const ManagedSettings = () => {
  const {
    longestAutoLockMinutes: longest,
    relay,
    syncOff,
    sharingOff,
    folderOff,
    updatesFrom,
    updatesOff,
    unreadable,
  } = useManaged()
  const minutes = longest === null ? null : t('count.minute', { count: longest })
  if (unreadable)
    return (
      <Alert color="amber" role="alert" title={t('school.couldNotBeRead')}>
        {t('school.untilReadable', { time: minutes ?? '' })}
      </Alert>
    )
  const set = [
    minutes !== null && t('school.locksAfter', { time: minutes }),
    syncOff && t('school.syncIsOff'),
    sharingOff && !syncOff && t('school.sharingIsOff'),
    folderOff && !syncOff && t('school.folderIsOff'),
    relay !== null && !syncOff && t('school.onlyThisRelay', { relay }),
    updatesOff && t('school.updatesAreOff'),
    updatesFrom !== null && t('school.updatesFrom', { address: updatesFrom }),
  ].filter((one) => one !== false)
  return (
    set.length > 0 && (
      <Section title={t('school.title')}>
        <List size="sm" spacing={4}>
          {set.map((one) => (
            <List.Item key={one}>{one}</List.Item>
          ))}
        </List>
      </Section>
    )
  )
}
