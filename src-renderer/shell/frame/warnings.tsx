/** What the coach must know, whichever screen is open. */
import { Alert, Anchor, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { t } from '../../../shared/words/words'
import { go, host, useApp } from '../../context/app-state'
import { usePutOff } from '../../context/put-off'
import { backupSentence, writeSentence } from '../../context/sentences'
import { useBackupsToLookAt, useBackupTrouble } from '../../context/vault/backups'
import { useModel, useOpenVault } from '../../context/vault/session'
import { ClockNotice } from '../../features/ending/clock-notice'
import { DueEndingsNotice } from '../../features/ending/due-endings'
import { UpdateNotice } from '../../features/settings/about/update-notice'
import { RemovalNotices } from '../../features/settings/laptops/removal-notices'
import type { FolderSync } from '../../sync/folder/folder-sync'
import type { Sync } from '../../sync/sync'

/** Another laptop goes by this one's id: its profile was copied. One of the two takes another at its next unlock. */
const TwinWarning = ({ sync }: { readonly sync: Sync | FolderSync }) => {
  const { session } = useOpenVault()
  const twin = useStore(sync.status, (status) => status.twin)
  useEffect(() => {
    if (twin !== 'this') return
    void host.laptop.noteTwin()
    void session.log.add('own-id-taken')
  }, [twin, session])
  if (twin === null) return null
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle size={18} stroke={1.6} />}
      role="alert"
      title={t('warnings.twinTitle')}
    >
      {twin === 'this' ? t('warnings.twinThis') : t('warnings.twinOther')}
    </Alert>
  )
}

export const Warnings = () => {
  // Not whether it is being saved just now: that changes with every second of typing.
  const unsaved = useModel(({ saving }) =>
    saving === 'saved' || saving === 'saving' ? undefined : saving,
  )
  const lowSpace = useModel((model) => model.lowSpace)
  const restored = useModel((model) => model.restored)
  const trouble = useModel((model) => model.trouble)
  const older = useModel((model) => model.older)
  const unread = useModel((model) => model.unread)
  const { session, sync } = useOpenVault()
  const folder = useApp((state) => state.folder)
  const backup = useBackupTrouble()
  const { surplus } = useBackupsToLookAt()
  const [putOff, putOffToday] = usePutOff('old-backups')
  const settings = useApp(({ route }) => route.screen === 'settings')
  const icon = <IconAlertTriangle size={18} stroke={1.6} />
  const toBackups = (
    <Anchor
      component="button"
      type="button"
      onClick={() => go({ screen: 'settings', section: 'backups' })}
    >
      {t('common.openSettings')}
    </Anchor>
  )
  return (
    <Stack gap="xs">
      {unsaved !== undefined && (
        <Alert color="red" icon={icon} role="alert" title={t('warnings.notSaved')}>
          {writeSentence[unsaved]}
        </Alert>
      )}
      {lowSpace && (
        <Alert color="amber" icon={icon} title={t('warnings.littleRoom')}>
          {t('warnings.littleRoomText')}
        </Alert>
      )}
      {backup !== undefined && !settings && (
        <Alert color="amber" icon={icon} title={t('warnings.backupNotWritten')}>
          {backupSentence[backup]} {toBackups}
        </Alert>
      )}
      <RemovalNotices />
      <ClockNotice />
      <DueEndingsNotice />
      <UpdateNotice />
      {surplus.length > 0 && !settings && !putOff && (
        <Alert
          color="amber"
          role="status"
          icon={icon}
          title={t('warnings.olderBackups', { count: surplus.length })}
          withCloseButton
          closeButtonLabel={t('common.dismiss')}
          onClose={putOffToday}
        >
          {t('warnings.olderBackupsStay')} {toBackups}
        </Alert>
      )}
      {older && (
        <Alert
          color="amber"
          icon={icon}
          role="alert"
          title={t('warnings.olderTitle')}
          withCloseButton
          closeButtonLabel={t('common.dismiss')}
          onClose={session.dismissOlder}
        >
          {t('warnings.olderText')}
        </Alert>
      )}
      {unread.length > 0 && (
        <Alert
          color="amber"
          icon={icon}
          role="alert"
          title={t('warnings.unreadTitle', { count: unread.length })}
        >
          {t('warnings.unreadText')}
        </Alert>
      )}
      {sync !== undefined && <TwinWarning sync={sync} />}
      {sync === undefined && folder !== undefined && <TwinWarning sync={folder} />}
      {restored > 0 && (
        <Alert color="teal" title={t('warnings.restored')}>
          {t('warnings.restoredText')}
        </Alert>
      )}
      {trouble.damaged + trouble.healed + trouble.newer > 0 && (
        <Alert color="amber" icon={icon} title={t('warnings.piecesDamaged')}>
          {trouble.healed > 0 && `${t('warnings.piecesHealed', { count: trouble.healed })} `}
          {trouble.damaged + trouble.newer > 0 &&
            `${t('warnings.piecesNotOpen', { count: trouble.damaged + trouble.newer })} `}
          {t('warnings.nothingChanged')}
        </Alert>
      )}
      {trouble.answered > 0 && (
        <Alert color="amber" icon={icon} title={t('warnings.relayDamaged')}>
          {t('warnings.sentAgain', { count: trouble.answered })}
        </Alert>
      )}
    </Stack>
  )
}
