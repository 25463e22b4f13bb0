// Makes a screenshot small: a true-colour PNG becomes one of at most 256 colours, without any library.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CHANNELS = { 2: 3, 6: 4 }
const MOST_COLOURS = 256
/** The most frequent colours stay exactly as they are: paper, ink, lines. */
const KEPT_EXACTLY = 96

function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value))
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

const PREDICT = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => paeth(left, up, corner),
]

/** Undoes the filters of the lines, in place; returns the pixels without the filters' bytes. */
function unfilter(raw, { width, height, channels }) {
  const stride = width * channels
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const predict = PREDICT[raw[y * (stride + 1)]]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= channels ? pixels[at - channels] : 0
      const up = y > 0 ? pixels[at - stride] : 0
      const corner = x >= channels && y > 0 ? pixels[at - stride - channels] : 0
      pixels[at] = raw[y * (stride + 1) + 1 + x] + predict(left, up, corner)
    }
  }
  return pixels
}

/** The colours of a screenshot as numbers 0xRRGGBB, a line after a line. */
function readColours(png) {
  const chunks = [...chunksOf(png)]
  const header = chunks[0].data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = CHANNELS[header[9]]
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('not a PNG as a browser makes them')
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = unfilter(inflateSync(packed), { width, height, channels })
  const colours = Uint32Array.from({ length: width * height }, (_, index) =>
    pixels.readUIntBE(index * channels, 3),
  )
  return { width, height, colours }
}

const SHIFTS = [16, 8, 0]
const part = (colour, shift) => (colour >> shift) & 0xff

/** How wide a box of colours is along its widest side, and which side that is. */
function widestSide(box) {
  const sides = SHIFTS.map((shift) => {
    const values = box.map(([colour]) => part(colour, shift))
    return { shift, width: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) }
  })
  return sides.reduce((widest, side) => (side.width > widest.width ? side : widest))
}

/** Halves the widest box again and again; every box becomes the mean of its colours. */
function meansOf(entries, most) {
  const boxes = [{ entries, ...widestSide(entries) }]
  while (boxes.length < most) {
    boxes.sort((a, b) => b.width * Math.sqrt(b.entries.length) - a.width * Math.sqrt(a.entries.length))
    const [{ entries: whole, shift, width }] = boxes
    if (width === 0) break
    const sorted = whole.toSorted(([a], [b]) => part(a, shift) - part(b, shift))
    const halves = [sorted.slice(0, sorted.length >> 1), sorted.slice(sorted.length >> 1)]
    boxes.splice(0, 1, ...halves.map((half) => ({ entries: half, ...widestSide(half) })))
  }
  return boxes.map(({ entries: box }) => {
    const pixels = box.reduce((sum, [, count]) => sum + count, 0)
    const mean = (shift) =>
      Math.round(box.reduce((sum, [colour, count]) => sum + part(colour, shift) * count, 0) / pixels)
    return SHIFTS.reduce((colour, shift) => colour | (mean(shift) << shift), 0)
  })
}

function paletteOf(counts) {
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  if (byCount.length <= MOST_COLOURS) return byCount.map(([colour]) => colour)
  const exact = byCount.slice(0, KEPT_EXACTLY).map(([colour]) => colour)
  return [...exact, ...meansOf(byCount.slice(KEPT_EXACTLY), MOST_COLOURS - KEPT_EXACTLY)]
}

const distance = (a, b) => SHIFTS.reduce((sum, shift) => sum + (part(a, shift) - part(b, shift)) ** 2, 0)

function nearest(palette, colour) {
  let best = 0
  for (let index = 1; index < palette.length; index += 1)
    if (distance(palette[index], colour) < distance(palette[best], colour)) best = index
  return best
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The same picture with a palette: three to five times smaller, and nobody sees the difference on a page. */
export function withPalette(png) {
  const { width, height, colours } = readColours(png)
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf(counts)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const lines = Buffer.alloc((width + 1) * height)
  for (let index = 0; index < colours.length; index += 1)
    lines[index + Math.floor(index / width) + 1] = places.get(colours[index])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => SHIFTS.map((shift) => part(colour, shift))))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
