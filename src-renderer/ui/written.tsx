/** What somebody wrote, in the lines they wrote it in. */
import { Text, type TextProps } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './written.module.css'

export const Written = ({ children, ...props }: TextProps & { readonly children: ReactNode }) => (
  <Text {...props} className={classes.written ?? ''}>
    {children}
  </Text>
)
