/**
 * Where the app is: before a vault, locked, or open on some screen. Nothing here outlives a lock. Around it is what
 * every screen needs and no screen owns: the route, the day, the open vault (vault/), what is half typed (typing/),
 * the commands (commands/).
 */
import { create } from 'zustand'
import type { Environment } from '../../shared/bridge/environment'
import type { Host } from '../../shared/bridge/host'
import type { GivenWords } from '../../shared/words/words'
import type { SearchIndex } from '../store/search/search-index'
import type { VaultSession } from '../store/session/vault-session'
import type { FolderSync } from '../sync/folder/folder-sync'
import type { Sync } from '../sync/sync'
import type { Command } from './commands/command'
import type { Route } from './navigation'

export type { MenteeTab, Route } from './navigation'

export type Refusal =
  | 'older-chromium'
  | 'newer-vault'
  | 'damaged-header'
  | 'weak-header'
  | 'newer-store'
  | 'no-room'
  | 'cannot-open-store'
  | 'unreadable-folder'

export type Phase =
  | { readonly name: 'starting' }
  | { readonly name: 'refused'; readonly why: Refusal }
  | {
      readonly name: 'welcome'
      readonly joinWith?: { readonly code: string; readonly isShown: boolean }
    }
  | { readonly name: 'locked' }
  /** The sample caseload is being written. */
  | { readonly name: 'filling'; readonly done: number; readonly of: number }
  | {
      readonly name: 'open'
      readonly session: VaultSession
      readonly sync: Sync | undefined
      readonly search: SearchIndex
    }

export interface Finding {
  readonly item: string
  /** Folded words (shared/search). */
  readonly words: readonly string[]
}

export interface AppState {
  readonly phase: Phase
  readonly environment: Environment | undefined
  /** The sync through a folder, while a vault is open and one is chosen. */
  readonly folder: FolderSync | undefined
  readonly route: Route
  readonly adding: boolean
  /** The support card is open, over whatever is shown. */
  readonly urgent: boolean
  /** Where the coach was when the vault locked, sealed. */
  readonly place: Uint8Array | undefined
  /** What the lock screen has to say. */
  readonly said: string
  /** Everything but the text being written is blurred. */
  readonly privacy: boolean
  /** Names are initials, and memory aids are hidden. */
  readonly presenting: boolean
  /** What the coach is choosing a mentee for. */
  readonly choosing: Command | undefined
  /** The overlay of shortcuts is open. */
  readonly overlay: boolean
  /** What a search result was opened for: brought into sight and marked once it is on the screen. */
  readonly finding: Finding | undefined
}

declare global {
  interface Window {
    readonly host: Host
    readonly words: GivenWords
  }
}

export const host = window.host

/** Of the sample vault that npm start -- --demo makes; the lock screen says it. */
export const DEMO_PASSPHRASE = 'sample caseload'

export const useApp = create<AppState>(() => ({
  phase: { name: 'starting' },
  environment: undefined,
  folder: undefined,
  route: { screen: 'today' },
  adding: false,
  urgent: false,
  choosing: undefined,
  overlay: false,
  finding: undefined,
  place: undefined,
  said: '',
  privacy: false,
  presenting: false,
}))

export const go = (route: Route): void => useApp.setState({ route })
export const setAdding = (adding: boolean): void => useApp.setState({ adding })
export const showUrgent = (urgent: boolean): void => useApp.setState({ urgent })
export const setChoosing = (choosing: Command | undefined): void => useApp.setState({ choosing })
