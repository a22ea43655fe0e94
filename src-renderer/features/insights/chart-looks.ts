/** How all charts of the insights look: as high as each other, in the same colours. */
export const CHART_HEIGHT = 240

/** Told apart by colour and by their place in the legend; the table says the same. */
export const COLORS = [
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
  'var(--chart-5)',
  'var(--chart-6)',
  'var(--chart-7)',
  'var(--chart-8)',
] as const

export const seriesOf = (columns: readonly string[]) =>
  columns.map((name, index) => ({ name, color: COLORS[index % COLORS.length] ?? COLORS[0] }))
