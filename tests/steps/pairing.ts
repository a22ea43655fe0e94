/** What one laptop gives another in tests of pairing, and the keys of a code that nobody has used yet. */
import {
  derivePairing,
  newPairingCode,
  type PairingGrant,
  type PairingKeys,
} from '../../shared/vault/pairing'

export const grant: PairingGrant = {
  vaultKey: new Uint8Array(32).fill(3),
  vaultId: 'v',
  createdAt: 'c',
  recoveryWrap: 'w',
  generation: 0,
}

export const keysFor = (code: string): PairingKeys => {
  const derived = derivePairing(code)
  if (!derived.ok) throw new Error('code')
  return derived.value
}

export const newKeys = (): PairingKeys => keysFor(newPairingCode().join(' '))
