/** The header's menu for who else may be looking: privacy screen, presenter mode, screen sharing. */
import { Button, Menu, Text } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useApp } from './app-state'
import { changeDeviceSettings } from './device-settings'
import { togglePrivacy } from './eyes'

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

export const EyesMenu = () => {
  const privacy = useApp((state) => state.privacy)
  const presenting = useApp((state) => state.presenting)
  const environment = useApp((state) => state.environment)
  const hidden = environment?.settings.hiddenFromScreens === true && environment.state.canHide
  const on = [presenting && 'presenting', privacy && 'screen blurred'].filter(Boolean).join(', ')
  return (
    <Menu withinPortal position="bottom-end" shadow="sm" width={320}>
      <Menu.Target>
        <Button
          variant={on === '' ? 'default' : 'light'}
          size="compact-md"
          leftSection={
            hidden || on !== '' ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />
          }
        >
          {on === '' ? 'Privacy' : `Privacy: ${on}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Toggle
          name="Privacy screen"
          about="Blurs everything but the text you are in"
          on={privacy}
          keys="Ctrl Shift H"
          onClick={togglePrivacy}
        />
        <Toggle
          name="Presenter mode"
          about="Initials for names; memory aids are hidden everywhere"
          on={presenting}
          onClick={() => useApp.setState({ presenting: !presenting })}
        />
        <Toggle
          name="Hidden from screen sharing"
          about={
            environment?.state.canHide === true
              ? 'Screenshots and shared screens show an empty window'
              : 'This system cannot do that: use the privacy screen'
          }
          on={hidden}
          onClick={() => void changeDeviceSettings({ hiddenFromScreens: !hidden })}
        />
      </Menu.Dropdown>
    </Menu>
  )
}
