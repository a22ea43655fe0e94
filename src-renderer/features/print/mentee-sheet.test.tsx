// @vitest-environment jsdom
/** A sheet for a mentee is logged once it has left, and as what it left: on paper, or as a file. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../../../shared/base/result'
import { openVault } from '../../../tests/steps/open-vault'
import { host } from '../../context/app-state'
import { AfterExam } from '../mentee/after-exam'

const print = vi.fn<typeof host.page.print>()
const save = vi.fn<typeof host.files.save>()

// What draws them needs a real browser.
vi.mock('./pdf-pages', () => ({ default: () => null }))

beforeEach(() => {
  vi.resetAllMocks()
  Object.assign(host, { page: { print, toPdf: async () => new Uint8Array(1) }, files: { save } })
})

const shown = () => {
  const vault = openVault()
  vault.show(<AfterExam record={vault.record()} onClose={() => undefined} />)
  return () => vault.record().disclosures
}

test('printed, it is logged as given on paper', async () => {
  print.mockResolvedValue(true)
  const logged = shown()
  fireEvent.click(screen.getByText('Print'))
  await waitFor(() => expect(logged()).toMatchObject([{ how: 'print', to: 'Amara Osei' }]))
})

test('saved as a file, it is not logged as printed', async () => {
  save.mockResolvedValue(ok(true))
  const logged = shown()
  const button = screen.getByRole('button', { name: 'Save as PDF' })
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false))
  fireEvent.click(button)
  await waitFor(() => expect(logged()).toMatchObject([{ how: 'export', to: 'Amara Osei' }]))
})

test('neither printed nor saved, it is not logged', async () => {
  print.mockResolvedValue(false)
  const logged = shown()
  fireEvent.click(screen.getByText('Print'))
  await screen.findByRole('alert')
  expect(logged()).toEqual([])
})
