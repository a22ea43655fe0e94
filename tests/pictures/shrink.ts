/** A copy of a picture that is small enough to keep in the repository. */
import type { ElectronApplication } from 'playwright/test'
import { smallPng } from './small-png'

export const shrink = async (
  app: ElectronApplication,
  picture: Buffer,
  width: number,
): Promise<Buffer> => {
  const small = await app.evaluate(
    ({ nativeImage }, { png, most }) => {
      const image = nativeImage.createFromBuffer(Buffer.from(png, 'base64'))
      const resized = image.resize({
        width: Math.min(most, image.getSize().width),
        quality: 'best',
      })
      return { ...resized.getSize(), bitmap: resized.toBitmap().toString('base64') }
    },
    { png: picture.toString('base64'), most: width },
  )
  return smallPng(small.width, small.height, Buffer.from(small.bitmap, 'base64'))
}
