/**
 * The code under which a hand-over, or a case for a colleague, was saved, which travels another way than the file.
 * Not a form: it is shown, and closed.
 */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { offerNote } from '../../ui/undo'

export interface HandedOver {
  readonly to: string
  readonly code: readonly string[]
  /** Whether it is among the disclosures. */
  readonly noted: boolean
  /** What the code is called and what is said once it was told; a hand-over's unless given. */
  readonly label?: string
  readonly done?: string
}

export const HandOverCode = ({
  to,
  code,
  noted,
  label = t('handOver.code'),
  done = t('handOver.noted'),
  onClose,
}: HandedOver & { readonly onClose: () => void }) => (
  <Modal opened onClose={onClose} title={t('handOver.codeLabel')} size="md">
    <Stack gap="md">
      <Text size="sm">{t('handOver.savedTellCode', { colleague: to })}</Text>
      <Text ff="monospace" fw={600} aria-label={label} style={{ letterSpacing: '0.03em' }}>
        {code.join(' ')}
      </Text>
      {!noted && (
        <Alert color="amber" role="alert">
          {t('handOver.notNoted')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          onClick={() => {
            if (noted) offerNote(done)
            onClose()
          }}
        >
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  </Modal>
)
