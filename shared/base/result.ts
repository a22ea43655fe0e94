/**
 * An expected outcome, good or bad. Exceptions are kept for bugs. This storey knows nothing of coaching: outcomes,
 * days and academic years, folding of text, and the limits that whatever comes from outside is held to.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
