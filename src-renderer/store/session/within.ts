/** Waits for a promise, but no longer than `ms`, and whatever becomes of it. Resolves to whether it was fulfilled. */
export const within = (ms: number, promise: Promise<unknown>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms)
    const settle = (fulfilled: boolean): void => {
      clearTimeout(timer)
      resolve(fulfilled)
    }
    promise.then(
      () => settle(true),
      () => settle(false),
    )
  })
