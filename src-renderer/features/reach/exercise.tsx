/** An exercise as it is given to a group or a mentee: how long, what to do, and the questions it ends in. */
import { List, Stack, Text } from '@mantine/core'
import type { Exercise } from '../../../shared/model/record/exercise'
import { t } from '../../../shared/words/words'

export const exerciseTitle = ({ title, minutes }: Exercise): string =>
  minutes === null ? title : t('reach.exerciseMinutes', { title, minutes })

export const ExerciseText = ({
  exercise,
  titled = false,
}: {
  readonly exercise: Exercise
  readonly titled?: boolean
}) => (
  <Stack gap={4}>
    {titled && <Text fw={600}>{exerciseTitle(exercise)}</Text>}
    <Text size="sm" maw="72ch">
      {!titled &&
        exercise.minutes !== null &&
        `${t('count.minute', { count: exercise.minutes })}. `}
      {exercise.how}
    </Text>
    {exercise.questions.length > 0 && (
      <List size="sm">
        {exercise.questions.map((question) => (
          <List.Item key={question}>{question}</List.Item>
        ))}
      </List>
    )}
  </Stack>
)
