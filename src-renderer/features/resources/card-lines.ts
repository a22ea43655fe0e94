/** The card as the vault has it (so that every laptop has the same), or as this laptop keeps it, or as shipped. */
import { linesOfCards } from '../../../shared/model/caseload/resource'
import { type CardLine, SHIPPED_CARD } from '../../../shared/model/caseload/support-card'
import type { VaultProjection } from '../../../shared/model/projection'

export const cardLines = (
  vault: VaultProjection,
  local: readonly CardLine[] | null,
): readonly CardLine[] => linesOfCards(vault.supportCards) ?? local ?? SHIPPED_CARD
