/** The recovery sheet of the open vault, for Settings; set as the vault settles in. */
import { create } from 'zustand'
import type { RecoverySheets } from '../../store/session/recovery-sheet'

export const useSheets = create<Partial<RecoverySheets>>(() => ({}))
