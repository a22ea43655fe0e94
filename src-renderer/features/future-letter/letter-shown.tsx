/** A letter on the whole screen, for whoever wrote it. Not a form: it is read, and closed. */
import { Button, Group, Modal, Text } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { t } from '../../../shared/words/words'
import { firstField } from '../../forms/first-field'
import classes from './letter.module.css'

/** `onShown` once the words have been on the screen for a frame: the second frame begins when the first is painted. */
const Words = ({ text, onShown }: { readonly text: string; readonly onShown: () => void }) => {
  const shown = useEffectEvent(onShown)
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => shown())
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Text fz="lg" className={classes.text ?? ''} onCopy={(event) => event.preventDefault()}>
      {text}
    </Text>
  )
}

export const LetterShown = ({
  title,
  text,
  onShown,
  onClose,
}: {
  readonly title: string
  readonly text: string
  readonly onShown: () => void
  readonly onClose: () => void
}) => (
  <Modal opened fullScreen onClose={onClose} title={title}>
    <article className={classes.page}>
      <Words text={text} onShown={onShown} />
      <Group justify="flex-end" mt="xl">
        <Button {...firstField} onClick={onClose}>
          {t('futureLetter.close')}
        </Button>
      </Group>
    </article>
  </Modal>
)
