/** What crosses the bridge, as text: JSON, and bytes in it. Its like in the page is in page-side.ts. */

export const toText = (value: unknown): string =>
  JSON.stringify({ value }, function (this: Record<string, unknown>, key, encoded: unknown) {
    const given = this[key]
    return given instanceof Uint8Array ? { $bytes: Buffer.from(given).toString('base64') } : encoded
  })

export const fromText = (text: string): unknown =>
  JSON.parse(text, (_key, value: { readonly $bytes?: unknown } | null) =>
    typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
  ).value
