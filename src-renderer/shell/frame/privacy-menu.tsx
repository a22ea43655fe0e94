/** The header's menu for who else may be looking: privacy screen, presenter mode, screen sharing. */
import { Button, Menu, Text } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { changeDeviceSettings } from '../../context/device-settings'
import { togglePrivacy } from '../../context/privacy'

const Toggle = ({
  name,
  about,
  on,
  keys,
  onClick,
}: {
  readonly name: string
  readonly about: string
  readonly on: boolean
  readonly keys?: string
  readonly onClick: () => void
}) => (
  <Menu.CheckboxItem
    aria-label={name}
    checked={on}
    closeMenuOnClick
    rightSection={
      keys !== undefined && (
        <Text size="xs" c="dimmed">
          {keys}
        </Text>
      )
    }
    onChange={onClick}
  >
    {name}
    <Text size="xs" c="dimmed">
      {about}
    </Text>
  </Menu.CheckboxItem>
)

export const PrivacyMenu = () => {
  const privacy = useApp((state) => state.privacy)
  const presenting = useApp((state) => state.presenting)
  const environment = useApp((state) => state.environment)
  const hidden = environment?.settings.hiddenFromScreens === true && environment.state.canHide
  const on = [presenting && 'presenting', privacy && t('privacy.screenBlurred')]
    .filter(Boolean)
    .join(', ')
  return (
    <Menu withinPortal position="bottom-end" shadow="sm" width={320}>
      <Menu.Target>
        <Button
          variant={on === '' ? 'default' : 'light'}
          size="compact-md"
          leftSection={
            hidden || on !== '' ? (
              <IconEyeOff size={16} stroke={1.6} />
            ) : (
              <IconEye size={16} stroke={1.6} />
            )
          }
        >
          {on === '' ? t('privacy.eyes') : t('privacy.privacyWith', { measures: on })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Toggle
          name={t('privacy.privacyScreen')}
          about={t('privacy.screenHint')}
          on={privacy}
          keys={keycapsOf(commandOf('privacy'))}
          onClick={togglePrivacy}
        />
        <Toggle
          name={t('privacy.presenterMode')}
          about={t('privacy.presenterHint')}
          on={presenting}
          onClick={() => useApp.setState({ presenting: !presenting })}
        />
        <Toggle
          name={t('privacy.hiddenFromSharing')}
          about={
            environment?.state.canHide === true
              ? t('privacy.hiddenFromSharingHint')
              : t('privacy.cannotHide')
          }
          on={hidden}
          onClick={() => void changeDeviceSettings({ hiddenFromScreens: !hidden })}
        />
      </Menu.Dropdown>
    </Menu>
  )
}
