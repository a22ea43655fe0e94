/**
 * Feedback from mentees: rounds of paper sheets without a name. A round is printed, its sheets are added as they come back,
 * and once it is finished it says what they say, never before and never with fewer than five.
 */
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import { newestFirst } from '../../../shared/crdt/kind'
import {
  canCountLate,
  canFinish,
  countLate,
  type FeedbackRound,
  feedbackRounds,
  finishedApart,
  finishRound,
  moveLate,
  roundForLate,
  splitRound,
  startRound,
} from '../../../shared/model/caseload/feedback-round'
import { SMALLEST_CELL } from '../../../shared/model/smallest-cell'
import { tallyOf } from '../../../shared/views/coach-feedback'
import { t } from '../../../shared/words/words'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { LineButton } from '../../ui/line-button'
import { MoreMenu } from '../../ui/more-menu'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { PaperSheet } from '../paper/paper-sheet'
import { PrintSheet } from '../print/print-sheet'
import { feedbackSheet } from './feedback-sheet'
import { Tally } from './feedback-tally'
import { SheetForm } from './sheet-form'

const titled = v.object({ title: feedbackRounds.fields.title.input })

const RoundForm = ({
  round,
  onClose,
}: {
  readonly round: FeedbackRound | undefined
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  return (
    <ItemForm
      id={round === undefined ? 'new-feedback-round' : `feedback-round/${round.id}`}
      title={round === undefined ? t('feedbackRound.start') : t('feedbackRound.rename')}
      action={round === undefined ? t('feedbackRound.start') : t('common.save')}
      schema={titled}
      initial={{ title: round?.title ?? '' }}
      fields={[
        {
          name: 'title',
          label: t('feedbackRound.name'),
          hint: t('feedbackRound.nameHint'),
          wide: true,
        },
      ]}
      onClose={onClose}
      onSubmit={({ title }, base) =>
        round === undefined
          ? run(startRound, title)
          : run(feedbackRounds.edit, { id: round.id, base, next: { title } })
      }
    />
  )
}

const Finish = ({
  round: { id, title, sheets },
  onClose,
}: {
  readonly round: FeedbackRound
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  const day = useToday()
  return (
    <FormDialog
      form={{ title: t('feedbackRound.finishTitle', { round: title }) }}
      action={t('feedbackRound.finishAndShow')}
      cancel={t('feedbackRound.notYet')}
      question
      onSubmit={() => run(finishRound, { id, today: day })}
      onClose={onClose}
    >
      <Text>{t('feedbackRound.finishWhy', { count: sheets.length })}</Text>
    </FormDialog>
  )
}

/** Still being filled in. */
const OpenRound = ({
  round,
  onPrint,
  onAdd,
  onFinish,
}: {
  readonly round: FeedbackRound
  readonly onPrint: () => void
  readonly onAdd: () => void
  readonly onFinish: () => void
}) => {
  const { sheets, title } = round
  const ready = canFinish(round)
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(ready ? 'feedbackRound.enough' : 'feedbackRound.tooFew', {
          count: sheets.length,
          least: SMALLEST_CELL,
        })}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon of={IconPrinter} size="small" />}
          aria-label={t('feedbackRound.printOf', { round: title })}
          onClick={onPrint}
        >
          {t('feedbackRound.print')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          data-types
          aria-label={t('feedbackRound.addTo', { round: title })}
          onClick={onAdd}
        >
          {t('feedbackRound.add')}
        </Button>
        {ready && (
          <Button
            size="compact-sm"
            aria-label={t('feedbackRound.finishOf', { round: title })}
            onClick={onFinish}
          >
            {t('feedbackRound.finish')}
          </Button>
        )}
      </Group>
    </>
  )
}

/** Sheets that another laptop added before it knew that the round is finished. */
const LateSheets = ({ round }: { readonly round: FeedbackRound }) => {
  const run = useRunOnVault()
  const to = roundForLate(useVault().feedbackRounds, round)
  const count = splitRound(round).late.sheets.length
  if (count === 0) return null
  const enough = canCountLate(round)
  return (
    <>
      <Text size="sm" c="var(--care)">
        {t('feedbackRound.late', { count })}{' '}
        {!enough && t('feedbackRound.lateTooFew', { least: SMALLEST_CELL })}{' '}
        {!enough && to === undefined && t('feedbackRound.lateNeedsRound', { count })}
      </Text>
      <Group gap="xs">
        {enough && (
          <Button variant="default" size="compact-sm" onClick={() => void run(countLate, round.id)}>
            {t('feedbackRound.countLate', { count })}
          </Button>
        )}
        {to !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void run(moveLate, { from: round.id, to: to.id })}
          >
            {t('feedbackRound.moveLate', { count, round: to.title })}
          </Button>
        )}
      </Group>
    </>
  )
}

const FinishedApart = ({ round }: { readonly round: FeedbackRound }) => {
  const counts = finishedApart(round)
  if (counts.length === 0) return null
  return (
    <Text size="sm" c="var(--care)">
      {t('feedbackRound.finishedApart', {
        counts: counts.join(', '),
        count: splitRound(round).counted.sheets.length,
      })}
    </Text>
  )
}

const Round = ({ round, shown }: { readonly round: FeedbackRound; readonly shown: boolean }) => {
  const run = useRunOnVault()
  const [open, setOpen] = useState<'print' | 'add' | 'finish' | 'rename'>()
  const [askedFor, askFor] = useState(false)
  const tally = tallyOf(round)
  const { id, title, finishedOn, form } = round
  const close = (): void => setOpen(undefined)
  const remove = async (): Promise<void> => {
    await run(feedbackRounds.remove, { id, deleted: true })
    offerUndo(
      t('feedbackRound.removed', { round: title }),
      () => void run(feedbackRounds.remove, { id, deleted: false }),
    )
  }
  return (
    <Stack gap={6} component="article" aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{title}</Text>
        <MoreMenu name={t('feedbackRound.more', { round: title })} quiet>
          <Menu.Item onClick={() => setOpen('rename')}>{t('feedbackRound.rename')}</Menu.Item>
          <Menu.Item onClick={() => void remove()}>{t('feedbackRound.delete')}</Menu.Item>
        </MoreMenu>
      </Group>
      {finishedOn === null ? (
        <OpenRound
          round={round}
          onPrint={() => setOpen('print')}
          onAdd={() => setOpen('add')}
          onFinish={() => setOpen('finish')}
        />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('feedbackRound.finished', {
              count: splitRound(round).counted.sheets.length,
              day: shortDay(finishedOn),
            })}
          </Text>
          <FinishedApart round={round} />
          <LateSheets round={round} />
        </>
      )}
      {tally !== undefined &&
        (shown || askedFor ? (
          <Tally of={tally} boxes={form.boxes} name={title} />
        ) : (
          <LineButton
            aria-label={t('feedbackRound.showOf', { round: title })}
            onClick={() => askFor(true)}
          >
            {t('feedbackRound.show')}
          </LineButton>
        ))}
      {open === 'print' && (
        <PrintSheet title={t('feedbackRound.sheetTitle')} onGiven={null} onClose={close}>
          <PaperSheet sheet={feedbackSheet(round)} />
        </PrintSheet>
      )}
      {open === 'add' && <SheetForm round={round} onClose={close} />}
      {open === 'finish' && <Finish round={round} onClose={close} />}
      {open === 'rename' && <RoundForm round={round} onClose={close} />}
    </Stack>
  )
}

export const Feedback = () => {
  const rounds = newestFirst(useVault().feedbackRounds)
  const [starting, setStarting] = useState(false)
  const newest = rounds.find(({ finishedOn }) => finishedOn !== null)?.id
  return (
    <Section
      dense
      title={t('feedbackRound.title')}
      help={<HelpButton topic="feedback-round" />}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setStarting(true)}
        >
          {t('feedbackRound.start')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('feedbackRound.intro')}
      </Text>
      <Stack gap="md">
        {rounds.map((round) => (
          <Round key={round.id} round={round} shown={round.id === newest} />
        ))}
      </Stack>
      {starting && <RoundForm round={undefined} onClose={() => setStarting(false)} />}
    </Section>
  )
}
