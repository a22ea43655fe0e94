/** For tests: a server of releases on this machine, with a real key; a test makes it lie. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, key: publicKey.export({ format: 'jwk' }).x ?? '' }
}

export const signedList = (list: unknown, privateKey: KeyObject): string => {
  const signed = JSON.stringify(list)
  return JSON.stringify({
    signature: sign(null, Buffer.from(signed), privateKey).toString('base64'),
    signed,
  })
}

export const fileNamed = (name: string, bytes: Buffer, more: object = {}) => ({
  kind: 'deb',
  arch: 'x64',
  name,
  bytes: bytes.length,
  sha512: createHash('sha512').update(bytes).digest('hex'),
  ...more,
})

export const listOf = (version: string, files: readonly object[], notes = 'What is new') => ({
  format: 'confidant-releases',
  version: 1,
  releases: [{ version, notes, files }],
})

export const startServer = async () => {
  const pages = new Map<string, RequestListener | Buffer | string>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const page = pages.get(request.url ?? '')
    if (typeof page === 'function') return page(request, response)
    response.writeHead(page === undefined ? 404 : 200).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    pages,
    asked,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/confidant`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
