/**
 * A sheet of paper, in a dialog: what is shown are the pages of the PDF that would be saved, laid out as they print.
 * Print media shows the sheet and nothing else of the app (global.css).
 * Not a form: pages to look at, and several ways to give them.
 */
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { PAPERS, type Paper } from '../../../shared/bridge/device-settings'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { changeDeviceSettings } from '../../context/device-settings'
import { writeSentence } from '../../context/sentences'
import classes from '../../forms/form-dialog.module.css'
import { Icon } from '../../ui/icon'
import pages from './pdf-pages.module.css'

const PdfPages = lazy(() => import('./pdf-pages'))

/** As the pages will stand: nothing jumps when they come. */
const LayingOut = () => (
  <Stack gap={4} className="print-hidden">
    <div className={pages.pages} />
    <Text size="sm" c="dimmed" ta="center">
      {t('print.layingOut')}
    </Text>
  </Stack>
)

/** While the coach changes what is on the sheet, its pages are laid out once they pause. */
const PAUSE_MS = 250

/** The PDF of what is in `sheet`, made anew when that changes. */
const usePdf = (
  sheet: React.RefObject<HTMLElement | null>,
  paper: Paper,
): Uint8Array | undefined => {
  const [pdf, setPdf] = useState<Uint8Array>()
  const [content, setContent] = useState('')
  useEffect(() => {
    const now = sheet.current?.innerHTML ?? ''
    if (now !== content) setContent(now)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out for each content
  useEffect(() => {
    let late = false
    const pause = setTimeout(
      () =>
        void document.fonts.ready
          .then(() => host.page.toPdf(paper))
          .then((bytes) => {
            if (!late) setPdf(bytes)
          }),
      PAUSE_MS,
    )
    return () => {
      late = true
      clearTimeout(pause)
    }
  }, [content, paper])
  return pdf
}

export const PrintSheet = ({
  title,
  fileName,
  markdown,
  options,
  blocked = false,
  onGiven,
  onClose,
  children,
}: {
  readonly title: string
  /** Without its extension; the title unless another is given, which need not name anybody. */
  readonly fileName?: string
  /** The same in Markdown, where that makes sense. */
  readonly markdown?: () => string
  /** What can be chosen about it, above the pages. */
  readonly options?: ReactNode
  /** It must not leave as it is. */
  readonly blocked?: boolean
  /**
   * Writes down that it has left, once the system has taken the page or a file was written; null for what is about nobody, or
   * was written down when it was made.
   */
  readonly onGiven: ((how: 'print' | 'export') => void) | null
  readonly onClose: () => void
  readonly children: ReactNode
}) => {
  const paper = useApp(({ environment }) => environment?.settings.paper ?? 'Letter')
  const sheet = useRef<HTMLElement>(null)
  const pdf = usePdf(sheet, paper)
  const [problem, setProblem] = useState('')
  const name = (fileName ?? title).replace(/[/\\:*?"<>|]/g, ' ')
  const print = async (): Promise<void> => {
    setProblem('')
    if (await host.page.print()) onGiven?.('print')
    else setProblem(t('print.notPrinted'))
  }
  const save = async (file: string, content: string | Uint8Array): Promise<void> => {
    setProblem('')
    const saved = await host.files.save(file, content)
    if (!saved.ok) setProblem(writeSentence[saved.error])
    else if (saved.value) onGiven?.('export')
  }
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <Stack gap="md">
        {options !== undefined && options !== false && (
          <div className="print-hidden">{options}</div>
        )}
        <article className="print-sheet" ref={sheet} aria-label={title}>
          {children}
        </article>
        {pdf === undefined ? (
          <LayingOut />
        ) : (
          <Suspense fallback={<LayingOut />}>
            <PdfPages pdf={pdf} />
          </Suspense>
        )}
        {problem !== '' && (
          <Text role="alert" size="sm" c="var(--care)" className="print-hidden">
            {problem}
          </Text>
        )}
        <Group justify="space-between" className={`print-hidden ${classes.foot}`}>
          <SegmentedControl
            aria-label={t('print.paper')}
            size="xs"
            value={paper}
            onChange={(value) => void changeDeviceSettings({ paper: value as Paper })}
            data={[...PAPERS]}
          />
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
            {markdown !== undefined && (
              <Button
                variant="default"
                disabled={blocked}
                onClick={() => void save(`${name}.md`, markdown())}
              >
                {t('print.asMarkdown')}
              </Button>
            )}
            <Button
              variant="default"
              disabled={blocked || pdf === undefined}
              onClick={() => pdf !== undefined && void save(`${name}.pdf`, pdf)}
            >
              {t('common.asPdf')}
            </Button>
            <Button
              leftSection={<Icon of={IconPrinter} />}
              disabled={blocked}
              onClick={() => void print()}
            >
              {t('common.print')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
