/** A letter on the whole screen, for whoever wrote it. Not a form: it is read, and closed. */
import { Button, Group, Modal, Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { firstField } from '../../forms/first-field'
import classes from './letter.module.css'

export const LetterShown = ({
  title,
  text,
  onClose,
}: {
  readonly title: string
  readonly text: string
  readonly onClose: () => void
}) => (
  <Modal opened fullScreen onClose={onClose} title={title}>
    <article className={classes.page}>
      <Text fz="lg" className={classes.text ?? ''} onCopy={(event) => event.preventDefault()}>
        {text}
      </Text>
      <Group justify="flex-end" mt="xl">
        <Button {...firstField} onClick={onClose}>
          {t('futureLetter.close')}
        </Button>
      </Group>
    </article>
  </Modal>
)
