/**
 * What follows the recording of a shared copy: nothing was sent by it, so here it is given, on paper, as a file, or on the
 * screen for the mentee to read.
 * Not a form: the copy as it is, and the ways to give it.
 */
import { Button, Group, Modal, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { PrintSheet } from '../print/print-sheet'
import classes from './shared-copy.module.css'

export const SharedCopy = ({
  mentee,
  title,
  text,
  onClose,
}: {
  readonly mentee: string
  readonly title: string
  readonly text: string
  readonly onClose: () => void
}) => {
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Modal opened fullScreen onClose={() => setShown(false)} aria-label={title}>
        <article className={classes.page}>
          <Title order={1}>{title}</Title>
          <Text fz="lg" className={classes.text ?? ''}>
            {text}
          </Text>
        </article>
      </Modal>
    )
  return (
    <PrintSheet
      title={t('share.recorded')}
      fileName={title}
      onGiven={null}
      options={
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('share.nothingSent', { mentee })}</Text>
          <Button variant="default" flex="none" onClick={() => setShown(true)}>
            {t('share.showOnScreen')}
          </Button>
        </Group>
      }
      onClose={onClose}
    >
      <h1>{title}</h1>
      <p>{text}</p>
    </PrintSheet>
  )
}
