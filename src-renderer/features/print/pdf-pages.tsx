/** The pages of a PDF as they are: drawn by PDF.js, which reads nothing but the bytes that it is given. */
import { Box, Stack, Text } from '@mantine/core'
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/words'
import classes from './pdf-pages.module.css'

GlobalWorkerOptions.workerSrc = worker

const SHOWN_WIDTH = 720
/** Further pages are in the file, and counted. */
const MOST_PAGES = 30

const PdfPages = ({ pdf }: { readonly pdf: Uint8Array }) => {
  const place = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let ended = false
    // PDF.js takes the bytes over.
    const loading = getDocument({ data: pdf.slice(), isEvalSupported: false, useWasm: false })
    const draw = async (): Promise<void> => {
      const document = await loading.promise
      const drawn: HTMLCanvasElement[] = []
      for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && !ended; number++) {
        const page = await document.getPage(number)
        const natural = page.getViewport({ scale: 1 })
        const viewport = page.getViewport({
          scale: (SHOWN_WIDTH * devicePixelRatio) / natural.width,
        })
        const canvas = window.document.createElement('canvas')
        canvas.width = viewport.width
        canvas.height = viewport.height
        canvas.className = classes.page ?? ''
        await page.render({ canvas, viewport }).promise
        drawn.push(canvas)
      }
      if (ended) return
      place.current?.replaceChildren(...drawn)
      setPages(document.numPages)
    }
    draw().catch(() => {
      if (!ended) setFailed(true)
    })
    return () => {
      ended = true
      void loading.destroy()
    }
  }, [pdf])
  return (
    <Stack gap={4} className="print-hidden">
      <Box ref={place} className={classes.pages ?? ''} aria-hidden="true" />
      <Text size="sm" c="dimmed" ta="center" role="status" aria-label={t('print.pagesLabel')}>
        {failed
          ? t('print.cannotShow')
          : pages === 0
            ? t('print.layingOut')
            : pages > MOST_PAGES
              ? t('print.firstPagesShown', { count: pages, shown: MOST_PAGES })
              : t('print.pages', { count: pages })}
      </Text>
    </Stack>
  )
}

export default PdfPages
