/** A reader for as long as a screen or dialog is there: closing it ends the reading. */
import { useEffect, useState } from 'react'
import { createReader, type Reader } from './reader'

export const useReader = (): Reader => {
  const [reader] = useState(() => createReader())
  useEffect(() => () => reader.cancel(), [reader])
  return reader
}
