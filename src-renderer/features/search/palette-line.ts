/** A line of the palette, whatever it is about. */
import type { IconBolt } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface Line {
  readonly key: string
  readonly group: string
  readonly icon: typeof IconBolt
  readonly label: ReactNode
  readonly name: string
  readonly below?: ReactNode
  readonly right?: string
  /** Opens something to type into. */
  readonly types?: boolean
  /** What is done when it is taken; or what is then typed here, to look for that. */
  readonly act: (() => void) | string
}
