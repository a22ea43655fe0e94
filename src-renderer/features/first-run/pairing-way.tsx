/** What the two laptops pair over: a relay by its address, or a folder that both reach. */
import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { UNMANAGED } from '../../../shared/bridge/managed'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'

/** Which folder the two laptops meet in: chosen in a dialog of the system's. */
const FolderField = ({ disabled }: { readonly disabled: boolean }) => {
  const folder = useApp((state) => state.environment?.syncFolder ?? null)
  const choose = async (): Promise<void> => {
    const syncFolder = await host.syncFolder.choose()
    const { environment } = useApp.getState()
    if (syncFolder !== null && environment !== undefined)
      useApp.setState({ environment: { ...environment, syncFolder } })
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{folder ?? t('folder.noneChosen')}</Text>
      <Button variant="default" disabled={disabled} onClick={() => void choose()}>
        {t('folder.choose')}
      </Button>
    </Group>
  )
}

export const PairingWay = ({
  overFolder,
  relay,
  disabled,
  onWay,
  onRelay,
}: {
  readonly overFolder: boolean
  readonly relay: string
  readonly disabled: boolean
  readonly onWay: (overFolder: boolean) => void
  readonly onRelay: (relay: string) => void
}) => {
  const { relay: fixed, folderOff } = useApp((state) => state.environment?.managed ?? UNMANAGED)
  return (
    <>
      {!folderOff && (
        <SegmentedControl
          aria-label={t('pairing.through')}
          data={[
            { value: 'relay', label: t('pairing.throughARelay') },
            { value: 'folder', label: t('pairing.throughAFolder') },
          ]}
          value={overFolder ? 'folder' : 'relay'}
          onChange={(way) => onWay(way === 'folder')}
          disabled={disabled}
        />
      )}
      {overFolder ? (
        <FolderField disabled={disabled} />
      ) : (
        <TextInput
          label={t('pairing.relayAddress')}
          placeholder={t('pairing.relayExample')}
          value={relay}
          onChange={(event) => onRelay(event.currentTarget.value)}
          disabled={disabled}
          readOnly={fixed !== null}
          description={fixed === null ? undefined : t('school.title')}
        />
      )}
    </>
  )
}
