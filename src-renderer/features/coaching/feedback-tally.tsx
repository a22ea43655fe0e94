/** What a finished round says: how often each box was marked, and what was written, in no order. */
import { List, Stack, Table, Text } from '@mantine/core'
import type { FeedbackTally } from '../../../shared/views/coach-feedback'
import { suppressed } from '../../../shared/views/small-cells'
import { t } from '../../../shared/words/words'

export const Tally = ({
  of: { rows, lines },
  boxes,
  name,
}: {
  readonly of: FeedbackTally
  readonly boxes: readonly string[]
  /** Of the table. */
  readonly name: string
}) => (
  <Stack gap="xs">
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={name} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('feedbackRound.question')}</Table.Th>
            {boxes.map((box) => (
              <Table.Th key={box}>{box}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ asked, counts }) => (
            <Table.Tr key={asked}>
              <Table.Th scope="row" fw={400}>
                {asked}
              </Table.Th>
              {counts === null ? (
                <Table.Td colSpan={boxes.length}>
                  <Text size="sm" c="dimmed">
                    {suppressed()}
                  </Text>
                </Table.Td>
              ) : (
                counts.map((count, place) => <Table.Td key={boxes[place]}>{count}</Table.Td>)
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
    {lines.map(
      ({ asked, said }) =>
        said.length > 0 && (
          <div key={asked}>
            <Text size="sm" fw={600}>
              {asked}
            </Text>
            <List size="sm" aria-label={asked}>
              {said.map((words, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
                <List.Item key={place}>{words}</List.Item>
              ))}
            </List>
          </div>
        ),
    )}
  </Stack>
)
