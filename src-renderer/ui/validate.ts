import * as v from 'valibot'

/** A form's validation from its one schema: the first problem of each field, in the schema's own words. */
export const validateWith =
  <Schema extends v.GenericSchema<object>>(schema: Schema) =>
  (values: v.InferInput<Schema>): Record<string, string> => {
    const parsed = v.safeParse(schema, values)
    return parsed.success
      ? {}
      : Object.fromEntries(parsed.issues.map((issue) => [String(issue.path?.[0]?.key), issue.message]))
  }
