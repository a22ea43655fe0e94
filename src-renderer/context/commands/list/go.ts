/** Going somewhere: to each screen, and to the one field for everything. */
import { SCREEN_COMMANDS } from '../../../../shared/bridge/commands'
import { go } from '../../app-state'
import { goBack } from '../../history'
import { SETTINGS_SECTIONS } from '../../settings-sections'
import { type Command, inMenu } from '../command'

export const GO_COMMANDS = [
  inMenu('search'),
  ...SCREEN_COMMANDS.map((screen) => ({ ...screen, perform: () => go({ screen: screen.id }) })),
  { ...inMenu('back'), perform: goBack },
  ...SETTINGS_SECTIONS.map(({ id, title, also }) => ({
    id: `settings-${id}` as const,
    title,
    also: `settings ${also}`,
    group: 'go' as const,
    within: 'settings.title' as const,
    perform: () => go({ screen: 'settings', section: id }),
  })),
] as const satisfies readonly Command[]
