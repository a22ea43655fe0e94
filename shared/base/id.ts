/** Ids of records, items, vaults and laptops: 128 random bits, written in 22 signs. */
import * as v from 'valibot'
import { toBase64Url } from './base64'
import { randomBytes } from './random'

export const ID_BYTES = 16

export const newId = (): string => toBase64Url(randomBytes(ID_BYTES))
export const idSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
