/**
 * A command is one action of the app that has a name of its own, told in one object: what it is called, its keys, where
 * it is available, and what it does. The palette, the menus, the shortcuts and the overlay are made of the list
 * (list/all.ts). The buttons of a screen join the palette by themselves (screen-controls.ts).
 */
import {
  type CommandName,
  MENU_COMMANDS,
  type MenuCommandId,
  type ScreenId,
} from '../../../shared/bridge/commands'
import type { TextKey } from '../../../shared/words/words'
import type { MenteeTab } from '../navigation'

export interface Command extends CommandName {
  readonly id: string
  /** It makes what is hidden while the coach presents: then it is not offered. */
  readonly hidden?: boolean
  /** The screen or the tab on which this is what "New, on this screen" makes. */
  readonly newOn?: ScreenId | MenteeTab
  /** The tab of a mentee's page that carries it out: without a mentee open, the coach is asked for one. */
  readonly tab?: MenteeTab
  /** Of what it is a part, where its own name does not say. */
  readonly within?: TextKey
  /** The screen that carries it out. */
  readonly screen?: ScreenId
  /**
   * What it does, wherever the coach is. A screen that is shown may do it its own way (`useCommand`); a command that has
   * neither this nor a tab or a screen is available while something that is shown carries it out.
   */
  readonly perform?: () => void
  /** What has the focus listens to its keys (a form, the editor): they are not the whole window's. */
  readonly byFocus?: true
}

/** The part of a command that main knows, too. */
export const inMenu = <Id extends MenuCommandId>(id: Id): CommandName & { readonly id: Id } => ({
  ...MENU_COMMANDS[id],
  id,
})
