/**
 * A button by which a file is chosen. The same one chosen again counts, too: it may have changed since, or may be what a
 * problem was said of.
 */
import { type FileButtonProps, FileButton as MantineFileButton } from '@mantine/core'
import { useRef } from 'react'

export const FileButton = <Multiple extends boolean = false>({
  onChange,
  ...others
}: FileButtonProps<Multiple>) => {
  const forget = useRef<() => void>(null)
  return (
    <MantineFileButton<Multiple>
      {...others}
      resetRef={forget}
      onChange={(chosen) => {
        // The browser says nothing of a choice that is the one before.
        forget.current?.()
        onChange(chosen)
      }}
    />
  )
}
