import QRCode from 'qrcode'
import { INK, type Pen } from './pen.ts'

/** Light border that readers of codes need, in squares. */
const QUIET_ZONE = 4

interface QrCode {
  readonly text: string
  /** What it is for, for those who do not see it. */
  readonly alt: string
  readonly x: number
  readonly y: number
  /** Side with the light border, in points. */
  readonly side: number
}

/** The dark squares of a code, row by row. */
export function qrSquares(text: string): {
  readonly size: number
  readonly isDark: (row: number, column: number) => boolean
} {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}

/** Paints a QR code as a figure. */
export function paintQr(pen: Pen, { text, alt, x, y, side }: QrCode): void {
  const { size, isDark } = qrSquares(text)
  const square = side / (size + 2 * QUIET_ZONE)
  const from = QUIET_ZONE * square
  pen.leaf(
    'Figure',
    () => {
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) {
          if (!isDark(row, column)) continue
          let last = column
          while (last + 1 < size && isDark(row, last + 1)) last += 1
          const width = (last - column + 1) * square
          pen.doc.rect(x + from + column * square, y + from + row * square, width, square)
          column = last
        }
      }
      pen.doc.fill(INK)
    },
    { alt },
  )
}
