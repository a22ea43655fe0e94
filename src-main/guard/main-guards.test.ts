/** What the main process refuses, below the windows: Electron is stood in for at its edge. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { callNames } from '../../shared/bridge/host'
import { createAnswers, type Duties } from '../answers'
import type { Profile } from '../disk/profile'
import { contentSecurityPolicy } from './app-protocol'
import { countAttempt, remainingWait } from './attempts'
import { createPrivateClipboard } from './clipboard'
import { answerHostCalls } from './host-calls'
import { restrictContents, restrictSession } from './permissions'

const electron = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, ...given: unknown[]) => unknown>(),
  contentsCreated: undefined as ((event: unknown, contents: unknown) => void) | undefined,
  clipboard: '',
}))

vi.mock('electron', () => ({
  app: {
    on: (_name: string, listener: (event: unknown, contents: unknown) => void) => {
      electron.contentsCreated = listener
    },
  },
  protocol: {},
  ipcMain: {
    handle: (name: string, handler: (event: unknown, ...given: unknown[]) => unknown) =>
      electron.handlers.set(name, handler),
  },
  clipboard: {
    readText: () => electron.clipboard,
    clear: () => {
      electron.clipboard = ''
    },
  },
}))

describe('calls of the bridge', () => {
  const page = (url = 'app://confidant/index.html') => {
    const mainFrame = { url }
    return { mainFrame, id: Math.random() }
  }
  const main = page()
  const answered: string[] = []
  const duties = new Proxy(
    {},
    {
      get: (_duties, duty) =>
        new Proxy(
          {},
          {
            get: (_calls, call) => async () =>
              void answered.push(`${String(duty)}.${String(call)}`),
          },
        ),
    },
  ) as Duties
  const answers = createAnswers(duties)
  const call = (name: string, sender: object, senderFrame: unknown, ...given: unknown[]) =>
    electron.handlers.get(`confidant:${name}`)?.({ sender, senderFrame }, ...given)

  beforeEach(() => {
    answered.length = 0
    electron.handlers.clear()
    answerHostCalls(() => main as never, answers)
  })

  test('each is answered to the main window’s own page', async () => {
    await call('folder.tails', main, main.mainFrame)
    expect(answered).toEqual(['folder.tails'])
  })

  test('none is answered to another window, another frame, another address or a frame that is gone', () => {
    const other = page()
    const elsewhere = page('https://confidant/index.html')
    const alike = page('app://confidant.example/index.html')
    answerHostCalls(() => main as never, answers)
    for (const name of callNames) {
      expect(() => call(name, other, other.mainFrame), name).toThrow('not our page')
      expect(() => call(name, main, { url: main.mainFrame.url }), name).toThrow('not our page')
      expect(() => call(name, main, null), name).toThrow('not our page')
    }
    for (const strange of [elsewhere, alike]) {
      electron.handlers.clear()
      answerHostCalls(() => strange as never, answers)
      expect(() => call('keychain.take', strange, strange.mainFrame)).toThrow('not our page')
    }
    electron.handlers.clear()
    answerHostCalls(() => undefined, answers)
    expect(() => call('keychain.take', main, main.mainFrame)).toThrow('not our page')
    expect(answered).toEqual([])
  })

  test('all that the contract lists are answered, and none beside', () => {
    expect([...electron.handlers.keys()].sort()).toEqual(
      callNames.map((name) => `confidant:${name}`).sort(),
    )
  })

  test('none takes more arguments than it has a use for', () => {
    for (const name of callNames)
      expect(
        () => call(name, main, main.mainFrame, ...Array.from({ length: 4 }, () => Symbol('extra'))),
        name,
      ).toThrow(`refused: wrong arguments for ${name}`)
    expect(answered).toEqual([])
  })

  test('wrong arguments are refused by the name of the call, and without their values', () => {
    expect(() => call('folder.read', main, main.mainFrame, '/etc/passwd')).toThrow(
      /^refused: wrong arguments for folder\.read$/,
    )
    expect(answered).toEqual([])
  })
})

describe('the session', () => {
  const open = (relay: string | null) => {
    const session = new EventEmitter() as EventEmitter & Record<string, unknown>
    const asked: Record<string, (...given: never[]) => unknown> = {}
    for (const name of ['PermissionRequest', 'PermissionCheck', 'DevicePermission'])
      session[`set${name}Handler`] = (handler: (...given: never[]) => unknown) => {
        asked[name] = handler
      }
    for (const name of [
      'setSpellCheckerLanguages',
      'setSpellCheckerDictionaryDownloadURL',
      'setSpellCheckerEnabled',
    ])
      session[name] = () => undefined
    let filter:
      | ((details: { url: string }, answer: (said: { cancel: boolean }) => void) => void)
      | undefined
    session.webRequest = {
      onBeforeRequest: (given: typeof filter) => {
        filter = given
      },
    }
    restrictSession(session as never, () => relay, { admits: () => false })
    const reaches = (url: string): boolean => {
      let cancelled = true
      filter?.({ url }, ({ cancel }) => {
        cancelled = cancel
      })
      return !cancelled
    }
    return { session, asked, reaches }
  }

  test('reaches its own files and the one relay that is set, whatever the page’s policy says', () => {
    const { reaches } = open('wss://relay.example.org:1234/rooms')
    for (const url of ['app://confidant/index.html', 'wss://relay.example.org:1234/rooms/abc'])
      expect(reaches(url), url).toBe(true)
    for (const url of [
      'https://relay.example.org:1234/',
      'ws://relay.example.org:1234/',
      'wss://relay.example.org/',
      'wss://relay.example.org.evil.example:1234/',
      'wss://elsewhere.example/',
      'wss://relay.example.org:1234@elsewhere.example/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'blob:https://elsewhere.example/1',
    ])
      expect(reaches(url), url).toBe(false)
    expect(open(null).reaches('wss://relay.example.org:1234/')).toBe(false)
  })

  test('a download does not begin', () => {
    const event = { preventDefault: vi.fn() }
    open(null).session.emit('will-download', event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  test('no permission is given, asked for or looked up', () => {
    const { asked } = open(null)
    const answers: boolean[] = []
    asked.PermissionRequest?.(
      ...([{}, 'media', (given: boolean) => answers.push(given)] as unknown as never[]),
    )
    expect(answers).toEqual([false])
    expect(asked.PermissionCheck?.()).toBe(false)
    expect(asked.DevicePermission?.()).toBe(false)
  })
})

describe('every page', () => {
  const create = () => {
    restrictContents()
    const contents = new EventEmitter() as EventEmitter & { setWindowOpenHandler: unknown }
    let opens: (() => { action: string }) | undefined
    contents.setWindowOpenHandler = (handler: typeof opens) => {
      opens = handler
    }
    electron.contentsCreated?.({}, contents)
    const isRefused = (name: string, ...given: unknown[]): boolean => {
      const event = { preventDefault: vi.fn() }
      contents.emit(name, event, ...given)
      return event.preventDefault.mock.calls.length > 0
    }
    return { isRefused, opens: () => opens?.().action }
  }

  test('attaches no webview', () => {
    expect(
      create().isRefused('will-attach-webview', {}, { src: 'https://elsewhere.example' }),
    ).toBe(true)
  })

  test('opens no window, follows no redirection, and goes nowhere but to our own page', () => {
    const { isRefused, opens } = create()
    expect(opens()).toBe('deny')
    expect(isRefused('will-redirect', 'app://confidant/index.html')).toBe(true)
    expect(isRefused('will-navigate', 'app://confidant/index.html')).toBe(false)
    for (const url of [
      'https://elsewhere.example/',
      'file:///etc/passwd',
      'app://confidant.example/',
    ])
      expect(isRefused('will-navigate', url), url).toBe(true)
  })
})

test('the page’s own policy names the one relay, by protocol, host and port, and nothing else', () => {
  const connects = (relay: string | null) =>
    contentSecurityPolicy(relay)
      .split('; ')
      .filter((rule) => /^(connect|default)-src/.test(rule))
  expect(connects(null)).toEqual(["default-src 'none'", "connect-src 'self'"])
  expect(connects('wss://relay.example.org:1234/rooms')).toEqual([
    "default-src 'none'",
    "connect-src 'self' wss://relay.example.org:1234",
  ])
})

test('whoever guesses the passphrase waits longer each time, also after a restart and a clock set back', () => {
  let attempts = { failed: 0, lastAt: 0 }
  const profile = {
    get: () => ({ attempts }),
    set: (change: { attempts: typeof attempts }) => {
      attempts = change.attempts
    },
  } as unknown as Profile
  const waits = Array.from({ length: 12 }, () => countAttempt(profile, false, 1000))
  expect(waits.slice(0, 5)).toEqual([0, 0, 2000, 4000, 8000])
  expect(waits.at(-1)).toBe(300_000)
  expect(remainingWait(profile, 1000 + 299_000)).toBe(1000)
  expect(remainingWait(profile, 0)).toBe(300_000)
  expect(countAttempt(profile, true, 2000)).toBe(0)
})

describe('what was copied out of the vault', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('leaves the clipboard after a minute, and not before', async () => {
    const clipboard = createPrivateClipboard('clipboard')
    electron.clipboard = 'Amara said'
    void clipboard.copied()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(electron.clipboard).toBe('Amara said')
    await vi.advanceTimersByTimeAsync(2000)
    expect(electron.clipboard).toBe('')
  })

  test('counts its minute from the last copy, and what was copied elsewhere since stays', async () => {
    const clipboard = createPrivateClipboard('clipboard')
    electron.clipboard = 'first'
    void clipboard.copied()
    await vi.advanceTimersByTimeAsync(50_000)
    electron.clipboard = 'second'
    void clipboard.copied()
    await vi.advanceTimersByTimeAsync(50_000)
    expect(electron.clipboard).toBe('second')
    electron.clipboard = 'a telephone number from another program'
    await vi.advanceTimersByTimeAsync(20_000)
    expect(electron.clipboard).toBe('a telephone number from another program')
  })
})
