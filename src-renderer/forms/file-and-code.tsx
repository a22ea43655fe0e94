/** The file that somebody was given, and the code that goes with it. */
import { Button, Group, Text, TextInput } from '@mantine/core'
import { t } from '../../shared/words/words'
import { FileButton } from '../ui/file-button'
import { codeInput } from './code-input'
import { firstField } from './first-field'

export interface FileAndCode {
  readonly file: File | null
  readonly code: string
}
export const NO_FILE: FileAndCode = { file: null, code: '' }
export const isWithout = ({ file, code }: FileAndCode): boolean =>
  file === null || code.trim() === ''

export const FileAndCodeFields = ({
  label,
  value,
  onChange,
}: {
  /** What the file is called. */
  readonly label: string
  readonly value: FileAndCode
  readonly onChange: (value: FileAndCode) => void
}) => (
  <>
    <Group>
      <FileButton
        accept=".json,application/json"
        onChange={(file) => onChange({ ...value, file })}
        inputProps={{ 'aria-label': label }}
      >
        {(props) => (
          <Button {...props} {...firstField} variant="default">
            {t('common.chooseFile')}
          </Button>
        )}
      </FileButton>
      <Text size="sm">{value.file?.name}</Text>
    </Group>
    <TextInput
      label={t('handOver.codeField')}
      description={t('handOver.codeHint')}
      {...codeInput}
      value={value.code}
      onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
    />
  </>
)
