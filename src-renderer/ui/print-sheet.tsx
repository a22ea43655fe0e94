/** A sheet as it will be printed, in a dialog. Print media shows the sheet and nothing else of the app (global.css). */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { host } from '../app/app-state'

export const PrintSheet = ({
  title,
  onPrinted,
  onClose,
  children,
}: {
  readonly title: string
  /** Called once the system has taken the page. */
  readonly onPrinted?: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) => {
  const [problem, setProblem] = useState(false)
  const print = async (): Promise<void> => {
    setProblem(false)
    if (await host.printPage()) onPrinted?.()
    else setProblem(true)
  }
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <Stack gap="md">
        <article className="print-sheet">{children}</article>
        {problem && (
          <Text role="alert" size="sm" c="var(--care)" className="print-hidden">
            Nothing was printed: it was cancelled, or this computer has no printer.
          </Text>
        )}
        <Group justify="flex-end" className="print-hidden">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={() => void print()}>
            Print
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
