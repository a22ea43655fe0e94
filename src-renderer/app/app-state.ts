/** Where the app is: before a vault, locked, or open on some screen. Nothing here outlives a lock. */
import { create } from 'zustand'
import type { Environment, Host } from '../../shared/host'
import type { VaultSession } from '../store/vault-session'
import type { Sync } from '../sync/sync'

export type MenteeTab = 'overview' | 'notes' | 'goals' | 'reflections'

export type Route =
  | { readonly screen: 'caseload' }
  | { readonly screen: 'mentee'; readonly id: string; readonly tab: MenteeTab; readonly item?: string }
  | { readonly screen: 'bin' }
  | { readonly screen: 'settings' }

export type Refusal =
  | 'older-chromium'
  | 'newer-vault'
  | 'damaged-header'
  | 'weak-header'
  | 'newer-store'
  | 'cannot-open-store'

export type Phase =
  | { readonly name: 'starting' }
  | { readonly name: 'refused'; readonly why: Refusal }
  | { readonly name: 'welcome'; readonly joinWith?: string }
  | { readonly name: 'locked' }
  | { readonly name: 'open'; readonly session: VaultSession; readonly sync: Sync | undefined }

export interface AppState {
  readonly phase: Phase
  readonly environment: Environment | undefined
  readonly route: Route
  readonly adding: boolean
}

declare global {
  interface Window {
    readonly host: Host
  }
}

export const host = window.host

export const useApp = create<AppState>(() => ({
  phase: { name: 'starting' },
  environment: undefined,
  route: { screen: 'caseload' },
  adding: false,
}))

export const go = (route: Route): void => useApp.setState({ route })
export const setAdding = (adding: boolean): void => useApp.setState({ adding })
