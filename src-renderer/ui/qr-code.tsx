/** A QR code as a drawing: a square for each black module. */

/** Of one pixel (or millimetre) a module, from the upper left; for a path within another drawing. */
export const modulesPath = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')

export const QrCode = ({
  modules,
  size,
  name,
}: {
  readonly modules: readonly (readonly boolean[])[]
  readonly size: number
  /** Its accessible name. */
  readonly name: string
}) => (
  <svg
    viewBox={`0 0 ${modules.length} ${modules.length}`}
    width={size}
    height={size}
    role="img"
    aria-label={name}
    shapeRendering="crispEdges"
  >
    <rect width={modules.length} height={modules.length} fill="#fff" />
    <path d={modulesPath(modules)} fill="#000" />
  </svg>
)
