// @vitest-environment jsdom
/**
 * No text is spoken while the page's files load, in a table that is put together of others just as little: each language
 * that is chosen later reaches every text. (shared/pure.test.ts looks in the source, and at shared/.)
 */
import { expect, it, vi } from 'vitest'

const LONG_MS = 120_000

it(
  'the page’s files load without asking for a text',
  async () => {
    const asked = vi.fn((key: string) => key)
    vi.doMock('i18next', () => ({
      createInstance: () => ({ init: async () => undefined, t: asked, language: 'en' }),
    }))
    const modules = import.meta.glob([
      './**/*.{ts,tsx}',
      '!./**/*.test.{ts,tsx}',
      // These begin at once.
      '!./capture/capture.ts',
      '!./shell/{main,start,language}.{ts,tsx}',
    ])
    await Promise.all(Object.values(modules).map((load) => load()))
    expect(asked.mock.calls).toEqual([])
    const { t } = await import('../shared/words/words')
    expect(t('common.what')).toBe('common.what')
  },
  LONG_MS,
)
