import type { Colour, Texture } from './chart-colours.ts'

const SIZE = 7

const LINES: Readonly<Record<Exclude<Texture, 'dots'>, string>> = {
  rising: 'M-1 8 8 -1',
  falling: 'M-1 -1 8 8',
  level: 'M0 3.5h7',
  upright: 'M3.5 0v7',
}
const TEXTURES: readonly Texture[] = ['rising', 'falling', 'dots', 'level', 'upright']

const textureId = (chartId: string, texture: Texture, isLight: boolean): string =>
  `${chartId}-${texture}${isLight ? '-light' : ''}`

export const withheldId = (chartId: string): string => `${chartId}-withheld`

interface PaintDefinitionsProps {
  /** Of this chart alone: patterns of two charts on a page do not mix. */
  readonly chartId: string
}

/** The textures of a chart, and the hatching of what is not shown. */
export function PaintDefinitions({ chartId }: PaintDefinitionsProps) {
  return (
    <defs>
      {TEXTURES.flatMap((texture) =>
        [true, false].map((isLight) => (
          <pattern
            key={textureId(chartId, texture, isLight)}
            id={textureId(chartId, texture, isLight)}
            width={SIZE}
            height={SIZE}
            patternUnits="userSpaceOnUse"
          >
            {texture === 'dots' ? (
              <circle
                className={isLight ? 'chart__dots chart__dots--light' : 'chart__dots'}
                cx="2"
                cy="2"
                r="0.9"
              />
            ) : (
              <path
                className={isLight ? 'chart__lines chart__lines--light' : 'chart__lines'}
                d={LINES[texture]}
              />
            )}
          </pattern>
        )),
      )}
      <pattern
        id={withheldId(chartId)}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="chart__hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  )
}

interface PaintedProps {
  readonly chartId: string
  readonly colour: Colour
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A rectangle of a colour with its texture. */
export function Painted({ chartId, colour, ...place }: PaintedProps) {
  const isLight = colour.ink === 'var(--on-primary)'
  return (
    <>
      <rect className="chart__segment" {...place} fill={colour.fill} />
      {colour.texture && (
        <rect
          className="chart__texture"
          {...place}
          fill={`url(#${textureId(chartId, colour.texture, isLight)})`}
        />
      )}
    </>
  )
}
