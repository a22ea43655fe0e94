/** What is wrong in a form, from its one schema: the first problem of each field, in the schema's own words. */
import type * as v from 'valibot'

export const problemsOf = (
  issues: readonly v.BaseIssue<unknown>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...issues].reverse().map(({ path, message }) => [String(path?.[0]?.key), message]),
  )
