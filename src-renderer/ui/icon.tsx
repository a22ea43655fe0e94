/** An icon as it stands in buttons, menus and notices: three sizes, one weight of line. */
import type { ComponentType } from 'react'

export type IconShape = ComponentType<{ readonly size: number; readonly stroke: number }>

const SIZES = { small: 15, normal: 16, large: 18 } as const
const STROKE = 1.6

export const Icon = ({
  of: Shape,
  size = 'normal',
}: {
  readonly of: IconShape
  /** Small beside small words; large alone in a button, or in a notice. */
  readonly size?: keyof typeof SIZES
}) => <Shape size={SIZES[size]} stroke={STROKE} />
