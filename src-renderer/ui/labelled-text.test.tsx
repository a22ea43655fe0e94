// @vitest-environment jsdom
/** Rows of what is written about something. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { LabelledTexts } from './labelled-text'

afterEach(cleanup)

test('a label without a text is not shown', () => {
  const { container } = render(
    <MantineProvider env="test">
      <LabelledTexts
        rows={[
          ['Why', 'To read an ECG'],
          ['Barriers', ' '],
        ]}
      />
    </MantineProvider>,
  )
  expect(container.textContent).toContain('Why: To read an ECG')
  expect(container.textContent).not.toContain('Barriers')
})
