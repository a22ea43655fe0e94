/**
 * An agreement that was made under earlier headings keeps them. The coach who goes through the limits again with the
 * mentee can take today's, which makes another version: what was explained under the earlier ones is explained anew.
 */
import { Checkbox } from '@mantine/core'
import { type Agreement, underHeadings } from '../../../shared/model/record/agreement'
import { changedHeadings, HEADINGS_NOW } from '../../../shared/model/record/agreement-clauses'
import { t } from '../../../shared/words/words'

type Written = Parameters<typeof underHeadings>[0]

export const HeadingsChoice = ({
  agreement,
  base,
  next,
  set,
}: {
  readonly agreement: Agreement | undefined
  readonly base: Written
  readonly next: Written
  readonly set: (next: ReturnType<typeof underHeadings>) => void
}) =>
  agreement === undefined || agreement.headings === HEADINGS_NOW ? null : (
    <Checkbox
      label={t('agreement.headingsNow')}
      description={changedHeadings()
        .map(({ before, now }) => t('agreement.headingChanges', { before, now }))
        .join(' ')}
      checked={next.headings === HEADINGS_NOW}
      onChange={({ currentTarget: { checked } }) =>
        set(underHeadings(base, next, checked ? HEADINGS_NOW : agreement.headings))
      }
    />
  )
