/** A reader for as long as a screen or dialog is there: closing it ends the reading. */
import { useEffect, useState } from 'react'
import { createReader, type Reader } from './reader'

export const useReader = (): Reader => {
  const [reader] = useState(() => createReader())
  useEffect(() => () => reader.cancel(), [reader])
  return reader
}

/** The same for a button that reads one file: it shows that it is at it. */
export const useReading = (): { readonly read: Reader['read']; readonly reading: boolean } => {
  const reader = useReader()
  const [reading, setReading] = useState(false)
  return {
    reading,
    read: async (what, asked) => {
      setReading(true)
      try {
        return await reader.read(what, asked)
      } finally {
        setReading(false)
      }
    },
  }
}
