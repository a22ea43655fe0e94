/** Going somewhere: to each screen, and to the one field for everything. */
import { SCREEN_COMMANDS } from '../../../../shared/bridge/commands'
import { go } from '../../app-state'
import { goBack } from '../../history'
import { type Command, inMenu } from '../command'

export const GO_COMMANDS = [
  inMenu('search'),
  { id: 'back', title: 'command.back', group: 'go', keys: ['Alt+ArrowLeft'], perform: goBack },
  ...SCREEN_COMMANDS.map((screen) => ({ ...screen, perform: () => go({ screen: screen.id }) })),
] as const satisfies readonly Command[]
