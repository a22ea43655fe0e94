/** One measured figure beside its reference, both from the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: number
  readonly ratio: number
  /** What we aim at for the ratio; absent where the issue sets none. */
  readonly aim?: string
}

export const figure = (
  name: string,
  unit: string,
  value: number,
  reference: number,
  aim?: string,
): Figure => ({
  name,
  unit,
  value,
  reference,
  ratio: value / reference,
  ...(aim === undefined ? {} : { aim }),
})

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (values: readonly number[]): number => percentile(values, 0.5)
