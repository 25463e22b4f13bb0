import type { Page } from 'playwright-core'

type Pixels = readonly (readonly number[])[]

interface Picture {
  readonly width: number
  readonly pixels: Pixels
}

/** Reads a picture in the browser, on a page of its own where nothing is forbidden. */
async function read(page: Page, png: Buffer): Promise<Picture> {
  const blank = await page.context().newPage()
  const picture = await blank.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const { data: bytes = [] } = pen?.getImageData(0, 0, image.width, image.height) ?? {}
    const pixels = Array.from({ length: bytes.length / 4 }, (_, at) =>
      Array.from(bytes.slice(4 * at, 4 * at + 3)),
    )
    return { width: image.width, pixels }
  }, png.toString('base64'))
  await blank.close()
  return picture
}

function lightness([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours as WCAG counts it, 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [lightness(one), lightness(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The share of a picture that differs from another by at least 3 : 1. */
export async function partsThatDiffer(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = [await read(page, one), await read(page, other)]
  const differing = first.pixels.filter((pixel, at) => contrast(pixel, second.pixels[at] ?? pixel) >= 3)
  return differing.length / first.pixels.length
}

/** Contrast of two places in the middle of a picture, told as shares of its width. */
export async function contrastOf(page: Page, picture: Buffer, left: number, right: number): Promise<number> {
  const { width, pixels } = await read(page, picture)
  const row = Math.floor(pixels.length / width / 2) * width
  const at = (share: number) => pixels[row + Math.floor(share * width)] ?? []
  return contrast(at(left), at(right))
}
