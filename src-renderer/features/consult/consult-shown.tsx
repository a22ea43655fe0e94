/** What a colleague was asked, word by word as it left, and what came back. Not a form: it is read, and closed. */
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import type { Consult } from '../../../shared/model/record/consult'
import { t } from '../../../shared/words/words'
import { firstField } from '../../forms/first-field'
import { longDay } from '../../ui/when'
import { Written } from '../../ui/written'

export const ConsultShown = ({
  consult: { to, sentOn, sent, reply, replyFrom, repliedOn },
  onClose,
}: {
  readonly consult: Consult
  readonly onClose: () => void
}) => (
  <Modal opened onClose={onClose} title={t('consult.with', { coach: to })} size="lg">
    <Stack gap="md">
      <Stack gap={4} component="section" aria-label={t('consult.whatLeft')}>
        <Title order={3}>{t('consult.whatLeft')}</Title>
        <Text size="sm" c="dimmed">
          {longDay(sentOn)}
        </Text>
        <Written>{sent}</Written>
      </Stack>
      {repliedOn !== null && (
        <Stack gap={4} component="section" aria-label={t('consult.reply')}>
          <Title order={3}>{t('consult.replyOf', { coach: replyFrom })}</Title>
          <Text size="sm" c="dimmed">
            {longDay(repliedOn)}
          </Text>
          <Written>{reply}</Written>
        </Stack>
      )}
      <Group justify="flex-end">
        <Button {...firstField} variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  </Modal>
)
