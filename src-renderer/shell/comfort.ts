/** Size of text and density, as the coach set them for this laptop; both are attributes that global.css answers. */
import { useEffect } from 'react'
import { useApp } from '../context/app-state'

export const useComfort = (): void => {
  const size = useApp(({ environment }) => environment?.settings.textSize ?? 'normal')
  const density = useApp(({ environment }) => environment?.settings.density ?? 'comfortable')
  useEffect(() => {
    document.documentElement.dataset.textSize = size
    document.documentElement.dataset.density = density
  }, [size, density])
}
