/** Whether the palette is open, and opening it. */
import { createSpotlight } from '@mantine/spotlight'

export const [store, palette] = createSpotlight()
