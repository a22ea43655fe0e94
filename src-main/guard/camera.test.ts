/** Who gets the camera: Electron is stood in for at its edge. */
import { expect, test, vi } from 'vitest'
import { createCameraDoor } from './camera'
import { restrictSession } from './permissions'

vi.mock('electron', () => ({ app: {}, protocol: {}, systemPreferences: {} }))

const page = {}
const ASKED = {
  requestingUrl: 'app://confidant/index.html',
  isMainFrame: true,
  mediaTypes: ['video'],
}

const open = () => {
  type Handler = (
    contents: object,
    permission: string,
    answer: (given: boolean) => void,
    details: object,
  ) => void
  let handler: Handler | undefined
  const session = new Proxy(
    { webRequest: { onBeforeRequest: () => undefined } },
    {
      get: (own, name) =>
        name === 'webRequest'
          ? own.webRequest
          : (given: Handler) => {
              if (name === 'setPermissionRequestHandler') handler = given
            },
    },
  )
  const camera = createCameraDoor(() => page as never)
  restrictSession(session as never, () => null, camera)
  /** Whether the page gets what it asks for. */
  const gets = (changed: object = {}, permission = 'media', contents: object = page): boolean => {
    let answer: boolean | undefined
    handler?.(
      contents,
      permission,
      (given) => {
        answer = given
      },
      { ...ASKED, ...changed },
    )
    return answer === true
  }
  return { camera, gets }
}

test('the camera is given to our own page when it said so before, once', async () => {
  const { camera, gets } = open()
  expect(gets()).toBe(false)
  await camera.expect(true)
  expect([gets(), gets()]).toEqual([true, false])
  await camera.expect(true)
  await camera.expect(false)
  expect(gets()).toBe(false)
})

test('nothing else is given while the camera is expected: no sound, no screen, and nobody else', async () => {
  const { camera, gets } = open()
  for (const changed of [
    { mediaTypes: ['audio'] },
    { mediaTypes: ['video', 'audio'] },
    { mediaTypes: [] },
    { mediaTypes: undefined },
    { isMainFrame: false },
    { requestingUrl: 'https://confidant/index.html' },
    { requestingUrl: 'app://confidant.example/index.html' },
    { requestingUrl: undefined },
  ]) {
    await camera.expect(true)
    expect(gets(changed), JSON.stringify(changed)).toBe(false)
  }
  for (const permission of ['display-capture', 'geolocation', 'notifications']) {
    await camera.expect(true)
    expect(gets({}, permission), permission).toBe(false)
  }
  await camera.expect(true)
  expect(gets({}, 'media', {})).toBe(false)
})
