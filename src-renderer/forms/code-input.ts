/** A line for a code that is read off somewhere: its signs are told apart, and its label is as any other. */
export const codeInput = {
  styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } },
} as const
