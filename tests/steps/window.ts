/** What jsdom lacks and the app's modules read as they load: imported before any of them. */
import { configure } from '@testing-library/react'
import { vi } from 'vitest'

const nothing = (): void => undefined
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: nothing,
  removeEventListener: nothing,
}))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = nothing
    unobserve = nothing
    disconnect = nothing
  },
)
// jsdom has an array of bytes of its own, and libsodium takes only what Node's TextEncoder makes.
vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer))
// The main process answers nothing here but what a test puts in.
vi.stubGlobal(
  'host',
  new Proxy<Record<PropertyKey, Record<PropertyKey, unknown>>>(
    {},
    {
      get: (given, scope) =>
        new Proxy(() => Promise.resolve(undefined), {
          get: (answer, call) => given[scope]?.[call] ?? answer,
        }),
    },
  ),
)
Element.prototype.scrollIntoView = nothing
Object.defineProperty(document, 'fonts', {
  value: Object.assign(new EventTarget(), { ready: Promise.resolve() }),
})
// Nothing is measured here: a busy machine may take its time.
// Asking each element whether it is hidden takes seconds in jsdom; the Electron tests see what is seen.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 })
