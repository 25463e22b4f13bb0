import { composePicture, type PictureWords } from './compose-picture.ts'
import { embeddedFonts } from './embed-fonts.ts'

export type PictureFormat = 'png' | 'svg'

/** Dots of a PNG for one pixel of the page: enough for print. */
const SCALE = 3

async function drawnText(root: HTMLElement, words: PictureWords): Promise<string> {
  const picture = composePicture(root, words)
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = await embeddedFonts()
  picture.prepend(style)
  return new XMLSerializer().serializeToString(picture)
}

async function asPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}

/** „Jak często …?” as a file name: letters without marks, words joined by hyphens. */
export function pictureFileName(title: string, format: PictureFormat): string {
  const plain = title.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  let name = words[0] ?? 'wykres'
  for (const word of words.slice(1)) {
    if (name.length + word.length > 60) break
    name += `-${word}`
  }
  return `${name}.${format}`
}

/** Makes a picture of the chart that `root` shows and gives it to the browser as a file. */
export async function savePicture(
  root: HTMLElement,
  words: PictureWords,
  format: PictureFormat,
): Promise<void> {
  const svg = await drawnText(root, words)
  const file = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await asPng(svg)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = pictureFileName(words.title, format)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
