/** The number that two laptops show while one asks for the vault of the other: large, to be compared at a glance. */
import { Text } from '@mantine/core'
import { t } from '../../shared/words/words'

export const PairingNumber = ({ number }: { readonly number: string }) => (
  <Text className="tabular" fz={32} fw={600} ta="center" aria-label={t('pairing.numberToCompare')}>
    {number}
  </Text>
)
